"""Printing a number again (补打): which one, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.screens.staff.state import RecentTicket, ReprintReason, StaffState
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.widgets.basic import CENTER, Tile, button, clear, label


class ChoosePage(QWidget):
    """The last numbers of this kiosk, newest first."""

    def __init__(self, model: StaffViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._drawn: tuple[RecentTicket, ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("补打哪一张？"), look.big, look.colours.text, align=CENTER))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.gap)
        box.addLayout(self._grid)
        box.addStretch(1)
        box.addWidget(button(self.tr("不补打"), "choose_cancel", look, model.keep_menu))

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        if state.recent == self._drawn:
            return
        self._drawn = state.recent
        clear(self._grid)
        for place, ticket in enumerate(state.recent):
            words = f"{ticket.label}　{ticket.time}"
            more = tuple(text for text in (self._model.item_name(ticket), ticket.person) if text)
            flat = self._look.flat  # there is the height for one line only
            choice = Tile(
                "　".join((words, *more)) if flat else words,
                () if flat else more,
                f"reprint_{ticket.label}",
                self._look,
                lambda t=ticket: self._model.choose(t),  # type: ignore[misc]
                kind="plain",
                title_pixels=self._look.small if flat else 0,
            )
            self._grid.addWidget(choice, place // 2, place % 2)


class ReasonPage(QWidget):
    """Why; put on record before the paper comes out."""

    def __init__(self, model: StaffViewModel, look: Look) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.gap)
        self._title = label("", look.big, look.colours.text, align=CENTER, name="reprint_title")
        box.addWidget(self._title)
        reasons = (
            ("reason_jammed", self.tr("卡纸或缺纸，号票不完整"), ReprintReason.JAMMED),
            ("reason_faint", self.tr("字迹不清"), ReprintReason.FAINT),
            ("reason_lost", self.tr("群众未取到号票"), ReprintReason.LOST),
        )
        for name, text, reason in reasons:
            box.addWidget(button(text, name, look, lambda chosen=reason: model.reprint(chosen)))  # type: ignore[misc]
        box.addStretch(1)
        box.addWidget(button(self.tr("不补打"), "reprint_cancel", look, model.keep_menu))

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        if state.chosen is not None:
            self._title.setText(self.tr("为什么补打 {label}？（记录在案）").format(label=state.chosen.label))

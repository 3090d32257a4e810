"""How tickets look on this kiosk's paper (号票预览)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.ports import TicketKind
from kiosk_app.screens.staff.state import StaffState
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.widgets.basic import CENTER, button, label


class _Paper(QLabel):
    """A picture as large as there is room for, never larger than the paper itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview_paper")
        self.setAlignment(CENTER)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._whole = QPixmap()

    def put(self, picture: bytes) -> None:
        """Show a PNG; an empty one shows nothing."""
        self._whole = QPixmap()
        if picture:
            self._whole.loadFromData(picture)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            self.clear()
            return
        size = self._whole.size().boundedTo(self.size())
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(self._whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))


class PreviewPage(QWidget):
    """One sort of ticket; the others by turning."""

    def __init__(self, model: StaffViewModel, look: Look) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.gap)
        self._title = label("", look.big, look.colours.text, bold=True, align=CENTER, name="preview_title")
        box.addWidget(self._title)
        self._paper = _Paper()
        box.addWidget(self._paper, 1)
        row = QHBoxLayout()
        row.setSpacing(look.gap)
        row.addWidget(button(self.tr("上一种"), "preview_before", look, lambda: model.turn(-1)), 1)
        row.addWidget(button(self.tr("返回菜单"), "preview_close", look, model.keep_menu, kind="primary"), 1)
        row.addWidget(button(self.tr("下一种"), "preview_next", look, lambda: model.turn(1)), 1)
        box.addLayout(row)
        self._picture = b""

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        self._title.setText(
            self.tr("{kind}，{width} 毫米纸").format(kind=self._words(state.kind), width=state.millimetres)
        )
        self._paper.setAccessibleName(self._title.text())
        if state.picture != self._picture:
            self._picture = state.picture
            self._paper.put(state.picture)

    def _words(self, kind: TicketKind) -> str:
        return {
            TicketKind.ORDINARY: self.tr("普通号"),
            TicketKind.PRIORITY: self.tr("优先号"),
            TicketKind.APPOINTMENT: self.tr("预约号"),
            TicketKind.REPRINT: self.tr("补打的号票"),
            TicketKind.LONG: self.tr("长名称与生僻字"),
            TicketKind.ENGLISH: self.tr("英文界面取的号"),
        }[kind]

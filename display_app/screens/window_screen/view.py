"""Draws a window screen (窗口屏): head with the number, the ticket or 暂停服务, the staff plate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Slot

from display_app.screens.parts import Part, PartsView
from display_app.screens.window_screen import drawing
from display_app.screens.window_screen.state import WindowState
from display_app.screens.window_screen.view_model import WindowViewModel


class WindowView(PartsView):
    """The window screen's window."""

    def __init__(self, view_model: WindowViewModel) -> None:
        super().__init__(self._parts_now)
        self.setObjectName("window_screen")
        self._model = view_model
        view_model.state_changed.connect(self._show)
        self._name_for_readers(view_model.state)

    def _parts_now(self) -> Sequence[Part]:
        """Head, message and plate; on a standing screen the plate stands below, else at the right."""
        state = self._model.state
        width, height = self.width(), self.height()
        unit = min(width, height) / 100
        head = QRect(0, 0, width, int(18 * unit))
        body = QRect(0, head.height(), width, height - head.height())
        if width >= height:
            plate_width = int(min(width * 0.3, 60 * unit))
            message = QRect(0, body.top(), width - plate_width, body.height())
            plate = QRect(message.width(), body.top(), plate_width, body.height())
        else:
            plate_height = int(min(body.height() * 0.34, 60 * unit))
            message = QRect(0, body.top(), width, body.height() - plate_height)
            plate = QRect(0, message.bottom() + 1, width, plate_height)
        if state.plate is None:
            message, plate = body, QRect(body.left(), body.bottom() + 1, 0, 0)
        heads = (state.number_words, state.name, state.badge, state.stale, state.clock)
        says = (state.mood, state.headline, state.words, state.details)
        return [
            Part("head", head, heads, lambda p, r: drawing.head(p, r, unit, state)),
            Part("message", message, says, lambda p, r: drawing.message(p, r, unit, state)),
            Part("plate", plate, state.plate, lambda p, r: drawing.plate(p, r, unit, state.plate)),
        ]

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.refresh()

    @Slot(object)
    def _show(self, state: WindowState) -> None:
        self._name_for_readers(state)
        self.refresh()

    def _name_for_readers(self, state: WindowState) -> None:
        self.setAccessibleName(state.number_words)
        self.setAccessibleDescription(" ".join((state.headline, state.words, *state.details)))

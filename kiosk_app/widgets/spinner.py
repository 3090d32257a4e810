"""A turning arc (等待圈) for what takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kiosk_app.look import Look

AFTER_MS = 300  # what is faster needs no spinner
STEP_MS = 40


class Spinner(QWidget):
    """A turning arc that appears when it takes longer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._colours = look.colours
        self._angle = 0
        self._visible_yet = False
        self.setFixedSize(look.px(260), look.px(260))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def showEvent(self, event: QShowEvent) -> None:
        self._visible_yet = False
        self._timer.start(AFTER_MS)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _step(self) -> None:
        self._visible_yet = True
        self._timer.setInterval(STEP_MS)
        self._angle = (self._angle + 12) % 360
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._visible_yet:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() // 12
        rect = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(QColor(self._colours.line), width))
        painter.drawEllipse(rect)
        pen = QPen(QColor(self._colours.primary), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(rect, -self._angle * 16, 90 * 16)
        painter.end()

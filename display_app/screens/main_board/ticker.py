"""The ticker (滚动公告): notices run from right to left when they don't fit; each is drawn once."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from qt_common import theme

FRAME_MS = 33
UNITS_A_SECOND = 14.0  # hundredths of the screen's shorter side: slow enough for old eyes


class Ticker(QObject):
    """Paints and moves the notices in one strip of ``window``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._texts: tuple[str, ...] = ()
        self._rect = QRect()
        self._unit = 1.0
        self._drawn: list[QPixmap] = []
        self._began = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._move)

    @property
    def is_moving(self) -> bool:
        """True while it runs; a text that fits stands still and costs nothing."""
        return self._timer.isActive()

    def show(self, texts: tuple[str, ...], rect: QRect, unit: float) -> None:
        """Show other texts or stand elsewhere."""
        if (texts, rect, unit) == (self._texts, self._rect, self._unit):
            return
        self._texts, self._rect, self._unit = texts, QRect(rect), unit
        self._drawn = [self._draw(text) for text in texts]
        if self._length() > rect.width():
            self._timer.start()
        else:
            self._timer.stop()
        self._window.update(rect)

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint the strip as it stands now."""
        if self._rect.isEmpty() or not exposed.intersects(self._rect):
            return
        painter.save()
        painter.setClipRect(self._rect)
        painter.fillRect(self._rect, QColor(theme.NORMAL.primary_dark))
        length = self._length()
        gap = self._gap()
        x = self._rect.left() + gap
        if self.is_moving:
            gone = (time.monotonic() - self._began) * UNITS_A_SECOND * self._unit
            x -= int(gone % length)
        while self._drawn and x < self._rect.right():
            for pixmap in self._drawn:
                if x + pixmap.deviceIndependentSize().width() > self._rect.left():
                    painter.drawPixmap(x, self._rect.top(), pixmap)
                x += int(pixmap.deviceIndependentSize().width()) + gap
            if not self.is_moving:
                break
        painter.restore()

    @Slot()
    def _move(self) -> None:
        self._window.update(self._rect)

    def _gap(self) -> int:
        return int(6 * self._unit)

    def _length(self) -> int:
        return max(sum(int(p.deviceIndependentSize().width()) + self._gap() for p in self._drawn), 1)

    def _draw(self, text: str) -> QPixmap:
        font = theme.font(int(self._rect.height() * 0.5))
        width = int(QFontMetricsF(font).horizontalAdvance(text)) + 2
        ratio = self._window.devicePixelRatioF()
        pixmap = QPixmap(int(width * ratio), max(int(self._rect.height() * ratio), 1))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(theme.NORMAL.primary_dark))
        painter = QPainter(pixmap)
        painter.setFont(font)
        painter.setPen(QColor(theme.NORMAL.on_primary))
        painter.drawText(QRect(0, 0, width, self._rect.height()), 0x0080, text)  # Qt.AlignVCenter
        painter.end()
        return pixmap

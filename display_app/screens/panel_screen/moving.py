"""What moves (滚动): each strip is drawn once and then copied sixty times a second; nothing else is painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from display_app.panels.kind import Strip

FRAME_MS = 16
LONGEST_STEP = 0.25  # seconds: after a stall the text goes on where it was


@dataclass(slots=True)
class _Running:
    """A strip with its pictures and how far it has moved, in pixels."""

    strip: Strip
    pictures: list[QPixmap]
    offset: float = 0.0

    @property
    def length(self) -> int:
        """Of all pieces with their gaps, in pixels."""
        sizes = (picture.deviceIndependentSize() for picture in self.pictures)
        upright = self.strip.upright
        return max(sum(int(s.height() if upright else s.width()) + self.strip.gap for s in sizes), 1)

    @property
    def moves(self) -> bool:
        """False while everything fits."""
        rect = self.strip.rect
        return self.length > (rect.height() if self.strip.upright else rect.width())


class Moving(QObject):
    """Paints and moves the strips of ``window``."""

    def __init__(self, window: QWidget, seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window = window
        self._seconds = seconds
        self._running: dict[str, _Running] = {}
        self._last = seconds()
        self.region = QRegion()
        self.frames = 0  # painted since the start, for the measurement of the cost
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._move)

    @property
    def is_moving(self) -> bool:
        """True while something runs; a text that fits stands still and costs nothing."""
        return self._timer.isActive()

    def show(self, strips: Sequence[Strip]) -> None:
        """Show these; one whose content is the same goes on where it is."""
        wanted: dict[str, _Running] = {}
        for strip in strips:
            if strip.rect.isEmpty():
                continue
            known = self._running.get(strip.name)
            same = known is not None and known.strip.content == strip.content
            pictures = known.pictures if known is not None and same else strip.draw()
            running = _Running(strip, pictures, known.offset if known is not None else 0.0)
            running.offset = running.offset % running.length if running.moves else 0.0
            wanted[strip.name] = running
            if known is None or not same or known.strip.rect != strip.rect:
                self._window.update(strip.rect)
        for name in self._running.keys() - wanted.keys():
            self._window.update(self._running[name].strip.rect)
        self._running = wanted
        self.region = QRegion()
        for running in wanted.values():
            self.region += running.strip.rect
        if not any(running.moves for running in wanted.values()):
            self._timer.stop()
        elif not self._timer.isActive():
            self._last = self._seconds()
            self._timer.start()

    def paint(self, painter: QPainter, exposed: QRegion) -> None:
        """Paint the strips as they stand now."""
        self.frames += bool(self._running)
        for running in self._running.values():
            if exposed.intersects(running.strip.rect):
                painter.save()
                painter.setClipRect(running.strip.rect, Qt.ClipOperation.IntersectClip)
                _paint(painter, running)
                painter.restore()

    @Slot()
    def _move(self) -> None:
        now = self._seconds()
        step = min(max(now - self._last, 0.0), LONGEST_STEP)
        self._last = now
        for running in self._running.values():
            if running.moves:
                before = int(running.offset)
                running.offset = (running.offset + step * running.strip.speed) % running.length
                if int(running.offset) != before:
                    self._window.update(running.strip.rect)


def _paint(painter: QPainter, running: _Running) -> None:
    """Piece after piece until the rectangle is full; what runs begins again behind its end."""
    strip, rect = running.strip, running.strip.rect
    painter.fillRect(rect, QColor(strip.ground))
    if not running.pictures:
        return
    start, end = (rect.top(), rect.bottom()) if strip.upright else (rect.left(), rect.right())
    at = start - int(running.offset) + (0 if strip.upright else strip.gap)
    while at <= end:
        for picture in running.pictures:
            size = picture.deviceIndependentSize()
            extent = int(size.height() if strip.upright else size.width())
            if at + extent > start and at <= end:
                painter.drawPixmap(QPoint(rect.left(), at) if strip.upright else QPoint(at, rect.top()), picture)
            at += extent + strip.gap
        if not running.moves:
            break

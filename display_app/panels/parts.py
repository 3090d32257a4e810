"""A window painted in parts (分区绘制): each part is drawn once into a pixmap and again only when it changed.

A board of 3840×2160 would cost a core if all of it were painted for every tick of the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from qt_common.theme import NORMAL

Draw = Callable[[QPainter, QRect], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a window.

    Attributes:
        name: unique in the window.
        rect: where it stands, in the window's coordinates.
        content: what it depends on; an equal content is not drawn again.
        draw: paints it into a rectangle that begins at 0, 0.
        family: parts of one family, size and content look the same, wherever they stand: a line that moves
            down a list is not drawn again. None for a part that has no like.
    """

    name: str
    rect: QRect
    content: Hashable
    draw: Draw
    family: str | None = None

    @property
    def looks(self) -> Hashable:
        """What its picture depends on."""
        return (self.family or self.name, self.rect.width(), self.rect.height(), self.content)


class PartsView(QWidget):
    """Base of the display's windows.

    Args:
        arrange: the parts as they should be now.
    """

    painted = Signal(object)  # frozenset[str]: names of the changed parts that are on the screen now

    def __init__(self, arrange: Callable[[], Sequence[Part]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrange = arrange
        self._parts: dict[str, Part] = {}
        self._pixmaps: dict[Hashable, QPixmap] = {}
        self._unpainted: set[str] = set()
        self._ground = QColor(NORMAL.ground)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.drawn = 0  # parts drawn since the start, for the tests of the cost

    @property
    def kept_drawings(self) -> int:
        """How many drawn parts it holds; those that are not shown any more are let go."""
        return len(self._pixmaps)

    def refresh(self) -> None:
        """Compare the parts with those on the screen and repaint what changed."""
        wanted = {part.name: part for part in self._arrange()}
        for name, part in wanted.items():
            known = self._parts.get(name)
            if known is None or (known.rect, known.content) != (part.rect, part.content):
                self._unpainted.add(name)
                self.update(part.rect if known is None else part.rect.united(known.rect))
        for name in self._parts.keys() - wanted.keys():
            self.update(self._parts[name].rect)
        self._parts = wanted
        used = {part.looks for part in wanted.values()}
        self._pixmaps = {looks: pixmap for looks, pixmap in self._pixmaps.items() if looks in used}

    def forget_drawings(self) -> None:
        """Draw everything anew, for another screen resolution or language."""
        self._pixmaps.clear()
        self._parts.clear()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the drawn parts to the screen; draws those that changed."""
        painter = QPainter(self)
        exposed = event.region()
        still = exposed.subtracted(self.moving_region())
        if not still.isEmpty():
            painter.fillRect(event.rect(), self._ground)
            for part in self._parts.values():
                if still.intersects(part.rect):
                    painter.drawPixmap(part.rect.topLeft(), self._pixmap(part))
        self.paint_moving(painter, exposed)
        painter.end()
        if self._unpainted:
            names, self._unpainted = frozenset(self._unpainted), set()
            self.painted.emit(names)

    def set_ground(self, colour: str) -> None:
        """What shows between the parts; another one draws everything anew."""
        if QColor(colour) != self._ground:
            self._ground = QColor(colour)
            self._pixmaps.clear()
            self.update()

    def paint_moving(self, painter: QPainter, exposed: QRegion) -> None:
        """Paint what moves all the time; the default has nothing."""

    def moving_region(self) -> QRegion:
        """What `paint_moving` covers whole; no part is painted there."""
        return QRegion()

    def _pixmap(self, part: Part) -> QPixmap:
        pixmap = self._pixmaps.get(part.looks)
        if pixmap is None:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(max(int(part.rect.width() * ratio), 1), max(int(part.rect.height() * ratio), 1))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(self._ground)
            painter = QPainter(pixmap)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            part.draw(painter, QRect(0, 0, part.rect.width(), part.rect.height()))
            painter.end()
            self._pixmaps[part.looks] = pixmap
            self.drawn += 1
        return pixmap

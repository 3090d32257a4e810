"""The hall's map on the kiosk (大厅地图)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hall.floor_map.plan import FloorPlan
from kiosk_app.look import Look
from qt_common.floor_map import FloorMapPainter, Marks


class FloorMap(QWidget):
    """Draws a plan as large as there is room, in the kiosk's look."""

    def __init__(self, plan: FloorPlan, look: Look) -> None:
        super().__init__()
        self._plan = plan
        self._painter = FloorMapPainter(plan, look.colours, look.small)
        self._marks = Marks()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("floor_map")

    def show_marks(self, marks: Marks) -> None:
        """Draw these."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def sizeHint(self) -> QSize:
        """In the plan's proportions."""
        width = max(self.width(), 100)
        return QSize(width, round(width * self._plan.height / self._plan.width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        self._painter.draw(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self._marks)
        painter.end()

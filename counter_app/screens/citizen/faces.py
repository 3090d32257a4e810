"""Five faces, drawn (评价笑脸): no font has them everywhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from qt_common import theme

# level -> ground of the face, curve of the mouth (1 laughs, -1 is down)
LOOKS = {
    5: ("#2e9e5b", 1.0),
    4: ("#7cb342", 0.55),
    3: ("#f0b429", 0.0),
    2: ("#ef7d32", -0.5),
    1: ("#d64545", -1.0),
}


class FaceButton(QPushButton):
    """A face with its words under it."""

    def __init__(self, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = level
        self.setObjectName(f"face_{level}")
        self.setFont(theme.font(26, bold=True))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a face with the focus would look like a suggestion
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(200, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = c.primary_soft if self.isDown() else c.surface
        painter.setPen(QPen(QColor(c.primary if self.isDown() else c.line), 2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 16, 16)
        words = self.fontMetrics().height() + 24
        size = min(self.width() - 40, self.height() - words - 40)
        area = QRectF((self.width() - size) / 2, (self.height() - words - size) / 2 + 6, size, size)
        self._draw_face(painter, area)
        painter.setPen(QColor(c.text))
        painter.setFont(self.font())
        below = QRectF(0, self.height() - words - 4, self.width(), words)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_face(self, painter: QPainter, area: QRectF) -> None:
        colour, curve = LOOKS[self.level]
        size = area.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(area)
        painter.setBrush(QColor("#ffffff"))
        for side in (-1, 1):
            eye = QPointF(area.center().x() + side * size * 0.18, area.top() + size * 0.38)
            painter.drawEllipse(eye, size * 0.06, size * 0.075)
        left = QPointF(area.center().x() - size * 0.24, area.top() + size * (0.68 - 0.05 * curve))
        right = QPointF(area.center().x() + size * 0.24, left.y())
        mouth = QPainterPath(left)
        mouth.quadTo(QPointF(area.center().x(), left.y() + size * 0.26 * curve), right)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#ffffff"), size * 0.055, c=Qt.PenCapStyle.RoundCap))
        painter.drawPath(mouth)

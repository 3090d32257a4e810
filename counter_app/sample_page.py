"""A drawn page on a drawn mat, for pictures of the screens (示意图)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from qt_common import theme


def sample_mat(width: int) -> QImage:
    """A dark mat of 16:9 with a form on it."""
    height = width * 9 // 16
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("#2f4a3c"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor("#f7f5ef"))
    corners = ((0.27, 0.07), (0.71, 0.09), (0.70, 0.93), (0.26, 0.91))
    painter.drawPolygon(QPolygonF([QPointF(x * width, y * height) for x, y in corners]))
    painter.setPen(QColor("#30343a"))
    painter.setFont(theme.font(max(height // 18, 8), bold=True))
    painter.drawText(QRectF(0.28 * width, 0.12 * height, 0.42 * width, 0.1 * height), 0x84, "申请书")
    for line in range(9):
        y = (0.28 + line * 0.065) * height
        painter.drawLine(QPointF(0.31 * width, y), QPointF(0.66 * width, y + 0.01 * height))
    painter.end()
    return image

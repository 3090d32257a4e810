"""Draws a floor map (大厅平面图): zones, windows with their state, places, the way from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from hall.floor_map.plan import FloorPlan, Place, PlaceKind, Point
from qt_common import theme

# A window's state as it is drawn: never by colour alone, the word stands in it.
OPEN, PAUSED, CLOSED, TEMPORARY = "open", "paused", "closed", "temporary"
ROW = 4.0  # metres: windows nearer than this in depth stand beside each other


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn on the plan besides what never changes.

    Attributes:
        station: the kiosk where the reader stands, empty on a wall.
        windows, zone: meant, drawn strongly.
        route: the way, empty for none.
        states: of windows by number; one of `OPEN`, `PAUSED`, `CLOSED`, `TEMPORARY`.
        labels: a line under a window's number, such as the number being served.
    """

    station: str = ""
    windows: tuple[int, ...] = ()
    zone: str = ""
    route: tuple[Point, ...] = ()
    states: Mapping[int, str] = field(default_factory=dict)
    labels: Mapping[int, str] = field(default_factory=dict)


def state_words(state: str) -> str:
    """What stands in a window of this state; empty for none."""
    return {
        OPEN: QCoreApplication.translate("FloorMap", "办理中"),
        PAUSED: QCoreApplication.translate("FloorMap", "暂停"),
        CLOSED: QCoreApplication.translate("FloorMap", "未开放"),
        TEMPORARY: QCoreApplication.translate("FloorMap", "临时"),
    }.get(state, "")


def largest_text(plan: FloorPlan, rect: QRectF, marks: Marks, most: int) -> int:
    """Pixels of text with which no window of a plan drawn into ``rect`` covers its neighbour; ``most`` at most."""
    scale = min(rect.width() / plan.width, rect.height() / plan.height)
    beside = [
        abs(one.at.x - other.at.x)
        for n, one in enumerate(plan.windows)
        for other in plan.windows[n + 1 :]
        if abs(one.at.y - other.at.y) < ROW
    ]
    room = min((metres for metres in beside if metres > 0), default=plan.width) * scale
    metrics = QFontMetricsF(theme.font(100, bold=True))
    words = [*marks.labels.values(), *(state_words(state) for state in marks.states.values())]
    widest = max((metrics.horizontalAdvance(text) / 100 for text in words), default=1.0) + 0.8
    return max(int(min(most, 1.15 * scale, room / widest)), 8)


class FloorMapPainter:
    """One plan in one look.

    Args:
        colours: of the mode.
        text: pixels of ordinary text; nothing is written smaller.
    """

    def __init__(self, plan: FloorPlan, colours: theme.Colours, text: int) -> None:
        self._plan = plan
        self._c = colours
        self._text = max(text, 1)

    def draw(self, painter: QPainter, rect: QRectF, marks: Marks) -> None:
        """Draw into a rectangle, in the plan's own proportions."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._scale = min(rect.width() / self._plan.width, rect.height() / self._plan.height)
        self._left = rect.x() + (rect.width() - self._plan.width * self._scale) / 2
        self._top = rect.y() + (rect.height() - self._plan.height * self._scale) / 2
        floor = QRectF(self._left, self._top, self._plan.width * self._scale, self._plan.height * self._scale)
        painter.setPen(QPen(QColor(self._c.line), max(self._scale * 0.15, 2)))
        painter.setBrush(QColor(self._c.surface))
        painter.drawRoundedRect(floor, self._scale * 0.6, self._scale * 0.6)
        for area in self._plan.areas:
            self._area(painter, area.zone, area.name, self._rect(area.corner, area.width, area.height), marks)
        self._walks(painter)
        self._route(painter, marks)
        for place in self._plan.places:
            if place.kind is not PlaceKind.WAITING:
                self._place(painter, place, marks)
        for spot in self._plan.windows:
            self._window(painter, spot.number, self._at(spot.at), marks)
        painter.restore()

    def _at(self, point: Point) -> QPointF:
        return QPointF(self._left + point.x * self._scale, self._top + point.y * self._scale)

    def _rect(self, corner: Point, width: float, height: float) -> QRectF:
        at = self._at(corner)
        return QRectF(at.x(), at.y(), width * self._scale, height * self._scale)

    def _area(self, painter: QPainter, zone: str, name: str, rect: QRectF, marks: Marks) -> None:
        meant = zone == marks.zone
        painter.setPen(
            QPen(QColor(self._c.primary if meant else self._c.line), self._scale * (0.25 if meant else 0.1))
        )
        painter.setBrush(QColor(self._c.primary_soft if meant else self._c.ground))
        painter.drawRoundedRect(rect, self._scale * 0.4, self._scale * 0.4)
        title = QCoreApplication.translate("FloorMap", "{zone}区").format(zone=zone)
        words = f"{title} {name}"
        if self._width(words, bold=True) > rect.width() * 0.94:
            words = title
        band = QRectF(rect.x(), rect.bottom() - self._text * 1.7, rect.width(), self._text * 1.6)
        self._write(painter, band, words, self._c.primary if meant else self._c.text, bold=True)

    def _walks(self, painter: QPainter) -> None:
        painter.setPen(
            QPen(QColor(self._c.line), max(self._scale * 0.12, 1), Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
        )
        for walk in self._plan.walks:
            painter.drawPolyline(QPolygonF([self._at(point) for point in walk]))

    def _route(self, painter: QPainter, marks: Marks) -> None:
        if len(marks.route) < 2:
            return
        points = [self._at(point) for point in marks.route]
        pen = QPen(QColor(self._c.accent), max(self._scale * 0.45, 4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.drawPath(path)
        self._arrow(painter, points[-2], points[-1])

    def _arrow(self, painter: QPainter, before: QPointF, end: QPointF) -> None:
        along = end - before
        length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6)
        unit = along / length
        across = QPointF(-unit.y(), unit.x())
        size = self._scale * 0.9
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._c.accent))
        painter.drawPolygon(
            QPolygonF([end, end - unit * size + across * size * 0.7, end - unit * size - across * size * 0.7])
        )

    def _place(self, painter: QPainter, place: Place, marks: Marks) -> None:
        at = self._at(place.at)
        here = bool(marks.station) and self._plan.here(marks.station) == place
        words = QCoreApplication.translate("FloorMap", "您在这里") if here else self._place_words(place)
        size = self._text * (1.2 if here else 0.7)
        painter.setPen(QPen(QColor(self._c.surface), max(size * 0.15, 2)))
        painter.setBrush(QColor(self._c.alarm if here else self._c.text_soft))
        painter.drawEllipse(at, size / 2, size / 2)
        wide = self._width(words, bold=here) + self._text * 0.6
        left = min(max(at.x() - wide / 2, self._left), self._left + self._plan.width * self._scale - wide)
        below = at.y() + size * 0.6
        if below + self._text * 1.4 > self._top + self._plan.height * self._scale:
            below = at.y() - size * 0.6 - self._text * 1.4
        band = QRectF(left, below, wide, self._text * 1.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._c.surface))
        painter.drawRoundedRect(band, self._text * 0.3, self._text * 0.3)
        self._write(painter, band, words, self._c.alarm if here else self._c.text_soft, bold=here)

    @staticmethod
    def _place_words(place: Place) -> str:
        """A known kind in the interface's language; anything else by the hall's own name."""
        return {
            PlaceKind.ENTRANCE: QCoreApplication.translate("FloorMap", "入口"),
            PlaceKind.KIOSK: QCoreApplication.translate("FloorMap", "自助取号"),
            PlaceKind.GUIDE_DESK: QCoreApplication.translate("FloorMap", "导办台"),
            PlaceKind.TOILET: QCoreApplication.translate("FloorMap", "卫生间"),
            PlaceKind.LIFT: QCoreApplication.translate("FloorMap", "电梯"),
            PlaceKind.STAIRS: QCoreApplication.translate("FloorMap", "楼梯"),
        }.get(place.kind, place.name)

    def _window(self, painter: QPainter, number: int, at: QPointF, marks: Marks) -> None:
        meant, state = number in marks.windows, marks.states.get(number, "")
        words, label = state_words(state), marks.labels.get(number, "")
        ground, ink = self._c.surface, self._c.primary
        if meant:
            ground, ink = self._c.primary, self._c.on_primary
        elif state in (CLOSED, PAUSED):
            ground, ink = self._c.ground, self._c.text_soft
        lines = [text for text in (label, words) if text]
        wide = max(
            self._scale * 3.4, self._text * 2.2, *(self._width(text) + self._text * 0.5 for text in lines), 0
        )
        tall = self._text * (1.7 + 1.25 * len(lines))
        box = QRectF(at.x() - wide / 2, at.y() - tall / 2, wide, tall)
        box.moveTop(max(box.top(), self._top + self._scale * 0.2))
        painter.setPen(
            QPen(QColor(self._c.primary if state != CLOSED else self._c.line), max(self._scale * 0.12, 2))
        )
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, self._text * 0.3, self._text * 0.3)
        head = QRectF(box.x(), box.y() + self._text * 0.1, box.width(), self._text * 1.5)
        self._write(painter, head, str(number), ink, bold=True, pixels=round(self._text * 1.2))
        for row, text in enumerate(lines):
            line = QRectF(box.x(), head.bottom() + self._text * 1.25 * row, box.width(), self._text * 1.25)
            self._write(painter, line, text, ink, bold=text == label)

    def _width(self, text: str, *, bold: bool = False) -> float:
        return QFontMetricsF(theme.font(self._text, bold=bold)).horizontalAdvance(text)

    def _write(
        self, painter: QPainter, rect: QRectF, text: str, colour: str, *, bold: bool = False, pixels: int = 0
    ) -> None:
        painter.setFont(theme.font(pixels or self._text, bold=bold))
        painter.setPen(QColor(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

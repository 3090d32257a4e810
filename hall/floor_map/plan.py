"""A floor of the hall as data (大厅平面图): zones, windows, places, the ways between them. Lengths are metres.

The origin is the upper left corner as it is drawn, x to the right, y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from hall.errors import BadInput


class MapError(BadInput):
    """The floor map can't be used (大厅地图有误)."""

    default_message = "大厅地图有误，请核对地图文件。"


class PlaceKind(StrEnum):
    """What a place is (设施)."""

    ENTRANCE = "entrance"  # 入口
    KIOSK = "kiosk"  # 抽号机
    GUIDE_DESK = "guide_desk"  # 导办台
    WAITING = "waiting"  # 等候区
    TOILET = "toilet"  # 卫生间
    LIFT = "lift"  # 电梯
    STAIRS = "stairs"  # 楼梯
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the floor, in metres."""

    x: float
    y: float

    def distance(self, other: Point) -> float:
        """Metres between the two."""
        return hypot(self.x - other.x, self.y - other.y)


@dataclass(frozen=True, slots=True)
class Area:
    """The rectangle of a zone (区)."""

    zone: str
    name: str
    corner: Point
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return Point(self.corner.x + self.width / 2, self.corner.y + self.height / 2)

    def holds(self, point: Point) -> bool:
        """True when the point lies in it."""
        return (
            self.corner.x <= point.x <= self.corner.x + self.width
            and self.corner.y <= point.y <= self.corner.y + self.height
        )


@dataclass(frozen=True, slots=True)
class WindowSpot:
    """Where a window's counter stands, seen from the public side."""

    number: int
    at: Point


@dataclass(frozen=True, slots=True)
class Place:
    """A place people look for.

    Attributes:
        station: name of the kiosk that stands there, empty for other places.
        facing: where a person in front of it looks, degrees clockwise from up on the plan (0 up, 90 right).
    """

    kind: PlaceKind
    name: str
    at: Point
    station: str = ""
    facing: int = 0


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """One floor.

    Attributes:
        width, height: of the floor, metres.
        walks: lines that people can walk along; they meet where they share a point or cross one's end.
    """

    name: str
    width: float
    height: float
    areas: tuple[Area, ...]
    windows: tuple[WindowSpot, ...]
    places: tuple[Place, ...]
    walks: tuple[tuple[Point, ...], ...]

    def window(self, number: int) -> WindowSpot | None:
        """Where a window is; None when the map does not show it."""
        return next((w for w in self.windows if w.number == number), None)

    def area(self, zone: str) -> Area | None:
        """A zone's rectangle; None when the map does not show it."""
        return next((a for a in self.areas if a.zone == zone), None)

    def here(self, station: str) -> Place | None:
        """Where a kiosk stands; its only kiosk for a name the map does not know; None when that is not clear."""
        kiosks = [p for p in self.places if p.kind is PlaceKind.KIOSK]
        named = [p for p in kiosks if p.station == station]
        if named:
            return named[0]
        return kiosks[0] if len(kiosks) == 1 and not kiosks[0].station else None

    def check(self) -> None:
        """Whether everything lies on the floor and nothing is named twice.

        Raises:
            MapError: it does not; the message names what.
        """
        spots = [(f"{w.number}号窗口", w.at) for w in self.windows] + [(p.name, p.at) for p in self.places]
        spots += [(f"{a.zone}区", a.corner) for a in self.areas]
        spots += [(f"{a.zone}区", Point(a.corner.x + a.width, a.corner.y + a.height)) for a in self.areas]
        spots += [("通道", point) for walk in self.walks for point in walk]
        for name, at in spots:
            if not (0 <= at.x <= self.width and 0 <= at.y <= self.height):
                raise MapError(f"{name} lies outside the floor", message=f"大厅地图有误：{name}在平面图之外。")
        for names in (
            [f"{w.number}号窗口" for w in self.windows],
            [f"{a.zone}区" for a in self.areas],
            [p.station for p in self.places if p.station],
        ):
            twice = next((name for name in names if names.count(name) > 1), "")
            if twice:
                raise MapError(f"{twice} stands twice", message=f"大厅地图有误：{twice}重复。")

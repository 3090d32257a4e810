"""Reads a floor map from TOML (读取大厅地图). Every value is checked here; the message names where it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from hall.floor_map.plan import Area, FloorPlan, MapError, Place, PlaceKind, Point, WindowSpot

LARGEST_FLOOR = 1000.0  # metres
LONGEST_NAME = 30


def read_plan(text: str) -> FloorPlan:
    """A checked plan.

    Raises:
        MapError: not TOML, an unknown or missing key, a wrong value.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MapError(f"not TOML: {error}", message="大厅地图不是有效的 TOML 文件。") from error
    top = _Table("地图", table, {"name", "width", "height", "areas", "windows", "places", "walks"})
    plan = FloorPlan(
        top.text("name"),
        top.length("width"),
        top.length("height"),
        tuple(map(_area, top.tables("areas", {"zone", "name", "at", "size"}))),
        tuple(map(_window, top.tables("windows", {"number", "at"}))),
        tuple(map(_place, top.tables("places", {"kind", "name", "at", "station", "facing"}))),
        top.walks(),
    )
    plan.check()
    return plan


def _area(table: _Table) -> Area:
    width, height = table.pair("size")
    if width <= 0 or height <= 0:
        raise table.wrong("size", "宽和高必须大于 0")
    return Area(table.text("zone"), table.text("name"), table.point("at"), width, height)


def _window(table: _Table) -> WindowSpot:
    return WindowSpot(table.whole("number", 1, 999), table.point("at"))


def _place(table: _Table) -> Place:
    kind = table.text("kind")
    if kind not in set(PlaceKind):
        raise table.wrong("kind", f"应为 {'、'.join(PlaceKind)} 之一")
    station = table.text("station", "")
    facing = table.whole("facing", 0, 359, 0)
    return Place(PlaceKind(kind), table.text("name"), table.point("at"), station, facing)


class _Table:
    """One table of the file, which knows where it stands."""

    def __init__(self, where: str, values: Any, known: set[str]) -> None:
        self.where = where
        if not isinstance(values, Mapping):
            raise MapError(f"{where} is no table", message=f"大厅地图有误：{where}应为一组设置。")
        self._values = values
        for key in values:
            if key not in known:
                raise self.wrong(key, "未知的设置，请核对拼写")

    def wrong(self, key: str, why: str) -> MapError:
        return MapError(f"{self.where}.{key}: {why}", message=f"大厅地图有误：{self.where}的 {key} {why}。")

    def text(self, key: str, default: str | None = None) -> str:
        value = self._values.get(key, default)
        if not isinstance(value, str) or len(value) > LONGEST_NAME or (default is None and not value.strip()):
            raise self.wrong(key, f"应为 1 到 {LONGEST_NAME} 个字的文字")
        return value

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        value = self._values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(key, f"应为 {least} 到 {most} 的整数")
        return value

    def length(self, key: str) -> float:
        value = self._number(key, self._values.get(key))
        if not 0 < value <= LARGEST_FLOOR:
            raise self.wrong(key, f"应大于 0、不超过 {LARGEST_FLOOR:.0f} 米")
        return value

    def pair(self, key: str) -> tuple[float, float]:
        return self._pair(key, self._values.get(key))

    def point(self, key: str) -> Point:
        return Point(*self.pair(key))

    def tables(self, key: str, known: set[str]) -> list[_Table]:
        return [_Table(f"第 {n} 个 {key}", values, known) for n, values in enumerate(self._list(key), start=1)]

    def walks(self) -> tuple[tuple[Point, ...], ...]:
        found = []
        for walk in self._list("walks"):
            if not isinstance(walk, list) or len(walk) < 2:
                raise self.wrong("walks", "的每条通道至少要有两个点")
            found.append(tuple(Point(*self._pair("walks", point)) for point in walk))
        return tuple(found)

    def _list(self, key: str) -> list[Any]:
        value = self._values.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "应为列表")
        return value

    def _pair(self, key: str, value: Any) -> tuple[float, float]:
        if not isinstance(value, list) or len(value) != 2:
            raise self.wrong(key, "应为 [x, y] 两个数，单位米")
        return self._number(key, value[0]), self._number(key, value[1])

    def _number(self, key: str, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST_FLOOR:
            raise self.wrong(key, "应为数字，单位米")
        return float(value)

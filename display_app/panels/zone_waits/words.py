"""Decides how the waits of the zones are told (各区等候)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import ZoneWaitsOptions
from display_app.panels.scene import Scene
from hall.queueing.board import ZoneWait
from hall.queueing.estimate import Estimate

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """“A区 等候 12 人 约 15–20 分钟”."""

    name: str
    waiting: str
    estimate: str


def decide(scene: Scene, options: ZoneWaitsOptions, name: str) -> tuple[ZoneRow, ...]:
    """A row for each zone."""
    if scene.board is None:
        return ()
    return tuple(_row(zone) for zone in scene.board.zones if scene.has(zone.zone, options.zones))


def _row(zone: ZoneWait) -> ZoneRow:
    return ZoneRow(
        translate("Board", "{zone}区").format(zone=zone.zone),
        translate("Board", "等候 {people} 人").format(people=zone.waiting),
        _estimate(zone.estimate),
    )


def _estimate(estimate: Estimate | None) -> str:
    if estimate is None:
        return translate("Board", "暂无开放窗口")
    if estimate.high <= 5:
        return translate("Board", "不到 5 分钟")
    return translate("Board", "约 {low}–{high} 分钟").format(low=estimate.low, high=estimate.high)

"""Decides what the map of the windows says (窗口分布): on the hall's floor map if it has one, or tiles; D-06."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import WindowsMapOptions
from display_app.panels.scene import Scene
from display_app.panels.windows.words import WindowRow, window_row
from hall.floor_map.plan import FloorPlan
from hall.queueing.board import WindowLine
from hall.staffing.window import WindowState
from qt_common.floor_map import CLOSED, OPEN, PAUSED, TEMPORARY

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ZoneTiles:
    """The windows of a zone."""

    zone: str
    windows: tuple[WindowRow, ...]


@dataclass(frozen=True, slots=True)
class WindowsMap:
    """All windows.

    Attributes:
        plan: the floor they stand on; None where the hall has drawn none.
        states, labels: for the plan, by window.
    """

    zones: tuple[ZoneTiles, ...]
    plan: FloorPlan | None = None
    states: tuple[tuple[int, str], ...] = ()
    labels: tuple[tuple[int, str], ...] = ()


def decide(scene: Scene, options: WindowsMapOptions, name: str) -> WindowsMap | None:
    """All windows by zone, those where nobody has signed in too: the map shows what the hall has."""
    if scene.board is None:
        return None
    windows = [w for w in scene.board.windows if scene.has(w.zone, options.zones)]
    tiles = tuple(
        ZoneTiles(
            translate("Board", "{zone}区").format(zone=zone),
            tuple(window_row(scene, w) for w in windows if w.zone == zone),
        )
        for zone in sorted({w.zone for w in windows})
    )
    plan = scene.plan
    if plan is None or not options.plan or not any(plan.window(w.number) is not None for w in windows):
        return WindowsMap(tiles)
    return WindowsMap(
        tiles,
        plan,
        tuple((w.number, _state(w)) for w in windows),
        tuple((w.number, w.label) for w in windows if w.label and w.state is WindowState.OPEN),
    )


def _state(window: WindowLine) -> str:
    if window.state is WindowState.PAUSED:
        return PAUSED
    if window.state is WindowState.CLOSED:
        return CLOSED
    return TEMPORARY if window.temporary_until is not None else OPEN

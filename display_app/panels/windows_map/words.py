"""Decides what each tile of the windows says (窗口分布)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import WindowsMapOptions
from display_app.panels.scene import Scene
from display_app.panels.windows.words import WindowRow, window_row

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ZoneTiles:
    """The windows of a zone."""

    zone: str
    windows: tuple[WindowRow, ...]


def decide(scene: Scene, options: WindowsMapOptions, name: str) -> tuple[ZoneTiles, ...]:
    """All windows by zone, those where nobody has signed in too: the map shows what the hall has."""
    if scene.board is None:
        return ()
    zones = sorted({w.zone for w in scene.board.windows if scene.has(w.zone, options.zones)})
    return tuple(
        ZoneTiles(
            translate("Board", "{zone}区").format(zone=zone),
            tuple(window_row(scene, w) for w in scene.board.windows if w.zone == zone),
        )
        for zone in zones
    )

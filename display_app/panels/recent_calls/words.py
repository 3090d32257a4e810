"""Decides the list of the last calls (最近叫号)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import RecentCallsOptions
from display_app.panels.scene import Scene
from hall.queueing.board import CallLine

translate = QCoreApplication.translate


class CallStage(StrEnum):
    """Where a call stands with its announcement."""

    ANNOUNCING = "announcing"  # 正在播报
    WAITING = "waiting"  # 待播报
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CallRow:
    """One of the last calls.

    Attributes:
        window: “3号窗口”.
    """

    label: str
    window: str
    stage: CallStage


def decide(scene: Scene, options: RecentCallsOptions, name: str) -> tuple[CallRow, ...]:
    """The last calls, newest first."""
    return tuple(_row(scene, line) for line in scene.calls(options.zones)[: options.rows])


def _row(scene: Scene, line: CallLine) -> CallRow:
    key = (line.ticket, line.window)
    stage = CallStage.DONE
    if scene.announcing is not None and key == (scene.announcing.ticket, scene.announcing.window):
        stage = CallStage.ANNOUNCING
    elif any(key == (waiting.ticket, waiting.window) for waiting in scene.waiting):
        stage = CallStage.WAITING
    return CallRow(line.label, translate("Board", "{window}号窗口").format(window=line.window), stage)

"""Decides today's windows and clerks (今日窗口人员): 安康八3, 平桥§14, as the plate rule allows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import DutyOptions
from display_app.panels.scene import Scene
from hall.staffing.duty_board import OnDuty
from hall.staffing.window import WindowState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DutyRow:
    """“3号 无差别综合窗口 张伟 工号 1027 A岗”."""

    number: str
    window: str
    who: str
    below: str
    paused: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """All windows with somebody at them."""

    title: str
    rows: tuple[DutyRow, ...]


def decide(scene: Scene, options: DutyOptions, name: str) -> Duty | None:
    """Who sits where; None while nobody does."""
    rows = tuple(_row(scene, line) for line in scene.figures.lively.on_duty if scene.has(line.zone, options.zones))
    title = translate("Board", "今日窗口人员") if options.title is None else options.title
    return Duty(title, rows) if rows else None


def _row(scene: Scene, line: OnDuty) -> DutyRow:
    plate = scene.profile.plate
    name = line.clerk_name if plate.clerk_name else ""
    number = translate("Board", "工号 {number}").format(number=line.clerk_number) if plate.clerk_number else ""
    post = translate("Board", "{post}岗").format(post=str(line.post)) if line.post else ""
    paused = line.state is WindowState.PAUSED
    under = [text for text in (number if name else "", post) if text]
    if paused:
        under.append(translate("Board", "暂停服务"))
    return DutyRow(
        translate("Board", "{window}号").format(window=line.window),
        line.name,
        name or number,
        "  ".join(under),
        paused,
    )

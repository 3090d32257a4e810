"""Decides the list of windows (窗口一览): W-01, Q-07."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import WindowsOptions
from display_app.panels.scene import Scene
from hall.queueing.board import WindowLine
from hall.queueing.overtime import in_extended_service
from hall.staffing.window import WindowState

translate = QCoreApplication.translate


class Tone(StrEnum):
    """How a window is coloured; its status says the same in words."""

    OPEN = "open"  # 正在服务
    PAUSED = "paused"  # 暂停服务
    CLOSED = "closed"  # 未开放


@dataclass(frozen=True, slots=True)
class WindowRow:
    """“3号 无差别综合窗口 暂停服务 去向：区人社局 预计 10:30 返回”.

    Attributes:
        badge: “临时” with its end, or “延时服务”, else empty.
    """

    number: str
    name: str
    status: str
    detail: str
    badge: str
    tone: Tone
    zone: str = ""


def decide(scene: Scene, options: WindowsOptions, name: str) -> tuple[WindowRow, ...]:
    """Open, paused and temporary windows; one where nobody has signed in helps nobody to find the way."""
    if scene.board is None:
        return ()
    return tuple(
        window_row(scene, w)
        for w in scene.board.windows
        if scene.has(w.zone, options.zones)
        and (options.closed or w.state is not WindowState.CLOSED or w.temporary_until is not None)
    )


def window_row(scene: Scene, window: WindowLine) -> WindowRow:
    """One window in words."""
    badges = []
    if window.temporary_until is not None:
        badges.append(translate("Board", "临时 至{time}").format(time=scene.clock(window.temporary_until)))
    if window.state is not WindowState.CLOSED and in_extended_service(scene.profile.hours, scene.now):
        badges.append(translate("Board", "延时服务"))
    row = WindowRow(
        number=translate("Board", "{window}号").format(window=window.number),
        name=window.name,
        status=translate("Board", "未开放"),
        detail="",
        badge="  ".join(badges),
        tone=Tone.CLOSED,
        zone=window.zone,
    )
    if window.state is WindowState.OPEN:
        return replace(row, status=window.label or translate("Board", "正在服务"), tone=Tone.OPEN)
    if window.state is WindowState.PAUSED:
        detail = []
        if window.whereabouts:
            detail.append(translate("Board", "去向：{where}").format(where=window.whereabouts))
        if window.back_at is not None:
            detail.append(translate("Board", "预计{time}返回").format(time=scene.clock(window.back_at)))
        status = translate("Board", "暂停服务")
        return replace(row, status=status, detail="  ".join(detail), tone=Tone.PAUSED)
    return row

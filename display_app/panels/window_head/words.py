"""Decides the head of a window screen (窗口标题): Q-07, Q-14."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import WindowHeadOptions
from display_app.panels.head.words import stale_words
from display_app.panels.scene import Scene
from hall.queueing.overtime import in_extended_service
from hall.staffing.window import WindowState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WindowHead:
    """“3号窗口 无差别综合窗口”, its marks, word about old data, clock."""

    number_words: str
    name: str = ""
    badges: tuple[str, ...] = ()
    stale: str = ""
    clock: str = ""


def decide(scene: Scene, options: WindowHeadOptions, name: str) -> WindowHead:
    """The window's number and name, with its marks."""
    screen = scene.window
    number = screen.number if screen is not None else scene.number
    words = translate("WindowScreen", "{window}号窗口").format(window=number)
    stale = stale_words(scene) if screen is not None else ""
    if screen is None:
        return WindowHead(words, clock=f"{scene.now:%H:%M}")
    return WindowHead(words, screen.name, badges_of(scene), stale, f"{scene.now:%H:%M}")


def badges_of(scene: Scene) -> tuple[str, ...]:
    """The window's marks: temporary and until when, 延时服务 after closing time."""
    screen = scene.window
    if screen is None:
        return ()
    badges = []
    if screen.temporary_until is not None:
        time = scene.clock(screen.temporary_until)
        badges.append(translate("WindowScreen", "临时窗口 至{time}").format(time=time))
    if screen.state is not WindowState.CLOSED and in_extended_service(scene.profile.hours, scene.now):
        badges.append(translate("WindowScreen", "延时服务"))
    return tuple(badges)

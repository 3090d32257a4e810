"""Decides the head line (标题栏)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import HeadOptions
from display_app.panels.dates import date_words
from display_app.panels.scene import Scene

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Head:
    """The head line.

    Attributes:
        stale: “数据更新于 09:41”, empty while all is fresh.
    """

    hall: str = ""
    date: str = ""
    clock: str = ""
    stale: str = ""


def decide(scene: Scene, options: HeadOptions, name: str) -> Head:
    """Hall, date, clock, and since when the data are old."""
    title = scene.profile.hall_name if options.title is None else options.title
    return Head(title, date_words(scene.now), f"{scene.now:%H:%M}", stale_words(scene))


def stale_words(scene: Scene) -> str:
    """Since when the data are old; empty while they are fresh."""
    if scene.fresh:
        return ""
    if scene.read_at is None:
        return translate("Board", "正在连接数据…")
    return translate("Board", "数据更新于 {time}").format(time=scene.clock(scene.read_at))

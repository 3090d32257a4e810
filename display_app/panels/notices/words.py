"""Decides the large notices (通知公告)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import NoticesOptions
from display_app.panels.scene import Scene

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Notices:
    """The notices, one a page."""

    title: str
    texts: tuple[str, ...]


def decide(scene: Scene, options: NoticesOptions, name: str) -> Notices | None:
    """Those of the hall profile, then those of the layout; None when there are none."""
    texts = (*scene.profile.notices, *options.texts)
    title = translate("Board", "通知公告") if options.title is None else options.title
    return Notices(title, texts) if texts else None

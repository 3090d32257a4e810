"""Decides which picture a media panel shows (图片视频)."""

from __future__ import annotations

from display_app.layouts.options import MediaOptions
from display_app.panels.scene import Picture, Scene


def decide(scene: Scene, options: MediaOptions, name: str) -> Picture | None:
    """The picture that was fetched for the panel; None while there is none."""
    return dict(scene.pictures).get(name)

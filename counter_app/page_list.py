"""Builds the pages beside the work page (附页清单)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.desk import Desk
from counter_app.pages import Page
from counter_app.worker import Worker


def build_pages(desk: Desk, runner: Worker, parent: QObject) -> list[Page]:
    """All pages, in the order of their doors."""
    del desk, runner, parent
    return []

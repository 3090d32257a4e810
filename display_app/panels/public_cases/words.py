"""Decides the lines of 办件公示: D-02, 安康八1."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import PublicCasesOptions
from display_app.panels.scene import Scene

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CaseRow:
    """“09:33 王*国 食品经营许可 办结”."""

    time: str
    who: str
    item: str


@dataclass(frozen=True, slots=True)
class Cases:
    """The list; ``nothing`` stands there while it is empty."""

    title: str
    rows: tuple[CaseRow, ...]
    nothing: str


def decide(scene: Scene, options: PublicCasesOptions, name: str) -> Cases:
    """What was finished today, newest first; names are masked in the database already."""
    title = translate("Board", "办件公示") if options.title is None else options.title
    rows = tuple(
        CaseRow(scene.clock(case.finished_at), case.holder or translate("Board", "办事群众"), case.item_name)
        for case in scene.figures.lively.cases
    )
    return Cases(title, rows, translate("Board", "今日办结的事项将在这里公示"))

"""Decides the published figures (满意度公示): R-04."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.figures import Period
from display_app.layouts.options import SatisfactionOptions
from display_app.panels.scene import Scene
from hall.rating.publication import Satisfaction, Subject

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FigureRow:
    """“区市场监督管理局 98.2% 评价 56 次，未评价 12 次”.

    Attributes:
        percent: 0 … 100, for the bar.
    """

    who: str
    share: str
    counts: str
    percent: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of the panel."""

    title: str
    rows: tuple[FigureRow, ...]


def decide(scene: Scene, options: SatisfactionOptions, name: str) -> Figures | None:
    """The figures that may be published; None while there are none."""
    by, period = Subject(options.by), Period(options.period)
    lines = scene.figures.satisfaction(by, period)
    if not lines:
        return None
    title = options.title
    if title is None:
        title = translate("Board", "今日满意度") if period is Period.TODAY else translate("Board", "本月满意度")
    return Figures(title, tuple(_row(scene, by, line) for line in lines))


def _row(scene: Scene, by: Subject, line: Satisfaction) -> FigureRow:
    counts = translate("Board", "评价 {rated} 次，未评价 {unrated} 次").format(
        rated=line.rated, unrated=line.unrated
    )
    return FigureRow(_who(scene, by, line), f"{line.percent:.1f}%", counts, line.percent)


def _who(scene: Scene, by: Subject, line: Satisfaction) -> str:
    """Whom it is of; a clerk as the plate shows them."""
    if by is Subject.HALL:
        return scene.profile.hall_name
    if by is Subject.WINDOW:
        return translate("Board", "{window}号窗口").format(window=line.key)
    if by is Subject.DEPARTMENT:
        return line.name or line.key
    name = line.name if scene.profile.plate.clerk_name else ""
    return name or translate("Board", "工号 {number}").format(number=line.key)

"""What people said of the service, for publication (满意度公示): 安康五6, 卫东23, R-04.

Only ratings count: 不评价 and 未评价 are told apart from them and never counted as good. Few ratings are not
published: they would tell who said it, and chance more than service.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hall.ports import UnitOfWork
from hall.rating.count import RatingCount
from hall.rating.rating import Level, Outcome

SATISFIED = frozenset({Level.FAIR, Level.GOOD, Level.VERY_GOOD})  # the other two are 差评


class Subject(StrEnum):
    """Whom a figure is of."""

    HALL = "hall"  # 全大厅
    WINDOW = "window"  # 窗口
    DEPARTMENT = "department"  # 部门
    PERSON = "person"  # 窗口人员


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """One published figure.

    Attributes:
        key: window number, department's code or staff number; empty for the whole hall.
        name: of the department or the clerk; empty for windows and the hall.
        rated: ratings with a level.
        satisfied: of those, how many are no 差评.
        unrated: 不评价, 未评价 and 评价器故障 together.
    """

    key: str
    name: str
    rated: int
    satisfied: int
    unrated: int

    @property
    def percent(self) -> float:
        """Satisfied of a hundred who rated."""
        return 100 * self.satisfied / self.rated


def summed(counts: Iterable[RatingCount], by: Subject, *, fewest: int) -> tuple[Satisfaction, ...]:
    """The figures that may be published, most satisfied first.

    Args:
        fewest: a figure from fewer ratings is left out (⚙ ``rating.fewest_published``), at least 1.
    """
    sums: dict[str, list[int]] = {}
    for line in counts:
        key = {
            Subject.HALL: "",
            Subject.WINDOW: str(line.window),
            Subject.DEPARTMENT: line.department,
            Subject.PERSON: line.clerk,
        }[by]
        rated, satisfied, unrated = sums.setdefault(key, [0, 0, 0])
        if line.outcome is Outcome.RATED:
            rated += line.count
            satisfied += line.count if line.level in SATISFIED else 0
        else:
            unrated += line.count
        sums[key] = [rated, satisfied, unrated]
    found = [Satisfaction(key, "", *sums[key]) for key in sums if sums[key][0] >= max(fewest, 1)]
    return tuple(sorted(found, key=lambda one: (-one.percent, -one.rated, one.key)))


def read_satisfaction(
    uow: UnitOfWork, by: Subject, *, since: datetime, fewest: int, branch: str = ""
) -> tuple[Satisfaction, ...]:
    """The figures of a branch from ``since`` on, with the names of departments or clerks.

    Args:
        fewest: as in `summed`.
    """
    here = {window.number for window in uow.windows.all() if window.branch == branch}
    counts = [line for line in uow.statistics.rating_counts(since) if line.window in here]
    found = summed(counts, by, fewest=fewest)
    names: dict[str, str] = {}
    if by is Subject.DEPARTMENT:
        names = {department.code: department.name for department in uow.catalogue.departments()}
    elif by is Subject.PERSON:
        names = {clerk.number: clerk.name for clerk in uow.clerks.all()}
    return tuple(replace(one, name=names.get(one.key, "")) for one in found)


def month_of(now: datetime) -> datetime:
    """The first of the month of ``now``, at midnight."""
    return day_of(now).replace(day=1)


def day_of(now: datetime) -> datetime:
    """The midnight that ``now``'s day began with."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)

"""What displays show beside the calls (公示数据): read apart and seldom, so that no call waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from hall.business_calendar.calendar import OpeningState, WorkingCalendar, YearNotLoaded, opening_state
from hall.catalogue.public_guide import PublicGuide, read_public_guides
from hall.ports import Store, UnitOfWork
from hall.profile import HallProfile
from hall.queueing.board import PublicCase, read_public_cases
from hall.rating.publication import Satisfaction, Subject, day_of, month_of, read_satisfaction
from hall.staffing.duty_board import OnDuty, read_on_duty


class Period(StrEnum):
    """Since when ratings are counted."""

    TODAY = "today"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class SatisfactionTable:
    """The figures of one subject and period; too few ratings are not in it."""

    by: Subject
    period: Period
    lines: tuple[Satisfaction, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a layout's panels need of the figures."""

    cases: bool = False
    on_duty: bool = False
    guides: bool = False
    satisfaction: frozenset[tuple[Subject, Period]] = frozenset()
    opening: bool = False

    @property
    def any_lively(self) -> bool:
        """True when something is wanted that changes with every service."""
        return self.cases or self.on_duty

    @property
    def any_slow(self) -> bool:
        """True when something is wanted that changes slowly."""
        return self.guides or self.opening or bool(self.satisfaction)


@dataclass(frozen=True, slots=True)
class Lively:
    """What changes with every service."""

    cases: tuple[PublicCase, ...] = ()
    on_duty: tuple[OnDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class Slow:
    """What changes within minutes at most."""

    guides: tuple[PublicGuide, ...] = ()
    satisfaction: tuple[SatisfactionTable, ...] = ()
    opening: OpeningState | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All of it, as it was read last."""

    lively: Lively = field(default_factory=Lively)
    slow: Slow = field(default_factory=Slow)

    def satisfaction(self, by: Subject, period: Period) -> tuple[Satisfaction, ...]:
        """The published figures of a subject and period."""
        tables = [table for table in self.slow.satisfaction if (table.by, table.period) == (by, period)]
        return tables[0].lines if tables else ()


def read_lively(store: Store, wanted: Wanted, branch: str = "") -> Lively:
    """Read what changes with every service.

    Raises:
        Unavailable: the database can't be reached.
    """
    with store.reading() as uow:
        return Lively(
            read_public_cases(uow, branch=branch) if wanted.cases else (),
            read_on_duty(uow, branch) if wanted.on_duty else (),
        )


OpeningOf = Callable[[UnitOfWork], OpeningState | None]


def read_slow(store: Store, wanted: Wanted, profile: HallProfile, opening_of: OpeningOf, branch: str = "") -> Slow:
    """Read what changes slowly.

    Raises:
        Unavailable: the database can't be reached.
    """
    with store.reading() as uow:
        tables = []
        for by, period in sorted(wanted.satisfaction):
            since = month_of(uow.now) if period is Period.MONTH else day_of(uow.now)
            fewest = profile.rating.fewest_published
            lines = read_satisfaction(uow, by, since=since, fewest=fewest, branch=branch)
            tables.append(SatisfactionTable(by, period, lines))
        return Slow(
            read_public_guides(uow, branch) if wanted.guides else (),
            tuple(tables),
            opening_of(uow) if wanted.opening else None,
        )


def opening_by(profile: HallProfile, calendar_of: Callable[[UnitOfWork], WorkingCalendar] | None) -> OpeningOf:
    """How a display learns whether the hall is open; None where the calendar of the year is not known."""

    def opening(uow: UnitOfWork) -> OpeningState | None:
        if calendar_of is None:
            return None
        try:
            return opening_state(calendar_of(uow), profile.hours, uow.now)
        except YearNotLoaded:
            return None

    return opening

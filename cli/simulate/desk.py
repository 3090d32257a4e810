"""What the simulated stations share (模拟工作站): the store, one transaction each time, and the day's counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from cli.simulate.clock import Agenda
from cli.simulate.hall import Staffed
from cli.simulate.plan import PROFILE, DayPlan
from cli.simulate.visitor import Visitor
from hall.business_calendar.calendar import OpeningState, WorkingCalendar, opening_state
from hall.ports import PasswordHasher, Store, UnitOfWork
from hall.queueing.outlook import Forecaster
from hall.staffing.window import Window

Result = TypeVar("Result")


class EveryDay:
    """The simulated day is a working day, whatever the calendar says; fills `HolidaySource`."""

    def is_workday(self, day: object) -> bool:
        return True


@dataclass(slots=True)
class Desk:
    """The shared parts of a running day.

    Attributes:
        scale: what usual handling times are multiplied with, so that the windows can cope with the visitors.
        of_ticket: whose ticket it is, by id.
        forecaster: tells the waits, as in the applications.
        booked: visitors with an appointment, by index.
        interrupted: tickets that were transferred or suspended once.
        counts: what happened that the database does not show, such as refused second numbers.
    """

    store: Store
    agenda: Agenda
    plan: DayPlan
    windows: Mapping[int, Window]
    staff: Mapping[int, Staffed]
    hasher: PasswordHasher
    scale: float
    forecaster: Forecaster
    of_ticket: dict[int, Visitor] = field(default_factory=dict)
    booked: set[int] = field(default_factory=set)
    interrupted: set[int] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    calendar: WorkingCalendar = field(default_factory=lambda: WorkingCalendar(EveryDay()))

    def do(self, use_case: Callable[[UnitOfWork], Result]) -> Result:
        """One use case in one transaction, as the applications do it."""
        with self.store.begin() as uow:
            result = use_case(uow)
            uow.commit()
        return result

    def read(self, query: Callable[[UnitOfWork], Result]) -> Result:
        """One snapshot."""
        with self.store.reading() as uow:
            return query(uow)

    def opening(self) -> OpeningState:
        """Whether numbers are given now."""
        return opening_state(self.calendar, PROFILE.hours, self.agenda.now)

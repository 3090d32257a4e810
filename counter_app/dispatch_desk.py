"""The dispatch page's use cases over the store (调度操作), on a worker of their own: suggestions are simulated."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from counter_app.desk import Desk
from hall.catalogue.item import Department, ServiceItem
from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.queueing.balance import WindowWork, best_change, decide, measure_effect, propose, workload
from hall.queueing.balancing import Suggestion
from hall.queueing.outlook import EstimateReport, Learnt, estimate_report, learn
from hall.queueing.suggestion import SuggestionRecord
from hall.staffing.delegation import Delegation
from hall.staffing.establishment import delegate, revoke_delegation
from hall.staffing.temporary import prolong, set_up_temporary, take_away
from hall.staffing.window import Window

T = TypeVar("T")
LEARN_S = 1800.0
REPORT_DAYS = (0, 7, 28)  # today, a week, four weeks


@dataclass(frozen=True, slots=True)
class DispatchSnapshot:
    """Everything the dispatch page shows, read in one snapshot.

    Attributes:
        suggestion: the change that helps most now; None when none is worth it. On record only once it is decided.
        reports: how far the told waits were off, by days back (0 is today).
        names: of staff, by number.
    """

    at: datetime
    windows: Sequence[Window]
    work: Sequence[WindowWork]
    suggestion: Suggestion | None
    suggestions: Sequence[SuggestionRecord]
    delegations: Sequence[Delegation]
    reports: Mapping[int, EstimateReport]
    items: Mapping[str, ServiceItem]
    departments: Sequence[Department]
    names: Mapping[str, str]


class DispatchDesk:
    """Keeps what was learnt from past tickets for half an hour; used from one worker.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, desk: Desk, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.desk = desk
        self._clock = clock
        self._learnt: tuple[float, Learnt, dict[int, EstimateReport]] | None = None

    def read(self) -> DispatchSnapshot:
        """Read the hall and simulate what a change would bring.

        Raises:
            Unavailable: the database is away.
        """
        with self.desk.store.reading() as uow:
            learnt, reports = self._known(uow)
            today = uow.now.date()
            return DispatchSnapshot(
                at=uow.now,
                windows=uow.windows.all(),
                work=workload(uow),
                suggestion=best_change(uow, profile=self.desk.profile, learnt=learnt),
                suggestions=uow.registers.suggestions.where(day=today),
                delegations=uow.windows.delegations(),
                reports={**reports, 0: estimate_report(uow, today)},
                items={item.code: item for item in uow.catalogue.items()},
                departments=uow.catalogue.departments(),
                names={clerk.number: clerk.name for clerk in uow.clerks.all()},
            )

    def decide(self, by: Actor, suggestion: Suggestion, *, accept: bool) -> SuggestionRecord:
        """Put the suggestion on record with what the person decided, in one transaction."""

        def work(uow: UnitOfWork) -> SuggestionRecord:
            return decide(uow, propose(uow, suggestion, by=by).id, accept=accept, by=by)

        return self._do(work)

    def measure(self, by: Actor, suggestion: int) -> SuggestionRecord | None:
        """成效评估; None while too few were called since."""
        return self._do(lambda uow: measure_effect(uow, suggestion, by=by))

    def set_up(self, by: Actor, window: Window, reason: str, until: datetime) -> Window:
        """设立临时窗口."""
        return self._do(lambda uow: set_up_temporary(uow, window, reason=reason, until=until, by=by))

    def prolong(self, by: Actor, number: int, until: datetime, reason: str) -> Window:
        """调整临时窗口."""
        return self._do(lambda uow: prolong(uow, number, until=until, reason=reason, by=by))

    def take_away(self, by: Actor, number: int, reason: str) -> Window:
        """撤销窗口."""
        return self._do(lambda uow: take_away(uow, number, reason=reason, by=by))

    def delegate(
        self, by: Actor, items: Collection[str], window: int, starts: date, ends: date, basis: str
    ) -> Delegation:
        """委托; the department is the one of the items."""

        def work(uow: UnitOfWork) -> Delegation:
            department = uow.catalogue.item(min(items)).department if items else ""
            return delegate(
                uow, Delegation(0, department, frozenset(items), window, starts, ends, basis, by.name), by=by
            )

        return self._do(work)

    def revoke(self, by: Actor, delegation: int, reason: str) -> Delegation:
        """撤销委托."""
        return self._do(lambda uow: revoke_delegation(uow, delegation, by=by, reason=reason))

    def _known(self, uow: UnitOfWork) -> tuple[Learnt, dict[int, EstimateReport]]:
        now = self._clock()
        if self._learnt is None or now - self._learnt[0] >= LEARN_S:
            today = uow.now.date()
            reports = {back: estimate_report(uow, today - timedelta(days=back)) for back in REPORT_DAYS if back}
            self._learnt = (now, learn(uow), reports)
        return self._learnt[1], self._learnt[2]

    def _do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.desk.store.begin() as uow:
            result = work(uow)
            uow.commit()
        return result

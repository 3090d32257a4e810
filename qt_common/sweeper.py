"""Runs the sweep about once a minute (定时处理): what time alone brings about, done by every station that is on."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import HallError
from hall.identity import Actor, system_at
from hall.ports import Store, UnitOfWork
from hall.profile import HallProfile
from hall.sweep import Swept, sweep
from qt_common.runner import Runner

log = logging.getLogger(__name__)

CalendarOf = Callable[[UnitOfWork], WorkingCalendar]

EVERY_MS = 60_000
# After a power cut all stations start together; their sweeps need not.
FIRST_MS = (3_000, 12_000)


def sweep_when_due(store: Store, *, by: Actor, profile: HallProfile, calendar_of: CalendarOf) -> Swept:
    """Sweep once; the database's one writer is asked for only when something is due.

    Raises:
        Conflict: another station was faster with one of them; the next run finds the rest.
        Unavailable: the database is away.
    """
    try:
        with store.reading() as uow:
            return sweep(uow, by=by, profile=profile, calendar=lambda: calendar_of(uow))
    except RuntimeError as refusal:
        # A reading unit refuses the first change: something is due. Any other error comes again below.
        log.debug("something is due: %s", refusal)
    with store.begin() as unit:
        swept = sweep(unit, by=by, profile=profile, calendar=lambda: calendar_of(unit))
        unit.commit()
    return swept


class Sweeper(QObject):
    """Sweeps through the app's database worker, never twice at once; lives in the UI thread.

    Args:
        station: stands on the journal records.
        calendar_of: the hall's calendar as it stands in a transaction.
        every_ms: pause between two runs.
        first_ms: pause before the first; None for a few seconds, different at each start.
    """

    def __init__(
        self,
        store: Store,
        runner: Runner,
        station: str,
        profile: HallProfile,
        calendar_of: CalendarOf,
        parent: QObject | None = None,
        *,
        every_ms: int = EVERY_MS,
        first_ms: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._runner = runner
        self._by = system_at(station)
        self._profile = profile
        self._calendar_of = calendar_of
        self._every_ms = every_ms
        self._first_ms = random.randint(*FIRST_MS) if first_ms is None else first_ms
        self._running = False
        self._calendar_missing = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.run)

    def start(self) -> None:
        """Begin."""
        self._timer.start(self._first_ms)

    def stop(self) -> None:
        """Sweep no more; one that runs is finished by the worker."""
        self._timer.stop()

    @Slot()
    def run(self) -> None:
        """Sweep now, unless a sweep is on its way."""
        self._timer.setInterval(self._every_ms)
        if self._running or self._runner.is_closed:
            return
        self._running = True
        self._runner.run(self._work, self._done, self._failed)

    def _work(self) -> Swept:
        """On the database's thread."""
        return sweep_when_due(self._store, by=self._by, profile=self._profile, calendar_of=self._calendar_of)

    def _done(self, swept: Swept) -> None:
        self._running = False
        if swept.anything:
            log.info("swept: %s", swept)
        if swept.calendar_missing and not self._calendar_missing:
            log.warning("vacant posts are not looked for: the calendar does not know this year")
        self._calendar_missing = swept.calendar_missing

    def _failed(self, error: Exception) -> None:
        self._running = False
        if isinstance(error, HallError):
            log.info("swept again in %d s: %s", self._every_ms // 1000, error)
        else:
            log.error("the sweep failed", exc_info=error)

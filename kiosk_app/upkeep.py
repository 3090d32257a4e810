"""What a kiosk looks after besides its visitors (后台处理): papers a crash left, unconfirmed numbers, the sweep.

The order matters: a number whose paper came out is confirmed before anything is voided, after a restart as well as
after the database was away.
"""

from __future__ import annotations

import logging

from hall.errors import HallError
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing import Issuing
from kiosk_app.paper_notes import PaperNotes
from kiosk_app.ports import Background
from qt_common.sweeper import Sweeper

log = logging.getLogger(__name__)

VOID_EVERY = 10  # seconds between looks for numbers that nobody confirmed; the sweep alone would be late for them
RECOVER_EVERY = 5  # seconds between tries while the database is away


class Upkeep:
    """Runs on the database's worker, by the kiosk's seconds."""

    def __init__(
        self, desk: KioskDesk, background: Background, notes: PaperNotes, issuing: Issuing, sweeper: Sweeper
    ) -> None:
        self._desk = desk
        self._background = background
        self._notes = notes
        self._issuing = issuing
        self._sweeper = sweeper
        self._left_over = notes.all()
        self._recovered = False
        self._sweeps = False
        self._sweeping = False
        self._seconds = 0

    def start(self, *, sweeps: bool) -> None:
        """Put in order what a crash left, then begin.

        Args:
            sweeps: False leaves the hall's sweep to other stations.
        """
        self._sweeps = sweeps
        self._recover()

    def stop(self) -> None:
        """End."""
        self._sweeper.stop()

    def tick(self) -> None:
        """Once a second."""
        self._seconds += 1
        if self._seconds % RECOVER_EVERY == 0 and not self._recovered:
            self._recover()
        if self._seconds % VOID_EVERY == 0:
            self._void_stale()
        self._sweep_or_not()

    def _recover(self) -> None:
        left_over = self._left_over

        def work() -> None:
            for paper in left_over:
                became = self._desk.recover(paper)
                self._notes.settled(paper.ticket)
                log.warning("after a restart: %s of %s: %s", paper.label, paper.day, became)

        self._background.run(work, self._put_in_order, _later)

    def _put_in_order(self, _: None) -> None:
        if not self._recovered:
            self._recovered, self._left_over = True, ()
            self._void_stale()
            self._sweep_or_not()

    def _void_stale(self) -> None:
        if self._may_void:
            self._background.run(self._desk.void_stale, _log_voided, _later)

    def _sweep_or_not(self) -> None:
        wanted = self._sweeps and self._may_void
        if wanted and not self._sweeping:
            self._sweeper.start()
        elif self._sweeping and not wanted:
            self._sweeper.stop()
        self._sweeping = wanted

    @property
    def _may_void(self) -> bool:
        return self._recovered and not self._issuing.unsaved


def _log_voided(count: int) -> None:
    if count:
        log.info("%d unconfirmed tickets voided", count)


def _later(error: Exception) -> None:
    if not isinstance(error, HallError):
        raise error
    log.warning("unconfirmed numbers are looked at later: %s", error)

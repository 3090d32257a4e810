"""Asks for the rating of every finished service and records what came of it, once (评价流程): R-01, R-02.

- The pad asks beside the work: the clerk may call the next at once, which ends the question as 未评价.
- An answer is written to this machine first, then to the database; it survives a database that is away and a
  crash. The database takes one outcome per ticket, so a doubled attempt changes nothing.
- After a crash in the middle of a question the answer is not known: at the next sign-in the ticket gets 未评价, or
  评价器故障 when the station has no pad.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.drafts import Drafts
from counter_app.model import RatingLine, RatingStage
from devices.rating_pad.interface import Answer, RatingPad
from hall.errors import HallError, Unavailable
from hall.queueing.ticket import Ticket
from hall.rating.rating import AlreadyRated, Level, Outcome
from qt_common.device_bridge import DeviceBridge
from qt_common.runner import Runner

log = logging.getLogger(__name__)

DRAFT = "ratings"


class RatingLoop(QObject):
    """The ratings of one window.

    Args:
        pad: not configured when the station has none; every outcome is then 评价器故障 (NO_PAD).
    """

    changed = Signal(object)  # RatingLine
    recorded = Signal(object, object)  # Ticket id, Outcome

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        pad: DeviceBridge[RatingPad],
        drafts: Drafts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._pad = pad
        self._drafts = drafts
        self._wait = float(desk.profile.rating.wait_seconds)
        self._asking: dict[int, threading.Event] = {}
        # ticket id -> outcome and level, not in the database yet
        self._unsaved: dict[int, tuple[Outcome, Level | None]] = _load(drafts.get(DRAFT))
        self._sending: set[int] = set()
        self._lines: dict[int, RatingLine] = {}

    def ask(self, ticket: Ticket) -> None:
        """A service was finished: ask for its rating, if the hall asks now."""
        self._runner.run(
            lambda: self._desk.is_asked_at_finish(ticket),
            lambda wanted: self._ask(ticket) if wanted else None,
            lambda _error: self._ask(ticket),  # better asked than forgotten
        )

    def cancel(self) -> None:
        """The clerk goes on: end the question on the pad; without an answer it is 未评价."""
        for cancelled in self._asking.values():
            cancelled.set()

    def settle(self) -> None:
        """After sign-in: write what a crash left on this machine, then give the rest their outcome."""
        self.flush()
        outcome = Outcome.SILENT if self._pad.is_configured else Outcome.NO_PAD
        besides = frozenset(self._asking) | frozenset(self._unsaved)
        self._runner.run(
            lambda: self._desk.settle_ratings(outcome, besides),
            lambda settled: log.info("settled %d unrated tickets", len(settled)) if settled else None,
            lambda error: log.warning("unrated tickets not settled: %s", error),
        )

    def flush(self) -> None:
        """Try again to write the outcomes that wait for the database."""
        for ticket in list(self._unsaved):
            self._send(ticket)

    def _ask(self, ticket: Ticket) -> None:
        self._lines[ticket.id] = RatingLine(ticket.label, RatingStage.ASKING)
        if not self._pad.is_configured:
            self._keep(ticket.id, Outcome.NO_PAD, None)
            return
        self.cancel()
        cancelled = threading.Event()
        self._asking[ticket.id] = cancelled
        self.changed.emit(self._lines[ticket.id])
        wait = self._wait

        def work(pad: RatingPad) -> Answer | None:
            return pad.ask(wait, cancelled.is_set)

        self._pad.submit(
            work,
            lambda answer: self._answered(ticket.id, answer),
            lambda error: self._not_asked(ticket.id, error),
        )

    def _answered(self, ticket: int, answer: Answer | None) -> None:
        self._asking.pop(ticket, None)
        if answer is None:
            self._keep(ticket, Outcome.SILENT, None)
        elif answer.level is None:
            self._keep(ticket, Outcome.DECLINED, None)
        else:
            self._keep(ticket, Outcome.RATED, Level(answer.level))

    def _not_asked(self, ticket: int, error: Exception) -> None:
        log.warning("the pad could not ask: %s: %s", type(error).__name__, error)
        self._asking.pop(ticket, None)
        self._keep(ticket, Outcome.NO_PAD, None)

    def _keep(self, ticket: int, outcome: Outcome, level: Level | None) -> None:
        self._unsaved[ticket] = (outcome, level)
        self._store_drafts()
        self._send(ticket)

    def _send(self, ticket: int) -> None:
        if ticket in self._sending:
            return
        self._sending.add(ticket)
        outcome, level = self._unsaved[ticket]
        self._runner.run(
            lambda: self._desk.record_rating(ticket, outcome, level),
            lambda _rating: self._saved(ticket),
            lambda error: self._not_saved(ticket, error),
        )

    def _saved(self, ticket: int) -> None:
        self._sending.discard(ticket)
        outcome, _level = self._unsaved.pop(ticket)
        self._store_drafts()
        self._show(ticket, outcome, saved=True)
        self.recorded.emit(ticket, outcome)

    def _not_saved(self, ticket: int, error: Exception) -> None:
        self._sending.discard(ticket)
        if isinstance(error, HallError) and not isinstance(error, Unavailable):
            # The database has its answer already, or will never take this one: nothing to try again.
            level = logging.INFO if isinstance(error, AlreadyRated) else logging.ERROR
            log.log(level, "rating of ticket %d refused: %s", ticket, error)
            self._unsaved.pop(ticket)
            self._store_drafts()
            self._lines.pop(ticket, None)
            return
        self._show(ticket, self._unsaved[ticket][0], saved=False)

    def _show(self, ticket: int, outcome: Outcome, *, saved: bool) -> None:
        line = self._lines.get(ticket)
        if line is None:
            return
        line = replace(line, stage=RatingStage(str(outcome)), saved=saved)
        self._lines = {ticket: line} if saved and not self._asking else {**self._lines, ticket: line}
        self.changed.emit(line)

    def _store_drafts(self) -> None:
        if self._unsaved:
            kept = {str(t): [str(o), int(v) if v else None] for t, (o, v) in self._unsaved.items()}
            self._drafts.put(DRAFT, kept)
        else:
            self._drafts.drop(DRAFT)


def _load(kept: dict[str, Any]) -> dict[int, tuple[Outcome, Level | None]]:
    loaded: dict[int, tuple[Outcome, Level | None]] = {}
    for ticket, value in kept.items():
        try:
            outcome, level = value
            loaded[int(ticket)] = (Outcome(outcome), Level(level) if level is not None else None)
        except (ValueError, TypeError):
            log.error("an outcome kept for a ticket can't be read")
    return loaded

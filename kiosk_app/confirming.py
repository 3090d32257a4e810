"""The second phase of a number (出票确认): on the worker, noted on disk, repeated until the database takes it.

A confirmation of a paper that the database did not take is repeated until it is taken or refused, even when the
visitor has left with the paper. What was begun stands on the kiosk's own disk until then, so that a crash voids no
paper.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from hall.errors import HallError
from hall.queueing.issue import IssuedTicket
from hall.queueing.ticket import WrongState
from kiosk_app.desk import KioskDesk
from kiosk_app.paper_notes import PaperNotes
from kiosk_app.ports import Background, PrintFailure
from kiosk_app.trouble import Trouble, trouble_of

log = logging.getLogger(__name__)


class Confirming:
    """Confirms and drops numbers; lives in the UI thread, its work is on the database's worker.

    Args:
        notes: of papers begun and not confirmed.
    """

    def __init__(self, desk: KioskDesk, background: Background, notes: PaperNotes) -> None:
        self._desk = desk
        self._background = background
        self._notes = notes
        self._out: set[int] = set()  # papers whose confirmation is not sure yet
        self._again: dict[int, Callable[[], None]] = {}  # those that the database did not take

    @property
    def unsaved(self) -> bool:
        """True while a paper is out whose confirmation the database did not take yet: nothing may be voided."""
        return bool(self._out)

    def repeat(self) -> None:
        """Try again what the database did not take; once a second."""
        for ticket in list(self._again):
            self._again.pop(ticket)()

    def begun(self, issued: IssuedTicket) -> None:
        """The print begins; on the worker, before the first byte."""
        self._notes.begun(issued)

    def paper(
        self,
        ticket: int,
        taken: Callable[[], None],
        away: Callable[[], None],
        refused: Callable[[], None],
        *,
        told: bool = False,
    ) -> None:
        """The paper is out: the number counts.

        Args:
            away: the database did not take it; it is repeated by `repeat`.
            refused: the number was voided meanwhile.
            told: the visitor says so, not the printer.
        """
        self._out.add(ticket)

        def work() -> None:
            self._notes.came_out(ticket)
            if told:
                self._settling(ticket, lambda: self._desk.tell_paper(ticket, came_out=True))
            else:
                self._settling(ticket, lambda: self._desk.confirm(ticket, paperless=False))

        def done(_: None) -> None:
            self._out.discard(ticket)
            taken()

        def failed(error: Exception) -> None:
            if trouble_of(error) is Trouble.DATABASE_AWAY:
                self._again[ticket] = lambda: self.paper(ticket, taken, away, refused, told=told)
                away()
                return
            self._out.discard(ticket)
            log.error("ticket %d was printed but can't be confirmed: %s", ticket, error)
            refused()

        self._background.run(work, done, failed)

    def paperless(
        self, ticket: int, taken: Callable[[], None], away: Callable[[], None], refused: Callable[[], None]
    ) -> None:
        """“记住了”: the number on the screen counts; when the database is away the visitor presses again."""

        def failed(error: Exception) -> None:
            if trouble_of(error) is Trouble.DATABASE_AWAY:
                away()
            else:
                refused()

        self._background.run(
            lambda: self._settling(ticket, lambda: self._desk.confirm(ticket, paperless=True)),
            lambda _: taken(),
            failed,
        )

    def not_out(self, ticket: int) -> None:
        """The visitor says that no paper came: on record, and after a crash nothing is confirmed for a paper."""

        def work() -> None:
            self._notes.settled(ticket)
            self._desk.tell_paper(ticket, came_out=False)

        self._background.run(work, _nothing, lambda error: _expected(error, ticket, "the answer is not on record"))

    def note(self, ticket: int, failure: PrintFailure) -> None:
        """A print failed, or nobody knows: on record."""

        def work() -> None:
            if failure.outcome_known:
                self._notes.settled(ticket)
            self._desk.note_trouble(ticket, error=failure.detail, outcome_known=failure.outcome_known)

        self._background.run(work, _nothing, lambda error: _expected(error, ticket, "the trouble is not on record"))

    def drop(self, ticket: int, reason: str) -> None:
        """Void a number that nobody confirmed; when the database is away it voids itself."""

        def work() -> None:
            self._notes.settled(ticket)
            self._desk.drop(ticket, reason=reason)

        self._background.run(work, _nothing, lambda error: _expected(error, ticket, "it voids itself later"))

    def _settling(self, ticket: int, confirm: Callable[[], None]) -> None:
        """On the worker. A refusal settles it as well: the number is void, which no restart can change."""
        try:
            confirm()
        except WrongState:
            self._notes.settled(ticket)
            raise
        self._notes.settled(ticket)


def _nothing(_: None) -> None:
    """Nobody waits for it."""


def _expected(error: Exception, ticket: int, what: str) -> None:
    if not isinstance(error, HallError):
        raise error
    log.warning("ticket %d: %s: %s", ticket, what, error)

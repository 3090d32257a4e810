"""The two phases of 取号 at the kiosk: ask the printer, issue, print, confirm – or the number on the screen.

The rules, in this order:

1. The printer is asked before a number exists. If it is not ready, or does not say, nothing is issued; the visitor
   may take the number on the screen instead (屏幕取号).
2. A number that was issued is either confirmed (paper out, or 记住了) or voids itself when its seconds are over.
3. After the print has begun nothing is printed again by itself. Failed or in doubt: the number stands on the
   screen, the trouble on record.
4. A confirmation that the database did not take is repeated until it is taken or refused, even when the visitor has
   left with the paper. What was begun stands on the kiosk's own disk until then, so that a crash voids no paper.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hall.errors import HallError
from hall.identity import Holder
from hall.queueing.issue import AlreadyWaiting, IssuedTicket
from hall.queueing.ticket import WrongState
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing_state import BUSY as BUSY
from kiosk_app.issuing_state import IssuingState as IssuingState
from kiosk_app.issuing_state import Phase as Phase
from kiosk_app.paper_notes import PaperNotes
from kiosk_app.ports import Background, PrintFailure, TicketPrinting
from kiosk_app.trouble import Trouble, trouble_of

log = logging.getLogger(__name__)


class Issuing(QObject):
    """Issues one ticket at a time.

    Args:
        confirm_seconds: an unconfirmed number lives so long, counted from its issue.
        clock: monotonic seconds.
        notes: of papers begun and not confirmed; None keeps none.
    """

    changed = Signal(object)  # IssuingState

    def __init__(
        self,
        desk: KioskDesk,
        background: Background,
        printer: TicketPrinting,
        *,
        confirm_seconds: int,
        clock: Callable[[], float],
        notes: PaperNotes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = IssuingState()
        self.last_printed: IssuedTicket | None = None
        self._desk = desk
        self._background = background
        self._printer = printer
        self._confirm_seconds = confirm_seconds
        self._clock = clock
        self._notes = notes or PaperNotes(None)
        self._visit = 0
        self._wanted: Callable[[], IssuedTicket] | None = None
        self._dies_at = 0.0
        self._out: set[int] = set()  # papers whose confirmation is not sure yet
        self._unsaved: dict[int, int] = {}  # ticket -> visit, papers whose confirmation the database did not take

    def start(self, item: str, holder: Holder, principal: Holder | None = None) -> None:
        """Begin: ask the printer. A second touch while busy changes nothing."""
        self._begin(lambda: self._desk.issue(item, holder, principal))

    def check_in(self, code: str) -> None:
        """The same with the number of an appointment (预约签到)."""
        self._begin(lambda: self._desk.check_in(code))

    def _begin(self, wanted: Callable[[], IssuedTicket]) -> None:
        if self.state.phase in BUSY:
            return
        self._visit += 1
        self._wanted = wanted
        visit = self._visit
        self._set(IssuingState(Phase.ASKING))
        self._printer.ask(
            lambda: self._of(visit, lambda: self._issue(on_paper=True, trouble=None)),
            lambda failure: self._of(
                visit, lambda: self._set(IssuingState(Phase.NO_PRINTER, trouble=failure.trouble))
            ),
        )

    def take_on_screen(self) -> None:
        """The printer can't, the visitor takes the number without paper (屏幕取号)."""
        if self.state.phase is Phase.NO_PRINTER:
            self._issue(on_paper=False, trouble=self.state.trouble)

    def remembered(self) -> None:
        """“记住了”: the number on the screen counts."""
        state = self.state
        if state.phase is not Phase.REMEMBER or state.issued is None or state.saving:
            return
        visit, ticket = self._visit, state.issued.ticket.id
        self._set(replace(state, saving=True))

        def failed(error: Exception) -> None:
            trouble = trouble_of(error)
            if trouble is Trouble.DATABASE_AWAY:
                self._of(visit, lambda: self._set(replace(self.state, saving=False, trouble=trouble)))
            else:
                self._of(visit, lambda: self._set(IssuingState(Phase.VOIDED, trouble=Trouble.NUMBER_VOID)))

        self._background.run(
            lambda: self._confirm(ticket, paperless=True),
            lambda _: self._of(visit, lambda: self._set(IssuingState(Phase.REMEMBERED, issued=state.issued))),
            failed,
        )

    def give_up(self) -> None:
        """The visitor does not want the number on the screen."""
        if self.state.phase is Phase.REMEMBER and not self.state.saving:
            self._drop("群众放弃")
            self.reset()

    def help_called(self) -> None:
        """The guide desk was called; the page says so."""
        self._set(replace(self.state, help_called=True))

    def tick(self) -> None:
        """Once a second: count down, and repeat confirmations that the database did not take."""
        for ticket, visit in list(self._unsaved.items()):
            del self._unsaved[ticket]
            self._confirm_paper(ticket, visit)
        if self.state.phase is not Phase.REMEMBER or self.state.saving:
            return
        left = max(round(self._dies_at - self._clock()), 0)
        if left > 0:
            self._set(replace(self.state, seconds_left=left))
            return
        self._drop("出票后未确认")
        self._set(IssuingState(Phase.VOIDED, trouble=Trouble.NUMBER_VOID))

    @property
    def unsaved(self) -> bool:
        """True while a paper is out whose confirmation the database did not take yet: nothing may be voided."""
        return bool(self._out)

    def reset(self) -> None:
        """Forget the visitor. What runs on ends well by itself but shows nothing any more."""
        self._visit += 1
        self._wanted = None
        self._set(IssuingState())

    # ---- the way of a number -------------------------------------------------------------------------------------

    def _issue(self, *, on_paper: bool, trouble: Trouble | None) -> None:
        if self._wanted is None:
            return
        wanted, self._wanted = self._wanted, None  # the holder leaves the kiosk's memory with the request
        visit, began = self._visit, self._clock()
        self._set(IssuingState(Phase.ISSUING, trouble=trouble))

        def issued(ticket: IssuedTicket) -> None:
            if visit != self._visit:
                self._drop_ticket(ticket.ticket.id, "群众已离开")
                return
            self._dies_at = began + self._confirm_seconds
            if on_paper:
                self._print(ticket, visit)
            else:
                self._show(visit, ticket, trouble)

        def work() -> IssuedTicket:
            ticket = wanted()
            if on_paper:
                self._notes.begun(ticket)
            return ticket

        self._background.run(
            work,
            issued,
            lambda error: self._of(visit, lambda: self._refuse(error)),
        )

    def _refuse(self, error: Exception) -> None:
        trouble = trouble_of(error)
        message = error.message if isinstance(error, HallError) else ""
        label = error.label if isinstance(error, AlreadyWaiting) else ""
        self._set(IssuingState(Phase.REFUSED, trouble=trouble, message=message, label=label))

    def _print(self, ticket: IssuedTicket, visit: int) -> None:
        self._set(IssuingState(Phase.PRINTING, issued=ticket))

        def done() -> None:
            self.last_printed = ticket
            self._of(visit, lambda: self._set(IssuingState(Phase.CONFIRMING, issued=ticket)))
            self._confirm_paper(ticket.ticket.id, visit)

        def failed(failure: PrintFailure) -> None:
            self.last_printed = ticket
            self._note(ticket.ticket.id, failure)
            trouble = failure.trouble if failure.outcome_known else Trouble.PRINT_UNKNOWN
            self._show(visit, ticket, trouble)

        self._printer.print_ticket(ticket, done, failed)

    def _confirm_paper(self, ticket: int, visit: int) -> None:
        self._out.add(ticket)

        def done(_: None) -> None:
            self._out.discard(ticket)
            self._of(visit, lambda: self._set(replace(self.state, phase=Phase.PAPER, trouble=None)))

        def failed(error: Exception) -> None:
            trouble = trouble_of(error)
            if trouble is Trouble.DATABASE_AWAY:
                self._unsaved[ticket] = visit
                self._of(visit, lambda: self._set(replace(self.state, trouble=trouble)))
                return
            self._out.discard(ticket)
            log.error("ticket %d was printed but can't be confirmed: %s", ticket, error)
            self._of(visit, lambda: self._set(IssuingState(Phase.VOIDED, trouble=Trouble.NUMBER_VOID)))

        def work() -> None:
            self._notes.came_out(ticket)
            self._confirm(ticket, paperless=False)

        self._background.run(work, done, failed)

    def _confirm(self, ticket: int, *, paperless: bool) -> None:
        """On the worker. A refusal settles it as well: the number is void, which no restart can change."""
        try:
            self._desk.confirm(ticket, paperless=paperless)
        except WrongState:
            self._notes.settled(ticket)
            raise
        self._notes.settled(ticket)

    def _show(self, visit: int, ticket: IssuedTicket, trouble: Trouble | None) -> None:
        left = max(round(self._dies_at - self._clock()), 1)
        state = IssuingState(Phase.REMEMBER, issued=ticket, trouble=trouble, seconds_left=left)
        self._of(visit, lambda: self._set(state))

    def _note(self, ticket: int, failure: PrintFailure) -> None:
        def work() -> None:
            if failure.outcome_known:
                self._notes.settled(ticket)
            self._desk.note_trouble(ticket, error=failure.detail, outcome_known=failure.outcome_known)

        self._background.run(
            work,
            lambda _: None,
            lambda error: log.error("print trouble of ticket %d is not on record: %s", ticket, error),
        )

    def _drop(self, reason: str) -> None:
        if self.state.issued is not None:
            self._drop_ticket(self.state.issued.ticket.id, reason)

    def _drop_ticket(self, ticket: int, reason: str) -> None:
        def work() -> None:
            self._notes.settled(ticket)
            self._desk.drop(ticket, reason=reason)

        self._background.run(
            work,
            lambda _: None,
            lambda error: log.warning("ticket %d voids itself later: %s", ticket, error),
        )

    def _of(self, visit: int, act: Callable[[], None]) -> None:
        """Do it only for the visitor who is still here."""
        if visit == self._visit:
            act()

    def _set(self, state: IssuingState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)

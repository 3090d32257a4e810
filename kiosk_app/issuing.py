"""The two phases of 取号 at the kiosk: ask the printer, issue, print, confirm – or the number on the screen.

The rules, in this order:

1. The printer is asked before a number exists. If it is not ready, or does not say, nothing is issued; it is asked
   again every second while the visitor is there, and the visitor may take the number on the screen (屏幕取号).
2. A number that was issued is either confirmed (paper out, or 记住了) or voids itself when its seconds are over.
3. After the print has begun nothing is printed again by itself. Failed: the number stands on the screen. In doubt:
   the visitor is asked to look (请看一下，走号票出来了吗). Either way the trouble is on record.
4. A confirmation that the database did not take is repeated until it is taken or refused (`kiosk_app.confirming`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hall.identity import Holder
from hall.queueing.issue import IssuedTicket
from kiosk_app.confirming import Confirming
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing_state import BUSY as BUSY
from kiosk_app.issuing_state import UNCONFIRMED as UNCONFIRMED
from kiosk_app.issuing_state import IssuingState as IssuingState
from kiosk_app.issuing_state import Phase as Phase
from kiosk_app.paper_notes import PaperNotes
from kiosk_app.ports import Background, PrintFailure, TicketPrinting
from kiosk_app.refusal import refusal_from
from kiosk_app.trouble import Trouble, trouble_of


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
        self._desk = desk
        self._background = background
        self._printer = printer
        self._confirm_seconds = confirm_seconds
        self._clock = clock
        self._confirming = Confirming(desk, background, notes or PaperNotes(None))
        self._visit = 0
        self._wanted: Callable[[], IssuedTicket] | None = None
        self._asking = False
        self._dies_at = 0.0

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
        self._wanted, self._asking = wanted, False
        self._set(IssuingState(Phase.ASKING))
        self._ask()

    def ask_again(self) -> None:
        """The printer may be ready again: ask it, without a word on the page, and go on when it is."""
        if self.state.phase is Phase.NO_PRINTER and not self._asking:
            self._ask()

    def _ask(self) -> None:
        visit, self._asking = self._visit, True

        def ready() -> None:
            self._asking = False
            if self.state.phase in (Phase.ASKING, Phase.NO_PRINTER):  # else the number on the screen was chosen
                self._issue(on_paper=True, trouble=None)

        def failed(failure: PrintFailure) -> None:
            self._asking = False
            if self.state.phase in (Phase.ASKING, Phase.NO_PRINTER):
                self._set(IssuingState(Phase.NO_PRINTER, trouble=failure.trouble))

        self._printer.ask(lambda: self._of(visit, ready), lambda failure: self._of(visit, lambda: failed(failure)))

    def take_on_screen(self) -> None:
        """The printer can't, the visitor takes the number without paper (屏幕取号)."""
        if self.state.phase is Phase.NO_PRINTER:
            self._issue(on_paper=False, trouble=self.state.trouble)

    def paper_is_there(self) -> None:
        """“是，出来了”: the visitor holds the paper that the printer knows nothing of."""
        state = self.state
        if state.phase is Phase.DOUBT and state.issued is not None:
            self._set(IssuingState(Phase.CONFIRMING, issued=state.issued))
            self._confirm_paper(state.issued.ticket.id, told=True)

    def no_paper(self) -> None:
        """“否，没有”: the number stands on the screen to be remembered."""
        state = self.state
        if state.phase is Phase.DOUBT and state.issued is not None:
            self._confirming.not_out(state.issued.ticket.id)
            self._set(replace(state, phase=Phase.REMEMBER, trouble=Trouble.NOT_PRINTED))

    def remembered(self) -> None:
        """“记住了”: the number on the screen counts."""
        state = self.state
        if state.phase is not Phase.REMEMBER or state.issued is None or state.saving:
            return
        visit = self._visit
        self._set(replace(state, saving=True))
        self._confirming.paperless(
            state.issued.ticket.id,
            lambda: self._of(visit, lambda: self._set(IssuingState(Phase.REMEMBERED, issued=state.issued))),
            lambda: self._of(
                visit, lambda: self._set(replace(self.state, saving=False, trouble=Trouble.DATABASE_AWAY))
            ),
            lambda: self._of(visit, self._voided),
        )

    def give_up(self) -> None:
        """The visitor does not want the number on the screen, or went without saying whether the paper came."""
        if self.state.phase in UNCONFIRMED and not self.state.saving:
            self._drop("群众放弃" if self.state.phase is Phase.REMEMBER else "出票结果不明，群众离开未答复")
            self.reset()

    def help_called(self) -> None:
        """The guide desk was called; the page says so."""
        self._set(replace(self.state, help_called=True))

    def tick(self) -> None:
        """Once a second: count down, ask the printer again, repeat what the database did not take."""
        self._confirming.repeat()
        self.ask_again()
        phase = self.state.phase
        if phase not in UNCONFIRMED or self.state.saving:
            return
        left = max(round(self._dies_at - self._clock()), 0)
        if left > 0:
            self._set(replace(self.state, seconds_left=left))
            return
        self._drop("出票后未确认" if phase is Phase.REMEMBER else "出票结果不明，无人答复")
        self._voided()

    @property
    def unsaved(self) -> bool:
        """True while a paper is out whose confirmation the database did not take yet: nothing may be voided."""
        return self._confirming.unsaved

    def reset(self) -> None:
        """Forget the visitor. What runs on ends well by itself but shows nothing any more."""
        self._visit += 1
        self._wanted, self._asking = None, False
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
                self._confirming.drop(ticket.ticket.id, "群众已离开")
                return
            self._dies_at = began + self._confirm_seconds - ticket.age
            if on_paper:
                self._print(ticket)
            else:
                self._show(Phase.REMEMBER, ticket, trouble)

        def work() -> IssuedTicket:
            ticket = wanted()
            if on_paper:
                self._confirming.begun(ticket)
            return ticket

        self._background.run(work, issued, lambda error: self._of(visit, lambda: self._refuse(error)))

    def _refuse(self, error: Exception) -> None:
        self._set(IssuingState(Phase.REFUSED, trouble=trouble_of(error), refusal=refusal_from(error)))

    def _print(self, ticket: IssuedTicket) -> None:
        visit = self._visit
        self._set(IssuingState(Phase.PRINTING, issued=ticket))

        def done() -> None:
            self._of(visit, lambda: self._set(IssuingState(Phase.CONFIRMING, issued=ticket)))
            self._confirm_paper(ticket.ticket.id, visit=visit)

        def failed(failure: PrintFailure) -> None:
            self._confirming.note(ticket.ticket.id, failure)
            if failure.outcome_known:
                self._of(visit, lambda: self._show(Phase.REMEMBER, ticket, failure.trouble))
            else:
                self._of(visit, lambda: self._show(Phase.DOUBT, ticket, Trouble.PRINT_UNKNOWN))

        self._printer.print_ticket(ticket, done, failed)

    def _confirm_paper(self, ticket: int, *, visit: int | None = None, told: bool = False) -> None:
        here = self._visit if visit is None else visit
        self._confirming.paper(
            ticket,
            lambda: self._of(here, lambda: self._set(replace(self.state, phase=Phase.PAPER, trouble=None))),
            lambda: self._of(here, lambda: self._set(replace(self.state, trouble=Trouble.DATABASE_AWAY))),
            lambda: self._of(here, self._voided),
            told=told,
        )

    def _show(self, phase: Phase, ticket: IssuedTicket, trouble: Trouble | None) -> None:
        left = max(round(self._dies_at - self._clock()), 1)
        self._set(IssuingState(phase, issued=ticket, trouble=trouble, seconds_left=left))

    def _voided(self) -> None:
        self._set(IssuingState(Phase.VOIDED, trouble=Trouble.NUMBER_VOID))

    def _drop(self, reason: str) -> None:
        if self.state.issued is not None:
            self._confirming.drop(self.state.issued.ticket.id, reason)

    def _of(self, visit: int, act: Callable[[], None]) -> None:
        """Do it only for the visitor who is still here."""
        if visit == self._visit:
            act()

    def _set(self, state: IssuingState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)

"""The two phases of a number taken at the guide desk (导办取号): ask the printer, issue, print, confirm.

The rules, as at the kiosk:

1. The printer is asked before a number exists; "does not say" is no. Without it the number stands large on the
   page, and the guide writes it down and says so (已告知).
2. A number is either confirmed (paper out, or told) or voids itself when its seconds are over.
3. After the print has begun nothing is printed again by itself; the trouble goes on record.
4. A confirmation that the database did not take is repeated until it is taken or refused.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from counter_app.guide_desk import GuideDesk
from counter_app.guide_model import PaperTrouble, TicketPaper, TicketWish
from counter_app.worker import Worker
from hall.errors import HallError, Unavailable
from hall.identity import Actor
from hall.queueing.issue import IssuedTicket

log = logging.getLogger(__name__)


class TakePhase(StrEnum):
    """How far it is."""

    IDLE = "idle"
    ASKING = "asking"  # 询问打印机
    ISSUING = "issuing"  # 取号
    PRINTING = "printing"  # 打印
    CONFIRMING = "confirming"  # 登记
    SHOWN = "shown"  # 号码在屏上，等导办员告知
    PAPER = "paper"  # 号票已出
    TOLD = "told"  # 已告知
    VOIDED = "voided"  # 已作废
    REFUSED = "refused"  # 未取号


BUSY = frozenset({TakePhase.ASKING, TakePhase.ISSUING, TakePhase.PRINTING, TakePhase.CONFIRMING})
NUMBER_STANDS = frozenset({TakePhase.SHOWN, TakePhase.PAPER, TakePhase.TOLD, TakePhase.VOIDED})


@dataclass(frozen=True, slots=True)
class TakingState:
    """What the page draws.

    Attributes:
        issued: the number, from PRINTING on.
        trouble: why there is no paper, in Chinese; empty when there is some.
        error: why nothing was issued, in Chinese.
        seconds_left: until an unconfirmed number voids itself.
        saving: a confirmation is on its way; ``away`` the database did not take it yet.
    """

    phase: TakePhase = TakePhase.IDLE
    issued: IssuedTicket | None = None
    trouble: str = ""
    error: str = ""
    seconds_left: int = 0
    saving: bool = False
    away: bool = False


class Taking(QObject):
    """Takes one number at a time.

    Args:
        clock: monotonic seconds.
    """

    changed = Signal(object)  # TakingState

    def __init__(
        self,
        desk: GuideDesk,
        worker: Worker,
        paper: TicketPaper,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = TakingState()
        self._desk, self._worker, self._paper, self._clock = desk, worker, paper, clock
        self._by: Actor | None = None
        self._turn = 0
        self._dies_at = 0.0
        self._unsaved: dict[int, tuple[Actor, int]] = {}  # printed, but not yet confirmed in the database
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.tick)

    def start(self, wish: TicketWish, by: Actor) -> None:
        """Begin; a second press while busy changes nothing, nor one over a number that waits for 已告知."""
        if self.state.phase in BUSY or self.state.phase is TakePhase.SHOWN:
            return
        self._turn, self._by = self._turn + 1, by
        turn = self._turn
        self._set(TakingState(TakePhase.ASKING))
        self._paper.ask(
            lambda: self._of(turn, lambda: self._issue(wish, None)),
            lambda trouble: self._of(turn, lambda: self._issue(wish, trouble)),
        )

    def told(self) -> None:
        """The guide wrote the number down for the person: it counts."""
        state, turn, by = self.state, self._turn, self._by
        if state.phase is not TakePhase.SHOWN or state.issued is None or by is None or state.saving:
            return
        ticket = state.issued.ticket.id
        self._set(replace(state, saving=True, away=False))
        self._worker.run(
            lambda: self._desk.confirm(by, ticket, paperless=True),
            lambda _: self._of(turn, lambda: self._set(TakingState(TakePhase.TOLD, state.issued))),
            lambda error: self._of(turn, lambda: self._not_told(error)),
        )

    def give_up(self) -> None:
        """Nobody wants the number on the page."""
        if self.state.phase is TakePhase.SHOWN and not self.state.saving and self.state.issued is not None:
            self._drop(self.state.issued.ticket.id)
            self._set(TakingState(TakePhase.VOIDED, self.state.issued))

    def reset(self) -> None:
        """Forget it; what runs on ends well by itself."""
        self.give_up()
        self._turn += 1
        self._set(TakingState())

    @Slot()
    def tick(self) -> None:
        """Once a second: count down, repeat confirmations that the database did not take."""
        for ticket, (by, turn) in list(self._unsaved.items()):
            del self._unsaved[ticket]
            self._confirm_paper(ticket, by, turn)
        if self.state.phase is TakePhase.SHOWN and not self.state.saving and self.state.issued is not None:
            left = max(round(self._dies_at - self._clock()), 0)
            if left:
                self._set(replace(self.state, seconds_left=left))
            else:
                self._drop(self.state.issued.ticket.id)
                self._set(TakingState(TakePhase.VOIDED, self.state.issued))
        self._keep_time()

    # ---- the way of a number -------------------------------------------------------------------------------

    def _issue(self, wish: TicketWish, trouble: PaperTrouble | None) -> None:
        turn, by, began = self._turn, self._by, self._clock()
        if by is None:
            return
        self._set(TakingState(TakePhase.ISSUING))

        def issued(ticket: IssuedTicket) -> None:
            if turn != self._turn:
                self._drop(ticket.ticket.id)
                return
            self._dies_at = began + self._desk.profile.tickets.confirm_seconds - ticket.age
            if trouble is None:
                self._print(ticket, by, turn)
            else:
                self._show(turn, ticket, trouble)

        self._worker.run(
            lambda: self._desk.issue(by, wish),
            issued,
            lambda error: self._of(turn, lambda: self._refuse(error)),
        )

    def _refuse(self, error: Exception) -> None:
        self._set(TakingState(TakePhase.REFUSED, error=_words(error)))

    def _print(self, ticket: IssuedTicket, by: Actor, turn: int) -> None:
        self._set(TakingState(TakePhase.PRINTING, ticket))

        def done() -> None:
            self._of(turn, lambda: self._set(TakingState(TakePhase.CONFIRMING, ticket)))
            self._confirm_paper(ticket.ticket.id, by, turn)

        def failed(trouble: PaperTrouble) -> None:
            self._worker.run(
                lambda: self._desk.note_trouble(
                    by, ticket.ticket.id, trouble.detail, outcome_known=trouble.outcome_known
                ),
                lambda _: None,
                lambda error: log.error("print trouble of ticket %d is not on record: %s", ticket.ticket.id, error),
            )
            self._show(turn, ticket, trouble)

        self._paper.print_ticket(ticket, done, failed)

    def _confirm_paper(self, ticket: int, by: Actor, turn: int) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, Unavailable):
                self._unsaved[ticket] = by, turn
                self._of(turn, lambda: self._set(replace(self.state, away=True)))
                self._keep_time()
                return
            log.error("ticket %d was printed but can't be confirmed: %s", ticket, error)
            self._of(turn, lambda: self._set(TakingState(TakePhase.VOIDED, self.state.issued)))

        self._worker.run(
            lambda: self._desk.confirm(by, ticket, paperless=False),
            lambda _: self._of(turn, lambda: self._set(TakingState(TakePhase.PAPER, self.state.issued))),
            failed,
        )

    def _show(self, turn: int, ticket: IssuedTicket, trouble: PaperTrouble) -> None:
        left = max(round(self._dies_at - self._clock()), 1)
        state = TakingState(TakePhase.SHOWN, ticket, trouble.message, seconds_left=left)
        self._of(turn, lambda: self._set(state))

    def _not_told(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._set(replace(self.state, saving=False, away=True))
        else:
            self._set(TakingState(TakePhase.VOIDED, self.state.issued, error=_words(error)))

    def _drop(self, ticket: int) -> None:
        by = self._by
        if by is None:
            return
        self._worker.run(
            lambda: self._desk.drop(by, ticket),
            lambda _: None,
            lambda error: log.warning("ticket %d voids itself later: %s", ticket, error),
        )

    def _of(self, turn: int, act: Callable[[], None]) -> None:
        """Do it only while it is still about this number."""
        if turn == self._turn:
            act()

    def _set(self, state: TakingState) -> None:
        if state != self.state:
            self.state = state
            self._keep_time()
            self.changed.emit(state)

    def _keep_time(self) -> None:
        wanted = self.state.phase is TakePhase.SHOWN or bool(self._unsaved)
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()


def _words(error: Exception) -> str:
    if isinstance(error, HallError):
        return error.message
    log.error("no number was issued", exc_info=error)
    return HallError.default_message

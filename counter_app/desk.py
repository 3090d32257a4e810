"""The counter's use cases over the store (窗口操作): one method, one transaction.

Called from the database worker, never from the UI thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from counter_app.model import DeskSnapshot, DeviceHealth, Finished, Target
from hall.business_calendar.calendar import WorkingCalendar
from hall.documents.page import CapturedPage, StoredFile
from hall.documents.service import bind_page
from hall.identity import Actor, Holder, Role, system_at
from hall.ports import PasswordHasher, Store, UnitOfWork
from hall.profile import HallProfile
from hall.queueing import calling, moves
from hall.queueing.at_window import ticket_at_window
from hall.queueing.identity_check import CheckedIdentity, check_identity
from hall.queueing.ticket import Ticket, TicketState
from hall.rating.rating import AlreadyRated, Level, Outcome, Rating
from hall.rating.service import asked_at_finish, record_rating
from hall.staffing import service as staffing
from hall.staffing.desk_sign_in import DeskSignedIn, sign_in_at_desk, sign_out_at_desk
from hall.staffing.help import call_help
from hall.staffing.password_check import check_first
from hall.staffing.window import Post, Window, WindowState
from hall.supervision.device_health import health_of_hall
from qt_common.device_condition import condition_of_facts

log = logging.getLogger(__name__)

T = TypeVar("T")
# A window that stood closed over the longest holidays still settles its last day.
SETTLE_DAYS = 14


@dataclass(frozen=True, slots=True)
class Desk:
    """One window's desk.

    Attributes:
        window: its number; 0 for a desk without a window (管理席).
        station: this machine, stands on the journal records.
        calendar_of: the hall's calendar as it stands in a transaction.
        branch: the 分大厅 it stands in (W-08); empty for the main hall.
    """

    store: Store
    window: int
    station: str
    profile: HallProfile
    hasher: PasswordHasher
    calendar_of: Callable[[UnitOfWork], WorkingCalendar]
    branch: str = ""

    # ---- reading ---------------------------------------------------------------------------------------

    def read(self) -> DeskSnapshot:
        """Everything the work page shows, in one snapshot.

        Raises:
            NotFound: the window is not set up.
            Unavailable: the database is away.
        """
        with self.store.reading() as uow:
            day = uow.now.date()
            window = uow.windows.get(self.window)
            current = ticket_at_window(uow, self.window)
            aside = uow.tickets.in_state(day, (TicketState.SUSPENDED, TicketState.MISSED))
            return DeskSnapshot(
                window=window,
                clerk=uow.clerks.get(window.clerk) if window.clerk else None,
                current=current,
                item=uow.catalogue.item(current.item) if current else None,
                waiting=tuple(calling.waiting_for(uow, self.window)),
                upcoming=calling.preview_next(uow, self.window, profile=self.profile),
                aside=tuple(t for t in aside if t.window == self.window),
                pages=tuple(uow.pages.of_ticket(current.id)) if current else (),
                targets=_targets(uow, self.window, current),
                at=uow.now,
            )

    def read_devices(self) -> list[DeviceHealth]:
        """The devices of all other stations as they are known now; this one's own are known better here."""
        with self.store.reading() as uow:
            return [
                DeviceHealth(d.station, d.kind, condition_of_facts(d.facts), d.since)
                for d in health_of_hall(uow)
                if d.station != self.station
            ]

    @property
    def is_window(self) -> bool:
        """False for a desk without a window (管理席)."""
        return self.window > 0

    def window_name(self) -> str:
        """The sign above the window, for the sign-in page."""
        with self.store.reading() as uow:
            return uow.windows.get(self.window).name

    # ---- staff -----------------------------------------------------------------------------------------

    def sign_in(self, staff_number: str, password: str, post: Post) -> staffing.SignedIn:
        """Sign in; the same clerk after a crash takes the window up again, with its ticket."""
        checked = check_first(self.store, staff_number, password, self.hasher)
        return self._do(
            lambda uow: staffing.sign_in(
                uow, self.window, staff_number, password, post, hasher=checked, station=self.station
            )
        )

    def enter_desk(self, staff_number: str, password: str, useful: Collection[Role]) -> DeskSignedIn:
        """Sign in without a window (管理席); ``useful`` are the roles that find a page here."""
        checked = check_first(self.store, staff_number, password, self.hasher)
        return self._do(
            lambda uow: sign_in_at_desk(
                uow, staff_number, password, useful=useful, hasher=checked, station=self.station
            )
        )

    def leave_desk(self, by: Actor) -> None:
        """Sign out there."""
        self._do(lambda uow: sign_out_at_desk(uow, by=by))

    def sign_out(self, by: Actor) -> Window:
        """Sign out (签退)."""
        return self._do(lambda uow: staffing.sign_out(uow, self.window, by=by))

    def pause(self, by: Actor, reason: str, whereabouts: str, back_at: datetime) -> Window:
        """Pause (暂停服务)."""
        return self._do(
            lambda uow: staffing.pause_window(
                uow, self.window, reason=reason, whereabouts=whereabouts, back_at=back_at, by=by
            )
        )

    def resume_window(self, by: Actor) -> Window:
        """Serve again (恢复服务)."""
        return self._do(lambda uow: staffing.resume_window(uow, self.window, by=by))

    def call_help(self, by: Actor) -> None:
        """Ring the guide desk (求助)."""
        self._do(lambda uow: call_help(uow, by=by, page="counter"))

    # ---- tickets ---------------------------------------------------------------------------------------

    def call_next(self, by: Actor) -> calling.Call | None:
        """叫下一位."""
        return self._do(lambda uow: calling.call_next(uow, self.window, by=by, profile=self.profile))

    def call_ticket(self, by: Actor, ticket: int, reason: str) -> calling.Call:
        """点名叫号."""
        return self._do(lambda uow: calling.call_ticket(uow, self.window, ticket, by=by, reason=reason))

    def recall(self, by: Actor) -> Ticket:
        """重呼."""
        return self._do(lambda uow: calling.recall(uow, self.window, by=by))

    def start(self, by: Actor) -> Ticket:
        """开始."""
        return self._do(lambda uow: calling.start_service(uow, self.window, by=by))

    def finish(self, by: Actor) -> Finished:
        """完成; with the windows where the visit goes on when another step follows."""

        def work(uow: UnitOfWork) -> Finished:
            ticket = calling.finish_service(uow, self.window, by=by)
            if ticket.state is not TicketState.WAITING:
                return Finished(ticket)
            able = [w for w in uow.windows.all() if w.state is WindowState.OPEN and calling.may_call(w, ticket)]
            return Finished(ticket, tuple(Target(w.number, w.name) for w in able))

        return self._do(work)

    def miss(self, by: Actor) -> Ticket:
        """过号."""
        return self._do(lambda uow: calling.mark_missed(uow, self.window, by=by, profile=self.profile))

    def undo_miss(self, by: Actor, ticket: int) -> Ticket:
        """撤销过号."""
        return self._do(lambda uow: moves.undo_missed(uow, self.window, ticket, by=by))

    def transfer(self, by: Actor, to_window: int, reason: str) -> Ticket:
        """转窗."""
        return self._do(lambda uow: moves.transfer(uow, self.window, to_window=to_window, by=by, reason=reason))

    def suspend(self, by: Actor, reason: str) -> Ticket:
        """挂起."""
        return self._do(lambda uow: moves.suspend(uow, self.window, by=by, reason=reason))

    def bring_back(self, by: Actor, ticket: Ticket) -> Ticket:
        """A suspended ticket back to its place (恢复), a missed one to where the hall's rule says (重新排队)."""
        if ticket.state is TicketState.SUSPENDED:
            return self._do(lambda uow: moves.resume(uow, ticket.id, by=by))
        return self._do(lambda uow: moves.requeue(uow, ticket.id, by=by, profile=self.profile))

    def void(self, by: Actor, ticket: int, reason: str) -> Ticket:
        """作废."""
        return self._do(lambda uow: moves.void(uow, ticket, by=by, reason=reason))

    def bind_page(
        self,
        by: Actor,
        ticket: int,
        original: StoredFile,
        straightened: StoredFile | None,
        dpi: int | None,
        codes: int,
    ) -> CapturedPage:
        """Bind a stored page to the ticket it was taken for."""
        return self._do(
            lambda uow: bind_page(
                uow,
                self.window,
                ticket_id=ticket,
                original=original,
                straightened=straightened,
                dpi=dpi,
                codes=codes,
                by=by,
            )
        )

    def check_identity(self, by: Actor, shown: Holder) -> CheckedIdentity:
        """核对取号证件."""
        return self._do(lambda uow: check_identity(uow, self.window, shown, by=by))

    # ---- rating ----------------------------------------------------------------------------------------

    def is_asked_at_finish(self, ticket: Ticket) -> bool:
        """Whether the hall asks for the rating of this ticket when it is finished (R-01)."""
        with self.store.reading() as uow:
            return asked_at_finish(uow.catalogue.item(ticket.item), self.profile)

    def record_rating(self, ticket: int, outcome: Outcome, level: Level | None) -> Rating:
        """Record what the pad brought, by the station: a clerk can't rate (R-02)."""
        by = system_at(self.station)
        return self._do(lambda uow: record_rating(uow, ticket, outcome, level, by=by))

    def settle_ratings(self, outcome: Outcome, besides: Collection[int] = ()) -> list[Rating]:
        """Give every finished ticket of this window that has no outcome ``outcome``: after a crash the answer
        is not known, and not known is 未评价, never good.

        Args:
            besides: ids that are being asked right now.
        """
        with self.store.reading() as uow:
            days = [uow.now.date() - timedelta(days=back) for back in range(SETTLE_DAYS)]
            left = [
                t.id
                for day in days
                for t in uow.tickets.in_state(day, (TicketState.FINISHED,))
                if t.window == self.window
                and t.id not in besides
                and asked_at_finish(uow.catalogue.item(t.item), self.profile)
                and uow.ratings.of_ticket(t.id) is None
            ]
        settled = []
        for ticket in left:
            try:
                settled.append(self.record_rating(ticket, outcome, None))
            except AlreadyRated:
                log.info("ticket %d was rated in the meantime", ticket)
        return settled

    def _do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.store.begin() as uow:
            result = work(uow)
            uow.commit()
        return result


def _targets(uow: UnitOfWork, own: int, current: Ticket | None) -> tuple[Target, ...]:
    if current is None:
        return ()
    return tuple(
        Target(w.number, w.name)
        for w in uow.windows.all()
        if w.number != own and w.state is not WindowState.CLOSED and current.item in w.items
    )

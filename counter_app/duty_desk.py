"""The duty page's use cases over the store (班务操作): one method, one transaction, on the database worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from counter_app.desk import Desk
from hall.business_calendar.calendar import WorkingCalendar, YearNotLoaded
from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.staffing.assignment import Assignment
from hall.staffing.attendance import Attendance, Presence, Shift, VacancyRecord
from hall.staffing.chief import ChiefRepresentative
from hall.staffing.establishment import (
    MANAGERS,
    appoint_chief,
    assign,
    chief_away,
    end_assignment,
    record_training,
)
from hall.staffing.leave import LeaveSlip
from hall.staffing.leave_service import (
    LeaveRequest,
    cancel_leave,
    come_back,
    go_on_leave,
    has_b_post,
    refuse_leave,
    request_leave,
    sign_leave,
    to_sign,
)
from hall.staffing.password_check import check_first
from hall.staffing.posts import cover_of, hand_over, stand_by
from hall.staffing.training import Training
from hall.staffing.vacancy import attendance_today
from hall.staffing.window import Post, Window

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DutySnapshot:
    """Everything the duty page shows, read in one snapshot.

    Attributes:
        calendar: the hall's calendar, to say who must sign before a slip is sent.
        window: where the reader serves: the station's window, else the one of their post; None for neither.
        b_post: somebody is assigned to post B of ``window``; ``covered`` when somebody else is signed in there.
        shifts: how the shifts of today were kept, of everybody for a manager; None when the calendar does not know.
        stays: of today, of everybody for a manager.
        here: who is signed in at the station's window.
        slips: the reader's own, newest first; ``waiting`` are those the reader signs.
        departments: names by code; ``departments_of`` codes by staff number.
        names, items: by staff number and item code.
    """

    at: datetime
    calendar: WorkingCalendar
    manager: bool
    window: Window | None
    windows: Sequence[Window]
    b_post: bool
    covered: bool
    shifts: Sequence[tuple[Shift, Presence]] | None
    stays: Sequence[Attendance]
    here: Sequence[Attendance]
    slips: Sequence[LeaveSlip]
    waiting: Sequence[LeaveSlip]
    vacancies: Sequence[VacancyRecord]
    posts: Sequence[Assignment]
    trainings: Sequence[Training]
    chiefs: Sequence[ChiefRepresentative]
    departments: Mapping[str, str]
    departments_of: Mapping[str, str]
    names: Mapping[str, str]
    items: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DutyDesk:
    """See the use cases in ``hall.staffing``."""

    desk: Desk

    def read(self, by: Actor) -> DutySnapshot:
        """Everything the page shows.

        Raises:
            Unavailable: the database is away.
        """
        with self.desk.store.reading() as uow:
            today = uow.now.date()
            manager = bool(by.roles.intersection(MANAGERS))
            calendar = self.desk.calendar_of(uow)
            posts = uow.registers.assignments.where()
            windows = uow.windows.all()
            clerks = [clerk for clerk in uow.clerks.all() if clerk.active]
            window = self._window_of(windows, posts, by, today)
            mine = {} if manager else {"clerk": by.name}
            number = window.number if window is not None else 0
            seen = [w.number for w in windows] if manager else [number]
            return DutySnapshot(
                at=uow.now,
                calendar=calendar,
                manager=manager,
                window=window,
                windows=windows,
                b_post=has_b_post(uow, number),
                covered=cover_of(uow, number, by.name) is not None,
                shifts=self._shifts(uow, calendar, by, manager=manager),
                stays=uow.registers.attendance.where(day=today, **mine),
                here=uow.registers.attendance.where(day=today, window=self.desk.window, signed_out=None),
                slips=sorted(uow.registers.leave.where(clerk=by.name), key=lambda s: s.starts, reverse=True)[:30],
                waiting=to_sign(uow, by=by),
                vacancies=[v for v in uow.registers.vacancies.where(day=today) if v.window in seen],
                posts=[p for p in posts if p.window in seen],
                trainings=uow.registers.trainings.where(**mine),
                chiefs=uow.registers.chiefs.where(),
                departments={d.code: d.name for d in uow.catalogue.departments()},
                departments_of={clerk.number: clerk.department for clerk in clerks},
                names={clerk.number: clerk.name for clerk in clerks},
                items={item.code: item.name for item in uow.catalogue.items()},
            )

    # ---- leave -----------------------------------------------------------------------------------------

    def request_leave(self, by: Actor, request: LeaveRequest) -> LeaveSlip:
        """请假."""
        return self._do(
            lambda uow: request_leave(
                uow, request, by=by, profile=self.desk.profile, calendar=self.desk.calendar_of(uow)
            )
        )

    def sign_leave(self, by: Actor, slip: int) -> LeaveSlip:
        """批准."""
        return self._do(lambda uow: sign_leave(uow, slip, by=by))

    def refuse_leave(self, by: Actor, slip: int, reason: str) -> LeaveSlip:
        """不批准."""
        return self._do(lambda uow: refuse_leave(uow, slip, by=by, reason=reason))

    def cancel_leave(self, by: Actor, slip: int) -> LeaveSlip:
        """撤回."""
        return self._do(lambda uow: cancel_leave(uow, slip, by=by))

    def go_on_leave(self, by: Actor, slip: int) -> LeaveSlip:
        """离岗; who sits at the window hands it over, or closes it."""
        return self._do(lambda uow: go_on_leave(uow, slip, by=by, profile=self.desk.profile))

    def come_back(self, by: Actor, slip: int) -> LeaveSlip:
        """销假."""
        return self._do(lambda uow: come_back(uow, slip, by=by))

    # ---- posts -----------------------------------------------------------------------------------------

    def stand_by(self, staff_number: str, password: str, post: Post) -> Attendance:
        """顶岗签到 at this station's window."""
        desk = self.desk
        checked = check_first(desk.store, staff_number, password, desk.hasher)
        return self._do(
            lambda uow: stand_by(
                uow, desk.window, staff_number, password, post, hasher=checked, station=desk.station
            )
        )

    def hand_over(self, by: Actor, to: str) -> Window:
        """换岗."""
        return self._do(lambda uow: hand_over(uow, self.desk.window, to=to, by=by))

    def assign(self, by: Actor, clerk: str, window: int, post: Post, starts: date, approved_by: str) -> Assignment:
        """派驻, filed today."""

        def work(uow: UnitOfWork) -> Assignment:
            return assign(uow, Assignment(0, clerk, window, post, starts, uow.now.date(), approved_by), by=by)

        return self._do(work)

    def end_assignment(self, by: Actor, assignment: int, ends: date) -> Assignment:
        """结束派驻."""
        return self._do(lambda uow: end_assignment(uow, assignment, ends, by=by))

    def record_training(self, by: Actor, clerk: str, item: str, trained_on: date, *, passed: bool) -> Training:
        """岗前培训登记."""
        return self._do(lambda uow: record_training(uow, clerk, item, trained_on=trained_on, passed=passed, by=by))

    def appoint_chief(
        self, by: Actor, clerk: str, authority: str, since: date, *, holds_seal: bool
    ) -> ChiefRepresentative:
        """首席代表, of the clerk's own department."""

        def work(uow: UnitOfWork) -> ChiefRepresentative:
            department = uow.clerks.get(clerk).department
            chief = ChiefRepresentative(0, department, clerk, authority, holds_seal, since)
            return appoint_chief(uow, chief, by=by)

        return self._do(work)

    def chief_away(
        self, by: Actor, department: str, stand_in: str, start: datetime, until: datetime
    ) -> ChiefRepresentative:
        """临时代表."""
        return self._do(lambda uow: chief_away(uow, department, stand_in=stand_in, start=start, until=until, by=by))

    # ---- inside ----------------------------------------------------------------------------------------

    def _window_of(
        self, windows: Sequence[Window], posts: Sequence[Assignment], by: Actor, today: date
    ) -> Window | None:
        lasting = {p.window for p in posts if p.clerk == by.name and p.starts <= today <= (p.ends or today)}
        mine = [w for w in windows if w.clerk == by.name] or [w for w in windows if w.number in lasting]
        here = [w for w in mine if w.number == self.desk.window]
        return next(iter(here or mine), None)

    def _shifts(
        self, uow: UnitOfWork, calendar: WorkingCalendar, by: Actor, *, manager: bool
    ) -> Sequence[tuple[Shift, Presence]] | None:
        try:
            judged = attendance_today(uow, profile=self.desk.profile, calendar=calendar)
        except YearNotLoaded:
            return None
        return [(shift, presence) for shift, presence in judged if manager or shift.clerk == by.name]

    def _do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.desk.store.begin() as uow:
            result = work(uow)
            uow.commit()
        return result

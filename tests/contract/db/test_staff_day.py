"""A day of the staff on both databases, through the use cases: posts, leave, delegation, sweep."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from hall.identity import Actor, Role, system_at
from hall.queueing.calling import call_next, finish_service, start_service
from hall.queueing.outlook import estimate_report, learn, read_outlook
from hall.staffing.assignment import Assignment
from hall.staffing.delegation import Delegation
from hall.staffing.establishment import assign, delegate
from hall.staffing.leave_service import LeaveRequest, go_on_leave, request_leave, sign_leave
from hall.staffing.posts import stand_by
from hall.staffing.window import Post
from hall.sweep import sweep
from tests.support.sample_hall import LI, MARRIAGE, PROFILE, ZHANG, PlainHasher, fill, open_window, take_ticket
from tests.support.stores import ZONE, OpenStore
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

ADMIN = Actor("0001", frozenset({Role.ADMIN}), "counter-1")
CHIEF = Actor("1031", frozenset({Role.CHIEF}), "counter-1")
SYSTEM = system_at("counter-1")
DAY = date(2025, 3, 3)


@pytest.mark.req("Q-06", "Q-14", "W-03", "W-05")
def test_a_day_from_a_vacant_post_to_the_morning_after(any_url: str, open_test_store: OpenStore) -> None:
    now = [datetime(2025, 3, 3, 9, 10, tzinfo=ZONE)]
    store = open_test_store(any_url, clock=lambda: now[0])
    fill(store)
    with store.begin() as uow:
        assign(uow, Assignment(0, "1027", 3, Post.A, date(2025, 1, 2), DAY, "主管副区长"), by=ADMIN)
        delegate(uow, Delegation(0, "mz", frozenset({MARRIAGE.code}), 3, DAY, DAY, "文3号", ""), by=ADMIN)
        uow.commit()

    def swept() -> tuple[int, ...]:
        with store.begin() as uow:
            done = sweep(uow, by=SYSTEM, profile=PROFILE, calendar=lambda: CALENDAR)
            uow.commit()
        return (done.unconfirmed, done.forfeited, done.closed, done.vacant, done.overtime, done.left_over)

    assert swept() == (0, 0, 0, 1, 0, 0)
    assert swept() == (0, 0, 0, 0, 0, 0)
    open_window(store, 3, "1027")
    with store.begin() as uow:
        request = LeaveRequest(now[0], now[0] + timedelta(hours=1), "家事", window=3)
        slip = request_leave(uow, request, by=ZHANG, profile=PROFILE, calendar=CALENDAR)
        sign_leave(uow, slip.id, by=CHIEF)
        stand_by(uow, 3, "1031", "pw-1031", Post.B, hasher=PlainHasher(), station="counter-3")
        go_on_leave(uow, slip.id, by=ZHANG, profile=PROFILE)
        uow.commit()
    now[0] = datetime(2025, 3, 3, 16, 58, tzinfo=ZONE)
    take_ticket(store, MARRIAGE)
    now[0] += timedelta(seconds=30)
    take_ticket(store)
    with store.begin() as uow:
        assert read_outlook(uow, rules=PROFILE.order.rules, learnt=learn(uow)).for_new(MARRIAGE.code) is not None
        called = call_next(uow, 3, by=LI, profile=PROFILE)
        assert called is not None and called.ticket.item == MARRIAGE.code
        start_service(uow, 3, by=LI)
        uow.commit()
    now[0] = datetime(2025, 3, 3, 17, 8, tzinfo=ZONE)
    with store.begin() as uow:
        finish_service(uow, 3, by=LI)
        uow.commit()
    assert swept() == (0, 0, 0, 0, 1, 0)
    assert swept() == (0, 0, 0, 0, 0, 0)
    now[0] = datetime(2025, 3, 4, 8, 0, tzinfo=ZONE)
    assert swept() == (0, 0, 0, 0, 0, 1)
    assert swept() == (0, 0, 0, 0, 0, 0)
    with store.reading() as uow:
        [row] = uow.registers.overtime.where(day=DAY)
        assert (row.window, row.clerk, row.minutes) == (3, "1031", 8.0)
        assert uow.windows.get(3).delegated == frozenset()
        assert uow.windows.get(3).clerk is None
        assert estimate_report(uow, DAY).tickets == 0
        stays = uow.registers.attendance.where(day=DAY)
    assert [(stay.clerk, stay.post, stay.signed_out is None) for stay in stays] == [
        ("1027", Post.A, False),
        ("1031", Post.B, False),
    ]

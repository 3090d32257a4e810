"""Branches under one management (分大厅), on both databases: one catalogue, one journal, each its own queue."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from datetime import time as clock_time
from typing import Any

import pytest

from db.store import SqlStore
from display_app.desk import read_for_board
from hall.business_calendar.calendar import WorkingCalendar
from hall.profile import Hours, Session
from hall.queueing.calling import call_next
from hall.queueing.outlook import Forecaster
from hall.staffing.window import Window, WindowKind
from kiosk_app.desk import KioskDesk
from tests.support.journal_records import records_of
from tests.support.sample_hall import FOOD, PROFILE, WANG, fill, open_window

HOURS = Hours((Session(clock_time(0), clock_time.max),), every_day=True)
ALL_DAY = replace(PROFILE, hours=HOURS)


class EveryDay:
    """Every day is a working day."""

    def is_workday(self, _day: object) -> bool:
        return True


@pytest.mark.req("W-08")
def test_a_branch_gives_shows_and_calls_its_own_numbers(any_store: SqlStore) -> None:
    fill(any_store)
    with any_store.begin() as uow:
        east = Window(31, "东区综合窗口", WindowKind.UNIVERSAL, "A", frozenset({FOOD.code}), branch="东区分厅")
        uow.windows.put(east)
        uow.commit()
    zhang, li = open_window(any_store, 3, "1027"), open_window(any_store, 31, "1031")
    calendar: Any = WorkingCalendar(EveryDay())  # type: ignore[arg-type]
    kiosk = KioskDesk(any_store, lambda _uow: calendar, ALL_DAY, "kiosk-east", "东区分厅")
    issued = kiosk.issue(FOOD.code, WANG)
    kiosk.confirm(issued.ticket.id, paperless=False)
    assert issued.windows == (31,)

    outlook = Forecaster(any_store, PROFILE.order.rules, clock=time.monotonic).current()
    main = read_for_board(any_store, outlook)
    board = read_for_board(any_store, outlook, "东区分厅")
    assert ([w.number for w in main.windows], sum(z.waiting for z in main.zones)) == ([3, 5], 0)
    assert ([w.number for w in board.windows], sum(z.waiting for z in board.zones)) == ([31], 1)
    lines = {line.code: (line.open_windows, line.waiting) for line in kiosk.read_lobby().departments}
    assert lines["scjg"] == (1, 1)

    with any_store.begin() as uow:
        assert call_next(uow, 3, by=zhang, profile=PROFILE) is None
        called = call_next(uow, 31, by=li, profile=PROFILE)
        uow.commit()
    assert called is not None and called.ticket.id == issued.ticket.id
    assert [c.label for c in read_for_board(any_store, branch="东区分厅").calls] == [called.ticket.label]
    assert read_for_board(any_store).calls == ()
    assert records_of(any_store)[-1].at <= datetime.now(UTC)  # one journal for all

"""What time alone brings about, done by a counter that nobody touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.crypto import Keys
from db.store import SqlStore
from hall.appointments.appointment import AppointmentState, Channel
from hall.appointments.booking import BookingRequest, book
from hall.identity import Actor, Role
from hall.staffing.assignment import Assignment
from hall.staffing.establishment import assign
from hall.staffing.window import Post, WindowState
from tests.screens.counter.station import WAIT_MS, Station
from tests.support.journal_records import records_of
from tests.support.sample_hall import FOOD, PROFILE, WANG, ZHANG, fill, open_window
from tests.support.stores import ZONE, OpenStore, make_sqlite
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

MANAGER = Actor("0001", frozenset({Role.CENTRE}), "counter-1")


@pytest.mark.req("Q-07", "Q-11", "W-05")
def test_an_idle_counter_ends_a_temporary_window_raises_a_vacant_post_and_forfeits_who_came_too_late(
    qtbot: QtBot, tmp_path: Path, open_test_store: OpenStore, hall_keys: Keys
) -> None:
    now = [datetime(2025, 3, 5, 9, 0, tzinfo=ZONE)]
    store = open_test_store(make_sqlite(tmp_path), clock=lambda: now[0])
    fill(store)
    ten = datetime(2025, 3, 10, 10, 0, tzinfo=ZONE)
    with store.begin() as uow:
        booked = book(uow, BookingRequest(FOOD.code, ten, Channel.WINDOW, WANG), by=ZHANG, profile=PROFILE,
                      calendar=CALENDAR)  # fmt: skip
        post = Assignment(0, "1027", 3, Post.A, date(2025, 1, 2), date(2025, 1, 2), "主管副区长")
        assign(uow, post, by=MANAGER)
        window = uow.windows.get(5)
        uow.windows.save(window, replace(window, temporary_until=ten + timedelta(minutes=20)))
        uow.commit()
    now[0] = ten
    open_window(store, 5, "1031")
    station = Station(qtbot, store, hall_keys, tmp_path)
    try:
        now[0] = ten + timedelta(minutes=30, seconds=1)
        station.counter.sweeper.run()
        qtbot.waitUntil(lambda: window_state(store, 5) is WindowState.CLOSED, timeout=WAIT_MS)
    finally:
        station.close()
    with store.reading() as uow:
        assert uow.registers.appointments.get(booked.id).state is AppointmentState.FORFEITED
        [vacancy] = uow.registers.vacancies.where(window=3)
        assert vacancy.since == datetime(2025, 3, 10, 9, 0, tzinfo=ZONE)
    kinds = [(r.kind, r.station, r.actor) for r in records_of(store)][-3:]
    assert kinds == [
        ("appointment.forfeited", "counter-3", "system"),
        ("window.closed", "counter-3", "system"),
        ("window.vacant", "counter-3", "system"),
    ]


def window_state(store: SqlStore, number: int) -> WindowState:
    with store.reading() as uow:
        return uow.windows.get(number).state

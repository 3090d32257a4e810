"""Departments as the kiosk shows them."""

from __future__ import annotations

from hall.queueing.departments import read_departments
from hall.staffing.help import call_help
from tests.support.sample_hall import KIOSK, MARRIAGE, open_window, sample_store, take_ticket


def test_open_windows_and_waiting_are_counted_for_each_department() -> None:
    store = sample_store()
    open_window(store, 3, "1027")
    take_ticket(store)
    take_ticket(store)
    take_ticket(store, MARRIAGE)
    with store.reading() as uow:
        lines = {line.code: (line.open_windows, line.waiting) for line in read_departments(uow)}
    assert lines == {"scjg": (1, 2), "mz": (0, 1)}


def test_a_call_for_help_names_the_station_and_nobody() -> None:
    store = sample_store()
    with store.begin() as uow:
        call_help(uow, by=KIOSK, page="identify", ticket=7)
        uow.commit()
    event, actor = store.data.events[-1]
    assert (event.kind, event.subject, dict(event.payload)) == (
        "help.called",
        "station:kiosk-1",
        {"page": "identify", "ticket": 7},
    )
    assert actor.name == "citizen"

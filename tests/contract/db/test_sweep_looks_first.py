"""A sweep looks in a reading unit first: on both databases that refuses the first change and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from db.store import SqlStore
from hall.identity import system_at
from hall.staffing.window import WindowState
from hall.sweep import sweep
from qt_common.sweeper import sweep_when_due
from tests.support.sample_hall import PROFILE, fill, open_window
from tests.support.stores import ZONE, OpenStore
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

SYSTEM = system_at("kiosk-1")


class Counted:
    """A store that counts its writing transactions."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.writes = 0

    def begin(self) -> Any:
        self.writes += 1
        return self._store.begin()

    def reading(self) -> Any:
        return self._store.reading()


@pytest.mark.req("Q-07")
def test_the_writer_is_asked_for_only_when_something_is_due(any_url: str, open_test_store: OpenStore) -> None:
    now = [datetime(2025, 3, 3, 10, 0, tzinfo=ZONE)]
    store = open_test_store(any_url, clock=lambda: now[0])
    fill(store)
    open_window(store, 5, "1031")
    with store.begin() as uow:
        window = uow.windows.get(5)
        uow.windows.save(window, replace(window, temporary_until=now[0] + timedelta(hours=1)))
        uow.commit()
    counted = Counted(store)

    def run() -> bool:
        return sweep_when_due(counted, by=SYSTEM, profile=PROFILE, calendar_of=lambda _: CALENDAR).anything

    assert not run() and counted.writes == 0
    now[0] += timedelta(hours=1)
    with pytest.raises(RuntimeError), store.reading() as uow:
        sweep(uow, by=SYSTEM, profile=PROFILE, calendar=lambda: CALENDAR)
    with store.reading() as uow:
        assert uow.windows.get(5).state is WindowState.OPEN, "looking changes nothing"
    assert run() and counted.writes == 1
    with store.reading() as uow:
        assert uow.windows.get(5).state is WindowState.CLOSED
    assert not run() and counted.writes == 1

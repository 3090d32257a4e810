"""Complaints and one's own matters on both databases: encrypted, found by their person only, guesses counted."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from db.complaint_tables import complaint_records, complaints
from db.store import SqlStore
from hall.complaints.handling import assign, investigate
from hall.complaints.intake import file_complaint
from hall.identity import citizen_at
from hall.progress.asking import complaint_by_number, matters_of
from hall.progress.guesses import TooManyGuesses
from hall.progress.rules import ProgressRules
from hall.repeats import new_request, once
from hall.shown_code import ComplaintNumber
from tests.support.complaint_staff import MEI, RUDE, WU, add_staff, filed
from tests.support.sample_hall import FOOD, KIOSK, MARRIAGE, PROFILE, WANG, fill, take_ticket
from tests.support.stores import ZONE, OpenStore
from tests.unit.hall.business_calendar.test_calendar import CALENDAR


@pytest.mark.req("R-05")
def test_what_was_said_lies_encrypted_and_only_its_person_is_told(any_url: str, open_test_store: OpenStore) -> None:
    now = [datetime(2025, 3, 3, 9, 41, tzinfo=ZONE)]
    store = open_test_store(any_url, clock=lambda: now[0])
    fill(store)
    add_staff(store)
    take_ticket(store, FOOD, MEI)
    take_ticket(store, MARRIAGE, WANG)
    made = filed(store, RUDE, text="等了两个小时没人理")
    with store.begin() as uow:
        assign(uow, made.id, "2002", by=WU)
        investigate(uow, made.id, "调看监控属实", by=WU)
        uow.commit()
    with store.database.engine.begin() as connection:
        rows = [*connection.execute(complaints.select()), *connection.execute(complaint_records.select())]
    cells = b"".join(bytes(cell) for row in rows for cell in row if isinstance(cell, bytes | memoryview))
    for secret in (MEI.name, MEI.id_number, MEI.phone, "两个小时", "监控"):
        assert secret not in repr([[c for c in row if isinstance(c, str)] for row in rows])
        assert secret.encode() not in cells
    now[0] += timedelta(days=1)
    rules = ProgressRules()
    with store.reading() as uow:
        assert [m.number for m in matters_of(uow, MEI, rules)] == [made.number, "250303A001"]
        assert [m.number for m in matters_of(uow, WANG, rules)] == ["250303B001"]
    number = ComplaintNumber(made.number)
    for digits in range(5):
        with store.begin() as uow:
            assert complaint_by_number(uow, number, f"{digits:04d}", rules, by=KIOSK) is None
            uow.commit()
    with store.begin() as uow, pytest.raises(TooManyGuesses):
        complaint_by_number(uow, number, MEI.phone[-4:], rules, by=citizen_at("kiosk-2"))
    now[0] += timedelta(minutes=11)
    with store.begin() as uow:
        told = complaint_by_number(uow, number, MEI.phone[-4:], rules, by=KIOSK)
    assert told is not None
    assert told.state == "investigating"


@pytest.mark.req("R-05")
def test_sent_again_while_the_first_is_still_on_its_way_it_is_the_same_complaint(any_store: SqlStore) -> None:
    fill(any_store)
    wish = replace(RUDE, request=new_request())
    begun = threading.Event()
    told: list[str] = []

    def again() -> None:
        begun.set()
        made = once(any_store, lambda uow: file_complaint(uow, wish, by=KIOSK, profile=PROFILE, calendar=CALENDAR))
        told.append(made.number)

    with any_store.begin() as uow:
        first = file_complaint(uow, wish, by=KIOSK, profile=PROFILE, calendar=CALENDAR)
        other = threading.Thread(target=again)
        other.start()
        assert begun.wait(10)
        uow.commit()
    other.join(30)
    assert told == [first.number]
    with any_store.reading() as uow:
        assert len(uow.registers.complaints.where()) == 1

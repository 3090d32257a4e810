"""Registers and counted places on both databases."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from db.crypto import Keys, WrongKey
from db.statement import Statement
from db.store import SqlStore
from db.verify import verify_database
from hall.appointments.appointment import Appointment, Channel
from hall.appointments.place import Place, PlaceKind
from hall.complaints.complaint import Complaint, ComplaintKind, Office, Tag
from hall.errors import Conflict, NotFound
from hall.identity import ANONYMOUS, Holder, HolderKind, system_at
from hall.progress.guess import Guess
from hall.queueing.balancing import Change
from hall.queueing.estimate import EstimateOutcome
from hall.queueing.handling import Sample
from hall.queueing.overtime import Overtime
from hall.queueing.steps import ServiceStep
from hall.queueing.suggestion import SuggestionRecord
from hall.queueing.ticket import TicketEstimate, TicketState
from hall.staffing.assignment import Assignment
from hall.staffing.attendance import Attendance, VacancyRecord
from hall.staffing.chief import ChiefRepresentative
from hall.staffing.delegation import Delegation
from hall.staffing.first_contact import FirstContact, Handling
from hall.staffing.help_call import HelpCall
from hall.staffing.leave import Approver, LeaveSlip
from hall.staffing.service_request import RequestKind, ServiceRequest
from hall.staffing.training import Training
from hall.staffing.window import Post
from hall.supervision.device_health import DeviceFacts, DeviceHealth, health_of_hall, record_health
from hall.supervision.station_beat import StationBeat, record_beat
from tests.contract.db.test_tickets import stored, waiting
from tests.support.sample_hall import FOOD, MARRIAGE, fill
from tests.support.stores import ZONE, OpenStore

DAY = date(2025, 3, 3)
NOON = datetime(2025, 3, 3, 15, 30, 0, 123456, tzinfo=ZONE)
WANG = Holder(HolderKind.ID_CARD, name="王䶮𠮷", id_number="41021119800101123x", phone="13812345678")
LI = Holder(HolderKind.PHONE, name="李梅", phone="13900000000")

ROWS = {
    "appointments": Appointment(
        0, "AB12CD34", "SX002", NOON, Channel.ONLINE, external_id="x-1", holder="王*𠮷", day=DAY, person=WANG
    ),
    "attendance": Attendance(0, DAY, "1027", 3, Post.A, NOON),
    "leave": LeaveSlip(
        0, "1027", NOON, NOON, Fraction(5, 2), "家事", False, (Approver.CHIEF, Approver.CENTRE_DEPUTY), ("7", "8")
    ),
    "assignments": Assignment(0, "1027", 3, Post.B, DAY, DAY, "主管副区长", ends=DAY + timedelta(days=700)),
    "chiefs": ChiefRepresentative(0, "scjg", "1027", "全部事项", True, DAY, stand_in="1031", away_from=NOON),
    "trainings": Training(0, "1027", "SX002", DAY, True, "0001", NOON),
    "vacancies": VacancyRecord(0, DAY, 3, NOON, NOON),
    "first_contacts": FirstContact(0, DAY, NOON, "1027", "counter-3", LI, "怎么办证？", Handling.GUIDED, "5号窗口"),
    "service_requests": ServiceRequest(
        0, DAY, RequestKind.AGENT, "SX002", WANG, LI, "女儿", "某街1号", "行动不便", NOON, wanted_at=NOON
    ),
    "help_calls": HelpCall(0, DAY, NOON, "kiosk-1", "identify"),
    "suggestions": SuggestionRecord(0, DAY, NOON, Change.OPEN, 5, frozenset({"SX1", "SX2"}), 41.5, 22.25),
    "overtime": Overtime(0, DAY, 5, "1031", NOON, NOON + timedelta(minutes=9), 2),
    "device_health": DeviceHealth(
        0, "kiosk-1", "ticket_printer", NOON, "online", "fault", "out", "ok", "ok", False, "PAPER_END"
    ),
    "station_beats": StationBeat(0, "kiosk-1", NOON, 60),
    "complaints": Complaint(
        0, "T250303K7MP", DAY, ComplaintKind.COMPLAINT, Office.SUPERVISION, NOON, "citizen", "kiosk-1", WANG,
        (Tag.LONG_WAIT, Tag.ATTITUDE), "等了两个小时", wants_call=True, item="SX002", window=3, assign_by=DAY,
    ),
    "guesses": Guess(0, DAY, NOON, "kiosk-1", "T250303K7MP"),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_row_comes_back_as_it_was_stored_and_a_stale_writer_loses(any_store: SqlStore, name: str) -> None:
    row = ROWS[name]
    with any_store.begin() as uow:
        added = getattr(uow.registers, name).add(row)
        uow.commit()
    assert added == replace(row, id=added.id)
    with any_store.begin() as uow:
        register = getattr(uow.registers, name)
        assert register.get(added.id) == added
        assert register.where() == [added]
        saved = register.save(added, added)
        assert saved.version == 1
        uow.commit()
    with any_store.begin() as uow:
        register = getattr(uow.registers, name)
        with pytest.raises(Conflict):
            register.save(added, added)
        with pytest.raises(NotFound):
            register.get(99)
        with pytest.raises(TypeError):
            register.where(no_such_field=1)
        assert register.where() == [saved]


def test_rows_are_found_by_their_fields_and_by_person(any_store: SqlStore) -> None:
    with any_store.begin() as uow:
        requests = uow.registers.service_requests
        mine = requests.add(ROWS["service_requests"])  # type: ignore[arg-type]
        other = requests.add(replace(mine, principal=LI, agent=ANONYMOUS, item="SX015", wanted_at=None))
        uow.commit()
    same = Holder(HolderKind.QR, id_number=WANG.id_number.upper())
    with any_store.reading() as uow:
        requests = uow.registers.service_requests
        assert requests.where(principal=same) == [mine]
        assert requests.where(principal=LI, item="SX015") == [other]
        assert requests.where(principal=LI, item="SX002") == []
        assert list(requests.where(agent=ANONYMOUS)) == []
        assert requests.where(wanted_at=None) == [other]
        assert requests.where(kind=RequestKind.AGENT, wanted_at=NOON) == [mine]
        with pytest.raises(TypeError):
            requests.where(address="某街1号")


@pytest.mark.req("Q-16")
def test_people_and_addresses_lie_encrypted_and_bound_to_their_row(any_store: SqlStore) -> None:
    from db.register_tables import service_requests

    with any_store.begin() as uow:
        requests = uow.registers.service_requests
        first = requests.add(ROWS["service_requests"])  # type: ignore[arg-type]
        second = requests.add(first)
        uow.commit()
    engine = any_store.database.engine
    with engine.begin() as connection:
        rows = connection.execute(service_requests.select()).all()
        plain = repr(rows)
        for secret in (WANG.name, WANG.id_number, LI.name, LI.phone, "某街1号"):
            assert secret not in plain
            assert all(secret.encode() not in (cell or b"") for r in rows for cell in r if isinstance(cell, bytes))
        copied = service_requests.update().where(service_requests.c.id == second.id)
        connection.execute(copied.values(agent_name=rows[0].agent_name))
    with any_store.reading() as uow, pytest.raises(WrongKey):
        uow.registers.service_requests.get(second.id)


def test_what_is_the_only_one_of_its_kind_is_not_stored_twice(any_store: SqlStore) -> None:
    unique = (
        ("appointments", {"code": "XX"}),
        ("appointments", {"external_id": "x-2"}),
        ("complaints", {}),
        ("attendance", {}),
        ("vacancies", {}),
        ("overtime", {}),
    )
    for name, change in unique:
        with any_store.begin() as uow:
            getattr(uow.registers, name).add(ROWS[name])
            with pytest.raises(Conflict):
                getattr(uow.registers, name).add(replace(ROWS[name], **change))


def test_delegated_items_are_a_window_s_only_while_the_delegation_holds(
    any_url: str, open_test_store: OpenStore
) -> None:
    now = [NOON]
    store = open_test_store(any_url, clock=lambda: now[0])
    fill(store)
    with store.begin() as uow:
        made = uow.windows.put_delegation(
            Delegation(0, "mz", frozenset({MARRIAGE.code}), 3, DAY, DAY + timedelta(days=1), "文1", "0001")
        )
        uow.commit()
    with store.begin() as uow:
        window = uow.windows.get(3)
        assert window.delegated == {MARRIAGE.code} and window.authorised == window.items | {MARRIAGE.code}
        assert [w.delegated for w in uow.windows.all()] == [window.delegated, frozenset()]
        uow.windows.save(window, window.opened_by("1027", Post.A))
        uow.commit()
    with store.begin() as uow:
        assert MARRIAGE.code not in uow.windows.get(3).items and FOOD.code in uow.windows.get(3).items
        assert uow.windows.delegations() == (made,)
        uow.windows.put_delegation(replace(made, revoked_on=DAY))
        assert uow.windows.get(3).delegated == frozenset()
    now[0] += timedelta(days=2)
    with store.reading() as uow:
        assert uow.windows.get(3).delegated == frozenset()


def test_places_are_never_given_out_twice(any_url: str, open_test_store: OpenStore) -> None:
    place = Place(PlaceKind.APPOINTMENT, "SX002", NOON, NOON + timedelta(minutes=30), 3)
    stores = [open_test_store(any_url) for _ in range(4)]
    with stores[0].begin() as uow:
        uow.places.add(place)
        uow.places.add(replace(place, capacity=99))  # is there already
        assert not uow.places.take(PlaceKind.QUOTA_DAY, "SX002", NOON)
        uow.commit()
    won: list[bool] = []

    def take(store: SqlStore) -> None:
        for _ in range(3):
            with store.begin() as uow:
                won.append(uow.places.take(PlaceKind.APPOINTMENT, "SX002", NOON))
                uow.commit()

    threads = [threading.Thread(target=take, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert won.count(True) == 3 and len(won) == 12
    with stores[0].begin() as uow:
        uow.places.give_back(PlaceKind.APPOINTMENT, "SX002", NOON)
        uow.places.put(replace(place, capacity=2))
        assert uow.places.of_day(PlaceKind.APPOINTMENT, "SX002", DAY) == [replace(place, capacity=2, taken=2)]
        assert not uow.places.take(PlaceKind.APPOINTMENT, "SX002", NOON)
        for _ in range(5):
            uow.places.give_back(PlaceKind.APPOINTMENT, "SX002", NOON)
        assert uow.places.of_day(PlaceKind.APPOINTMENT, "SX002", DAY)[0].taken == 0


def test_statistics_tell_services_calls_and_estimates(any_store: SqlStore) -> None:
    told = TicketEstimate(5, 10, 7.5, 7.0)
    first, second = stored(
        any_store, replace(waiting(1), estimate=told, next_items=("SX015",), people=4), waiting(2)
    )
    start = NOON + timedelta(minutes=12)
    with any_store.begin() as uow:
        called = uow.tickets.claim(first, first.called_to(3, "1027", at=start))
        assert called is not None
        done = replace(
            called, state=TicketState.FINISHED, started_at=start, finished_at=start + timedelta(minutes=6)
        )
        uow.tickets.save(called, done)
        uow.tickets.save(second, replace(second, state=TicketState.MISSED, requeues=1))
        uow.registers.steps.add(
            ServiceStep(0, first.id, DAY, 1, "SX015", 5, "1031", NOON, NOON, NOON + timedelta(minutes=2))
        )
        uow.commit()
    with any_store.reading() as uow:
        assert uow.tickets.get(first.id).estimate == told
        assert (uow.tickets.get(first.id).people, uow.tickets.get(first.id).next_items) == (4, ("SX015",))
        samples = uow.statistics.finished_services(DAY)
        assert samples == [Sample("SX002", 3, 15, 6.0), Sample("SX015", 5, 15, 2.0)]
        assert uow.statistics.calls_and_misses(DAY) == (1, 2)
        assert uow.statistics.estimate_outcomes(DAY) == [EstimateOutcome(DAY, "SX002", 5, 10, 7.5, 7.0, 12.0)]
        later = DAY + timedelta(days=1)
        assert uow.statistics.calls_and_misses(later) == (0, 0)
        assert list(uow.statistics.finished_services(later)) == []


def test_statements_of_a_register_are_made_once() -> None:
    from db.repositories.registers import APPOINTMENTS

    found = APPOINTMENTS.find({"day": DAY, "state": "booked"})
    assert isinstance(found, Statement)
    assert APPOINTMENTS.find({"state": "arrived", "day": DAY}) is found
    assert APPOINTMENTS.find({"state": None, "day": DAY}) is not found


def test_a_stations_beat_is_kept_without_a_record_and_the_journal_stays_whole(
    any_store: SqlStore, hall_keys: Keys
) -> None:
    kiosk = system_at("kiosk-1")
    with any_store.begin() as uow:
        record_health(uow, "voice", DeviceFacts("online", "ok", ready=True), by=kiosk)
        uow.commit()
    before = verify_database(any_store.database, hall_keys)
    times = []
    for _ in range(3):
        with any_store.begin() as uow:
            record_beat(uow, by=kiosk)
            uow.commit()
        with any_store.reading() as uow:
            times += [beat.at for beat in uow.registers.station_beats.where(station="kiosk-1")]
            assert [device.link for device in health_of_hall(uow)] == ["online"]
    assert len(times) == 3 and times == sorted(times)
    assert verify_database(any_store.database, hall_keys) == before
    assert before.ok and before.records == 1

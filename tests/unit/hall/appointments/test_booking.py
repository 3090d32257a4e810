"""Booking, the reply, checking in to the second, and imports from the platform."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from hall.appointments.appointment import (
    Appointment,
    AppointmentState,
    Channel,
    Forfeited,
    SlotFull,
    TooEarly,
    TooSoon,
)
from hall.appointments.arrival import NoAppointment, check_in, forfeit_late
from hall.appointments.booking import (
    AlreadyBooked,
    BookingRequest,
    book,
    cancel,
    cancel_own,
    places_of_day,
    reply_of,
    set_place,
    to_prepare,
)
from hall.appointments.online import check_rows, import_online
from hall.appointments.place import Place, PlaceKind
from hall.errors import BadInput, NotAllowed, NotFound
from hall.identity import Actor, Holder, HolderKind, Role, citizen_at, system_at
from hall.queueing.calling import call_next, preview_next
from hall.queueing.issue import confirm_ticket
from hall.queueing.ticket import PriorityClass
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    MARRIAGE,
    OPEN,
    PROFILE,
    ZHANG,
    open_window,
    sample_store,
    take_ticket,
)
from tests.unit.hall.business_calendar.test_calendar import CALENDAR
from tests.unit.hall.queueing.test_calling import do

AT = datetime(2025, 3, 10, 10, 0, tzinfo=ZONE)
MEI = Holder(HolderKind.ID_CARD, name="李梅", id_number="410211198505052222", phone="13812345678")
OTHER = Holder(HolderKind.PHONE, phone="13900000000")
ADMIN = Actor("0001", frozenset({Role.ADMIN}), "counter-1")
SYSTEM = system_at("counter-1")
REQUEST = BookingRequest(FOOD.code, AT, Channel.WINDOW, MEI)


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    store.now = datetime(2025, 3, 5, 15, 0, tzinfo=ZONE)
    with store.begin() as uow:
        uow.clerks.put(replace(uow.clerks.get("1027"), phone="0371-1234"))
        uow.commit()
    return store


def booked(store: FakeStore, request: BookingRequest = REQUEST) -> Appointment:
    made: Appointment = do(store, book, request, by=ZHANG, profile=PROFILE, calendar=CALENDAR)
    return made


def arrive(store: FakeStore, shown: Holder | str) -> Appointment:
    checked = do(store, check_in, shown, opening=OPEN, by=KIOSK, profile=PROFILE)
    do(store, confirm_ticket, checked.issued.ticket.id, by=KIOSK)
    arrived: Appointment = checked.appointment
    return arrived


@pytest.mark.req("Q-11")
def test_scene_8_booking_three_working_days_ahead(store: FakeStore) -> None:
    assert booked(store).state is AppointmentState.BOOKED
    store.now = datetime(2025, 3, 6, 9, 0, tzinfo=ZONE)
    with pytest.raises(TooSoon):
        booked(store, replace(REQUEST, person=OTHER))
    online = replace(REQUEST, person=OTHER, channel=Channel.ONLINE)
    assert booked(store, online).channel is Channel.ONLINE  # no lead online


@pytest.mark.req("Q-11")
def test_the_reply_names_all_materials_the_clerk_and_the_phone(store: FakeStore) -> None:
    made = booked(store)
    with store.reading() as uow:
        text = reply_of(uow, made, profile=PROFILE).sms
        unknown = reply_of(uow, replace(made, item=MARRIAGE.code), profile=PROFILE).sms
    for word in (
        "3月10日10:00–10:30",
        "食品经营许可",
        "1.申请书；2.身份证",
        "张伟",
        "0371-1234",
        "30分钟",
        made.code,
    ):
        assert word in text
    assert "未录入" in unknown
    assert made.code not in str([event.payload for event, _ in store.data.events])
    assert "李梅" not in str(store.data.events)


@pytest.mark.req("Q-11")
@pytest.mark.parametrize(("seconds", "in_time"), [(1800, True), (1801, False)])
def test_scene_8_half_an_hour_late_is_in_time_and_a_second_more_is_not(
    store: FakeStore, seconds: int, in_time: bool
) -> None:
    booked(store)
    store.now = AT + timedelta(seconds=seconds)
    forfeited = do(store, forfeit_late, by=SYSTEM, profile=PROFILE)
    assert [a.state for a in forfeited] == ([] if in_time else [AppointmentState.FORFEITED])
    assert do(store, forfeit_late, by=SYSTEM, profile=PROFILE) == []
    if in_time:
        assert arrive(store, MEI).state is AppointmentState.ARRIVED
    else:
        with pytest.raises(NoAppointment):
            arrive(store, MEI)


def test_who_is_late_is_told_so_before_the_sweep_too(store: FakeStore) -> None:
    booked(store)
    store.now = AT + timedelta(seconds=1801)
    with pytest.raises(Forfeited):
        arrive(store, MEI)


@pytest.mark.req("Q-09", "Q-11")
def test_before_its_slot_an_appointment_waits_as_ordinary(store: FakeStore) -> None:
    booked(store)
    store.now = AT - timedelta(minutes=31)
    with pytest.raises(TooEarly):
        arrive(store, MEI)
    store.now = AT - timedelta(minutes=20)
    take_ticket(store)
    store.now = AT - timedelta(minutes=10)
    arrive(store, MEI)
    open_window(store, 3, "1027")
    with store.reading() as uow:
        early = preview_next(uow, 3, profile=PROFILE)
    assert early is not None and early.ticket.label == "A001"
    store.now = AT
    called = do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    assert called.ticket.priority is PriorityClass.APPOINTMENT and called.ticket.label == "A002"
    assert called.reason == "预约：预约 10:00，已等候10分钟"


@pytest.mark.req("Q-11", "Q-18")
@pytest.mark.parametrize("how", ["id_card", "citizen_card", "qr", "code"])
def test_a_card_a_qr_identity_or_the_code_checks_in(store: FakeStore, how: str) -> None:
    made = booked(store)
    store.now = AT
    shown = made.code.lower() if how == "code" else Holder(HolderKind(how), id_number=MEI.id_number)
    arrived = arrive(store, shown)
    assert arrived.ticket == 1 and arrived.arrived_at == AT
    with pytest.raises(NoAppointment):
        arrive(store, shown)


def test_a_slot_takes_as_many_as_it_has_places(store: FakeStore) -> None:
    people = [Holder(HolderKind.PHONE, phone=f"1380000000{n}") for n in range(3)]
    first = booked(store, replace(REQUEST, person=people[0]))
    booked(store, replace(REQUEST, person=people[1]))
    with pytest.raises(SlotFull):
        booked(store, replace(REQUEST, person=people[2]))
    do(store, cancel, first.id, by=ZHANG, reason="改日")
    do(store, cancel, first.id, by=ZHANG, reason="改日")  # gives one place back, not two
    booked(store, replace(REQUEST, person=people[2]))
    with pytest.raises(SlotFull):
        booked(store, replace(REQUEST, person=people[0]))


def test_what_can_not_be_booked_is_refused(store: FakeStore) -> None:
    booked(store)
    with pytest.raises(AlreadyBooked):
        booked(store, replace(REQUEST, at=AT + timedelta(hours=1)))
    for wrong in (
        replace(REQUEST, person=OTHER, at=AT + timedelta(minutes=5)),  # not the start of a slot
        replace(REQUEST, person=OTHER, at=AT - timedelta(days=1)),  # a Sunday
        replace(REQUEST, person=Holder(HolderKind.NONE)),
        replace(REQUEST, person=OTHER, clerk="1031", item="SX404"),
    ):
        with pytest.raises((BadInput, NotFound)):
            booked(store, wrong)
    assert len(store.data.registers["appointments"]) == 1


def test_who_booked_may_cancel_with_code_and_card_only(store: FakeStore) -> None:
    made = booked(store)
    kiosk = citizen_at("kiosk-1")
    with pytest.raises(NotAllowed):
        do(store, cancel_own, made.code, OTHER, by=kiosk)
    with pytest.raises(NotAllowed):
        do(store, cancel, made.id, by=kiosk, reason="不去了")
    assert do(store, cancel_own, made.code.lower(), MEI, by=kiosk).state is AppointmentState.CANCELLED


def test_slots_are_set_by_the_hall_and_never_overlap(store: FakeStore) -> None:
    place = Place(PlaceKind.APPOINTMENT, FOOD.code, AT, AT + timedelta(minutes=60), 5)
    with pytest.raises(NotAllowed):
        do(store, set_place, place, by=ZHANG)
    do(store, set_place, place, by=ADMIN)
    with pytest.raises(BadInput, match="overlaps"):
        do(store, set_place, replace(place, starts=AT + timedelta(minutes=30)), by=ADMIN)
    do(store, set_place, replace(place, capacity=6), by=ADMIN)
    with store.reading() as uow:
        places = places_of_day(uow, FOOD.code, AT.date(), profile=PROFILE, calendar=CALENDAR)
        assert [(p.starts.hour, p.starts.minute, p.capacity) for p in places][:4] == [
            (9, 0, 2), (9, 30, 2), (10, 0, 6), (11, 0, 2),
        ]  # fmt: skip
        assert places_of_day(uow, FOOD.code, date(2025, 3, 9), profile=PROFILE, calendar=CALENDAR) == ()


@pytest.mark.req("Q-11")
def test_the_clerk_is_told_ten_minutes_before(store: FakeStore) -> None:
    made = booked(store)
    for seconds, due in ((601, []), (600, [made]), (0, [made]), (-1, [])):
        store.now = AT - timedelta(seconds=seconds)
        with store.reading() as uow:
            assert list(to_prepare(uow, profile=PROFILE)) == due


ROWS = [
    {
        "预约号": "w-1",
        "事项编码": FOOD.code,
        "预约时间": "2025-03-10 10:00",
        "姓名": "王五",
        "手机号": "13811112222",
    },
    {"external_id": "w-2", "item": FOOD.code, "at": "2025/03/10T10:00:00+08:00", "id_number": "41021119800101123x"},
]


def run_import(store: FakeStore, rows: list[dict[str, str]]) -> tuple[int, int, int, list[tuple[int, str]]]:
    good, bad = check_rows(enumerate(rows, start=2), profile=PROFILE)
    done = do(store, import_online, good, bad, by=ADMIN, profile=PROFILE)
    return done.added, done.known, done.cancelled, [(p.line, p.reason) for p in done.problems]


@pytest.mark.req("Q-11")
def test_an_import_repeated_doubles_nothing(store: FakeStore) -> None:
    assert run_import(store, ROWS) == (2, 0, 0, [])
    assert run_import(store, ROWS) == (0, 2, 0, [])
    full = {**ROWS[0], "预约号": "w-3"}
    assert run_import(store, [full]) == (0, 0, 0, [(2, "该时段预约已满，请选择其他时段。")])
    assert run_import(store, [{**ROWS[0], "状态": "已取消"}, full]) == (1, 0, 1, [])
    assert run_import(store, [{**ROWS[0], "状态": "cancelled"}]) == (0, 1, 0, [])
    moved = {**ROWS[1], "at": "2025-03-10 11:00"}
    assert "改期请先取消" in run_import(store, [moved])[3][0][1]
    assert "王五" not in str(store.data.events)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"预约号": ""}, "“预约号”为空"),
        ({"预约时间": "明天"}, "预约时间“明天”应为 2025-03-10 10:00 的形式"),
        ({"手机号": ""}, "身份证号和手机号至少填一项"),
        ({"手机号": "123"}, "手机号应为11位数字"),
        ({"身份证号": "x"}, "身份证号格式有误"),
        ({"状态": "maybe"}, "状态“maybe”不在 已预约、已取消 之列"),
        ({"事项编码": "SX404"}, "没有事项“SX404”"),
        ({"预约时间": "2025-03-05 10:00"}, "预约时间已过"),
        ({"预约时间": "2025-03-10 10:15"}, "与已有时段10:00–10:30重叠。"),
        ({"预约号": "w-1"}, "预约号与第2行重复"),
    ],
)
def test_a_bad_row_is_named_and_the_good_ones_are_taken_in(
    store: FakeStore, change: dict[str, str], reason: str
) -> None:
    bad = {**ROWS[0], "预约号": "w-9", **change}
    assert run_import(store, [ROWS[0], bad, ROWS[1]]) == (2, 0, 0, [(3, reason)])

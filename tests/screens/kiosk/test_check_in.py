"""Checking in for an appointment at the kiosk (预约签到): by card, code, phone or scanner, paper at the end."""

from __future__ import annotations

import gc

import pytest

from hall.appointments.appointment import AppointmentState
from hall.appointments.arrival import forfeit_late
from hall.appointments.lookup import Arrival
from hall.errors import Unavailable
from hall.identity import Holder, HolderKind, system_at
from hall.queueing.ticket import PriorityClass, TicketState
from tests.support.kiosk_hall import MONDAY, TEN, Visitor, booked
from tests.support.sample_hall import FOOD, PROFILE, SHOP
from tests.unit.hall.test_shown_code import luhn

MEI = Holder(HolderKind.ID_CARD, name="李梅", id_number="11010519491231002X", phone="13812345678")
WALKER = Holder(HolderKind.QR, id_number="11010519720229003X")  # in no other test: objects are counted
CARD_NUMBER = luhn("622202123456789")


def open_door(visitor: Visitor) -> None:
    visitor.press("door_check_in")
    visitor.arrives("identify", purpose="check_in")


def appointment_state(visitor: Visitor, code: str) -> AppointmentState:
    with visitor.store.reading() as uow:
        (found,) = uow.registers.appointments.where(code=code)
    state: AppointmentState = found.state
    return state


@pytest.mark.req("Q-11")
def test_a_card_becomes_the_appointments_number_on_paper_two_touches_from_home(visitor: Visitor) -> None:
    card = {"name": "李梅", "id_number": MEI.id_number, "birth": "19491231", "sex": "2"}
    visitor.reader.command("lay_card", card)
    made = booked(visitor.store, MEI)
    visitor.press("door_check_in")
    visitor.arrives("ticket", phase="paper", label="A001")
    (ticket,) = visitor.tickets()
    assert (ticket.state, ticket.priority) == (TicketState.WAITING, PriorityClass.APPOINTMENT)
    assert (ticket.priority_reason, ticket.holder) == ("预约 10:00", "李*")
    (paper,) = visitor.papers()
    text = "\n".join(paper["text"])
    assert "A001" in text and "预约 10:00" in text and "食品经营许可" in text and "李梅" not in text
    assert appointment_state(visitor, made.code) is AppointmentState.ARRIVED
    assert ("appointment.arrived", ticket.id) in [(k, f.get("ticket")) for k, f in visitor.journal()]


@pytest.mark.req("Q-11")
def test_the_code_is_typed_on_the_kiosks_own_keys(visitor: Visitor) -> None:
    made = booked(visitor.store, MEI)
    open_door(visitor)
    visitor.press("by_code")
    visitor.press("key_O")
    assert visitor.read("code_hint") == "预约码里没有“O”，请核对"
    visitor.types(made.code[:-1])
    assert not visitor.button("code_submit").isEnabled()
    visitor.types(made.code[-1])
    visitor.press("code_submit")
    visitor.arrives("ticket", phase="paper", label="A001")
    assert len(visitor.papers()) == 1


@pytest.mark.req("Q-11", "Q-18")
def test_who_shows_the_code_of_an_appointment_behind_the_door_of_numbers_is_checked_in_all_the_same(
    visitor: Visitor,
) -> None:
    made = booked(visitor.store, MEI)
    visitor.pick()
    visitor.press("materials_ready")
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", label="A001")
    (ticket,) = visitor.tickets()
    assert ticket.priority is PriorityClass.APPOINTMENT
    assert appointment_state(visitor, made.code) is AppointmentState.ARRIVED


def test_the_phone_number_of_the_booking_checks_in(visitor: Visitor) -> None:
    booked(visitor.store, Holder(HolderKind.PHONE, phone="13812345678"))
    open_door(visitor)
    visitor.press("by_phone")
    visitor.types("13812345678")
    visitor.press("phone_submit")
    visitor.arrives("ticket", phase="paper", label="A001")
    assert len(visitor.papers()) == 1


@pytest.mark.req("Q-11", "Q-18")
@pytest.mark.parametrize("shown", ["appointment code", "citizen card", "identity code"])
def test_a_code_under_the_scanner_checks_in(visitor: Visitor, shown: str) -> None:
    person = Holder(HolderKind.CITIZEN_CARD, id_number=CARD_NUMBER) if shown == "citizen card" else MEI
    made = booked(visitor.store, person)
    text = {"appointment code": made.code, "citizen card": CARD_NUMBER, "identity code": MEI.id_number}[shown]
    open_door(visitor)
    assert visitor.read("scanner_words") == "也可以扫预约码、市民之家一卡通或身份码"
    visitor.scans(text, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", label="A001")
    (ticket,) = visitor.tickets()
    assert ticket.priority is PriorityClass.APPOINTMENT
    assert ticket.holder_kind is person.kind
    assert all(text not in line for line in visitor.papers()[0]["text"])


@pytest.mark.req("Q-11")
def test_thirty_minutes_late_still_gets_the_appointments_number(visitor: Visitor) -> None:
    made = booked(visitor.store, MEI)
    visitor.clock.forward(seconds=(TEN - MONDAY).total_seconds() + 30 * 60)
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper")
    assert [t.priority for t in visitor.tickets()] == [PriorityClass.APPOINTMENT]


@pytest.mark.req("Q-11")
@pytest.mark.parametrize("swept", [False, True])
def test_one_second_more_is_given_up_and_offered_an_ordinary_number(visitor: Visitor, swept: bool) -> None:
    made = booked(visitor.store, MEI)
    visitor.clock.forward(seconds=(TEN - MONDAY).total_seconds() + 30 * 60 + 1)
    if swept:
        with visitor.store.begin() as uow:
            forfeit_late(uow, by=system_at("counter-3"), profile=PROFILE)
            uow.commit()
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("notice", notice="forfeited")
    assert visitor.read("notice_title") == "已过签到时间"
    assert "10:00" in visitor.read("notice_text") and "视同放弃" in visitor.read("notice_text")
    assert visitor.tickets() == []
    visitor.press("notice_ordinary")
    visitor.arrives("materials", item="SX002", purpose="ticket")
    visitor.press("without_registration")
    visitor.arrives("ticket", phase="paper", label="A001")
    assert [t.priority for t in visitor.tickets()] == [PriorityClass.ORDINARY]


@pytest.mark.req("Q-11")
def test_too_early_says_when_to_come_and_keeps_the_appointment(visitor: Visitor) -> None:
    made = booked(visitor.store, MEI, at=TEN.replace(hour=11))
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("notice", notice="too_early")
    assert visitor.read("notice_text") == "您预约的是今天 11:00，10:30 开始签到。预约保留，请到时再来。"
    assert appointment_state(visitor, made.code) is AppointmentState.BOOKED
    assert visitor.tickets() == []


def test_no_appointment_says_so_and_leads_to_an_ordinary_number_or_back(visitor: Visitor) -> None:
    open_door(visitor)
    visitor.reader.command("lay_card", {"seed": 7})
    visitor.arrives("notice", notice="no_appointment")
    visitor.reader.command("remove_card")
    visitor.press("notice_back")
    visitor.arrives("identify", purpose="check_in")
    visitor.reader.command("lay_card", {"seed": 8})
    visitor.arrives("notice", notice="no_appointment")
    visitor.press("notice_ordinary")
    visitor.arrives("departments", purpose="ticket")


def test_of_several_appointments_one_is_chosen(visitor: Visitor) -> None:
    booked(visitor.store, MEI)
    booked(visitor.store, MEI, item=SHOP)
    open_door(visitor)
    visitor.scans(MEI.id_number, lambda: visitor.screen != "identify")
    visitor.arrives("arrivals", arrivals=2)
    assert visitor.button("arrival_0").accessibleName() == "10:00　食品经营许可，现在可以签到"
    visitor.press("arrival_1")
    visitor.arrives("ticket", phase="paper")
    assert [t.item for t in visitor.tickets()] == [SHOP.code]
    visitor.press("done")
    open_door(visitor)
    visitor.scans(MEI.id_number, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", label="A002")
    assert sorted(t.item for t in visitor.tickets()) == [SHOP.code, FOOD.code]


@pytest.mark.req("Q-11")
def test_pressed_twice_or_shown_again_there_is_one_number(visitor: Visitor) -> None:
    made = booked(visitor.store, MEI)
    open_door(visitor)
    visitor.press("by_code")
    visitor.types(made.code)
    submit = visitor.button("code_submit")
    submit.click()
    submit.click()
    visitor.arrives("ticket", phase="paper", label="A001")
    visitor.press("done")
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("notice", notice="already_waiting")
    assert visitor.read("notice_title") == "您已取号 A001"
    assert len(visitor.tickets()) == len(visitor.papers()) == 1


def test_without_paper_the_number_stands_on_the_screen_and_counts(visitor: Visitor) -> None:
    made = booked(visitor.store, MEI)
    visitor.printer.command("fault", {"name": "paper_out"})
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("notice", notice="no_printer")
    assert appointment_state(visitor, made.code) is AppointmentState.BOOKED, "nothing was used up"
    visitor.press("take_on_screen")
    visitor.arrives("ticket", phase="remember", label="A001")
    visitor.press("remembered")
    visitor.arrives("ticket", phase="remembered")
    (ticket,) = visitor.tickets()
    assert (ticket.state, ticket.paperless, ticket.priority) == (
        TicketState.WAITING,
        True,
        PriorityClass.APPOINTMENT,
    )


@pytest.mark.req("Q-11")
def test_a_number_lost_in_the_printer_is_given_anew_with_the_same_right(visitor: Visitor) -> None:
    made = booked(visitor.store, MEI)
    visitor.printer.command("vanish_after", {"bytes": 300})
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="doubt", label="A001", trouble="print_unknown")
    visitor.press("paper_no")
    visitor.time_passes(61)
    visitor.until(lambda: [t.state for t in visitor.tickets()] == [TicketState.VOID])
    visitor.press("notice_home")
    visitor.printer.command("clear")
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["ticket_printer"] == "ready")
    open_door(visitor)
    visitor.scans(made.code, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", label="A002")
    assert [(t.state, t.priority) for t in visitor.tickets()] == [
        (TicketState.VOID, PriorityClass.APPOINTMENT),
        (TicketState.WAITING, PriorityClass.APPOINTMENT),
    ]


def test_a_closed_hall_checks_nobody_in(visitor: Visitor) -> None:
    visitor.clock.forward(hours=3)
    visitor.kiosk.watch.refresh()
    visitor.until(lambda: not visitor.kiosk.describe()["open"])
    visitor.press("door_check_in")
    visitor.arrives("notice", notice="hall_closed")


def test_a_database_lost_while_looking_is_a_calm_page(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> object:
        raise Unavailable("the database is away")

    open_door(visitor)
    visitor.press("by_phone")
    visitor.types("13812345678")
    with monkeypatch.context() as broken:
        broken.setattr(visitor.store, "reading", away)
        visitor.press("phone_submit")
        visitor.arrives("notice", notice="database_away")
    assert visitor.tickets() == []


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_who_walks_away_leaves_nothing_behind(visitor: Visitor, size: tuple[int, int]) -> None:
    visitor.kiosk.window.resize(*size)
    codes = {booked(visitor.store, WALKER, item=item).code for item in (FOOD, SHOP)}
    open_door(visitor)
    visitor.press("by_code")
    visitor.types("K7MP")
    visitor.seconds_pass(59)
    assert visitor.read("idle_words") == "1 秒后返回首页，已填内容将清除"
    visitor.seconds_pass(1)
    visitor.arrives("home", arrivals=0)
    assert visitor.kiosk.models.code.state.typed == ""
    open_door(visitor)
    visitor.scans(WALKER.id_number, lambda: visitor.screen != "identify")
    visitor.arrives("arrivals")
    visitor.seconds_pass(60)
    visitor.arrives("home", arrivals=0)

    def nothing_is_left() -> bool:
        gc.collect()
        objects = gc.get_objects()
        holders = [
            o for o in objects if isinstance(o, Holder) and o.id_number == WALKER.id_number and o is not WALKER
        ]
        arrivals = [o for o in objects if isinstance(o, Arrival) and o.code in codes]
        return holders == arrivals == []

    visitor.until(nothing_is_left)  # widgets go with the next turn of the loop

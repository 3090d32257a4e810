"""Asking how a ticket stands (进度查询): by its QR code, its number, or the card it was taken with."""

from __future__ import annotations

import pytest

from hall.identity import Holder, HolderKind
from hall.queueing.calling import call_next
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import MARRIAGE, PROFILE, ZHANG, code_on, take_ticket
from tests.unit.hall.test_shown_code import luhn

PERSON = Holder(HolderKind.QR, id_number="11010519491231002X")
CARD = Holder(HolderKind.CITIZEN_CARD, id_number=luhn("622202123456789"))


def open_door(visitor: Visitor) -> None:
    visitor.press("door_progress")
    visitor.arrives("identify", purpose="progress")


@pytest.mark.req("Q-04", "Q-09")
def test_a_scanned_ticket_tells_how_many_are_ahead_and_then_where_to_go(visitor: Visitor) -> None:
    take_ticket(visitor.store)
    mine = take_ticket(visitor.store)
    open_door(visitor)
    visitor.scans(code_on(visitor.store, mine), lambda: visitor.screen != "identify")
    visitor.arrives("standing", standings=["A002 waiting"])
    assert visitor.read("standing_label_0") == "A002"
    assert visitor.read("standing_state_0") == "等候中，前面 1 人"
    assert "请到 A 区等候，3 号窗口办理" in visitor.read("standing_more_0")
    visitor.press("home")
    with visitor.store.begin() as uow:
        call_next(uow, 3, by=ZHANG, profile=PROFILE)
        uow.commit()
    open_door(visitor)
    visitor.press("by_number")
    visitor.types("A001")
    visitor.press("code_submit")
    visitor.arrives("standing", standings=["A001 called"])
    assert visitor.read("standing_state_0") == "正在叫号，请到 3 号窗口"


@pytest.mark.req("Q-18")
@pytest.mark.parametrize("person", [PERSON, CARD], ids=["identity code", "citizen card"])
def test_a_person_known_by_a_code_is_told_of_all_tickets_of_today(visitor: Visitor, person: Holder) -> None:
    take_ticket(visitor.store, holder=person)
    take_ticket(visitor.store, MARRIAGE, holder=person)
    take_ticket(visitor.store, holder=Holder(HolderKind.PHONE, phone="13800000000"))
    open_door(visitor)
    visitor.scans(person.id_number, lambda: visitor.screen != "identify")
    visitor.arrives("standing", standings=["A001 waiting", "B001 waiting"][::-1])


def test_nobody_asks_by_somebodys_phone_number(visitor: Visitor) -> None:
    open_door(visitor)
    assert visitor.shows("by_number")
    assert not visitor.shows("by_phone")
    assert not visitor.shows("anonymous")


def test_a_ticket_of_no_one_today_is_a_calm_page_with_a_way_back(visitor: Visitor) -> None:
    open_door(visitor)
    visitor.press("by_number")
    visitor.types("A07")
    assert not visitor.button("code_submit").isEnabled()
    visitor.types("7")
    visitor.press("code_submit")
    visitor.arrives("notice", notice="no_ticket")
    assert visitor.read("notice_title") == "没有找到今天的号票"
    visitor.press("notice_back")
    visitor.arrives("code")


def test_a_closed_hall_still_tells(visitor: Visitor) -> None:
    visitor.clock.forward(hours=3)
    visitor.kiosk.watch.refresh()
    visitor.until(lambda: not visitor.kiosk.describe()["open"])
    open_door(visitor)


def test_what_was_found_is_wiped_when_nobody_is_there(visitor: Visitor) -> None:
    mine = take_ticket(visitor.store, holder=PERSON)
    open_door(visitor)
    visitor.scans(code_on(visitor.store, mine), lambda: visitor.screen != "identify")
    visitor.arrives("standing")
    visitor.seconds_pass(60)
    visitor.arrives("home", standings=[])
    assert visitor.kiosk.models.standing.state.cards.shown == ()

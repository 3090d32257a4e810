"""Taking a number for somebody else at the kiosk (代办帮办): two documents, both on record, nobody left behind."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from hall.catalogue.import_rows import Catalogue
from hall.identity import Holder, HolderKind
from hall.queueing.ticket import TicketState
from hall.staffing.service_request import RequestKind, ServiceRequest
from tests.support.kiosk_hall import Visitor
from tests.unit.hall.test_shown_code import luhn

DAUGHTER = {"name": "王晓梅", "id_number": "110105198808080066", "birth": "19880808", "sex": "2"}
MOTHER = {"name": "李桂兰", "id_number": "110105194912310046", "birth": "19491231", "sex": "2"}
CITIZEN_CARD = luhn("622202987654321")


def lay(visitor: Visitor, card: dict[str, str]) -> None:
    visitor.reader.command("lay_card", card)


def lift(visitor: Visitor) -> None:
    visitor.reader.command("remove_card")


def begin(visitor: Visitor) -> None:
    """From home to the agent's own document."""
    visitor.pick()
    visitor.press("materials_ready")
    visitor.arrives("identify", purpose="ticket")
    visitor.press("identify_agent")
    visitor.arrives("agent", item="SX002")


def requests(visitor: Visitor) -> list[ServiceRequest]:
    with visitor.store.reading() as uow:
        return list(uow.registers.service_requests.where(kind=RequestKind.AGENT))


@pytest.mark.req("Q-16")
def test_two_cards_become_one_number_and_both_people_are_recorded(visitor: Visitor) -> None:
    begin(visitor)
    assert not any(visitor.shows(name) for name in ("by_phone", "anonymous", "identify_agent"))
    lay(visitor, DAUGHTER)
    visitor.arrives("principal")
    lift(visitor)
    lay(visitor, MOTHER)
    visitor.arrives("ticket", phase="paper", label="A001")
    (ticket,) = visitor.tickets()
    assert (ticket.state, ticket.holder) == (TicketState.WAITING, "王*梅"), "the number is the agent's"
    (request,) = requests(visitor)
    assert (request.agent.name, request.agent.id_number) == (DAUGHTER["name"], DAUGHTER["id_number"])
    assert (request.principal.name, request.principal.id_number) == (MOTHER["name"], MOTHER["id_number"])
    assert (request.item, request.ticket) == ("SX002", ticket.id)
    (facts,) = [f for kind, f in visitor.journal() if kind == "request.made"]
    assert (facts["principal"], facts["agent"]) == ("李*兰", "王*梅")
    seen = str(visitor.journal()) + "\n".join(visitor.papers()[0]["text"])
    assert not any(card[key] in seen for card in (DAUGHTER, MOTHER) for key in ("name", "id_number"))


@pytest.mark.req("Q-16", "Q-18")
def test_a_code_under_the_scanner_stands_for_either_card(visitor: Visitor) -> None:
    begin(visitor)
    visitor.scans(DAUGHTER["id_number"], lambda: visitor.screen == "principal")
    visitor.scans(CITIZEN_CARD, lambda: visitor.screen != "principal")
    visitor.arrives("ticket", phase="paper", label="A001")
    (request,) = requests(visitor)
    assert (request.agent.kind, request.principal.kind) == (HolderKind.QR, HolderKind.CITIZEN_CARD)
    assert (request.agent.id_number, request.principal.id_number) == (DAUGHTER["id_number"], CITIZEN_CARD)


@pytest.mark.req("Q-16")
@pytest.mark.parametrize("shown_by", ["card", "code"])
def test_the_same_person_twice_is_told_so_and_the_other_card_still_counts(visitor: Visitor, shown_by: str) -> None:
    begin(visitor)
    lay(visitor, DAUGHTER)
    visitor.arrives("principal")
    lift(visitor)
    if shown_by == "card":
        lay(visitor, DAUGHTER)
    else:
        visitor.scans(DAUGHTER["id_number"], lambda: visitor.kiosk.journey.state.same_person)
    visitor.reads("reader_words", "这是您自己的证件")
    assert visitor.screen == "principal"
    assert visitor.tickets() == []
    lift(visitor)
    lay(visitor, MOTHER)
    visitor.arrives("ticket", phase="paper", label="A001")
    assert len(requests(visitor)) == 1


def test_back_asks_for_the_agent_again_and_takes_nobody_for_granted(visitor: Visitor) -> None:
    begin(visitor)
    lay(visitor, DAUGHTER)
    visitor.arrives("principal")
    lift(visitor)
    visitor.press("back")
    visitor.arrives("agent")
    lay(visitor, MOTHER)
    visitor.arrives("principal")
    lift(visitor)
    lay(visitor, DAUGHTER)
    visitor.arrives("ticket", phase="paper")
    (request,) = requests(visitor)
    assert (request.agent.name, request.principal.name) == (MOTHER["name"], DAUGHTER["name"])


def test_back_to_the_beginning_a_card_takes_an_ordinary_number(visitor: Visitor) -> None:
    begin(visitor)
    visitor.press("back")
    visitor.arrives("identify")
    assert visitor.shows("identify_agent") and visitor.shows("by_phone")
    lay(visitor, DAUGHTER)
    visitor.arrives("ticket", phase="paper")
    assert requests(visitor) == []


@pytest.mark.parametrize("door", ["door_check_in", "door_progress"])
def test_only_a_number_is_taken_for_somebody_else(visitor: Visitor, door: str) -> None:
    visitor.press(door)
    visitor.arrives("identify")
    assert not visitor.shows("identify_agent")


def test_a_call_for_help_keeps_the_step_and_a_refusal_begins_anew(visitor: Visitor) -> None:
    begin(visitor)
    lay(visitor, DAUGHTER)
    visitor.arrives("principal")
    lift(visitor)
    visitor.press("help")
    visitor.arrives("notice", notice="help_called")
    visitor.press("notice_back")
    visitor.arrives("principal")
    with visitor.store.begin() as uow:  # the item is withdrawn meanwhile
        items = tuple(replace(item, active=False) for item in uow.catalogue.items())
        uow.catalogue.replace(Catalogue(tuple(uow.catalogue.departments()), items))
        uow.commit()
    lay(visitor, MOTHER)
    visitor.arrives("notice", notice="refused")
    assert (visitor.tickets(), requests(visitor)) == ([], [])
    lift(visitor)
    visitor.press("notice_back")
    visitor.arrives("agent")


@pytest.mark.parametrize("leaves", ["by home", "by walking away", "by back"])
def test_whoever_leaves_leaves_neither_person_behind(visitor: Visitor, leaves: str) -> None:
    number = {
        "by home": "110105197503030020",
        "by walking away": "110105197504040028",
        "by back": "110105197505050025",
    }
    begin(visitor)
    lay(visitor, {"name": "赵一", "id_number": number[leaves], "birth": number[leaves][6:14], "sex": "2"})
    visitor.arrives("principal")
    lift(visitor)
    if leaves == "by home":
        visitor.press("home")
        visitor.arrives("home")
    elif leaves == "by back":
        visitor.press("back")
        visitor.arrives("agent")
    else:
        visitor.seconds_pass(60)
        visitor.arrives("home")

    def nothing_is_left() -> bool:
        gc.collect()
        return not [o for o in gc.get_objects() if isinstance(o, Holder) and o.id_number == number[leaves]]

    visitor.until(nothing_is_left)
    assert visitor.tickets() == []

"""Taking a number at the guide desk, over the fake store and a printer made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from counter_app.guide_model import PaperTrouble
from counter_app.screens.guide.taking import TakePhase
from hall.queueing.ticket import PriorityClass, TicketState
from hall.staffing.service_request import RequestKind
from tests.support.guide_page import MEI_NUMBER, WANG_NUMBER, Guide
from tests.support.sample_hall import FOOD, WANG, open_window, take_ticket


@pytest.fixture
def guide(qtbot: QtBot) -> Guide:
    return Guide()


def test_items_are_found_by_code_initials_name_and_department(guide: Guide) -> None:
    guide.model.show_section("items")

    def found(query: str) -> list[str]:
        guide.model.search(query)
        section = guide.model.state.section
        assert section is not None
        return [line.key for line in section.lines]

    assert found("") == ["SX001", "SX002", "SX015"]
    assert found("sx002") == ["SX002"]
    assert found("jhdj") == ["SX015"]
    assert found("许可") == ["SX002"]
    assert found("民政") == ["SX015"]
    assert found("没有") == []


@pytest.mark.req("Q-01")
def test_a_number_is_issued_printed_and_then_waits(guide: Guide) -> None:
    guide.open("items", "take", "SX002", name="王建国", id_number=WANG_NUMBER.lower(), people="3")
    assert guide.model.taking.state.phase is TakePhase.PAPER
    assert [i.ticket.label for i in guide.paper.printed] == ["A001"]
    assert guide.tickets(TicketState.WAITING) == ["A001"]
    assert guide.model.state.form is None
    assert guide.store.data.holders[1] == replace(WANG, id_number=WANG_NUMBER)
    ticket = guide.store.data.tickets[1]
    assert (ticket.people, ticket.holder, ticket.station, ticket.paperless) == (3, "王*国", "counter-3", False)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"id_number": "410211198001011111"}, "校验码不符"),
        ({"phone": "1381234"}, "11 位"),
        ({"people": "0"}, "1 到 99"),
        ({"priority": "4"}, "优先需要填写原因"),
        ({"next": "meiyou"}, "没有对应唯一的事项"),
        ({"id_number": WANG_NUMBER, "principal_name": "李梅"}, "双方的证件"),
        ({"id_number": WANG_NUMBER, "principal_id": MEI_NUMBER}, "关系"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(guide: Guide, values: dict[str, str], says: str) -> None:
    guide.open("items", "take", "SX002", **{"name": "王建国", **values})
    assert says in guide.error()
    form = guide.model.state.form
    assert form is not None
    assert form.values["name"] == "王建国"
    guide.model.refresh()
    assert guide.model.state.form is form
    assert guide.store.data.tickets == {}
    assert guide.paper.printed == []


@pytest.mark.req("Q-16")
def test_an_agent_takes_a_number_and_both_people_are_recorded(guide: Guide) -> None:
    typed = {"name": "王建国", "id_number": WANG_NUMBER, "principal_name": "李梅", "principal_id": MEI_NUMBER}
    guide.open("items", "take", "SX015", **typed, relation="女儿")
    assert guide.tickets(TicketState.WAITING) == ["B001"]
    with guide.store.reading() as uow:
        (request,) = uow.registers.service_requests.where(kind=RequestKind.AGENT)
    assert (request.principal.name, request.agent.name, request.relation) == ("李梅", "王建国", "女儿")
    assert request.ticket == 1
    assert not [e for e, _ in guide.store.data.events if MEI_NUMBER in str(e.payload) or "李梅" in str(e.payload)]


@pytest.mark.req("Q-10")
def test_a_priority_is_given_at_the_desk_only_with_its_reason(guide: Guide) -> None:
    guide.open("items", "take", "SX002", priority="4", reason="78 岁，行动不便")
    ticket = guide.store.data.tickets[1]
    assert (ticket.priority, ticket.priority_reason) == (PriorityClass.CARE, "78 岁，行动不便")


def test_one_number_goes_through_several_items(guide: Guide) -> None:
    open_window(guide.store, 5, "1031")
    guide.open("items", "take", "SX002")
    guide.model.edit({"next": "jhdj sx001"})
    form = guide.model.state.form
    assert form is not None
    assert form.hint == "后续：结婚登记 → 个体工商户设立登记"
    guide.model.submit()
    assert guide.store.data.tickets[1].next_items == ("SX015", "SX001")
    assert "ticket.planned" in guide.store.kinds


def test_without_a_printer_the_number_waits_for_the_guides_word(guide: Guide) -> None:
    guide.paper.asked_trouble = PaperTrouble("打印机缺纸，请联系工作人员换纸。", True, "PaperOut")
    guide.open("items", "take", "SX002", phone="13812345678")
    taking = guide.model.taking
    assert (taking.state.phase, taking.state.trouble) == (TakePhase.SHOWN, "打印机缺纸，请联系工作人员换纸。")
    assert guide.paper.printed == []
    assert guide.tickets(TicketState.PENDING_PRINT) == ["A001"]
    assert not guide.model.press("take"), "the number on the page comes first"
    guide.worker.away = True
    taking.told()
    assert (taking.state.phase, taking.state.away) == (TakePhase.SHOWN, True)
    guide.worker.away = False
    taking.told()
    assert taking.state.phase is TakePhase.TOLD
    assert guide.tickets(TicketState.WAITING) == ["A001"]
    assert guide.store.data.tickets[1].paperless


def test_a_number_that_is_not_told_in_time_voids_itself(guide: Guide) -> None:
    guide.paper.asked_trouble = PaperTrouble("没有打印机。", True, "none")
    guide.open("items", "take", "SX002", name="王建国")
    guide.time += 59
    guide.model.taking.tick()
    assert guide.model.taking.state.seconds_left == 1
    guide.time += 1
    guide.model.taking.tick()
    assert guide.model.taking.state.phase is TakePhase.VOIDED
    assert guide.tickets(TicketState.VOID) == ["A001"]


def test_a_print_in_doubt_is_on_record_and_never_repeated(guide: Guide) -> None:
    guide.paper.print_trouble = PaperTrouble("打印结果不明，请查看打印机是否已出票。", False, "Timeout")
    guide.open("items", "take", "SX002", name="王建国")
    assert guide.model.taking.state.phase is TakePhase.SHOWN
    assert len(guide.paper.printed) == 1
    troubles = [e.payload for e, _ in guide.store.data.events if e.kind == "ticket.print_trouble"]
    assert [t["outcome_known"] for t in troubles] == [False]
    guide.model.taking.give_up()
    assert guide.tickets(TicketState.VOID) == ["A001"]


def test_a_printed_number_is_confirmed_when_the_database_is_back(guide: Guide) -> None:
    def lose_it(_: object) -> None:
        guide.worker.away = guide.model.taking.state.phase is TakePhase.CONFIRMING

    guide.model.taking.changed.connect(lose_it)
    guide.open("items", "take", "SX002", name="王建国")
    assert guide.model.taking.state.phase is TakePhase.CONFIRMING
    assert guide.model.taking.state.away
    guide.model.taking.changed.disconnect(lose_it)
    guide.worker.away = False
    guide.model.taking.tick()
    assert guide.tickets(TicketState.WAITING) == ["A001"]


def test_who_has_a_number_is_told_so_in_the_form(guide: Guide) -> None:
    label = take_ticket(guide.store, FOOD, replace(WANG, id_number=WANG_NUMBER)).label
    guide.open("items", "take", "SX002", name="王建国", id_number=WANG_NUMBER)
    assert label in guide.error()
    guide.model.cancel_form()
    assert guide.model.press("take")
    form = guide.model.state.form
    assert form is not None
    assert form.value("id_number") == "", "the next person does not find it"

"""The guide desk's decisions, over the fake store and a printer made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from counter_app.guide_desk import GuideDesk
from counter_app.guide_model import Failed, PaperTrouble
from counter_app.model import Tone
from counter_app.screens.guide.taking import TakePhase
from counter_app.screens.guide.view_model import GuideModel
from devices.id_card_reader.id_number import check_digit
from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import HallError, Unavailable
from hall.identity import Actor, HolderKind, Role, citizen_at
from hall.queueing.issue import IssuedTicket
from hall.queueing.outlook import Forecaster
from hall.queueing.ticket import PriorityClass, TicketState
from hall.staffing.first_contact import ContactState
from hall.staffing.help import answer_help, call_help
from hall.staffing.service_request import RequestKind, RequestState
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, MARRIAGE, PROFILE, WANG, open_window, sample_store, take_ticket

T = TypeVar("T")
ROLES = frozenset({Role.CLERK, Role.GUIDE})
WANG_NUMBER = "41021119800101123" + check_digit("41021119800101123")
MEI_NUMBER = "41021119850505222" + check_digit("41021119850505222")


class EveryDay:
    def is_workday(self, day: date) -> bool:
        return True


class AtOnce:
    """Runs work in the caller's thread; ``away`` loses the database."""

    def __init__(self) -> None:
        self.away = False

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            if self.away:
                raise Unavailable("away")
            result = work()
        except HallError as error:
            failed(error)
        else:
            done(result)


class Paper:
    """A ticket printer; its answers wait until the test gives them when ``holding``."""

    def __init__(self) -> None:
        self.asked_trouble: PaperTrouble | None = None
        self.print_trouble: PaperTrouble | None = None
        self.printed: list[IssuedTicket] = []

    def ask(self, ready: Callable[[], None], failed: Failed) -> None:
        if self.asked_trouble is None:
            ready()
        else:
            failed(self.asked_trouble)

    def print_ticket(self, issued: IssuedTicket, done: Callable[[], None], failed: Failed) -> None:
        self.printed.append(issued)
        if self.print_trouble is None:
            done()
        else:
            failed(self.print_trouble)


class Guide:
    """A page somebody signed in to."""

    def __init__(self, roles: frozenset[Role] = ROLES) -> None:
        self.store: FakeStore = sample_store()
        open_window(self.store, 3, "1027")
        self.worker, self.paper, self.time = AtOnce(), Paper(), 100.0
        forecaster = Forecaster(self.store, PROFILE.order.rules, clock=lambda: self.time)
        calendar = WorkingCalendar(EveryDay())
        desk = GuideDesk(self.store, "counter-3", PROFILE, lambda _uow: calendar, forecaster)
        self.model = GuideModel(desk, self.worker, self.worker, self.paper, clock=lambda: self.time)
        with self.store.reading() as uow:
            clerk = replace(uow.clerks.get("1027"), roles=roles)
        self.news: list[str] = []
        self.rings: list[bool] = []
        self.model.news.connect(lambda message: self.news.append(message.text))
        self.model.rang.connect(lambda: self.rings.append(True))
        self.model.begin(clerk, Actor("1027", roles, "counter-3"))
        self.model.refresh()

    def open(self, section: str, act: str, line: str = "", **values: str) -> None:
        self.model.show_section(section)
        if line:
            self.model.choose(line)
        assert self.model.press(act)
        if values:
            self.model.edit(values)
            self.model.submit()

    def error(self) -> str:
        form = self.model.state.form
        assert form is not None
        return form.error

    def tickets(self, *states: TicketState) -> list[str]:
        with self.store.reading() as uow:
            return [t.label for t in uow.tickets.in_state(self.store.now.date(), states)]


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


@pytest.mark.req("Q-10")
def test_a_waiting_ticket_gets_a_priority_and_a_missed_one_comes_back(guide: Guide) -> None:
    take_ticket(guide.store)
    late = take_ticket(guide.store)
    guide.model.refresh()
    guide.open("waiting", "priority", str(late.id), priority="1", reason="重点项目")
    line = guide.model.state.line
    assert line is not None
    assert "绿色通道：重点项目" in line.cells
    guide.open("waiting", "void", str(late.id), reason="群众离开")
    assert guide.tickets(TicketState.VOID) == [late.label]
    assert guide.model.state.message is not None
    assert guide.model.state.message.text == f"{late.label} 已作废。"


def test_a_supervisor_may_order_the_queue_but_takes_no_numbers(qtbot: QtBot) -> None:
    guide = Guide(frozenset({Role.SUPERVISOR}))
    acts = {s.name: {a.name for a in s.acts} for s in guide.model.state.sections}
    assert acts["waiting"] == {"priority", "bring_back", "release", "void"}
    assert acts["items"] == set()
    admin = Guide(frozenset({Role.ADMIN}))
    assert {a.name for s in admin.model.state.sections for a in s.acts} == {"close_contact"}


def test_a_call_for_help_rings_once_is_told_everywhere_and_answered_with_one_key(guide: Guide) -> None:
    assert guide.rings == []
    with guide.store.begin() as uow:
        call_help(uow, by=citizen_at("kiosk-1"), page="identify")
        uow.commit()
    guide.model.follow(frozenset({"help.called"}))
    assert guide.rings == [True]
    assert guide.news == ["求助：抽号机 1（刷身份证）。按 F4 到导办台响应。"]
    message = guide.model.state.message
    assert message is not None
    assert message.tone is Tone.ALARM
    guide.model.refresh()
    assert guide.rings == [True]
    guide.store.now += timedelta(seconds=95)
    guide.model.answer_oldest()
    with guide.store.reading() as uow:
        (call,) = uow.registers.help_calls.where()
    assert call.answered_by == "1027"
    assert guide.store.data.events[-1][0].payload["seconds"] == 95


def test_answering_help_leaves_the_open_form_as_it_is(guide: Guide) -> None:
    guide.open("items", "take", "SX002")
    guide.model.edit({"name": "王建国"})
    with guide.store.begin() as uow:
        call_help(uow, by=citizen_at("kiosk-1"), page="home")
        uow.commit()
    guide.model.follow(frozenset({"help.called"}))
    guide.model.answer_oldest()
    form = guide.model.state.form
    assert form is not None
    assert form.value("name") == "王建国"
    assert guide.model.data is not None
    assert guide.model.data.help_calls == ()


def test_a_call_that_somebody_else_answered_is_no_longer_told(guide: Guide) -> None:
    with guide.store.begin() as uow:
        call_help(uow, by=citizen_at("kiosk-1"), page="home")
        uow.commit()
    guide.model.follow(frozenset({"help.called"}))
    guide.model.set_shown(True)
    assert guide.model.state.section is not None
    assert guide.model.state.section.name == "help", "whoever opens the page sees the call first"
    with guide.store.begin() as uow:
        answer_help(uow, 1, by=Actor("2002", ROLES, "guide-2"))
        uow.commit()
    guide.model.follow(frozenset({"help.answered"}))
    assert guide.model.state.message is None


def test_behind_another_page_only_calls_for_help_are_read(guide: Guide) -> None:
    take_ticket(guide.store)
    guide.model.follow(frozenset({"ticket.waiting"}))
    assert guide.model.data is not None
    assert guide.model.data.waiting == 0
    guide.model.set_shown(True)
    guide.model.follow(frozenset({"ticket.waiting"}))
    assert guide.model.data.waiting == 1


@pytest.mark.req("Q-09")
def test_the_forecast_of_each_group_is_told_and_not_made_at_every_change(guide: Guide) -> None:
    for _ in range(3):
        take_ticket(guide.store)
    take_ticket(guide.store, MARRIAGE)
    guide.model.set_shown(True)
    guide.model.refresh()

    def groups() -> list[tuple[str, ...]]:
        section = next(s for s in guide.model.state.sections if s.name == "groups")
        return [line.cells for line in section.lines]

    zone_a, zone_b = groups()
    assert zone_a[:4] == ("A 区", "区市场监督管理局", "3", "0 分钟")
    assert zone_a[4].startswith("约 ")
    assert zone_b[4] == "没有窗口开放"
    first = guide.model.forecast.outlook
    guide.time += 9
    guide.model.refresh()
    assert guide.model.forecast.outlook is first
    guide.time += 1
    guide.model.refresh()
    assert guide.model.forecast.outlook is not first


@pytest.mark.req("Q-17")
def test_a_first_contact_is_followed_from_the_question_to_its_end(guide: Guide) -> None:
    guide.open("contacts", "log_contact", question="危房改造补助", handling="taken_over", name="陈小红")
    assert "转交" in guide.error()
    guide.model.edit({"passed_to": "区住建局"})
    guide.model.submit()
    line = guide.model.state.line
    assert line is not None
    assert line.cells[1:] == ("1027", "危房改造补助", "代收转交", "区住建局", "陈*红")
    assert guide.model.press("close_contact")
    guide.model.submit()
    assert guide.error() == "请填写“办理结果”。"
    guide.model.edit({"reason": "已转交并回电"})
    guide.model.submit()
    with guide.store.reading() as uow:
        (contact,) = uow.registers.first_contacts.where()
    assert (contact.state, contact.outcome, contact.closed_by) == (ContactState.CLOSED, "已转交并回电", "1027")
    assert guide.model.state.line is None


@pytest.mark.req("Q-16")
def test_a_visit_is_asked_for_given_to_somebody_and_ended(guide: Guide) -> None:
    person = {"name": "李梅", "id_number": MEI_NUMBER, "phone": "13812345678", "address": "某小区3号楼"}
    guide.open("visits", "visit", item="jhdj", reason="卧床", day="2025-03-04", time="9点", **person)
    assert "日期请写成" in guide.error()
    guide.model.edit({"time": "09:30"})
    guide.model.submit()
    with guide.store.reading() as uow:
        (request,) = uow.registers.service_requests.where()
    assert (request.item, request.principal.kind) == (MARRIAGE.code, HolderKind.ID_CARD)
    assert f"{request.wanted_at:%m-%d %H:%M}" == "03-04 09:30"
    guide.open("visits", "assign", clerk="1031")
    line = guide.model.state.line
    assert line is not None
    assert line.cells[0] == "已安排"
    assert line.cells[2] == "李*"
    guide.open("visits", "visit_done", reason="已上门受理")
    with guide.store.reading() as uow:
        (request,) = uow.registers.service_requests.where()
    assert (request.state, request.clerk, request.outcome) == (RequestState.DONE, "1031", "已上门受理")


def test_after_signing_out_nothing_typed_or_seen_is_left(guide: Guide) -> None:
    guide.paper.asked_trouble = PaperTrouble("没有打印机。", True, "none")
    guide.open("items", "take", "SX002", name="王建国")
    guide.model.end()
    assert guide.tickets(TicketState.VOID) == ["A001"], "a number nobody told is not left to chance"
    assert guide.model.data is None
    assert guide.model.state.sections == ()
    assert guide.model.taking.state.issued is None

"""Who waits, calls for help, first contacts and visits at the guide desk, over the fake store."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from counter_app.guide_model import PaperTrouble
from counter_app.model import Tone
from hall.identity import Actor, HolderKind, Role, citizen_at
from hall.queueing.ticket import TicketState
from hall.staffing.first_contact import ContactState
from hall.staffing.help import answer_help, call_help
from hall.staffing.service_request import RequestState
from tests.support.guide_page import MEI_NUMBER, ROLES, Guide
from tests.support.sample_hall import MARRIAGE, take_ticket


@pytest.fixture
def guide(qtbot: QtBot) -> Guide:
    return Guide()


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

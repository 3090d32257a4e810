"""A clerk serves citizens by keyboard: a real database, real keys, simulated devices on the wire."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.store import SqlStore
from hall.catalogue.guide import Part, read_guide
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Material
from hall.queueing.ticket import PriorityClass, TicketState
from hall.staffing.window import WindowState
from tests.screens.counter.station import Station
from tests.support.sample_hall import FOOD, MARRIAGE, PROFILE, SHOP, WANG, open_window, take_ticket

OpenStation = Callable[..., Station]
Key = Qt.Key


def ticket_state(store: SqlStore, ticket: int) -> TicketState:
    with store.reading() as uow:
        return uow.tickets.get(ticket).state


def kinds(store: SqlStore) -> list[str]:
    feed = store.feed()
    return [record.kind for record in feed.after(0)]


@pytest.mark.req("D-04")
def test_the_counter_lists_the_materials_in_the_words_of_the_guide(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    materials = (Material("申请书", originals=1), Material("身份证", copies=2, deferrable=True), Material("章程"))
    with sqlite_store.begin() as uow:
        items = tuple(replace(i, materials=materials) if i == FOOD else i for i in uow.catalogue.items())
        uow.catalogue.replace(Catalogue(tuple(uow.catalogue.departments()), items))
        uow.commit()
    with sqlite_store.reading() as uow:
        guide = read_guide(uow, FOOD.code, PROFILE)
    take_ticket(sqlite_store, FOOD, WANG)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    shown = station.text("materials_list")
    assert shown == "1. 申请书（原件1份）\n2. 身份证（复印件2份，可容缺）\n3. 章程（份数未公布）"
    told = guide.section(Part.MATERIALS)
    assert told is not None and shown == "\n".join(line.text for line in told.lines)


def test_space_enter_and_f_serve_a_citizen(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    ticket = take_ticket(sqlite_store, FOOD, WANG)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    assert station.state["ticket"] == ticket.label
    assert station.text("ticket_number") == ticket.label
    assert station.text("ticket_person") == "王*国"
    assert QApplication.focusWidget().objectName() == "action_start"
    station.press(Key.Key_R, lambda s: s["calls"] == 2)
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")
    assert QApplication.focusWidget().objectName() == "action_finish"
    station.press(Key.Key_F, lambda s: s["ticket"] is None)
    assert ticket_state(sqlite_store, ticket.id) is TicketState.FINISHED


@pytest.mark.req("Q-03")
def test_only_tickets_of_authorised_items_are_in_the_queue(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    own = take_ticket(sqlite_store, FOOD)
    foreign = take_ticket(sqlite_store, MARRIAGE)
    station = open_station()
    station.sign_in()
    station.until(lambda s: s["waiting"] == [own.label])
    station.press(Key.Key_Space, lambda s: s["ticket"] == own.label)
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")
    station.press(Key.Key_F, lambda s: s["ticket"] is None)
    assert "call_next" not in station.state["actions"]
    assert station.text("next_ticket") == "下一位：无"
    assert ticket_state(sqlite_store, foreign.id) is TicketState.WAITING


@pytest.mark.req("Q-10")
def test_the_page_tells_why_this_ticket_is_next_and_the_call_repeats_it(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    take_ticket(sqlite_store, FOOD)
    urgent = take_ticket(sqlite_store, SHOP, priority=PriorityClass.GREEN, reason="重点项目")
    station = open_station()
    station.sign_in()
    station.until(lambda s: s["next_ticket"] == urgent.label)
    assert "绿色通道：重点项目" in station.text("next_reason")
    station.press(Key.Key_Space, lambda s: s["ticket"] == urgent.label)
    assert "绿色通道：重点项目" in station.text("message")


def test_a_doubled_key_calls_one_person_only(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    first = take_ticket(sqlite_store, FOOD)
    second = take_ticket(sqlite_store, SHOP)
    station = open_station()
    station.sign_in()
    for _ in range(4):
        station.key(Key.Key_Space)
    station.until(lambda s: s["ticket_state"] == "called")
    for _ in range(3):
        station.key(Key.Key_Space)
    station.until(lambda s: not s["busy"])
    assert ticket_state(sqlite_store, first.id) is TicketState.CALLED
    assert ticket_state(sqlite_store, second.id) is TicketState.WAITING
    assert kinds(sqlite_store).count("ticket.called") == 1


def test_a_doubled_enter_starts_but_does_not_finish(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving" and not s["busy"])
    station.key(Key.Key_Return)
    station.until(lambda s: not s["busy"])
    assert ticket_state(sqlite_store, ticket.id) is TicketState.SERVING


@pytest.mark.req("W-01")
def test_pausing_needs_reason_whereabouts_and_return(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    station = open_station()
    station.sign_in()
    station.press(Key.Key_P, lambda s: s["form"] == "pause")
    station.press(Key.Key_Return, lambda s: s["form_error"] == "请填写原因。")
    station.click("form_preset_3")
    station.press(Key.Key_Return, lambda s: s["form_error"] == "请填写去向。")
    station.widget("form_whereabouts").setFocus()
    station.type("区人社局")
    field = station.widget("form_back_at")
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    station.type("00:00")
    station.press(Key.Key_Return, lambda s: "晚于现在" in (s["form_error"] or ""))
    with sqlite_store.reading() as uow:
        assert uow.windows.get(3).state is WindowState.OPEN
    station.click("form_minutes_10")
    station.press(Key.Key_Return, lambda s: s["state"] == "paused")
    with sqlite_store.reading() as uow:
        pause = uow.windows.get(3).pause
    assert pause is not None
    assert (pause.reason, pause.whereabouts) == ("送签材料", "区人社局")
    assert "区人社局" in station.text("ticket_person")
    station.press(Key.Key_P, lambda s: s["state"] == "open")


@pytest.mark.req("Q-12")
def test_a_ticket_may_be_missed_only_after_three_calls_and_the_wrong_key_undone(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    assert "miss" not in station.state["actions"]
    for calls in (2, 3):
        station.click("action_recall")
        station.until(lambda s, calls=calls: s["calls"] == calls)
    station.press(Key.Key_M, lambda s: s["ticket"] is None)
    assert station.state["aside"] == [ticket.label]
    station.press(Key.Key_U, lambda s: s["ticket"] == ticket.label)
    station.press(Key.Key_M, lambda s: s["ticket"] is None)
    station.press(Key.Key_G, lambda s: s["waiting"] == [ticket.label])


@pytest.mark.req("Q-13")
def test_suspend_transfer_and_void_ask_for_a_reason(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    with sqlite_store.begin() as uow:
        window = uow.windows.get(5)
        uow.windows.put(replace(window, items=window.items | {FOOD.code}))
        uow.commit()
    open_window(sqlite_store, 5, "1031")
    ticket = take_ticket(sqlite_store, FOOD)
    other = take_ticket(sqlite_store, SHOP)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket"] == ticket.label)
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")
    station.press(Key.Key_H, lambda s: s["form"] == "suspend")
    station.type("复印身份证")
    station.press(Key.Key_Return, lambda s: s["aside"] == [ticket.label])
    station.press(Key.Key_G, lambda s: ticket.label in s["waiting"])
    station.press(Key.Key_Space, lambda s: s["ticket"] == ticket.label)
    station.press(Key.Key_T, lambda s: s["form"] == "transfer")
    station.click("form_preset_1")
    station.press(Key.Key_Return, lambda s: s["ticket"] is None)
    with sqlite_store.reading() as uow:
        moved = uow.tickets.get(ticket.id)
    assert (moved.only_window, moved.label) == (5, ticket.label)
    assert moved.queued_at == ticket.queued_at
    station.press(Key.Key_F2, lambda s: True)
    station.press(Key.Key_Delete, lambda s: s["form"] == "void")
    station.press(Key.Key_Return, lambda s: s["form_error"] == "请填写原因。")
    station.type("群众离开")
    station.press(Key.Key_Return, lambda s: s["waiting"] == [])
    assert ticket_state(sqlite_store, other.id) is TicketState.VOID


def test_calling_one_by_name_records_the_reason(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    take_ticket(sqlite_store, FOOD)
    wanted = take_ticket(sqlite_store, SHOP)
    station = open_station()
    station.sign_in()
    station.until(lambda s: len(s["waiting"]) == 2)
    station.key(Key.Key_F2)
    station.key(Key.Key_Down)
    station.press(Key.Key_Return, lambda s: s["form"] == "call_ticket")
    assert wanted.label in station.text("form_title")
    station.click("form_preset_1")
    station.press(Key.Key_Return, lambda s: s["ticket"] == wanted.label)
    assert QApplication.focusWidget().objectName() == "action_start"


def test_letters_typed_into_a_form_are_not_hot_keys(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")
    station.press(Key.Key_H, lambda s: s["form"] == "suspend")
    station.type("fmp t")
    assert station.text("form_reason") == "fmp t"
    station.press(Key.Key_Escape, lambda s: s["form"] is None)
    assert ticket_state(sqlite_store, ticket.id) is TicketState.SERVING

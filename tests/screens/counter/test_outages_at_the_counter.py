"""What survives a crash, and what a clerk sees while the database is away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.store import SqlStore
from hall.errors import Unavailable
from hall.queueing.ticket import TicketState
from tests.screens.counter.station import Station
from tests.support.sample_hall import FOOD, open_window, take_ticket

OpenStation = Callable[..., Station]
Key = Qt.Key


def test_after_a_restart_the_called_ticket_is_still_at_the_window(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station()
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    station.close()
    again = open_station()
    again.sign_in()
    again.until(lambda s: s["ticket"] == ticket.label and s["next_action"] == "start")
    again.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")
    with sqlite_store.reading() as uow:
        assert uow.tickets.get(ticket.id).state is TicketState.SERVING


def test_what_was_typed_into_a_form_is_there_after_a_restart(open_station: OpenStation) -> None:
    station = open_station()
    station.sign_in()
    station.press(Key.Key_P, lambda s: s["form"] == "pause")
    station.type("开会")
    station.widget("form_whereabouts").setFocus()
    station.type("四楼会议室")
    station.close()
    again = open_station()
    again.sign_in()
    again.press(Key.Key_P, lambda s: s["form"] == "pause")
    assert (again.text("form_reason"), again.text("form_whereabouts")) == ("开会", "四楼会议室")


class Interrupted:
    """A store whose database can be taken away."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.away = False

    def begin(self) -> Any:
        return self._or_away(self.store.begin)

    def reading(self) -> Any:
        return self._or_away(self.store.reading)

    def feed(self) -> Any:
        feed = self._or_away(self.store.feed)
        wait = feed.wait

        def interrupted(seq: int, timeout: float) -> bool:
            if self.away:
                raise Unavailable("taken away")
            return bool(wait(seq, min(timeout, 0.1)))

        feed.wait = interrupted
        return feed

    def _or_away(self, make: Callable[[], Any]) -> Any:
        if self.away:
            raise Unavailable("taken away")
        return make()


@pytest.fixture
def interrupted(sqlite_store: SqlStore) -> Interrupted:
    return Interrupted(sqlite_store)


def test_the_form_stays_open_with_its_text_while_the_database_is_away(
    open_station: OpenStation, sqlite_store: SqlStore, interrupted: Interrupted
) -> None:
    station = open_station(store=interrupted)
    station.sign_in()
    station.press(Key.Key_P, lambda s: s["form"] == "pause")
    station.type("开会")
    interrupted.away = True
    station.until(lambda s: not s["online"])
    assert "已填内容仍保留" in station.text("message")
    station.widget("form_whereabouts").setFocus()
    station.type("四楼会议室")
    station.press(Key.Key_Return, lambda s: "已填内容仍保留" in (s["form_error"] or ""))
    interrupted.away = False
    station.until(lambda s: s["online"])
    assert station.text("form_reason") == "开会"
    station.press(Key.Key_Return, lambda s: s["state"] == "paused")


def test_the_app_starts_without_a_database_and_lets_the_clerk_in_when_it_is_back(
    open_station: OpenStation, interrupted: Interrupted
) -> None:
    interrupted.away = True
    station = open_station(store=interrupted)
    station.until(lambda s: not s["online"])
    assert "正在自动重连" in station.text("sign_in_error")
    interrupted.away = False
    station.sign_in()
    assert station.state["clerk"] == "1027"


def test_a_wrong_password_is_refused_without_telling_what_was_wrong(open_station: OpenStation) -> None:
    station = open_station()
    station.until(lambda s: s["online"])
    station.widget("staff_number").setFocus()
    station.type("1027")
    station.widget("password").setFocus()
    station.type("nonsense")
    station.press(Key.Key_Return, lambda s: s["error"] == "工号或密码不正确，请重新输入。")
    assert station.text("password") == ""
    assert station.text("staff_number") == "1027"


def test_a_window_where_somebody_else_sits_is_refused(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    open_window(sqlite_store, 3, "1031")
    station = open_station()
    station.until(lambda s: s["online"])
    station.widget("staff_number").setFocus()
    station.type("1027")
    station.widget("password").setFocus()
    station.type("pw-1027")
    station.press(Key.Key_Return, lambda s: "已有其他人员签到" in s["error"])
    with sqlite_store.reading() as uow:
        assert uow.windows.get(3).clerk == "1031"


def test_signing_out_closes_the_window(open_station: OpenStation, sqlite_store: SqlStore) -> None:
    station = open_station()
    station.sign_in()
    station.click("action_sign_out")
    station.until(lambda s: s["screen"] == "sign_in" and s["clerk"] is None)
    with sqlite_store.reading() as uow:
        assert uow.windows.get(3).clerk is None

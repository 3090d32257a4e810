"""Leave, signature, cover and hand-over between real processes: a window and an office without one."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from cli.demo.children import Children
from cli.demo.hall import Folder, make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import OPEN_ALWAYS, Station, connect_hands, write_config
from db.crypto import load_keys
from db.holidays import working_calendar
from db.passwords import Argon2Passwords
from db.store import SqlStore, open_store
from db.verify import verify_database
from hall.identity import Actor, Role
from hall.staffing.clerk import Clerk
from hall.staffing.leave import LeaveState
from hall.staffing.service import sign_in
from hall.staffing.temporary import set_up_temporary
from hall.staffing.window import Post, WindowState
from tests.support.journal_records import records_of

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")]
COUNTER = Station("counter-3", "counter_app", "\n[counter]\nwindow = 3\ncall_bar = false\ncitizen_screen = false\n")
OFFICE = Station("office-1", "counter_app", "\n[counter]\nwindow = 0\n")
CENTRE = Actor("3001", frozenset({Role.CENTRE}), "office-1")


class Hall:
    """The sample hall under the rules of 安康, with a centre leader."""

    def __init__(self, folder: Folder, children: Children, token: str) -> None:
        self.folder, self._children, self._token = folder, children, token
        self._hands: list[Hand] = []
        self.store: SqlStore = open_store(folder.url, load_keys(folder.keys))
        with self.store.begin() as uow:
            password = Argon2Passwords().hash("demo-3001")
            uow.clerks.put(Clerk("3001", "周强", "zx", frozenset({Role.CENTRE}), password))
            uow.commit()

    def start(self, station: Station) -> Hand:
        path = write_config(station, self.folder)
        text = path.read_text(encoding="utf-8").replace('"xiangfu"', '"ankang"').replace(OPEN_ALWAYS, "")
        path.write_text(text, encoding="utf-8")
        child = self._children.start(station.name, station.module, "--config", str(path))
        hand = connect_hands({station.name: child}, self._token)[station.name]
        self._hands.append(hand)
        return hand

    def close(self) -> None:
        for hand in self._hands:
            hand.close()
        self.store.close()

    def workday(self) -> str:
        """The next working day."""
        with self.store.reading() as uow:
            return f"{working_calendar(uow).add_workdays(uow.now.date(), 1):%Y-%m-%d}"

    def until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "not in time"
            time.sleep(0.05)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    with Children(folder.logs, child_environment(folder, token, headless=True)) as children:
        made = Hall(folder, children, token)
        yield made
        made.close()


def enter(hand: Hand, number: str, screen: str) -> None:
    hand.wait(lambda s: s["screen"] == "sign_in" and s["online"], "the sign-in page", timeout=90)
    hand.type("staff_number", number)
    hand.type("password", f"demo-{number}")
    hand.click("sign_in")
    hand.wait(lambda s: s["screen"] == screen and s["clerk"] == number, "signed in", timeout=60)


def fill(hand: Hand, **fields: str) -> None:
    for name, text in fields.items():
        hand.key(f"duty_field_{name}", "Ctrl+A")
        hand.type(f"duty_field_{name}", text)


@pytest.mark.req("W-03", "W-04")
def test_scene_9_from_the_slip_to_the_hand_over_between_a_window_and_an_office(hall: Hall) -> None:
    counter = hall.start(COUNTER)
    office = hall.start(OFFICE)
    enter(counter, "1027", "work")
    counter.click("page_open_duty")
    counter.click("duty_tab_leave")
    counter.click("duty_act_ask")
    day = hall.workday()
    fill(counter, reason="家事", from_day=day, from_time="13:00", to_day=day, to_time="17:00")
    state = counter.wait(lambda s: "0.5 天" in (s["page"]["form_hint"] or ""), "what the slip needs")
    assert "政务中心" in state["page"]["form_hint"]
    counter.click("duty_form_ok")
    counter.wait(lambda s: s["page"]["lines"].get("leave") == 1, "the slip")

    enter(office, "3001", "start")
    office.click("start_open_duty")
    office.wait(lambda s: s["page"]["lines"].get("to_sign") == 1, "the slip to sign")
    office.click("duty_tab_to_sign")
    office.click("duty_act_sign")
    office.wait(lambda s: s["page"]["message"] == "已批准。", "signed")

    counter.click("duty_act_go")
    counter.wait(lambda s: "B岗人员签到" in (s["page"]["message"] or ""), "kept until B is there")
    counter.click("duty_tab_cover")
    counter.click("duty_act_stand_by")
    fill(counter, number="1031", password="demo-1031")
    counter.click("duty_form_ok")
    counter.wait(lambda s: s["page"]["lines"].get("cover") == 2, "B stands by")
    counter.click("duty_tab_leave")
    counter.click("duty_act_go")
    counter.wait(lambda s: s["screen"] == "sign_in", "handed over")
    with hall.store.reading() as uow:
        window = uow.windows.get(3)
        assert (window.clerk, window.post, window.state) == ("1031", Post.B, WindowState.OPEN)
        [slip] = uow.registers.leave.where(clerk="1027")
        assert (slip.state, slip.signed) == (LeaveState.LEFT, ("3001",))
    enter(counter, "1031", "work")
    assert verify_database(hall.store.database, load_keys(hall.folder.keys)).ok


@pytest.mark.req("Q-07")
def test_a_station_that_nobody_touches_closes_a_temporary_window_at_its_end(hall: Hall) -> None:
    with hall.store.begin() as uow:
        window = replace(uow.windows.get(3), number=30, name="临时窗口", version=0)
        until = uow.now + timedelta(seconds=1)
        set_up_temporary(uow, window, reason="高峰", until=until, by=CENTRE)
        sign_in(uow, 30, "1027", "demo-1027", Post.A, hasher=Argon2Passwords(), station="counter-30")
        uow.commit()
    hall.start(OFFICE)

    def closed() -> bool:
        with hall.store.reading() as uow:
            return uow.windows.get(30).state is WindowState.CLOSED

    hall.until(closed)
    last = [r for r in records_of(hall.store) if r.kind == "window.closed"][-1]
    assert (last.station, last.actor) == ("office-1", "system")

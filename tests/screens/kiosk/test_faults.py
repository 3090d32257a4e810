"""When reader, voice, database or the kiosk itself fail: calm pages, no number lost, none doubled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db.store import SqlStore
from devices.sim.host import SimHost
from hall.errors import Unavailable
from hall.queueing.issue import TicketRequest, issue_ticket
from hall.queueing.ticket import TicketState
from qt_common.machine_config import MachineConfig
from tests.support.kiosk_hall import HallClock, Visitor
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE


def fault(host: SimHost, name: str) -> None:
    host.command("fault", {"name": name})


def away(*_: object, **__: object) -> None:
    raise Unavailable("the database is away")


def take_anonymous(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("without_registration")


def test_a_reader_whose_module_fails_says_so_and_works_again(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.until(lambda: visitor.read("reader_words") == "请将身份证平放在感应区")
    visitor.reader.command("answer", {"to": "find", "with": "unauthorised", "times": 3})
    visitor.until(lambda: visitor.read("reader_words") == "刷卡暂不可用")
    assert visitor.shows("by_phone"), "the other ways stay"
    visitor.until(lambda: visitor.read("reader_words") == "请将身份证平放在感应区")
    visitor.reader.command("lay_card", {})
    visitor.arrives("ticket", phase="paper", label="A001")


def test_a_voice_that_fails_keeps_nobody_from_a_number(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig, tmp_path: Path
) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder for recordings")
    devices = config.devices.model_copy(update={"voice": f"voice+record://{nowhere}"})
    visitor = make_visitor(config.model_copy(update={"devices": devices}))
    visitor.press("elder")
    visitor.pick()
    visitor.press("materials_ready")
    visitor.reader.command("lay_card", {})
    visitor.arrives("ticket", phase="paper", label="A001")


def test_a_crash_between_number_and_paper_leaves_a_number_that_the_next_start_voids(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig, hall: SqlStore, clock: HallClock
) -> None:
    with hall.begin() as uow:
        issue_ticket(uow, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE)
        uow.commit()
    clock.forward(seconds=61)
    restarted = make_visitor(config)
    restarted.until(lambda: [t.state for t in restarted.tickets()] == [TicketState.VOID])
    (voided,) = [facts for kind, facts in restarted.journal() if kind == "ticket.voided"]
    assert voided["reason"] == "出票后未确认"


def test_an_absent_reader_leaves_the_other_ways_and_comes_back_by_itself(visitor: Visitor) -> None:
    fault(visitor.reader, "go_awol")
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["id_card_reader"] == "offline")
    visitor.pick()
    visitor.press("materials_ready")
    visitor.until(lambda: visitor.read("reader_words") == "刷卡暂不可用")
    assert visitor.shows("by_phone")
    visitor.reader.command("clear")
    visitor.until(lambda: visitor.read("reader_words") == "请将身份证平放在感应区")
    visitor.reader.command("lay_card", {})
    visitor.arrives("ticket", phase="paper")


def test_no_card_asks_for_one_and_damaged_answers_ask_to_lay_it_again(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.until(lambda: visitor.read("reader_words") == "请将身份证平放在感应区")
    fault(visitor.reader, "bad_checksum")
    visitor.reader.command("lay_card", {})
    visitor.until(lambda: visitor.read("reader_words") == "没有读到，请拿起身份证重新平放")
    assert visitor.tickets() == []
    visitor.reader.command("clear")
    visitor.arrives("ticket", phase="paper", label="A001")


def test_an_id_number_with_a_wrong_check_digit_gives_no_ticket(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.reader.command("lay_card", {"id_number": "410299198001012015"})
    visitor.until(lambda: visitor.read("reader_words") == "没有读到，请拿起身份证重新平放")
    assert visitor.tickets() == []


def test_without_the_database_nothing_is_printed_and_the_kiosk_comes_back(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.pick()
    with monkeypatch.context() as broken:
        broken.setattr(visitor.store, "begin", away)
        broken.setattr(visitor.store, "reading", away)
        visitor.press("without_registration")
        visitor.arrives("notice", notice="database_away")
        assert visitor.papers() == []
        visitor.kiosk.watch.refresh()
        visitor.until(lambda: not visitor.kiosk.watch.state.online)
        visitor.press("notice_home")
        visitor.press("door_take_number")
        visitor.arrives("notice", notice="database_away")
    visitor.seconds_pass(5)
    visitor.arrives("home", online=True)
    take_anonymous(visitor)
    visitor.arrives("ticket", phase="paper", label="A001")


def test_a_confirmation_the_database_did_not_take_is_repeated(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(visitor.kiosk.desk, "confirm", away)
        take_anonymous(visitor)
        visitor.arrives("progress", phase="confirming", trouble="database_away")
        assert len(visitor.papers()) == 1
    visitor.seconds_pass(1)
    visitor.arrives("ticket", phase="paper")
    assert [t.state for t in visitor.tickets()] == [TicketState.WAITING]

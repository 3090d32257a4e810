"""Zones take turns on one loudspeaker; notices come last and come all the same."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from display_app.zone_turns import NOTICE_PASSED_BY, ZoneTurns
from hall.announcements import SpokenNotice
from hall.queueing.board import CallLine

T0 = datetime(2025, 3, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CLOSING = SpokenNotice(time(16, 45), "离下班还有十五分钟")


def line(ticket: int, zone: str) -> CallLine:
    return CallLine(ticket, f"{zone}{ticket:03d}", 3, T0, 1, False, zone)


def taken(turns: ZoneTurns) -> list[CallLine | SpokenNotice]:
    found = []
    while (what := turns.take()) is not None:
        found.append(what)
    return found


@given(st.lists(st.sampled_from("ABC"), max_size=30))
def test_each_zone_keeps_its_order_and_waits_for_one_call_of_each_other_at_most(zones: list[str]) -> None:
    turns = ZoneTurns()
    for number, zone in enumerate(zones):
        turns.add(line(number, zone))
    order = [what for what in taken(turns) if isinstance(what, CallLine)]
    assert len(order) == len(zones)
    for zone in "ABC":
        places = [place for place, what in enumerate(order) if what.zone == zone]
        tickets = [order[place].ticket for place in places]
        assert tickets == sorted(tickets)
        gaps = [later - earlier for earlier, later in zip([-1, *places], places, strict=False)]
        assert all(gap <= 3 for gap in gaps)


def test_a_notice_comes_when_no_call_waits_once() -> None:
    turns = ZoneTurns()
    turns.add_notice(CLOSING)
    turns.add_notice(CLOSING)
    turns.add(line(1, "A"))
    assert taken(turns) == [line(1, "A"), CLOSING]


def test_a_notice_is_not_passed_for_ever() -> None:
    turns = ZoneTurns()
    turns.add_notice(CLOSING)
    for number in range(NOTICE_PASSED_BY + 3):
        turns.add(line(number, "A"))
    assert taken(turns).index(CLOSING) == NOTICE_PASSED_BY

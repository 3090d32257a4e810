"""What a hall may set about announcements, and what it means."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.announcements import Announcements, QuietHours, SpokenNotice, WrongAnnouncement

ZONE = ZoneInfo("Asia/Shanghai")
DAY = datetime(2025, 3, 3, tzinfo=ZONE)


@pytest.mark.req("D-05", "Q-02")
def test_a_call_is_worded_in_chinese_and_where_it_is_on_in_english() -> None:
    assert Announcements().chinese_for("A023", 3) == "请A023号到3号窗口办理"
    assert Announcements().chinese_for("A023", 3, brief=True) == "A023号到3号窗口"
    assert Announcements().english_for("A023", 3) == ""
    assert Announcements(english=True).english_for("A023", 3) == "Number A023, please go to window 3"


@pytest.mark.parametrize(
    "wrong",
    [
        {"repeat": 0},
        {"repeat": 6},
        {"rate": 20},
        {"volume": 101},
        {"priority_run": -1},
        {"short_from": 0},
        {"voice_text": "请{number}号"},
        {"voice_text": "请{number}号{number}到{window}"},
        {"voice_text": "请{number}号到{window}号{name}"},
        {"voice_text": "请{number!r}号到{window}"},
        {"voice_text": "请{number}号到{window:>9}"},
        {"voice_text": "请{number}号到{window"},
        {"voice_text": "请{number}号到{window}" + "好" * 100},
        {"led_text": "{window}"},
        {"brief_text": "{number}"},
        {"english_text": "请{number}, {window}"},
        {"english_text": "{number}{window}" + "a" * 200},
    ],
)
def test_a_setting_that_can_not_be_spoken_is_refused_in_chinese(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongAnnouncement, match=r"[\u4e00-\u9fff]"):
        Announcements(**wrong)


@given(st.times(), st.times(), st.times())
def test_quiet_hours_go_from_their_beginning_to_their_end_past_midnight_too(
    begins: time, ends: time, at: time
) -> None:
    if begins == ends:
        with pytest.raises(WrongAnnouncement):
            QuietHours(begins, ends)
        return
    quiet = QuietHours(begins, ends)
    assert quiet.covers(begins) and not quiet.covers(ends)
    assert quiet.covers(at) is not QuietHours(ends, begins).covers(at)


def test_any_of_the_quiet_hours_makes_it_quiet() -> None:
    rules = Announcements(quiet=(QuietHours(time(12), time(13)), QuietHours(time(22), time(6))))
    heard = [hour for hour in range(24) if not rules.is_quiet(DAY + timedelta(hours=hour))]
    assert heard == [*range(6, 12), *range(13, 22)]


def test_a_notice_is_due_once_at_its_time_and_never_in_a_flood() -> None:
    early, late = SpokenNotice(time(11, 45), "离午休还有十五分钟"), SpokenNotice(time(16, 45), "离下班还有十五分钟")
    rules = Announcements(notices=(late, early))
    at = DAY.replace(hour=11, minute=45)
    assert rules.notices_between(at - timedelta(seconds=1), at) == (early,)
    assert rules.notices_between(at, at + timedelta(seconds=1)) == ()
    assert rules.notices_between(at - timedelta(days=1), at) == ()
    assert rules.notices_between(DAY, DAY.replace(hour=23)) == (early, late)


@pytest.mark.parametrize(("text", "english"), [("", ""), ("closing", ""), ("下班", "下班"), ("好" * 101, "")])
def test_a_notice_that_is_empty_or_in_the_wrong_language_is_refused(text: str, english: str) -> None:
    with pytest.raises(WrongAnnouncement):
        SpokenNotice(time(16), text, english)

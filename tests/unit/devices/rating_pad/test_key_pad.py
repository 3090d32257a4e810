"""What the citizen pressed, and what never counts as an answer; time is virtual."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from devices.codec.pj06 import ASK, WELCOME
from devices.core.errors import AddressError, NotConnected
from devices.core.status import Health
from devices.rating_pad.drivers import make_pj06
from devices.rating_pad.interface import Answer
from devices.rating_pad.key_pad import DIGITS, KeyMap, KeyPad
from tests.support.scripted_transport import ScriptedTransport

LEVELS = [Answer.VERY_GOOD, Answer.GOOD, Answer.FAIR, Answer.BAD, Answer.VERY_BAD]


def never() -> bool:
    return False


def pad(keys: str = "543210") -> tuple[KeyPad, ScriptedTransport]:
    transport = ScriptedTransport()
    opened = KeyPad(transport, KeyMap.of(keys), clock=transport.clock)
    opened.open()
    transport.written.clear()
    return opened, transport


@pytest.mark.parametrize(("code", "answer"), [*enumerate(LEVELS, start=1), (6, Answer.DECLINED)])
@pytest.mark.req("R-01")
def test_each_key_has_its_answer(code: int, answer: Answer) -> None:
    asked, transport = pad()
    transport.later = [(3.0, bytes([code]))]
    assert asked.ask(30, never) is answer
    assert transport.now < 3.2


def test_the_pad_asks_and_returns_to_its_welcome() -> None:
    asked, transport = pad()
    asked.ask(30, never)
    assert transport.written == [bytes.fromhex("55AA03131E001A"), ASK, WELCOME]


@pytest.mark.req("R-01")
def test_silence_is_no_answer_after_the_time_given() -> None:
    asked, transport = pad()
    assert asked.ask(15, never) is None
    assert 15 <= transport.now < 15.2


def test_cancelling_ends_the_question_soon() -> None:
    asked, transport = pad()
    assert asked.ask(60, lambda: transport.now > 2) is None
    assert transport.now < 2.3
    assert transport.written[-1] == WELCOME


@pytest.mark.parametrize(
    "noise", [b"\x00", b"\xff\x7f\x15", b"\x00\x01", b"\x03\x04", b"\x07", b"\x01" * 9 + b"\x02"]
)
def test_noise_is_never_an_answer(noise: bytes, caplog: pytest.LogCaptureFixture) -> None:
    asked, transport = pad()
    transport.later = [(1.0, noise)]
    with caplog.at_level(logging.WARNING):
        assert asked.ask(5, never) is None
    assert "noise" in caplog.text


def test_a_pager_with_digit_keys_is_a_pad_too() -> None:
    transport = ScriptedTransport()
    digits = KeyPad(transport, dialect=DIGITS, clock=transport.clock)
    digits.open()
    transport.later = [(1.0, b"\x02"), (2.0, b"7"), (3.0, b"2")]
    assert digits.ask(10, never) is Answer.GOOD
    assert b"".join(transport.written) == b""
    digits.close()
    with pytest.raises(NotConnected):
        digits.ask(10, never)


def test_a_key_after_noise_counts() -> None:
    asked, transport = pad()
    transport.later = [(1.0, b"\x00\x02"), (2.0, b"\x05")]
    assert asked.ask(10, never) is Answer.VERY_BAD


def test_what_was_pressed_before_the_question_does_not_count() -> None:
    asked, transport = pad()
    transport.later = [(0.0, b"\x01"), (4.0, b"\x02")]
    assert asked.ask(10, never) is Answer.GOOD


def test_half_a_burst_of_an_earlier_question_does_not_reach_into_the_next() -> None:
    asked, transport = pad()
    stop: Callable[[], bool] = lambda: transport.now >= 1.0  # noqa: E731
    transport.later = [(1.0, b"\x01")]
    asked.ask(10, stop)
    transport.later = [(5.0, b"\x04")]
    assert asked.ask(10, never) is Answer.BAD


def test_a_line_that_never_falls_silent_ends_with_the_question() -> None:
    asked, transport = pad()
    transport.later = [(second / 100, b"\x01\x00") for second in range(700)]
    assert asked.ask(5, never) is None
    assert transport.now < 7


def test_the_key_map_of_the_installation_decides() -> None:
    asked, transport = pad("012345")
    transport.later = [(1.0, b"\x01")]
    assert asked.ask(5, never) is Answer.DECLINED
    transport.later = [(transport.now + 1.0, b"\x06")]
    assert asked.ask(5, never) is Answer.VERY_GOOD


def test_a_key_outside_the_map_is_no_answer() -> None:
    asked, transport = pad("531")
    transport.later = [(1.0, b"\x06"), (2.0, b"\x02")]
    assert asked.ask(5, never) is Answer.FAIR


def test_the_levels_shown_are_those_of_the_map() -> None:
    transport = ScriptedTransport()
    KeyPad(transport, KeyMap.of("5310"), clock=transport.clock).open()
    assert bytes.fromhex("55AA0215031A") in transport.written


def test_health_is_not_ok_before_a_key_was_heard() -> None:
    asked, transport = pad()
    assert asked.probe().health is Health.DEGRADED
    transport.later = [(1.0, b"\x03")]
    asked.ask(5, never)
    assert asked.probe().health is Health.OK
    asked.close()
    asked.open()
    assert asked.probe().health is Health.DEGRADED


def test_a_broken_line_is_an_error_and_not_silence() -> None:
    asked, _ = pad()
    asked.close()
    with pytest.raises(NotConnected):
        asked.ask(5, never)


def test_an_answer_given_stays_given_when_the_line_breaks_afterwards() -> None:
    asked, transport = pad()

    def answer(frame: bytes) -> bytes:
        if frame == WELCOME:
            raise NotConnected("unplugged")
        return b"\x01" if frame == ASK else b""

    transport.answer = answer
    assert asked.ask(5, never) is Answer.VERY_GOOD


@pytest.mark.parametrize("keys", ["", "6", "55", "5432100", "0", "abc"])
def test_a_key_map_that_makes_no_sense_is_refused(keys: str) -> None:
    with pytest.raises(ValueError, match="keys="):
        KeyMap.of(keys)


def test_a_wrong_key_map_in_an_address_is_named() -> None:
    with pytest.raises(AddressError, match="keys=9"):
        make_pj06("serial:///dev/ttyUSB0?keys=9")


def test_the_answers_are_worded_officially_and_have_their_levels() -> None:
    assert [answer.wording for answer in Answer] == [
        "非常满意",
        "满意",
        "基本满意",
        "不满意",
        "非常不满意",
        "不评价",
    ]
    assert [Answer.of_level(level) for level in (5, 4, 3, 2, 1, 0)] == list(Answer)
    assert Answer.DECLINED.level is None
    with pytest.raises(ValueError, match="level 6"):
        Answer.of_level(6)


def test_opening_says_that_the_driver_was_never_tried_on_the_device(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        pad()
    assert "not verified on the real device" in caplog.text

"""Scanning and typing on the same keyboard; time is passed in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.codec.wedge import Typed, WedgeCode, WedgeDecoder, WedgeEvent


def play(decoder: WedgeDecoder, text: str, gap: float, start: float = 0.0) -> list[WedgeEvent]:
    events: list[WedgeEvent] = []
    for index, character in enumerate(text):
        events += decoder.key(character, start + index * gap)
    return events


def test_a_fast_burst_ended_by_enter_is_a_code() -> None:
    assert play(WedgeDecoder(), "HALL:A001\r", gap=0.005) == [WedgeCode("HALL:A001")]


def test_slow_typing_is_given_back_key_by_key() -> None:
    decoder = WedgeDecoder()
    events = play(decoder, "王小明\r", gap=0.2)
    assert "".join(event.text for event in events) == "王小明\r"
    assert all(isinstance(event, Typed) for event in events)
    assert decoder.pending == 0


def test_a_key_typed_just_before_a_scan_does_not_get_into_the_code() -> None:
    decoder = WedgeDecoder()
    events = decoder.key("x", 0.0) + play(decoder, "A0012\r", gap=0.01, start=0.3)
    assert events == [Typed("x"), WedgeCode("A0012")]


def test_a_lone_enter_and_a_short_roll_are_typing() -> None:
    assert WedgeDecoder().key("\r", 1.0) == [Typed("\r")]
    assert play(WedgeDecoder(), "ab\r", gap=0.01) == [Typed("ab\r")]


def test_keys_held_back_are_returned_after_the_pause() -> None:
    decoder = WedgeDecoder()
    decoder.key("a", 1.0)
    assert decoder.tick(1.04) == []
    assert decoder.tick(1.06) == [Typed("a")]


def test_a_clock_that_jumps_back_gives_the_keys_back() -> None:
    decoder = WedgeDecoder()
    decoder.key("a", 5.0)
    assert decoder.tick(4.0) == [Typed("a")]


def test_the_repr_hides_what_was_scanned_or_typed() -> None:
    assert repr(WedgeCode("410299199001011234")) == "WedgeCode(18 characters)"
    assert repr(Typed("张三")) == "Typed(2 characters)"


@given(st.lists(st.tuples(st.sampled_from("ab1\r\n"), st.floats(0, 0.2)), max_size=60))
def test_no_key_is_lost_doubled_or_reordered(keys: list[tuple[str, float]]) -> None:
    decoder, at, events = WedgeDecoder(), 0.0, []
    for text, pause in keys:
        at += pause
        events += decoder.key(text, at)
    events += decoder.tick(at + 1)
    shown = "".join(event.text + ("\r" if isinstance(event, WedgeCode) else "") for event in events)
    assert shown.replace("\n", "\r") == "".join(text for text, _ in keys).replace("\n", "\r")
    assert decoder.pending == 0

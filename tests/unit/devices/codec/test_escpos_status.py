"""The status codec against the bits of the manual and against any slicing of the stream."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.escpos_status import AutoStatus, Condition, StatusDecoder, StatusReply, ask


@pytest.mark.parametrize(
    ("question", "reply", "expected"),
    [
        (1, "12", Condition.NONE),
        (1, "16", Condition.DRAWER),
        (1, "1a", Condition.OFFLINE),
        (2, "12", Condition.NONE),
        (2, "16", Condition.COVER_OPEN),
        (2, "1a", Condition.FEED_BUTTON),
        (2, "32", Condition.STOPPED_BY_PAPER_END),
        (2, "52", Condition.ERROR),
        (3, "1a", Condition.CUTTER),
        (3, "32", Condition.UNRECOVERABLE),
        (3, "52", Condition.RECOVERABLE),
        (4, "1e", Condition.PAPER_NEAR_END),
        (4, "72", Condition.PAPER_END),
        (4, "7e", Condition.PAPER_NEAR_END | Condition.PAPER_END),
    ],
)
def test_a_reply_means_what_the_manual_says_for_its_question(
    question: int, reply: str, expected: Condition
) -> None:
    [event] = StatusDecoder().receive(bytes.fromhex(reply))
    assert isinstance(event, StatusReply)
    assert event.conditions(question) == expected


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("1000000f", Condition.NONE),
        ("1800000f", Condition.OFFLINE),
        ("3800000f", Condition.OFFLINE | Condition.COVER_OPEN),
        ("1008000f", Condition.CUTTER),
        ("1020000f", Condition.UNRECOVERABLE),
        ("1000030f", Condition.PAPER_NEAR_END),
        ("10000f0f", Condition.PAPER_NEAR_END | Condition.PAPER_END),
        ("1000006f", Condition.NONE),
    ],
)
def test_an_asb_frame_means_what_the_manual_says(frame: str, expected: Condition) -> None:
    [event] = StatusDecoder().receive(bytes.fromhex(frame))
    assert isinstance(event, AutoStatus)
    assert event.conditions == expected


def test_a_question_is_three_bytes() -> None:
    assert [ask(number).hex() for number in (1, 2, 3, 4)] == ["100401", "100402", "100403", "100404"]
    with pytest.raises(ValueError, match="DLE EOT 5"):
        ask(5)


def test_an_empty_reply_is_no_answer() -> None:
    assert StatusDecoder().receive(b"") == []


def test_a_reply_between_two_asb_frames_is_found() -> None:
    events = StatusDecoder().receive(bytes.fromhex("1000000f 12 1800030f"))
    assert [type(event) for event in events] == [AutoStatus, StatusReply, AutoStatus]


def test_a_reply_that_cuts_an_asb_frame_short_is_found_and_the_rest_is_noise() -> None:
    decoder = StatusDecoder()
    assert decoder.receive(bytes.fromhex("1000 32")) == [StatusReply(0x32)]
    assert decoder.dropped == 2


@pytest.mark.parametrize("noise", ["00", "ff", "7f", "15", "48", "92"])
def test_noise_is_never_a_status(noise: str) -> None:
    decoder = StatusDecoder()
    assert decoder.receive(bytes.fromhex(noise)) == []
    assert decoder.dropped == 1


@given(st.binary(max_size=400), st.lists(st.integers(1, 20), max_size=80))
def test_slicing_does_not_matter(data: bytes, lengths: list[int]) -> None:
    whole = StatusDecoder()
    at_once = whole.receive(data)
    sliced, events, rest = StatusDecoder(), [], data
    for length in [*lengths, *([1] * len(data))]:
        events += sliced.receive(rest[:length])
        rest = rest[length:]
    assert events == at_once
    assert sliced.dropped == whole.dropped


@given(st.binary(max_size=2000))
def test_every_byte_is_in_an_event_dropped_or_one_of_three_held(data: bytes) -> None:
    decoder = StatusDecoder()
    events = decoder.receive(data)
    used = sum(4 if isinstance(event, AutoStatus) else 1 for event in events)
    assert 0 <= len(data) - used - decoder.dropped <= 3


@given(st.binary(max_size=60).filter(lambda noise: all(byte & 0x10 == 0 for byte in noise)))
def test_a_reply_after_any_noise_that_cannot_begin_a_frame_is_found(noise: bytes) -> None:
    assert StatusDecoder().receive(noise + b"\x12") == [StatusReply(0x12)]


def test_reset_forgets_a_frame_that_has_begun() -> None:
    decoder = StatusDecoder()
    decoder.receive(b"\x10\x00")
    decoder.reset()
    assert decoder.receive(bytes.fromhex("1000000f")) == [AutoStatus(bytes.fromhex("1000000f"))]

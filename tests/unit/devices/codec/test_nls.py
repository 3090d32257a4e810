"""Newland's frames and codes between them, in any slicing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.nls import MAX_CODE, CommandReply, Event, Receiver, Scan, Stray, Suffix, encode_command

DONE = bytes.fromhex("0201 30303030 23 53434E4D4F4430 06 3B03")  # #SCNMOD0
REFUSED = bytes.fromhex("0201 30303030 40 53434E4D4F4432 15 3B03")  # @SCNMOD2


def test_commands_are_the_literal_frames() -> None:
    assert encode_command("SCNTRG1") == bytes.fromhex("7E01 30303030 23 53434E54524731 3B03")
    assert encode_command("SCNMOD0", keep=True) == bytes.fromhex("7E01 30303030 40 53434E4D4F4430 3B03")
    assert encode_command("TSUSET0D0A") == b"\x7e\x010000#TSUSET0D0A;\x03"


@pytest.mark.parametrize("text", ["", "scntrg1", "SCN", "SCNTRG1;", "SCNTRG\r"])
def test_what_is_no_command_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no command"):
        encode_command(text)


def test_answers_and_codes_are_told_apart() -> None:
    events = Receiver().receive(DONE + b"A001\r\n" + REFUSED + "办件123".encode() + b"\r\n")
    assert events == [
        CommandReply("#SCNMOD0", done=True),
        Scan(b"A001"),
        CommandReply("@SCNMOD2", done=False),
        Scan("办件123".encode()),
    ]


def test_noise_before_an_answer_is_stray_and_the_answer_is_found() -> None:
    assert Receiver().receive(b"\x00\xff\x7f\x15" + DONE) == [Stray(4), CommandReply("#SCNMOD0", done=True)]


@pytest.mark.parametrize(
    ("suffix", "stream", "codes"),
    [
        (Suffix.CRLF, b"A\rB\r\nC\nD\r\n", [b"A\rB", b"C\nD"]),
        (Suffix.CR, b"A\rB\r", [b"A", b"B"]),
        (Suffix.LF, b"A\nB\r\n", [b"A", b"B\r"]),
        (Suffix.ANY, b"A\r\nB\rC\n\n\r", [b"A", b"B", b"C"]),
        (Suffix.SILENCE, b"A\r\nB", []),
    ],
)
def test_the_suffix_ends_a_code(suffix: Suffix, stream: bytes, codes: list[bytes]) -> None:
    assert Receiver(suffix).receive(stream) == [Scan(code) for code in codes]


def test_silence_ends_a_code_without_suffix_and_drops_one_that_lost_it() -> None:
    bare, usual = Receiver(Suffix.SILENCE), Receiver(Suffix.CRLF)
    assert bare.receive(b"A\r\nB") + bare.silence() == [Scan(b"A\r\nB")]
    assert usual.receive(b"A001\r") + usual.silence() == [Stray(5)]
    assert usual.receive(b"B002\r\n") == [Scan(b"B002")]


@pytest.mark.parametrize("size", [1, 4096, MAX_CODE])
def test_long_codes_come_whole(size: int) -> None:
    payload = bytes(range(32, 127)) * (size // 95 + 1)
    assert Receiver().receive(payload[:size] + b"\r\n") == [Scan(payload[:size])]


@pytest.mark.parametrize("size", [MAX_CODE + 1, MAX_CODE + 2, 3 * MAX_CODE])
def test_what_is_longer_than_any_code_is_stray_and_the_next_code_is_read(size: int) -> None:
    events = Receiver().receive(b"x" * size + b"\r\n" + b"A001\r\n")
    assert events == [Stray(size), Scan(b"A001")]


def test_an_answer_that_never_ends_is_given_up() -> None:
    events = Receiver().receive(bytes.fromhex("0201 30303030") + b"x" * 200 + b"\r\nA001\r\n")
    assert events[-1] == Scan(b"A001")
    assert isinstance(events[0], Stray)


def test_the_repr_hides_the_code() -> None:
    assert repr(Scan(b"410299199001011234")) == "Scan(18 bytes)"


pieces = st.one_of(
    st.sampled_from([DONE, REFUSED, b"\r\n", b"\r", b"A001\r\n", DONE[:6], DONE[:4], b"\x3b\x03"]),
    st.binary(max_size=40),
    st.integers(MAX_CODE - 3, MAX_CODE + 3).map(lambda size: b"x" * size),
)


@given(st.sampled_from(Suffix), st.lists(pieces, max_size=6).map(b"".join), st.integers(1, 50))
def test_slicing_does_not_matter_and_memory_is_bounded(suffix: Suffix, stream: bytes, step: int) -> None:
    whole, sliced = Receiver(suffix), Receiver(suffix)
    expected = whole.receive(stream) + whole.silence()
    events: list[Event] = []
    for start in range(0, len(stream), step):
        events += sliced.receive(stream[start : start + step])
        assert len(sliced._buffer) <= MAX_CODE + 2
    assert events + sliced.silence() == expected


codes = st.binary(min_size=1, max_size=200).filter(lambda code: b"\r" not in code and b"\x02" not in code)


@given(st.lists(codes, max_size=5))
def test_every_code_comes_back(payloads: list[bytes]) -> None:
    stream = b"".join(code + b"\r\n" for code in payloads)
    assert Receiver().receive(stream) == [Scan(code) for code in payloads]

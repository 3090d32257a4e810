"""Answers to AT commands in any slicing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.at import MAX_LINE, Event, Final, Line, Prompt, Receiver


@pytest.mark.parametrize(
    ("answer", "events"),
    [
        (b"\r\nOK\r\n", [Final(ok=True)]),
        (b"\r\nERROR\r\n", [Final(ok=False)]),
        (b"\r\n+CMS ERROR: 310\r\n", [Final(ok=False, family="CMS", code=310)]),
        (b"\r\n+CME ERROR:10\r\n", [Final(ok=False, family="CME", code=10)]),
        (b"\r\n> ", [Prompt()]),
        (b"\r\n+CPIN: READY\r\n\r\nOK\r\n", [Line("+CPIN: READY"), Final(ok=True)]),
        (b"AT+CSQ\r\r\n+CSQ: 21,99\r\n\r\nOK\r\n", [Line("AT+CSQ"), Line("+CSQ: 21,99"), Final(ok=True)]),
        (b'\r\n+CMTI: "SM",3\r\n\r\n> ', [Line('+CMTI: "SM",3'), Prompt()]),
        (b"\x00\xff\x7f\x15\r\nOK\r\n", [Line("\x00\ufffd\x7f\x15"), Final(ok=True)]),
    ],
)
def test_answers_of_modems(answer: bytes, events: list[Event]) -> None:
    assert Receiver().receive(answer) == events


def test_a_line_without_end_is_dropped_and_the_answer_after_it_is_read() -> None:
    receiver = Receiver()
    assert receiver.receive(b"x" * (3 * MAX_LINE)) == []
    assert receiver.pending <= MAX_LINE
    assert receiver.receive(b"\r\nOK\r\n") == [Final(ok=True)]


def test_the_repr_hides_what_the_modem_said() -> None:
    assert repr(Line("+CMT: +8613800138000")) == "Line(20 characters)"


pieces = st.one_of(
    st.sampled_from([b"\r\n", b"OK", b"> ", b"ERROR\r\n", b"+CMS ERROR: 5", b"x" * MAX_LINE]),
    st.binary(max_size=30),
)


@given(st.lists(pieces, max_size=12).map(b"".join))
def test_byte_by_byte_gives_the_same_events_as_all_at_once(stream: bytes) -> None:
    single = Receiver()
    one_by_one: list[Event] = []
    for index in range(len(stream)):
        one_by_one += single.receive(stream[index : index + 1])
        assert single.pending <= MAX_LINE
    assert one_by_one == Receiver().receive(stream)

"""The simulated reader answers the manuals' literal frames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.sim.sam_v import STATUS, SimSamV

FIND = bytes.fromhex("AAAAAA9669 0003 2001 22")
SELECT = bytes.fromhex("AAAAAA9669 0003 2002 21")
READ = bytes.fromhex("AAAAAA9669 0003 3001 32")


def test_without_a_card_it_answers_as_the_manual_says() -> None:
    sim = SimSamV()
    assert sim.receive(FIND) == bytes.fromhex("AAAAAA9669 0004 000080 84")
    assert sim.receive(READ) == bytes.fromhex("AAAAAA9669 0004 000041 45")


@pytest.mark.parametrize(
    ("fingerprint", "size", "length"), [(False, 1295, "0508"), (True, 2321, "090A"), ("empty", 1297, "050A")]
)
def test_with_a_card_it_answers_as_the_manual_says(fingerprint: object, size: int, length: str) -> None:
    sim = SimSamV()
    sim.command("lay_card", {"fingerprint": fingerprint})
    assert sim.receive(FIND) == bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97")
    assert sim.receive(SELECT)[:10] == bytes.fromhex("AAAAAA9669 000C 000090")
    answer = sim.receive(READ)
    assert len(answer) == size
    assert answer[5:7].hex().upper() == length
    assert answer[7:10] == b"\0\0\x90"


def test_a_damaged_request_is_answered_with_10_and_an_unknown_one_with_21() -> None:
    sim = SimSamV()
    assert sim.receive(bytes.fromhex("AAAAAA9669 0003 2001 00"))[9] == 0x10
    assert sim.receive(bytes.fromhex("AAAAAA9669 0003 7001 72"))[9] == 0x21


@pytest.mark.parametrize("name", sorted(STATUS))
def test_every_status_can_be_forced_by_name_and_by_number(name: str) -> None:
    sim = SimSamV()
    sim.command("answer", {"to": "find", "with": name})
    sim.command("answer", {"to": "find", "with": f"{STATUS[name]:02X}"})
    assert sim.receive(FIND)[9] == sim.receive(FIND)[9] == STATUS[name]
    assert sim.receive(FIND)[9] == 0x80


def test_unknown_commands_are_refused() -> None:
    sim = SimSamV()
    with pytest.raises(ValueError, match="unknown command"):
        sim.command("dance", {})
    with pytest.raises(ValueError, match="unknown request"):
        sim.command("answer", {"to": "dance", "with": "41"})


@given(st.lists(st.one_of(st.binary(max_size=300), st.sampled_from([FIND, SELECT, READ]))))
def test_no_bytes_crash_it(pieces: list[bytes]) -> None:
    sim = SimSamV()
    for piece in pieces:
        sim.receive(piece)

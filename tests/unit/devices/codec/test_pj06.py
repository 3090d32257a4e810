"""PJ06 frames and what counts as a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.pj06 import ASK, WELCOME, BurstReader, Key, Noise, encode_levels, encode_timeout


def burst(data: bytes) -> Key | Noise | None:
    reader = BurstReader()
    reader.receive(data)
    return reader.end_of_burst()


def test_commands_are_the_vendors_frames() -> None:
    assert bytes.fromhex("55AA021F001A") == WELCOME
    assert bytes.fromhex("55AA0220001A") == ASK
    assert encode_timeout(30) == bytes.fromhex("55AA03131E001A")
    assert encode_levels(5) == bytes.fromhex("55AA0215051A")


@pytest.mark.parametrize("seconds", [0, 256, -1])
def test_a_timeout_that_does_not_fit_a_byte_is_refused(seconds: int) -> None:
    with pytest.raises(ValueError, match="timeout"):
        encode_timeout(seconds)


@pytest.mark.parametrize("count", [0, 6])
def test_the_pad_has_one_to_five_levels(count: int) -> None:
    with pytest.raises(ValueError, match="levels"):
        encode_levels(count)


@pytest.mark.parametrize("code", range(1, 7))
def test_one_byte_is_one_key_and_a_bouncing_key_is_one_too(code: int) -> None:
    assert burst(bytes([code])) == Key(code)
    assert burst(bytes([code, code, code])) == Key(code)


@pytest.mark.parametrize("data", [b"\x00", b"\x07", b"\xff\x01", b"\x01\x00", b"\x01\x02", b"55AA"])
def test_noise_is_no_key_even_when_it_holds_one(data: bytes) -> None:
    assert burst(data) == Noise(data, len(data))


def test_silence_is_nothing() -> None:
    assert BurstReader().end_of_burst() is None


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_slicing_does_not_matter_and_memory_is_bounded(pieces: list[bytes]) -> None:
    whole, sliced = BurstReader(), BurstReader()
    whole.receive(b"".join(pieces))
    for piece in pieces:
        for byte in piece:
            sliced.receive(bytes([byte]))
    expected = whole.end_of_burst()
    assert sliced.end_of_burst() == expected
    if isinstance(expected, Noise):
        assert len(expected.start) <= 16


@given(st.binary(min_size=1, max_size=60))
def test_only_a_run_of_one_key_code_is_a_key(data: bytes) -> None:
    judged = burst(data)
    assert isinstance(judged, Key) == (len(set(data)) == 1 and 1 <= data[0] <= 6)

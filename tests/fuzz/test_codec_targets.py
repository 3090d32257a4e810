"""What the fuzzers check holds for hypothesis's bytes too; the long runs are outside CI (docs/fuzzing.md)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.feeding import same_in_any_slicing
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400))
def test_no_bytes_break_a_promise_of_the_codec(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
def test_a_stream_beyond_every_bound_breaks_none(name: str) -> None:
    for mode in (0, 0xFC, 0xFF):
        TARGETS[name](bytes([mode]) + b"\x01\xaaA")


class Hoarder:
    """A decoder that never forgets, and tells slices apart."""

    def __init__(self) -> None:
        self.kept = b""

    def receive(self, data: bytes) -> list[int]:
        self.kept += data
        return [len(data)]


def test_a_decoder_that_tells_slices_apart_or_hoards_is_found() -> None:
    with pytest.raises(AssertionError, match="fed by 1"):
        same_in_any_slicing(Hoarder, lambda d, piece: d.receive(piece), b"abc", most_held=9)
    with pytest.raises(AssertionError, match="held"):
        same_in_any_slicing(Hoarder, lambda d, piece: d.receive(piece), b"a" * 10, most_held=9)

"""Answers in their turn: the literal frames, any slicing, nothing held."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.escpos_confirm import ProcessIdReader, ask_process_id, is_paper_answer, process_id


def test_the_question_and_its_answer_are_those_of_the_manual() -> None:
    assert ask_process_id(7) == bytes.fromhex("1D2848 0600 30 30 30303037")
    assert ProcessIdReader().receive(bytes.fromhex("3722 30303037 00")) == [b"0007"] == [process_id(7)]
    with pytest.raises(ValueError, match="10000"):
        process_id(10000)


def test_noise_before_it_does_not_hide_an_answer() -> None:
    assert ProcessIdReader().receive(b"\x12\x37\x00\xff\x37\x22" + b"0001\x00\x12") == [b"0001"]


def test_the_paper_answer_has_bits_4_and_7_clear() -> None:
    assert [is_paper_answer(byte) for byte in (0x00, 0x03, 0x0C, 0x6F, 0x12, 0x80)] == [True] * 4 + [False] * 2


@given(st.binary(max_size=60), st.lists(st.integers(0, 60), max_size=5))
def test_any_slicing_gives_the_same(data: bytes, cuts: list[int]) -> None:
    stream = data + b"\x37\x22abcd\x00" + data
    whole, sliced = ProcessIdReader(), ProcessIdReader()
    edges = [0, *sorted(cut % len(stream) for cut in cuts), len(stream)]
    pieces = [found for a, b in itertools.pairwise(edges) for found in sliced.receive(stream[a:b])]
    assert pieces == whole.receive(stream)

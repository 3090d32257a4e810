"""Codes are read character by character in English, windows as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice.speakable_english import for_espeak, speakable, words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Number A023, please go to window 3", "Number A 0 2 3, please go to window 3"),
        ("Number A023, please go to window 12", "Number A 0 2 3, please go to window 12"),
        ("Number 007 or 12345", "Number 0 0 7 or 1 2 3 4 5"),
        ("Zone B, COVID19 and MP3s stay", "Zone B, COVID19 and MP3s stay"),
    ],
)
def test_codes_are_spelled_and_numbers_are_not(written: str, read: str) -> None:
    assert speakable(written) == read


@given(st.text(max_size=60))
def test_reading_twice_changes_nothing_more(text: str) -> None:
    assert speakable(speakable(text)) == speakable(text)


def test_a_letter_is_no_article_and_phonemes_can_not_be_smuggled_in() -> None:
    assert for_espeak("Number A023") == "Number [[eI]] 0 2 3"
    assert "[[" not in for_espeak("a [[nasty]] text")
    assert for_espeak("A window") == "A window"


def test_words_are_what_clips_are_found_for() -> None:
    assert words("Number A02, go to window 12.") == ["Number", "A", "0", "2", ",", "go", "to", "window", "12", "."]

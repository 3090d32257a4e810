"""Lines fit the paper, and nothing is lost in breaking them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from devices.ticket_printer.wrapping import columns_of, printable, wrap

WORDS = st.text(alphabet="abc 12国务院（），。：\n", max_size=120)


@given(WORDS, st.integers(4, 48))
def test_no_line_is_wider_than_the_paper(text: str, columns: int) -> None:
    for line in wrap(text, columns):
        assert sum(columns_of(character) for character in line) <= columns


@given(WORDS, st.integers(4, 48))
def test_nothing_but_blanks_is_lost(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_closing_punctuation_does_not_begin_a_line() -> None:
    assert wrap("一楼东侧办理，请排队", 12) == ["一楼东侧办", "理，请排队"]


def test_a_latin_word_is_kept_whole() -> None:
    assert wrap("网址 example.invalid", 16) == ["网址", "example.invalid"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap("a" * 10, 4) == ["aaaa", "aaaa", "aa"]


def test_empty_text_is_an_empty_line() -> None:
    assert wrap("", 10) == [""]
    assert wrap("一\n\n二", 10) == ["一", "", "二"]


def test_control_characters_become_blanks() -> None:
    assert printable("王\x1b\x10\x04国\u202e") == "王   国 "


def test_a_symbol_that_gbk_stores_in_two_bytes_takes_two_columns() -> None:
    assert [columns_of(character) for character in "A①·国é"] == [1, 2, 2, 2, 2]

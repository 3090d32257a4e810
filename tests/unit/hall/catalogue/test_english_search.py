"""Finding an item by its English name, by the beginning of any word, typed without blanks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.english_search import EnglishIndex
from tests.support.sample_hall import FOOD, MARRIAGE, SHOP

ITEMS = (
    replace(SHOP, english="Registration of an individual business"),
    replace(FOOD, english="Food business licence"),
    replace(FOOD, code="SX003", english="Licence for food production"),
    replace(MARRIAGE, english="Marriage registration"),
    replace(MARRIAGE, code="SX016"),
)
INDEX = EnglishIndex(ITEMS)


def codes(query: str, among: str = "") -> list[str]:
    return [item.code for item in INDEX.find(query, among=among)]


def test_any_word_may_begin_so_and_the_first_comes_first() -> None:
    assert codes("FOOD") == ["SX002", "SX003"]
    assert codes("LIC") == ["SX003", "SX002"]
    assert codes("FOODBUS") == ["SX002"]
    assert codes("reg", "mz") == ["SX015"]
    assert codes("OOD") == codes("") == codes("结婚") == []


def test_words_are_offered_that_find_something_here() -> None:
    assert INDEX.words("", 3) == ("Business", "Food", "Licence")
    assert INDEX.words("M", 9) == ("Marriage",)
    assert INDEX.words("", 9, among="mz") == ("Registration", "Marriage")
    assert INDEX.words("FOR", 9) == INDEX.words("FOOD", 9) == ()


@given(st.text(max_size=12))
def test_whatever_is_typed_every_word_offered_finds_something(typed: str) -> None:
    for word in INDEX.words(typed, 99):
        assert INDEX.find(word)
    assert set(INDEX.find(typed)) <= set(ITEMS)

"""A guide in pages: nothing lost, nothing twice, no title alone; and its words are those of the guide."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.guide import Part, Phrase, guide_of
from hall.catalogue.item import Department, Material
from kiosk_app import samples
from kiosk_app.catalogue_file import CatalogueFile
from kiosk_app.guide_pages import Block, Group, blocks_of, chunks_of, page_with, pages_of
from kiosk_app.guide_words import MARKED

GUIDE = guide_of(samples.SOCIAL, Department("x", "某局"), (), samples.PROFILE)


@given(st.integers(40, 2000), st.lists(st.integers(10, 400), min_size=60, max_size=60))
def test_all_blocks_stand_on_pages_in_their_order(room: int, heights: list[int]) -> None:
    known = {block: height for block, height in zip(blocks_of(GUIDE), heights, strict=False)}
    pages = pages_of(GUIDE, room, lambda block: known[block])
    assert [block for page in pages for block in page.blocks] == blocks_of(GUIDE)
    firsts = [page_with(pages, group) for group in Group]
    assert firsts == sorted(firsts), "the contents lead through the guide in its order"
    for before, after in pairwise(pages):
        begins = sum(known[block] for block in after.blocks[: 2 if after.blocks[0].is_title else 1])
        assert sum(known[block] for block in before.blocks) + begins > room, "no page stays half empty"
    for page in pages:
        total = sum(known[block] for block in page.blocks)
        assert total <= room or len(page.blocks) <= 2, "only what is too high for any page overflows"
        assert not page.blocks[-1].is_title, "a title keeps its first line"


def test_an_item_without_materials_has_one_empty_page() -> None:
    assert [page.blocks for page in chunks_of((), 100, lambda _: 10)] == [()]
    (first, second) = chunks_of(tuple(map(Material, "甲乙丙")), 20, lambda _: 10)
    assert [block.number for block in (*first.blocks, *second.blocks)] == [1, 2, 3]
    assert first.blocks[0] == Block(Part.MATERIALS, material=Material("甲"), number=1)


def test_every_word_of_a_guide_is_marked_for_its_english() -> None:
    assert set(MARKED) == {phrase.value for phrase in Phrase} | {part.value for part in Part}


def test_the_kept_catalogue_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "state" / "catalogue.json"
    assert CatalogueFile(path).load() is None
    CatalogueFile(path).keep(samples.CATALOGUE)
    assert CatalogueFile(path).load() == samples.CATALOGUE
    changed = replace(samples.CATALOGUE, items=samples.CATALOGUE.items[:2])
    file = CatalogueFile(path)
    file.keep(samples.CATALOGUE)
    file.keep(changed)
    assert CatalogueFile(path).load() == changed


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"form": 1, "items": 7}', b"\xff\xfe", b'{"form": 99}'])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogue.json"
    path.write_bytes(content)
    assert CatalogueFile(path).load() is None

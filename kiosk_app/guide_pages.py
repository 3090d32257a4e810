"""Parts a guide into pages that need no scrolling (办事指南分页).

The view measures, this decides: the parts follow each other, so that no page stays half empty; a title stands on no
page without a line of its own, and what is too high for any page gets one to itself, with its title.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hall.catalogue.guide import Guide, GuideLine, Part
from hall.catalogue.item import Material


class Group(StrEnum):
    """What a button of the contents leads to (目录)."""

    MATERIALS = "materials"  # 材料
    STEPS = "steps"  # 条件和流程
    TERMS = "terms"  # 时限和收费
    PLACE = "place"  # 地点和电话


GROUPS: dict[Part, Group] = {
    Part.MATERIALS: Group.MATERIALS,
    Part.FORMS: Group.MATERIALS,
    Part.CONDITIONS: Group.STEPS,
    Part.STEPS: Group.STEPS,
    Part.SPECIAL: Group.STEPS,
    Part.NOTES: Group.STEPS,
    Part.TIME: Group.TERMS,
    Part.FEE: Group.TERMS,
    Part.RESULT: Group.TERMS,
    Part.BASIS: Group.TERMS,
    Part.WHERE: Group.PLACE,
    Part.CONTACT: Group.PLACE,
    Part.QUESTIONS: Group.PLACE,
}


_ORDER = {group: place for place, group in enumerate(Group)}


@dataclass(frozen=True, slots=True)
class Block:
    """One thing on a page: a section's title, a line, or a material.

    Attributes:
        number: of the material, from 1.
    """

    part: Part
    line: GuideLine | None = None
    material: Material | None = None
    number: int = 0

    @property
    def is_title(self) -> bool:
        """True for the title of a section."""
        return self.line is None and self.material is None


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page."""

    blocks: tuple[Block, ...]

    @property
    def groups(self) -> frozenset[Group]:
        """The parts of which something stands on it."""
        return frozenset(GROUPS[block.part] for block in self.blocks)


def blocks_of(guide: Guide) -> list[Block]:
    """All there is to show, in order."""
    blocks: list[Block] = []
    # In the order of the contents, whatever order the guide has.
    for section in sorted(guide.sections, key=lambda s: _ORDER[GROUPS[s.part]]):
        blocks.append(Block(section.part))
        if section.part is Part.MATERIALS and guide.item.materials:
            numbered = enumerate(guide.item.materials, start=1)
            blocks += [Block(section.part, material=material, number=n) for n, material in numbered]
        else:
            blocks += [Block(section.part, line) for line in section.lines]
    return blocks


def pages_of(guide: Guide, room: int, height_of: Callable[[Block], int]) -> tuple[GuidePage, ...]:
    """The guide in pages of at most ``room`` px; ``height_of`` includes the space below a block."""
    return tuple(GuidePage(tuple(page)) for page in _fill(blocks_of(guide), room, height_of))


def page_with(pages: Sequence[GuidePage], group: Group) -> int:
    """The index of the page on which a part begins; 0 when there is none."""
    return next((n for n, page in enumerate(pages) if group in page.groups), 0)


def _fill(blocks: Sequence[Block], room: int, height_of: Callable[[Block], int]) -> list[list[Block]]:
    pages: list[list[Block]] = []
    used = room
    for index, block in enumerate(blocks):
        needed = height = height_of(block)
        if block.is_title and index + 1 < len(blocks):
            needed += height_of(blocks[index + 1])
        alone = bool(pages) and len(pages[-1]) == 1 and pages[-1][0].is_title
        if (used + needed > room and not alone) or not pages:
            pages.append([])
            used = 0
        pages[-1].append(block)
        used += height
    return pages


def chunks_of(materials: Sequence[Material], room: int, height_of: Callable[[Block], int]) -> tuple[GuidePage, ...]:
    """Materials alone in pages (请确认带齐); one empty page when there are none."""
    blocks = [Block(Part.MATERIALS, material=m, number=n) for n, m in enumerate(materials, start=1)]
    pages = [GuidePage(tuple(page)) for page in _fill(blocks, room, height_of)]
    return tuple(pages) or (GuidePage(()),)

"""Everyday words for items (俗称): “开店” leads to 个体工商户设立登记; a list the hall edits and imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hall.catalogue.import_rows import RowProblem
from hall.catalogue.item import ServiceItem
from hall.errors import BadInput

# Accepted headings -> field; the first of each is the one we write.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "word": ("词", "俗称", "word"),
    "item": ("事项编码或名称", "事项", "事项编码", "事项名称", "item"),
}
# What fits on a button and can be spelled: Chinese characters, letters, digits.
WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Synonym:
    """One everyday word and the code of the item it means; a word may mean several items."""

    word: str
    item: str


class SynonymsRefused(BadInput):
    """The list has problems (俗称表被拒绝); nothing was imported.

    Attributes:
        problems: every bad row with its line and reason.
    """

    def __init__(self, problems: Sequence[RowProblem]) -> None:
        self.problems = tuple(problems)
        first = "；".join(f"第{p.line}行：{p.reason}" for p in self.problems[:3])
        more = "……" if len(self.problems) > 3 else ""
        super().__init__(
            f"{len(self.problems)} bad rows", message=f"俗称表未导入：共{len(self.problems)}处问题。{first}{more}"
        )


def check_synonyms(
    headings: Sequence[str], rows: Iterable[Sequence[str]], items: Iterable[ServiceItem], *, first_line: int = 2
) -> tuple[Synonym, ...]:
    """Turn rows of text into synonyms, in the file's order.

    Args:
        headings: the first line of the file.
        rows: the rest; empty lines are passed over.
        items: the active items.
        first_line: line number of the first row, for the messages.

    Raises:
        SynonymsRefused: with every problem found.
    """
    columns = _columns(headings)
    codes: dict[str, list[str]] = {}
    for item in items:
        codes.setdefault(item.name, []).append(item.code)
        codes[item.code] = [item.code]  # a code wins over a name that looks like it
    problems: list[RowProblem] = []
    line_of: dict[Synonym, int] = {}
    for line, row in enumerate(rows, start=first_line):
        cells = {name: row[i].strip() if i < len(row) else "" for name, i in columns.items()}
        if not any(cells.values()):
            continue
        word, named = cells["word"], cells["item"]
        meant = codes.get(named, [])
        reason = _problem(word, named, meant)
        if not reason and (before := line_of.get(Synonym(word, meant[0]))):
            reason = f"与第{before}行重复"
        if reason:
            problems.append(RowProblem(line, reason))
        else:
            line_of[Synonym(word, meant[0])] = line
    if problems:
        raise SynonymsRefused(problems)
    return tuple(line_of)


def _problem(word: str, named: str, meant: Sequence[str]) -> str:
    if not word or not named:
        return "“词”和“事项编码或名称”都要填写"
    if not WORD.fullmatch(word):
        return f"词“{word[:20]}”应为1–12个汉字、字母或数字"
    if not meant:
        return f"没有在办事项“{named[:40]}”"
    if len(meant) > 1:
        return f"事项“{named[:40]}”有{len(meant)}个，请改填编码（{'、'.join(meant)}）"
    return ""


def _columns(headings: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for index, raw in enumerate(headings):
        heading = raw.strip().lstrip("\ufeff").lower()
        for name, accepted in COLUMNS.items():
            if heading in accepted:
                found.setdefault(name, index)
    missing = [accepted[0] for name, accepted in COLUMNS.items() if name not in found]
    if missing:
        raise SynonymsRefused([RowProblem(1, f"缺少列“{name}”") for name in missing])
    return found

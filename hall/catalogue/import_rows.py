"""Checks a catalogue file row by row before anything is written (事项目录导入).

The reader of CSV and XLSX gives rows of text; this module turns them into items or into a list of problems, each
with its line and reason. A file with one problem imports nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hall.catalogue.guide_columns import GUIDE_COLUMNS, read_elements
from hall.catalogue.item import Department, ItemKind, ServiceItem
from hall.catalogue.material_notation import read_materials
from hall.errors import BadInput

# Accepted headings -> field; the first of each is the one we write in templates.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "no": ("编码", "no", "code", "事项编码", "序号"),
    "item": ("事项名称", "item", "事项", "name"),
    "department": ("部门", "department", "实施机构", "承办部门"),
    "kind": ("办件类型", "kind", "类型"),
    "statutory": ("法定时限", "statutory_workdays", "法定工作日"),
    "promised": ("承诺时限", "promised_workdays", "承诺工作日"),
    "materials": ("申请材料", "materials", "材料"),
    "fee": ("收费", "fee", "收费标准"),
    "prefix": ("号段", "prefix"),
    "zone": ("区域", "zone"),
    "minutes": ("平均分钟", "minutes"),
    "english": ("英文名称", "english", "事项英文名称"),
    "department_english": ("部门英文名称", "department_english"),
    **GUIDE_COLUMNS,
}
REQUIRED = ("no", "item", "department", "kind")
KINDS = {kind.value: kind for kind in ItemKind} | {"报批件": ItemKind.ESCALATED}
MAX_NAME = 120
MAX_DAYS = 3650


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with a line (问题行); line 1 is the heading."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A whole catalogue, ready to be written in one transaction."""

    departments: tuple[Department, ...]
    items: tuple[ServiceItem, ...]


class CatalogueRefused(BadInput):
    """The file has problems (导入被拒绝); nothing was imported.

    Attributes:
        problems: every bad row with its line and reason, in the file's order.
    """

    def __init__(self, problems: Sequence[RowProblem]) -> None:
        self.problems = tuple(problems)
        first = "；".join(f"第{p.line}行：{p.reason}" for p in self.problems[:3])
        super().__init__(
            f"{len(self.problems)} bad rows",
            message=f"目录未导入：共{len(self.problems)}处问题。{first}{'……' if len(self.problems) > 3 else ''}",
        )


def map_headings(headings: Sequence[str]) -> dict[str, int]:
    """Find the column of each field by its heading.

    Raises:
        CatalogueRefused: a required column is missing or a heading appears twice.
    """
    found: dict[str, int] = {}
    problems: list[RowProblem] = []
    for index, raw in enumerate(headings):
        heading = raw.strip().lstrip("\ufeff").lower()
        for name, accepted in COLUMNS.items():
            if heading in accepted:
                if name in found:
                    problems.append(RowProblem(1, f"列“{raw.strip()}”重复"))
                found[name] = index
    for name in REQUIRED:
        if name not in found:
            problems.append(RowProblem(1, f"缺少必需的列“{COLUMNS[name][0]}”（或 {COLUMNS[name][1]}）"))
    if problems:
        raise CatalogueRefused(problems)
    return found


def check_rows(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    to_pinyin: Callable[[str], tuple[str, str]],
    first_line: int = 2,
) -> Catalogue:
    """Turn rows of text into a catalogue.

    Args:
        headings: the first line of the file.
        rows: the rest; cells are text, missing cells at the end are allowed, empty lines are passed over.
        to_pinyin: name -> (full pinyin, initials), both lower case.
        first_line: line number of the first row, for the messages.

    Raises:
        CatalogueRefused: with every problem found; never only the first.
    """
    columns = map_headings(headings)
    problems: list[RowProblem] = []
    departments: dict[str, Department] = {}
    items: list[ServiceItem] = []
    line_of_code: dict[str, int] = {}
    line_of_name: dict[tuple[str, str], int] = {}
    for line, row in enumerate(rows, start=first_line):
        cells = {name: row[i].strip() if i < len(row) else "" for name, i in columns.items()}
        if not any(cells.values()):
            continue
        reasons = _check_cells(cells)
        materials, wrong_materials = read_materials(cells.get("materials", ""))
        elements, wrong_elements = read_elements(cells)
        reasons += wrong_materials + wrong_elements
        code = _item_code(cells["no"])
        if code in line_of_code:
            reasons.append(f"编码“{cells['no']}”与第{line_of_code[code]}行重复")
        key = (cells["department"], cells["item"])
        if key in line_of_name and all(key):
            reasons.append(f"事项“{cells['item']}”与第{line_of_name[key]}行重复")
        line_of_code.setdefault(code, line)
        line_of_name.setdefault(key, line)
        known = departments.get(cells["department"])
        english = cells.get("department_english", "")
        if known is not None and english and known.english and english != known.english:
            reasons.append(f"部门英文名称“{english[:40]}”与前面的“{known.english[:40]}”不一致")
        if reasons:
            problems.extend(RowProblem(line, reason) for reason in reasons)
            continue
        department = departments.setdefault(
            cells["department"], _department(cells["department"], departments, to_pinyin)
        )
        if english:
            departments[cells["department"]] = replace(department, english=english)
        full, initials = to_pinyin(cells["item"])
        item = _item(code, cells, department, list(departments).index(cells["department"]), f"{full} {initials}")
        items.append(replace(item, materials=materials, elements=elements))
    if not items and not problems:
        problems.append(RowProblem(1, "文件没有任何事项"))
    if problems:
        raise CatalogueRefused(problems)
    return Catalogue(tuple(departments.values()), tuple(items))


def _check_cells(cells: Mapping[str, str]) -> list[str]:
    reasons = [f"“{COLUMNS[name][0]}”为空" for name in REQUIRED if not cells[name]]
    if any("\ufffd" in value for value in cells.values()):
        reasons.append("含有乱码字符，请检查文件编码（支持 UTF-8 与 GBK/GB18030）")
    if len(cells["item"]) > MAX_NAME:
        reasons.append(f"事项名称超过{MAX_NAME}字")
    for name in ("english", "department_english"):
        if len(cells.get(name, "")) > MAX_NAME:
            reasons.append(f"“{COLUMNS[name][0]}”超过{MAX_NAME}个字符")
    if cells["kind"] and cells["kind"] not in KINDS:
        reasons.append(f"办件类型“{cells['kind'][:20]}”不在 {'、'.join(KINDS)} 之列")
    for name in ("statutory", "promised"):
        value = cells.get(name, "")
        if value and not (value.isascii() and value.isdigit() and int(value) <= MAX_DAYS):
            reasons.append(f"“{COLUMNS[name][0]}”应为 0–{MAX_DAYS} 的工作日数，现为“{value[:20]}”")
    statutory, promised = cells.get("statutory", ""), cells.get("promised", "")
    if statutory.isdigit() and promised.isdigit() and int(promised) > int(statutory) > 0:
        reasons.append(f"承诺时限{promised}超过法定时限{statutory}个工作日")
    if cells.get("prefix") and not re.fullmatch(r"[A-Z]{1,2}", cells["prefix"]):
        reasons.append(f"号段“{cells['prefix'][:20]}”应为1–2个大写字母")
    if cells.get("minutes") and not re.fullmatch(r"\d{1,3}(\.\d)?", cells["minutes"]):
        reasons.append(f"平均分钟“{cells['minutes'][:20]}”应为数字")
    return reasons


def _item_code(text: str) -> str:
    return f"SX{int(text):03d}" if text.isascii() and text.isdigit() else text


def _department(
    name: str, known: Mapping[str, Department], to_pinyin: Callable[[str], tuple[str, str]]
) -> Department:
    initials = "".join(c for c in to_pinyin(name)[1] if c.isascii() and c.isalnum()) or "bm"
    taken = {department.code for department in known.values()}
    code, count = initials, 2
    while code in taken:
        code, count = f"{initials}{count}", count + 1
    return Department(code, name)


def _item(
    code: str, cells: Mapping[str, str], department: Department, department_index: int, pinyin: str
) -> ServiceItem:
    return ServiceItem(
        code=code,
        name=cells["item"],
        department=department.code,
        kind=KINDS[cells["kind"]],
        prefix=cells.get("prefix") or prefix_for(department_index),
        statutory_days=int(cells["statutory"]) if cells.get("statutory") else None,
        promised_days=int(cells["promised"]) if cells.get("promised") else None,
        fee=cells.get("fee", ""),
        pinyin=pinyin,
        zone=cells.get("zone") or "A",
        minutes=float(cells["minutes"]) if cells.get("minutes") else 8.0,
        english=cells.get("english", ""),
    )


def prefix_for(index: int) -> str:
    """Prefix of the n-th department: A … Z, then AA, AB …; I and O are left out, they read as digits."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    if index < len(letters):
        return letters[index]
    first, second = divmod(index - len(letters), len(letters))
    return letters[first % len(letters)] + letters[second]

"""How a catalogue file writes materials (申请材料的写法).

``登记表【原件1｜复印件2｜可容缺｜格式：A4｜来源：自备｜备注：签字｜英文：Application form】；身份证【复印件1】``

Materials are separated by semicolons. What is known of one stands behind its name in square brackets, half or full
width, its parts separated by ``|``. A bracket in which nothing is understood belongs to the name, as in files
written before there were details.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from hall.catalogue.item import Material

MAX_NAME = 120
MAX_TEXT = 200
_BRACKET = re.compile(r"(.*)[\[［【]([^\[［【\]］】]*)[\]］】]")
_COUNT = re.compile(r"(原件|复印件)\s*[:：]?\s*(\d{1,3})\s*份?")
_TEXT = re.compile(r"(格式|来源|备注|英文)\s*[:：]\s*(.*)")
_FIELDS: Final = {
    "原件": "originals",
    "复印件": "copies",
    "格式": "form",
    "来源": "source",
    "备注": "note",
    "英文": "english",
}
_DEFERRABLE = "可容缺"


def read_materials(cell: str) -> tuple[tuple[Material, ...], list[str]]:
    """Materials of one cell, and what is wrong with it in words for the person who wrote it."""
    materials: list[Material] = []
    reasons: list[str] = []
    for part in re.split(r"[;；\n]", cell):
        if part.strip():
            material, wrong = _read_one(part.strip())
            materials.append(material)
            reasons += [f"“申请材料”第{len(materials)}项：{reason}" for reason in wrong]
    return tuple(materials), reasons


def _read_one(text: str) -> tuple[Material, list[str]]:
    found = _BRACKET.fullmatch(text)
    details = [part.strip() for part in re.split(r"[|｜]", found[2])] if found else []
    details = [part for part in details if part]
    understood = [part for part in details if _is_known(part)]
    if found is None or not understood:
        reasons = [] if found is not None or not _opens_details(text) else ["方括号没有成对，或括号内有分号"]
        return _checked(Material(text), reasons)
    material, reasons = Material(found[1].strip()), []
    if not material.name:
        reasons.append("缺少材料名称")
    seen: set[str] = set()
    for part in details:
        name, value = _field(part)
        if not name:
            reasons.append(f"“{part[:20]}”不是 原件1、复印件1、可容缺、格式：、来源：、备注：、英文： 之一")
        elif name in seen:
            reasons.append(f"“{part[:20]}”重复")
        else:
            seen.add(name)
            material = replace(material, **{name: value})  # type: ignore[arg-type]
    return _checked(material, reasons)


def _field(part: str) -> tuple[str, str | int | bool]:
    if part == _DEFERRABLE:
        return "deferrable", True
    if counted := _COUNT.fullmatch(part):
        return _FIELDS[counted[1]], int(counted[2])
    if told := _TEXT.fullmatch(part):
        return _FIELDS[told[1]], told[2].strip()
    return "", ""


def _is_known(part: str) -> bool:
    return bool(_field(part)[0])


def _opens_details(text: str) -> bool:
    """True when a bracket begins that nobody closes and its first words are ours."""
    opened = re.split(r"[\[［【]", text, maxsplit=1)
    return len(opened) == 2 and _is_known(re.split(r"[|｜]", opened[1])[0].strip())


def _checked(material: Material, reasons: list[str]) -> tuple[Material, list[str]]:
    if len(material.name) > MAX_NAME:
        reasons.append(f"材料名称超过{MAX_NAME}字")
    if any(len(text) > MAX_TEXT for text in (material.form, material.source, material.note, material.english)):
        reasons.append(f"说明超过{MAX_TEXT}字")
    return material, reasons

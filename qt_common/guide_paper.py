"""The printed guide of an item (打印的办事指南): the materials first, to tick off at home, then the rest (C-01).

In Chinese in every interface language, since it is shown at the window; for whoever reads the kiosk in English the
English names stand beside it.
"""

from __future__ import annotations

from datetime import datetime

from devices.ticket_printer.interface import Align, Feed, Item, PrintJob, Rule, Text
from hall.catalogue.guide import Guide, GuideSection, Part, material_details
from hall.profile import HallProfile

BOX = "□"


def guide_job(
    guide: Guide, profile: HallProfile, at: datetime, *, columns: int = 48, english: bool = False
) -> PrintJob:
    """The print job of a guide.

    Args:
        at: when it is printed, with a zone.
        columns: Latin characters in a line of the paper: 48 on 80 mm, 32 on 58 mm.
        english: English names too, where the catalogue has them.
    """
    item = guide.item
    wide = 2 if len(item.name) * 4 <= columns else 1
    items: list[Item] = [
        Text(profile.hall_name, bold=True, align=Align.CENTER),
        Text("办事指南", align=Align.CENTER),
        Text(item.name, width=wide, height=2, bold=True, align=Align.CENTER),
    ]
    if english and item.english:
        items.append(Text(item.english, align=Align.CENTER))
    if guide.department.name:
        items.append(Text(guide.department.name, align=Align.CENTER))
    items += [Rule(), *_materials(guide, english=english)]
    for section in guide.sections:
        if section.part is not Part.MATERIALS:
            items += _section(section)
    items += [
        Rule(),
        Text(f"打印时间：{at.astimezone(profile.zone):%Y-%m-%d %H:%M}"),
        Text("内容如有变化，以窗口告知为准。"),
        Feed(1),
    ]
    return PrintJob(tuple(items))


def _materials(guide: Guide, *, english: bool) -> list[Item]:
    materials = guide.item.materials
    if not materials:
        section = guide.section(Part.MATERIALS)
        return _section(section) if section is not None else []
    items: list[Item] = [Text(f"{Part.MATERIALS.value}（共{len(materials)}项）", height=2, bold=True)]
    for number, material in enumerate(materials, start=1):
        items.append(Text(f"{BOX}{number}. {material.name}", bold=True))
        if english and material.english:
            items.append(Text(f"  {material.english}"))
        items.append(Text(f"  {'，'.join(material_details(material))}"))
    return items


def _section(section: GuideSection) -> list[Item]:
    return [Text(f"【{section.title}】", bold=True), *(Text(line.text) for line in section.lines)]

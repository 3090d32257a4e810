"""Decides the pages of 政务公开: item, days, fee, windows, telephone; D-03, D-04."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display_app.layouts.options import GuidesOptions
from display_app.panels.scene import Scene
from hall.catalogue.public_guide import PublicGuide

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class GuideRow:
    """One item; what the catalogue does not know is left out."""

    item: str
    department: str
    days: str
    fee: str
    where: str


@dataclass(frozen=True, slots=True)
class Guides:
    """All items, and what the columns are called."""

    title: str
    heads: tuple[str, str, str, str]
    rows: tuple[GuideRow, ...]


def decide(scene: Scene, options: GuidesOptions, name: str) -> Guides | None:
    """The catalogue as it stands; None while it was not read."""
    guides = scene.figures.slow.guides
    if not guides:
        return None
    title = options.title
    if title is None:
        phone = scene.profile.complaint_phone
        title = translate("Board", "政务公开  投诉监督电话 {phone}").format(phone=phone)
    heads = (
        translate("Board", "事项"),
        translate("Board", "承诺时限"),
        translate("Board", "收费"),
        translate("Board", "窗口"),
    )
    return Guides(title, heads, tuple(_row(guide) for guide in guides))


def _row(guide: PublicGuide) -> GuideRow:
    where = ""
    if guide.windows:
        numbers = translate("Board", "、").join(str(number) for number in guide.windows[:4])
        where = translate("Board", "{windows}号").format(windows=numbers)
    fee = guide.fee or translate("Board", "见窗口公示")
    english = translate("Board", "中文") != "中文"
    item = (guide.english if english else "") or guide.item
    office = (guide.department_english if english else "") or guide.department
    department = "  ".join(text for text in (office, guide.phone) if text)
    return GuideRow(item, department, _days(guide), fee, where)


def _days(guide: PublicGuide) -> str:
    if guide.promised_days == 0:
        return translate("Board", "当场办结")
    days = guide.promised_days if guide.promised_days is not None else guide.statutory_days
    if days is None:
        return translate("Board", "见窗口公示")
    return translate("Board", "{days} 个工作日").format(days=days)

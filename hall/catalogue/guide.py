"""The guide of one item (办事指南), read the same everywhere: kiosk, counter, display, paper, QR code (D-04).

Its sections and their order follow 祥符§12 and §35(一)2, 开封§22 and 安康八1. An element the regulations name
stands in the guide also when it is not published: it then says so. What is only sometimes there (special steps,
notes, questions) is left out when absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hall.catalogue.elements import Element
from hall.catalogue.item import Department, Material, ServiceItem
from hall.errors import NotFound
from hall.ports import UnitOfWork
from hall.profile import HallProfile

LONG_LINE = 120  # characters; longer ones are parted so that a page of the kiosk takes each


class Part(StrEnum):
    """The sections of a guide in their order; the value is the title."""

    MATERIALS = "申请材料"
    FORMS = "申请书格式文本和样本"
    CONDITIONS = "申请条件"
    STEPS = "办理流程"
    SPECIAL = "特殊环节"
    NOTES = "注意事项"
    TIME = "办理时限"
    FEE = "收费"
    RESULT = "办理结果"
    BASIS = "设定依据"
    WHERE = "办理地点和时间"
    CONTACT = "咨询和监督"
    QUESTIONS = "常见问题"


class Phrase(StrEnum):
    """What a line says; the value is its Chinese wording, filled with the line's values."""

    TEXT = "{text}"
    UNPUBLISHED = "未公布，请咨询导办台"
    INSTANT = "办件类型：即办件"
    COMMITMENT = "办件类型：承诺件"
    JOINT = "办件类型：联办件"
    ESCALATED = "办件类型：上报件"
    STATUTORY = "法定时限：{days} 个工作日"
    STATUTORY_UNKNOWN = "法定时限：未公布"
    STATUTORY_AT_ONCE = "法定时限：当场办结"
    PROMISED = "承诺时限：{days} 个工作日"
    PROMISED_UNKNOWN = "承诺时限：未公布"
    AT_ONCE = "承诺时限：当场办结"
    FREE = "不收费"
    FEE = "收费标准：{text}"
    FEE_UNKNOWN = "收费标准：未公布"
    FEE_BASIS = "收费依据：{text}"
    PAYMENT = "交费方式：{text}"
    WINDOWS = "{zone}区，{windows}号窗口"
    ZONE = "{zone}区，窗口请咨询导办台"
    WORKDAYS = "工作日 {hours}"
    EVERY_DAY = "每天 {hours}"
    WEEKENDS = "双休日照常办理"
    PHONE = "咨询电话：{text}"
    PHONE_UNKNOWN = "咨询电话：未公布"
    RESPONSIBLE = "承办责任人：{text}"
    RESPONSIBLE_UNKNOWN = "承办责任人：未公布"
    COMPLAINTS = "监督投诉电话：{text}"


@dataclass(frozen=True, slots=True)
class GuideLine:
    """One line: a phrase and what fills it."""

    phrase: Phrase
    values: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The Chinese line."""
        return self.phrase.value.format(**dict(self.values))


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A section with its lines, at least one. Those of MATERIALS are the guide's materials in words."""

    part: Part
    lines: tuple[GuideLine, ...]

    @property
    def title(self) -> str:
        """The Chinese title."""
        return self.part.value


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide of one item.

    Attributes:
        department: of the item; its name is empty when it is not known.
        windows: numbers of the windows authorised for it (授权窗口).
    """

    item: ServiceItem
    department: Department
    windows: tuple[int, ...]
    sections: tuple[GuideSection, ...]

    def section(self, part: Part) -> GuideSection | None:
        """One section, None when this guide has none."""
        return next((section for section in self.sections if section.part is part), None)


@dataclass(frozen=True, slots=True)
class ServingWindow:
    """Where items are served (受理窗口): a window's number and the items it may serve."""

    number: int
    items: frozenset[str]


def serving_windows(uow: UnitOfWork, branch: str = "") -> tuple[ServingWindow, ...]:
    """The windows of a branch that are not taken away, by number."""
    return tuple(
        ServingWindow(window.number, window.authorised)
        for window in uow.windows.all()
        if window.branch == branch and window.serves_at(uow.now) and window.authorised
    )


def read_guide(uow: UnitOfWork, code: str, profile: HallProfile, branch: str = "") -> Guide:
    """The guide of one item.

    Raises:
        NotFound: no such item, or it is offered no more.
    """
    item = uow.catalogue.item(code)
    if not item.active:
        raise NotFound(f"item {code} is switched off")
    department = next((d for d in uow.catalogue.departments() if d.code == item.department), None)
    return guide_of(item, department, serving_windows(uow, branch), profile)


def guide_of(
    item: ServiceItem, department: Department | None, windows: Iterable[ServingWindow], profile: HallProfile
) -> Guide:
    """Put the guide together; the hall's profile gives the hours and the phone for complaints (安康八1)."""
    numbers = tuple(window.number for window in windows if item.code in window.items)
    sections = (
        (Part.MATERIALS, material_lines(item)),
        (Part.FORMS, _published(item, Element.FORMS)),
        (Part.CONDITIONS, _published(item, Element.CONDITIONS)),
        (Part.STEPS, _published(item, Element.STEPS)),
        (Part.SPECIAL, _plain(item, Element.SPECIAL)),
        (Part.NOTES, _plain(item, Element.NOTES)),
        (Part.TIME, _time(item)),
        (Part.FEE, _fee(item)),
        (Part.RESULT, _published(item, Element.RESULT)),
        (Part.BASIS, _published(item, Element.BASIS)),
        (Part.WHERE, _where(item, numbers, profile)),
        (Part.CONTACT, _contact(item, profile)),
        (Part.QUESTIONS, _plain(item, Element.QUESTIONS)),
    )
    return Guide(
        item,
        department or Department(item.department, ""),
        numbers,
        tuple(GuideSection(part, lines) for part, lines in sections if lines),
    )


def material_details(material: Material) -> tuple[str, ...]:
    """What is known of a material besides its name, in Chinese; ``("份数未公布",)`` when no count is."""
    details = []
    if material.originals is None and material.copies is None:
        details.append("份数未公布")
    if material.originals is not None:
        details.append(f"原件{material.originals}份")
    if material.copies is not None:
        details.append(f"复印件{material.copies}份")
    if material.deferrable:
        details.append("可容缺")
    titles = (("", material.form), ("来源：", material.source), ("", material.note))
    return (*details, *(f"{title}{text}" for title, text in titles if text))


def _line(phrase: Phrase, **values: object) -> GuideLine:
    return GuideLine(phrase, tuple((name, str(value)) for name, value in values.items()))


def material_lines(item: ServiceItem) -> tuple[GuideLine, ...]:
    """The materials in words, numbered, with counts and 可容缺; one line that says so when none are published."""
    if not item.materials:
        return (_line(Phrase.UNPUBLISHED),)
    return tuple(
        _line(Phrase.TEXT, text=f"{number}. {material.name}（{'，'.join(material_details(material))}）")
        for number, material in enumerate(item.materials, start=1)
    )


def _plain(item: ServiceItem, element: Element) -> tuple[GuideLine, ...]:
    lines = item.lines_of(element)
    numbered = element in (Element.CONDITIONS, Element.STEPS, Element.BASIS) and len(lines) > 1
    texts = [f"{number}. {line}" if numbered else line for number, line in enumerate(lines, start=1)]
    return tuple(_line(Phrase.TEXT, text=part) for text in texts for part in short_parts(text))


def _published(item: ServiceItem, element: Element) -> tuple[GuideLine, ...]:
    return _plain(item, element) or (_line(Phrase.UNPUBLISHED),)


def _time(item: ServiceItem) -> tuple[GuideLine, ...]:
    statutory, promised = item.statutory_days, item.promised_days
    return (
        _line(Phrase[item.kind.name]),
        _days(statutory, Phrase.STATUTORY, Phrase.STATUTORY_UNKNOWN, Phrase.STATUTORY_AT_ONCE),
        _days(promised, Phrase.PROMISED, Phrase.PROMISED_UNKNOWN, Phrase.AT_ONCE),
    )


def _days(days: int | None, some: Phrase, unknown: Phrase, none: Phrase) -> GuideLine:
    if days is None:
        return _line(unknown)
    return _line(some, days=days) if days else _line(none)


def _fee(item: ServiceItem) -> tuple[GuideLine, ...]:
    if not item.fee:
        first = _line(Phrase.FEE_UNKNOWN)
    else:
        first = _line(Phrase.FREE) if item.fee == "不收费" else _line(Phrase.FEE, text=item.fee)
    return (
        first,
        *_told(item, Element.FEE_BASIS, Phrase.FEE_BASIS),
        *_told(item, Element.PAYMENT, Phrase.PAYMENT),
    )


def _told(item: ServiceItem, element: Element, phrase: Phrase) -> tuple[GuideLine, ...]:
    return tuple(_line(phrase, text=line) for line in item.lines_of(element))


def _where(item: ServiceItem, windows: tuple[int, ...], profile: HallProfile) -> tuple[GuideLine, ...]:
    place = (
        _line(Phrase.WINDOWS, zone=item.zone, windows="、".join(map(str, windows)))
        if windows
        else _line(Phrase.ZONE, zone=item.zone)
    )
    hours = "，".join(f"{session.opens:%H:%M}-{session.closes:%H:%M}" for session in profile.hours.sessions)
    lines = [place, _line(Phrase.EVERY_DAY if profile.hours.every_day else Phrase.WORKDAYS, hours=hours)]
    if profile.hours.weekend_items and item.public_weekend and not profile.hours.every_day:
        lines.append(_line(Phrase.WEEKENDS))
    return tuple(lines)


def _contact(item: ServiceItem, profile: HallProfile) -> tuple[GuideLine, ...]:
    complaints = _told(item, Element.COMPLAINTS, Phrase.COMPLAINTS)
    return (
        *(_told(item, Element.PHONE, Phrase.PHONE) or (_line(Phrase.PHONE_UNKNOWN),)),
        *(complaints or (_line(Phrase.COMPLAINTS, text=profile.complaint_phone),)),
        *(_told(item, Element.RESPONSIBLE, Phrase.RESPONSIBLE) or (_line(Phrase.RESPONSIBLE_UNKNOWN),)),
    )


def short_parts(text: str, most: int = LONG_LINE) -> tuple[str, ...]:
    """``text`` in parts of at most ``most`` characters, cut after a sentence where there is one."""
    parts = []
    while len(text) > most:
        ends = [found.end() for found in re.finditer(r"[。；;！？]|, |，", text[:most])]
        cut = ends[-1] if ends and ends[-1] > most // 3 else most
        parts.append(text[:cut].strip())
        text = text[cut:]
    return (*parts, text.strip()) if text.strip() else tuple(parts)

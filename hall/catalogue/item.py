"""Departments, service items and their materials (部门、事项、材料)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hall.catalogue.department import Department as Department
from hall.catalogue.elements import Element, Entry


class ItemKind(StrEnum):
    """Kinds of items (办件类型): 安康五3 “四件管理制度”, 开封§24 for 急办."""

    INSTANT = "即办件"
    COMMITMENT = "承诺件"
    JOINT = "联办件"
    ESCALATED = "上报件"


@dataclass(frozen=True, slots=True)
class Material:
    """One material the applicant hands in (申请材料): 祥符§35(一)2, 安康四6.

    Attributes:
        name: official name.
        deferrable: may follow later (可容缺).
        originals, copies: how many of each (原件、复印件份数); None when not published, 0 when none is wanted.
        form: what it must look like (格式、签名签章); empty when not published.
        source: where it comes from (来源渠道).
        note: what else to mind (备注).
        english: its English name, empty when there is none.
    """

    name: str
    deferrable: bool = False
    originals: int | None = None
    copies: int | None = None
    form: str = ""
    source: str = ""
    note: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class ServiceItem:
    """A service item (事项).

    Attributes:
        code: permanent code, such as ``"SX002"``.
        name: official name.
        department: code of the department in charge.
        kind: 即办, 承诺, 联办 or 上报.
        prefix: letter(s) before the number on tickets, such as ``"A"``; one queue per prefix and day.
        statutory_days: statutory limit in working days; None when not known.
        promised_days: promised limit in working days, 0 = on the spot; None when not known.
        materials: all materials; empty when not known – shown as such, never invented.
        fee: fee in words; empty when not known.
        pinyin: search keys, lower case: full pinyin and initials separated by a blank.
        zone: zone of the hall where its windows are, such as ``"A"``.
        minutes: usual handling time in minutes, for the estimated wait until enough was measured.
        public_weekend: published as 便民 item for weekend service (开封§18).
        elements: what its guide tells besides (办事指南要素); each element once at most.
        english: its English name, empty when there is none.
    """

    code: str
    name: str
    department: str
    kind: ItemKind
    prefix: str
    statutory_days: int | None = None
    promised_days: int | None = None
    materials: tuple[Material, ...] = ()
    fee: str = ""
    pinyin: str = ""
    zone: str = "A"
    minutes: float = 8.0
    public_weekend: bool = False
    active: bool = True
    elements: tuple[Entry, ...] = ()
    english: str = ""

    def lines_of(self, element: Element) -> tuple[str, ...]:
        """The lines of an element of the guide; empty when it is not published."""
        return next((entry.lines for entry in self.elements if entry.element is element), ())

    def matches(self, query: str) -> bool:
        """True when the query is part of the name, of the pinyin or of the initials (拼音首字母检索)."""
        wanted = query.strip().lower().replace(" ", "")
        if not wanted:
            return True
        full, _, initials = self.pinyin.partition(" ")
        return wanted in self.name.lower() or wanted in full or wanted in initials

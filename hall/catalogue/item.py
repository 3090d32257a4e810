"""Departments, service items and their materials (部门、事项、材料)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ItemKind(StrEnum):
    """Kinds of items (办件类型): 安康五3 “四件管理制度”, 开封§24 for 急办."""

    INSTANT = "即办件"
    COMMITMENT = "承诺件"
    JOINT = "联办件"
    ESCALATED = "上报件"


@dataclass(frozen=True, slots=True)
class Material:
    """One material the applicant hands in (申请材料)."""

    name: str
    deferrable: bool = False  # 可容缺


@dataclass(frozen=True, slots=True)
class Department:
    """A department with items in the hall (进驻部门).

    Attributes:
        code: permanent short code, such as ``"scjg"``; made from the pinyin of the name on import.
        name: official name.
    """

    code: str
    name: str


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

    def matches(self, query: str) -> bool:
        """True when the query is part of the name, of the pinyin or of the initials (拼音首字母检索)."""
        wanted = query.strip().lower().replace(" ", "")
        if not wanted:
            return True
        full, _, initials = self.pinyin.partition(" ")
        return wanted in self.name.lower() or wanted in full or wanted in initials

"""Departments with items in the hall (部门)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Department:
    """A department with items in the hall (进驻部门).

    Attributes:
        code: permanent short code, such as ``"scjg"``; made from the pinyin of the name on import.
        name: official name.
        english: its English name, empty when there is none.
    """

    code: str
    name: str
    english: str = ""

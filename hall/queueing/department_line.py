"""One department as the kiosk shows it (部门一行)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """One department on the kiosk.

    Attributes:
        code, name: of the department.
        open_windows: windows that serve now and are authorised for at least one of its items.
        waiting: tickets of its items in WAITING.
    """

    code: str
    name: str
    open_windows: int
    waiting: int

"""Whose rule of leave holds (请假规则)."""

from __future__ import annotations

from enum import StrEnum


class LeaveRule(StrEnum):
    """Which regulation's ladder holds (⚙)."""

    XIANGFU = "xiangfu"  # 祥符§34(二)3
    ANKANG = "ankang"  # 安康六4: the centre approves

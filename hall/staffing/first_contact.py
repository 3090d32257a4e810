"""The first person asked stays responsible (首问负责): 祥符§35(二)4, 开封§26, 平桥§11, 安康六1, Q-17."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hall.identity import Holder, Secret


class Handling(StrEnum):
    """What the first person asked did."""

    HANDLED = "handled"  # 当场办理
    GUIDED = "guided"  # 引导至承办窗口
    TAKEN_OVER = "taken_over"  # 代收转交


class ContactState(StrEnum):
    """Whether the matter was followed to its end."""

    OPEN = "open"  # 跟踪中
    CLOSED = "closed"  # 已办结


@dataclass(frozen=True, slots=True)
class FirstContact:
    """One first contact (首问登记).

    Attributes:
        clerk: staff number of the first person asked, who stays responsible for following it.
        question: what was asked.
        passed_to: department, window or person it was guided or handed to; empty when handled at once.
        outcome: what came of it.
        request: the sender's key, see `hall.repeats`; None for none.
    """

    id: int
    day: date
    at: datetime
    clerk: str
    station: str
    person: Holder
    question: Secret
    handling: Handling
    passed_to: str = ""
    state: ContactState = ContactState.OPEN
    outcome: str = ""
    closed_by: str | None = None
    closed_at: datetime | None = None
    request: str | None = None
    version: int = 0

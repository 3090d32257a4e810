"""The small forms of the work page (填写栏): which fields, which presets, what is missing.

A form is a drawer in the page, never a dialog box; what is typed is kept as a draft until it is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from counter_app.model import Target
from hall.queueing.ticket import Ticket


class FormKind(StrEnum):
    """Which form is open."""

    PAUSE = "pause"  # 暂停服务
    TRANSFER = "transfer"  # 转窗
    SUSPEND = "suspend"  # 挂起
    VOID = "void"  # 作废
    CALL_TICKET = "call_ticket"  # 点名叫号


@dataclass(frozen=True, slots=True)
class FormState:
    """An open form.

    Attributes:
        ticket: the ticket it is about, None for PAUSE.
        targets: windows to choose from, for TRANSFER.
        to_window: the chosen one.
        back_at: expected return as typed, ``HH:MM``.
        error: Chinese message, empty for none.
    """

    kind: FormKind
    ticket: Ticket | None = None
    targets: tuple[Target, ...] = ()
    to_window: int | None = None
    reason: str = ""
    whereabouts: str = ""
    back_at: str = ""
    error: str = ""

    @property
    def draft(self) -> dict[str, Any]:
        """What is kept of it; the ticket is named by its id only."""
        return {
            "ticket": self.ticket.id if self.ticket else None,
            "reason": self.reason,
            "whereabouts": self.whereabouts,
            "back_at": self.back_at,
            "to_window": self.to_window,
        }


def opened(
    kind: FormKind, ticket: Ticket | None, targets: tuple[Target, ...], draft: dict[str, Any], now: datetime
) -> FormState:
    """A form as it opens: with the draft when it is about the same ticket, else blank."""
    form = FormState(kind, ticket, targets)
    if kind is FormKind.TRANSFER and targets:
        form = replace(form, to_window=targets[0].number)
    if kind is FormKind.PAUSE:
        form = replace(form, back_at=f"{now + timedelta(minutes=15):%H:%M}")
    if draft and draft.get("ticket") == (ticket.id if ticket else None):
        kept = draft.get("to_window")
        form = replace(
            form,
            reason=str(draft.get("reason", "")),
            whereabouts=str(draft.get("whereabouts", "")),
            to_window=kept if kept in {t.number for t in targets} else form.to_window,
        )
        if kind is FormKind.PAUSE and (back := return_time(str(draft.get("back_at", "")), now)) and back > now:
            form = replace(form, back_at=str(draft["back_at"]))
    return form


def return_time(text: str, now: datetime) -> datetime | None:
    """``14:30``, ``1430`` or ``14：30`` as a time of today in the hall's zone; None when it is none."""
    match = re.fullmatch(r"\s*(\d{1,2})\s*[:：.]?\s*(\d{2})\s*", text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return now.replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0)


def in_minutes(minutes: int, now: datetime) -> str:
    """The return time ``minutes`` from now, as the form shows it."""
    return f"{now + timedelta(minutes=minutes):%H:%M}"

"""A service window and who sits at it (窗口)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from hall.errors import HallError
from hall.journal.record import Event


class WindowKind(StrEnum):
    """Kinds of windows (窗口类别): 平桥§2, 祥符§35(一)4 §39, 安康五4 七1, 卫东19."""

    MARKET = "市场准入综合窗口"
    REAL_ESTATE = "不动产登记综合窗口"
    CONSTRUCTION = "建设工程综合窗口"
    SOCIAL = "社会事务综合窗口"
    UNIVERSAL = "无差别综合窗口"
    SPECIAL = "专项综合窗口"
    ISSUING = "发证窗口"
    BANK = "银行窗口"
    POLICY = "政策咨询窗口"
    UNRESOLVED = "办不成事反映窗口"
    GUIDE = "导办台"


class WindowState(StrEnum):
    """Whether a window serves (窗口状态)."""

    CLOSED = "closed"  # 未开放: nobody signed in
    OPEN = "open"  # 正在服务
    PAUSED = "paused"  # 暂停服务


# state -> states that may follow
TRANSITIONS: Mapping[WindowState, frozenset[WindowState]] = {
    WindowState.CLOSED: frozenset({WindowState.OPEN}),
    WindowState.OPEN: frozenset({WindowState.PAUSED, WindowState.CLOSED}),
    WindowState.PAUSED: frozenset({WindowState.OPEN, WindowState.CLOSED}),
}


class Post(StrEnum):
    """A post of a window (AB岗): 安康四2, 平桥§12."""

    A = "A"
    B = "B"


class WindowStateError(HallError):
    """The window is not in a state that allows this (窗口状态不符)."""

    default_message = "窗口当前状态不能执行此操作，请先签到或恢复服务。"


@dataclass(frozen=True, slots=True)
class Pause:
    """Why a window pauses (暂停服务): both signs of W-01 – the reason with the whereabouts, and the return.

    Attributes:
        reason: such as “暂离岗位”.
        whereabouts: 去向留言 (平桥§13), such as “区人社局”.
        since: when it began.
        back_at: expected return.
    """

    reason: str
    whereabouts: str
    since: datetime
    back_at: datetime


@dataclass(frozen=True, slots=True)
class Window:
    """A window (窗口).

    Attributes:
        number: what people look for, such as 3 for “3号窗口”; unique in the hall.
        name: sign above it, such as “无差别综合窗口”.
        items: codes of the items it is authorised for (授权事项, 平桥§18); only these may be called here.
        specialities: items of ``items`` that this window serves before others (专长).
        contact: phone on the staff plate.
        clerk: staff number of who sits there, None when closed.
        temporary_until: a 临时窗口 closes itself then (开封§27); None for a permanent one.
        temporary_from, temporary_reason: since when and why it is there.
        branch: code of the 分大厅 it stands in, empty for the main hall (W-08).
        active: False once it was taken away; it serves nobody new.
        delegated: items delegated to it today (委托); filled by the store, never written with the window.
        version: raised by every change; a stale writer loses.
    """

    number: int
    name: str
    kind: WindowKind
    zone: str
    items: frozenset[str]
    specialities: frozenset[str] = frozenset()
    contact: str = ""
    state: WindowState = WindowState.CLOSED
    clerk: str | None = None
    post: Post | None = None
    pause: Pause | None = None
    temporary_until: datetime | None = None
    temporary_from: datetime | None = None
    temporary_reason: str = ""
    branch: str = ""
    active: bool = True
    delegated: frozenset[str] = frozenset()
    version: int = 0

    @property
    def authorised(self) -> frozenset[str]:
        """All items it may serve today: its own and those delegated to it (委托, Q-06)."""
        return self.items | self.delegated if self.delegated else self.items

    def serves_at(self, now: datetime) -> bool:
        """False once it was taken away or its time is up."""
        return self.active and (self.temporary_until is None or now < self.temporary_until)

    def _to(self, state: WindowState) -> Window:
        if state not in TRANSITIONS[self.state]:
            raise WindowStateError(f"window {self.number}: {self.state} -> {state}")
        return replace(self, state=state)

    def opened_by(self, clerk: str, post: Post) -> Window:
        """Sign in and serve (签到上岗).

        Raises:
            WindowStateError: somebody sits there already.
        """
        return replace(self._to(WindowState.OPEN), clerk=clerk, post=post, pause=None)

    def paused(self, pause: Pause) -> Window:
        """Pause with reason, 去向 and expected return (W-01).

        Raises:
            WindowStateError: the window does not serve.
        """
        return replace(self._to(WindowState.PAUSED), pause=pause)

    def resumed(self) -> Window:
        """Serve again (恢复服务).

        Raises:
            WindowStateError: the window is not paused.
        """
        if self.state is not WindowState.PAUSED:
            raise WindowStateError(f"window {self.number} is {self.state}, not paused")
        return replace(self._to(WindowState.OPEN), pause=None)

    def closed(self) -> Window:
        """Sign out (签退).

        Raises:
            WindowStateError: the window is closed already.
        """
        return replace(self._to(WindowState.CLOSED), clerk=None, post=None, pause=None)


def window_event(kind: str, window: Window, **facts: object) -> Event:
    """A journal event about a window."""
    return Event(kind, f"window:{window.number}", {"window": window.number, "state": str(window.state), **facts})

"""A ticket and its state machine (号票).

A ticket has two phases of birth: PENDING_PRINT until its paper is confirmed (or the citizen confirms “记住了”),
then WAITING. Only WAITING tickets can be called. The table below is the whole machine; an event that does not
stand in the row of the current state is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum, StrEnum

from hall.errors import BadInput, HallError
from hall.identity import HolderKind


class TicketState(StrEnum):
    """Where a ticket stands (号票状态)."""

    PENDING_PRINT = "pending_print"  # 待出票
    WAITING = "waiting"  # 等候
    CALLED = "called"  # 已叫号
    SERVING = "serving"  # 办理中
    SUSPENDED = "suspended"  # 挂起
    MISSED = "missed"  # 过号
    FINISHED = "finished"  # 完成
    VOID = "void"  # 作废


class TicketEvent(StrEnum):
    """What may happen to it."""

    CONFIRM = "confirm"  # 出票确认
    CALL = "call"  # 叫号
    RECALL = "recall"  # 重呼
    START = "start"  # 开始
    FINISH = "finish"  # 完成
    MISS = "miss"  # 过号
    UNDO_MISS = "undo_miss"  # 撤销过号
    REQUEUE = "requeue"  # 重新排队
    TRANSFER = "transfer"  # 转窗
    SUSPEND = "suspend"  # 挂起
    RESUME = "resume"  # 恢复
    NEXT_STEP = "next_step"  # 号随人走
    VOID = "void"  # 作废


_S, _E = TicketState, TicketEvent

TRANSITIONS: Mapping[TicketState, Mapping[TicketEvent, TicketState]] = {
    _S.PENDING_PRINT: {_E.CONFIRM: _S.WAITING, _E.VOID: _S.VOID},
    _S.WAITING: {_E.CALL: _S.CALLED, _E.TRANSFER: _S.WAITING, _E.SUSPEND: _S.SUSPENDED, _E.VOID: _S.VOID},
    _S.CALLED: {
        _E.RECALL: _S.CALLED,
        _E.START: _S.SERVING,
        _E.MISS: _S.MISSED,
        _E.TRANSFER: _S.WAITING,
        _E.VOID: _S.VOID,
    },
    _S.SERVING: {
        _E.FINISH: _S.FINISHED,
        _E.NEXT_STEP: _S.WAITING,
        _E.TRANSFER: _S.WAITING,
        _E.SUSPEND: _S.SUSPENDED,
        _E.VOID: _S.VOID,
    },
    _S.SUSPENDED: {_E.RESUME: _S.WAITING, _E.CALL: _S.CALLED, _E.VOID: _S.VOID},
    _S.MISSED: {_E.UNDO_MISS: _S.CALLED, _E.REQUEUE: _S.WAITING, _E.VOID: _S.VOID},
    _S.FINISHED: {},
    _S.VOID: {},
}

AT_A_WINDOW = frozenset({TicketState.CALLED, TicketState.SERVING})
# Still to be served: these keep the person from taking a second number for the item. A missed one does not,
# or whoever may not queue again would be shut out for the day.
OPEN_STATES = frozenset({_S.PENDING_PRINT, _S.WAITING, _S.CALLED, _S.SERVING, _S.SUSPENDED})


class PriorityClass(IntEnum):
    """Classes of the order (优先类别, Q-10); smaller is called earlier. All but ORDINARY need a recorded reason."""

    GREEN = 1  # 绿色通道 (开封§11)
    URGENT = 2  # 急办件 (开封§24五)
    APPOINTMENT = 3  # 预约, in its slot
    CARE = 4  # 老弱病残孕军
    ORDINARY = 5


PRIORITY_NAMES: Mapping[PriorityClass, str] = {
    PriorityClass.GREEN: "绿色通道",
    PriorityClass.URGENT: "急办件",
    PriorityClass.APPOINTMENT: "预约",
    PriorityClass.CARE: "老弱病残孕军优先",
    PriorityClass.ORDINARY: "普通",
}


class WrongState(HallError):
    """The ticket is not in a state that allows this (号票状态不符); nothing was changed."""

    default_message = "该号票当前状态不能执行此操作，画面已刷新，请查看最新状态。"


def label_of(prefix: str, number: int) -> str:
    """How a ticket is named, such as ``"A023"``."""
    return f"{prefix}{number:03d}"


def class_at(priority: PriorityClass, since: datetime | None, now: datetime) -> PriorityClass:
    """The class that counts at a moment: one that begins later waits as ordinary until then."""
    return PriorityClass.ORDINARY if since is not None and now < since else priority


@dataclass(frozen=True, slots=True)
class TicketEstimate:
    """What a ticket told about the wait, in minutes (出票时的预计等候).

    Attributes:
        low, high: the range on the ticket.
        told: the expectation behind it.
        raw: the same before the stretch for priority tickets still to come.
    """

    low: int
    high: int
    told: float
    raw: float


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket (号票).

    Attributes:
        id: key in the database, 0 before it is stored.
        day: the hall's day (Asia/Shanghai) it was issued on.
        prefix, number: ``A`` and 23 make “A023”; unique per day and never used again.
        item, item_name: the matter; department the one in charge.
        zone: zone of the hall to wait in.
        state: see TRANSITIONS.
        priority, priority_reason: class of the order and the recorded reason for it.
        holder_kind, holder: how the citizen was identified and their masked name.
        issued_at: when the number was given; the place in the queue counts from it.
        queued_at: what the order goes by: issued_at, or later after a re-queue to the tail.
        window, clerk: who called it, None while it waits.
        only_window: after a transfer, the window it waits for; None for any authorised one.
        called_at, started_at, finished_at: times of the last call, of START and FINISH.
        calls: times called in this round (重呼 counts).
        requeues: times re-queued after 过号.
        paperless: True when the citizen took the number without paper.
        station: kiosk that issued it.
        branch: code of the 分大厅 it waits in, empty for the main hall (W-08).
        people: how many came together with this number (团队).
        step, next_items: which step of the visit this is, and the items still to come (号随人走).
        estimate: what was told when it was issued; None while nothing could be told.
        priority_from: before this the class does not count (预约 only in its slot); None for at once.
        version: raised by every change; a stale writer loses.
    """

    id: int
    day: date
    prefix: str
    number: int
    item: str
    item_name: str
    department: str
    zone: str
    state: TicketState
    issued_at: datetime
    queued_at: datetime
    station: str
    priority: PriorityClass = PriorityClass.ORDINARY
    priority_reason: str = ""
    holder_kind: HolderKind = HolderKind.NONE
    holder: str = ""
    window: int | None = None
    clerk: str | None = None
    only_window: int | None = None
    called_at: datetime | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    calls: int = 0
    requeues: int = 0
    paperless: bool = False
    branch: str = ""
    people: int = 1
    step: int = 1
    next_items: tuple[str, ...] = ()
    estimate: TicketEstimate | None = None
    priority_from: datetime | None = None
    version: int = 0

    @property
    def label(self) -> str:
        """What paper, board, window screen and voice all say, such as ``"A023"``."""
        return label_of(self.prefix, self.number)

    def class_at(self, now: datetime) -> PriorityClass:
        """The class that counts at a moment: an appointment waits as ordinary until its slot begins."""
        return class_at(self.priority, self.priority_from, now)

    def after(self, event: TicketEvent) -> Ticket:
        """The ticket after ``event``, other fields unchanged.

        Raises:
            WrongState: the event does not stand in the state's row.
        """
        state = TRANSITIONS[self.state].get(event)
        if state is None:
            raise WrongState(f"ticket {self.label}: {event} in state {self.state}")
        return replace(self, state=state)

    def confirmed(self, *, paperless: bool) -> Ticket:
        """The paper is out, or the citizen remembers the number (出票确认)."""
        return replace(self.after(TicketEvent.CONFIRM), paperless=paperless)

    def called_to(self, window: int, clerk: str, *, at: datetime) -> Ticket:
        """Called to a window (叫号)."""
        called = self.after(TicketEvent.CALL)
        return replace(called, window=window, clerk=clerk, called_at=at, calls=1)

    def recalled(self, *, at: datetime) -> Ticket:
        """Called once more (重呼)."""
        return replace(self.after(TicketEvent.RECALL), called_at=at, calls=self.calls + 1)

    def started(self, *, at: datetime) -> Ticket:
        """The citizen sits down (开始办理)."""
        return replace(self.after(TicketEvent.START), started_at=at)

    def finished(self, *, at: datetime) -> Ticket:
        """Done (完成)."""
        return replace(self.after(TicketEvent.FINISH), finished_at=at)

    def missed(self) -> Ticket:
        """Nobody came (过号)."""
        return self.after(TicketEvent.MISS)

    def miss_undone(self) -> Ticket:
        """The clerk pressed 过号 by mistake (撤销过号); the window and the count of calls are still known."""
        return self.after(TicketEvent.UNDO_MISS)

    def requeued(self, *, queued_at: datetime) -> Ticket:
        """Back in the queue after 过号, at the place that ``queued_at`` gives."""
        again = self.after(TicketEvent.REQUEUE)
        return replace(again, queued_at=queued_at, window=None, clerk=None, calls=0, requeues=self.requeues + 1)

    def transferred(self, to_window: int | None) -> Ticket:
        """To another window, keeping number and place (转窗, 安康四4)."""
        moved = self.after(TicketEvent.TRANSFER)
        return replace(moved, only_window=to_window, window=None, clerk=None, calls=0, started_at=None)

    def suspended(self) -> Ticket:
        """Put aside, the place is kept (挂起)."""
        return self.after(TicketEvent.SUSPEND)

    def resumed(self) -> Ticket:
        """Back in the queue at its old place (恢复)."""
        return replace(self.after(TicketEvent.RESUME), window=None, clerk=None, calls=0, started_at=None)

    def gone_on(self, item: str, item_name: str, department: str, zone: str) -> Ticket:
        """To the next step of the visit with the same number and place (号随人走)."""
        on = self.after(TicketEvent.NEXT_STEP)
        return replace(
            on, item=item, item_name=item_name, department=department, zone=zone, step=self.step + 1,
            next_items=self.next_items[1:], only_window=None, window=None, clerk=None, calls=0, started_at=None,
        )  # fmt: skip

    def voided(self) -> Ticket:
        """Void (作废); the number is never given again."""
        return self.after(TicketEvent.VOID)


def needs_reason(text: str, what: str) -> str:
    """The trimmed reason that a rule demands.

    Raises:
        BadInput: it is empty or longer than 200 characters.
    """
    reason = text.strip()
    if not reason or len(reason) > 200:
        raise BadInput(f"{what} needs a reason of 1-200 characters", message=f"{what}需要填写原因（200字以内）。")
    return reason

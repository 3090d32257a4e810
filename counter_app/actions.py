"""What may be done at the desk, as a pure function of its situation (可用操作).

The buttons, the hot keys, the call bar and the remote hand all ask here; the use cases check once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hall.queueing.ticket import TRANSITIONS, TicketEvent, TicketState
from hall.staffing.window import WindowState


class Action(StrEnum):
    """An action of the clerk; the key stands behind it."""

    CALL_NEXT = "call_next"  # 叫下一位, Space
    RECALL = "recall"  # 重呼, R
    START = "start"  # 开始, Enter
    MISS = "miss"  # 过号, M
    UNDO_MISS = "undo_miss"  # 撤销过号, U
    TRANSFER = "transfer"  # 转窗, T
    SUSPEND = "suspend"  # 挂起, H
    FINISH = "finish"  # 完成, F
    CALL_TICKET = "call_ticket"  # 点名叫号, N
    BRING_BACK = "bring_back"  # 恢复 (挂起) or 重新排队 (过号), G
    VOID = "void"  # 作废, Delete
    CAPTURE = "capture"  # 拍摄, C
    PAUSE = "pause"  # 暂停服务, P
    RESUME_WINDOW = "resume_window"  # 恢复服务, P
    SIGN_OUT = "sign_out"  # 签退
    HELP = "help"  # 求助, F1


HOT_KEYS = {
    Action.CALL_NEXT: "Space",
    Action.RECALL: "R",
    Action.START: "Return",
    Action.MISS: "M",
    Action.UNDO_MISS: "U",
    Action.TRANSFER: "T",
    Action.SUSPEND: "H",
    Action.FINISH: "F",
    Action.CALL_TICKET: "N",
    Action.BRING_BACK: "G",
    Action.VOID: "Delete",
    Action.CAPTURE: "C",
    Action.PAUSE: "P",
    Action.RESUME_WINDOW: "P",
    Action.HELP: "F1",
}

# What each event of the ticket's own machine is called at the desk.
_OF_TICKET = {
    Action.RECALL: TicketEvent.RECALL,
    Action.START: TicketEvent.START,
    Action.MISS: TicketEvent.MISS,
    Action.TRANSFER: TicketEvent.TRANSFER,
    Action.SUSPEND: TicketEvent.SUSPEND,
    Action.FINISH: TicketEvent.FINISH,
    Action.VOID: TicketEvent.VOID,
}


@dataclass(frozen=True, slots=True)
class Situation:
    """All that decides which actions make sense.

    Attributes:
        window: state of the window.
        ticket: state of the ticket at the window, None without one.
        calls: how often it was called; ``calls_needed`` before 过号 may be pressed.
        waiting: how many this window may call.
        aside: how many were put aside or missed here.
        may_undo: a 过号 was just pressed here.
        camera: the document camera gives pictures.
        busy: something is on its way to the database, or a form is open.
        online: the database answers.
    """

    window: WindowState
    ticket: TicketState | None = None
    calls: int = 0
    calls_needed: int = 3
    waiting: int = 0
    aside: int = 0
    may_undo: bool = False
    camera: bool = False
    busy: bool = False
    online: bool = True


def allowed(s: Situation) -> frozenset[Action]:
    """The actions that make sense now; none while something is on its way, so a doubled key does nothing."""
    if s.busy or not s.online:
        return frozenset()
    if s.window is WindowState.CLOSED:
        return frozenset({Action.SIGN_OUT})
    if s.window is WindowState.PAUSED:
        return frozenset({Action.RESUME_WINDOW, Action.SIGN_OUT, Action.HELP})
    actions = {Action.HELP}
    if s.ticket is None:
        actions |= {Action.PAUSE, Action.SIGN_OUT}
        if s.waiting:
            actions |= {Action.CALL_NEXT, Action.CALL_TICKET, Action.VOID}
        if s.may_undo:
            actions.add(Action.UNDO_MISS)
    else:
        row = TRANSITIONS[s.ticket]
        actions |= {action for action, event in _OF_TICKET.items() if event in row}
        if s.calls < s.calls_needed:
            actions.discard(Action.MISS)
        if s.camera:
            actions.add(Action.CAPTURE)
    if s.aside:
        actions |= {Action.BRING_BACK, Action.VOID}
    return frozenset(actions)


def next_action(s: Situation) -> Action | None:
    """The next sensible action: its button has the focus."""
    if s.window is WindowState.PAUSED:
        return Action.RESUME_WINDOW
    if s.ticket is TicketState.CALLED:
        return Action.START
    if s.ticket is TicketState.SERVING:
        return Action.FINISH
    return Action.CALL_NEXT if s.window is WindowState.OPEN else None

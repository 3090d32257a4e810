"""Whether a form may be sent, and what sending it does (填写栏校验)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from counter_app.actions import Action
from counter_app.desk import Desk
from counter_app.screens.work.forms import FormKind, FormState, return_time
from hall.identity import Actor

ACTIONS = {
    FormKind.PAUSE: Action.PAUSE,
    FormKind.TRANSFER: Action.TRANSFER,
    FormKind.SUSPEND: Action.SUSPEND,
    FormKind.VOID: Action.VOID,
    FormKind.CALL_TICKET: Action.CALL_TICKET,
}
FORMS = {action: kind for kind, action in ACTIONS.items()}


class FormRules(QObject):
    """The first check, in words; the use cases check again."""

    def missing(self, form: FormState, now: datetime) -> str:
        """What is missing, empty when nothing is."""
        if form.kind is FormKind.TRANSFER and form.to_window is None:
            return self.tr("没有其他已开放且获授权办理该事项的窗口。")
        if not form.reason.strip():
            return self.tr("请填写原因。")
        if form.kind is FormKind.PAUSE:
            if not form.whereabouts.strip():
                return self.tr("请填写去向。")
            back = return_time(form.back_at, now)
            if back is None:
                return self.tr("预计返回时间请写成 14:30 的样子。")
            if back <= now:
                return self.tr("预计返回时间应晚于现在。")
        return ""


def work_of(form: FormState, desk: Desk, by: Actor, now: datetime) -> Callable[[], object]:
    """The use case a complete form stands for.

    Raises:
        ValueError: it is not complete; ask `FormRules.missing` first.
    """
    ticket, target, back = form.ticket, form.to_window, return_time(form.back_at, now)
    if form.kind is FormKind.PAUSE and back is not None:
        return lambda: desk.pause(by, form.reason, form.whereabouts, back)
    if form.kind is FormKind.TRANSFER and target is not None:
        return lambda: desk.transfer(by, target, form.reason)
    if form.kind is FormKind.SUSPEND:
        return lambda: desk.suspend(by, form.reason)
    if form.kind is FormKind.VOID and ticket is not None:
        return lambda: desk.void(by, ticket.id, form.reason)
    if form.kind is FormKind.CALL_TICKET and ticket is not None:
        return lambda: desk.call_ticket(by, ticket.id, form.reason)
    raise ValueError(f"{form.kind} is not complete")

"""What is said after an action (提示用语)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.actions import Action
from counter_app.model import DeskSnapshot, Finished, Message, Tone
from hall.queueing.calling import Call
from hall.queueing.ticket import Ticket


class Words(QObject):
    """The words of the message bar."""

    def after(self, action: Action, result: object) -> Message | None:
        """What is said when ``action`` brought ``result``."""
        if isinstance(result, Finished) and result.goes_on:
            return Message(Tone.GOOD, self._goes_on(result))
        ticket = result.ticket if isinstance(result, Finished) else result
        label = ticket.label if isinstance(ticket, Ticket) else ""
        if action in (Action.CALL_NEXT, Action.CALL_TICKET):
            if isinstance(result, Call):
                text = self.tr("已呼叫 {label}：{reason}。").format(label=result.ticket.label, reason=result.reason)
                return Message(Tone.GOOD, text)
            return Message(Tone.INFO, self.tr("当前没有可以呼叫的号票。"))
        texts = {
            Action.RECALL: self.tr("已再次呼叫 {label}。"),
            Action.FINISH: self.tr("{label} 已办完。"),
            Action.MISS: self.tr("{label} 已过号。按错了可以按 U 撤销。"),
            Action.UNDO_MISS: self.tr("{label} 已撤销过号，仍在本窗口。"),
            Action.TRANSFER: self.tr("{label} 已转窗，号码和先后顺序不变。"),
            Action.SUSPEND: self.tr("{label} 已挂起，需要时选中它按 G 恢复。"),
            Action.BRING_BACK: self.tr("{label} 已回到等候队列。"),
            Action.VOID: self.tr("{label} 已作废。"),
            Action.PAUSE: self.tr("本窗口已暂停服务，窗口屏和大厅屏显示去向和返回时间。"),
            Action.RESUME_WINDOW: self.tr("本窗口已恢复服务。"),
            Action.HELP: self.tr("已通知导办台，请稍候。"),
        }
        return Message(Tone.GOOD, texts[action].format(label=label)) if action in texts else None

    def _goes_on(self, done: Finished) -> str:
        """Where the person goes next; nobody is asked for a rating in the middle of a visit."""
        ticket = done.ticket
        if not done.next_windows:
            text = self.tr("{label} 本环节已办完，原号继续等候办理“{item}”；目前没有开放的窗口，请联系导办台。")
            return text.format(label=ticket.label, item=ticket.item_name)
        windows = self.tr("、").join(str(target.number) for target in done.next_windows)
        text = self.tr("{label} 本环节已办完，请群众到 {windows} 号窗口等候办理“{item}”，仍用原号。")
        return text.format(label=ticket.label, windows=windows, item=ticket.item_name)

    def left(self, snapshot: DeskSnapshot) -> str:
        """Why the one who was signed in no longer is."""
        if snapshot.clerk is not None:
            text = self.tr("本窗口已由 {name} 接岗，请 {name} 签到后继续办理。")
            return text.format(name=snapshot.clerk.name)
        return self.tr("本窗口已关闭，您已签退。需要继续办理时请重新签到。")

    def database(self, *, online: bool) -> Message:
        """The database came or went."""
        if online:
            return Message(Tone.GOOD, self.tr("数据库已恢复连接。"))
        return Message(
            Tone.ALARM, self.tr("与数据库的连接中断，正在自动重连。已填内容仍保留，号票不会丢失，请稍候。")
        )

    def choose_waiting(self) -> Message:
        """点名叫号 or 作废 without a choice."""
        return Message(Tone.INFO, self.tr("请先在左侧列表中选中一个号票（F2）。"))

    def choose_aside(self) -> Message:
        """恢复 without a choice."""
        return Message(Tone.INFO, self.tr("请先在“挂起与过号”中选中要恢复的号票（F3）。"))

    def unexpected(self) -> str:
        """Something nobody thought of; the log has the details."""
        return self.tr("操作没有完成，已填内容仍保留。请重试；仍不行请按 F1 求助。")

    def not_read(self) -> str:
        """The page could not be read again."""
        return self.tr("画面暂时无法刷新，正在重试。")

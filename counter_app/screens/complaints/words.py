"""Words of the complaints page (投诉处理用语)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from counter_app.complaint_desk import ComplaintSnapshot
from hall.complaints.complaint import Complaint, ComplaintKind, ComplaintState, ComplaintStep, Tag
from hall.complaints.handling import Channel


class ComplaintWords(QObject):
    """Names of kinds, states, steps, tags; what a complaint is about."""

    def kind(self, kind: ComplaintKind) -> str:
        """Its name."""
        return {
            ComplaintKind.COMPLAINT: self.tr("投诉"),
            ComplaintKind.UNRESOLVED: self.tr("办不成事"),
            ComplaintKind.SUGGESTION: self.tr("建议"),
            ComplaintKind.PRAISE: self.tr("表扬"),
        }[kind]

    def state(self, state: ComplaintState) -> str:
        """Where it stands."""
        return {
            ComplaintState.RECEIVED: self.tr("待交办"),
            ComplaintState.ASSIGNED: self.tr("待调查"),
            ComplaintState.INVESTIGATING: self.tr("调查中"),
            ComplaintState.ANSWERED: self.tr("待反馈"),
            ComplaintState.FED_BACK: self.tr("已反馈"),
            ComplaintState.CLOSED: self.tr("已办结"),
        }[state]

    def step(self, step: ComplaintStep) -> str:
        """What was done."""
        return {
            ComplaintStep.RECEIVE: self.tr("登记"),
            ComplaintStep.ASSIGN: self.tr("交办"),
            ComplaintStep.REFER: self.tr("移交纪检"),
            ComplaintStep.INVESTIGATE: self.tr("调查"),
            ComplaintStep.ANSWER: self.tr("答复意见"),
            ComplaintStep.MISS: self.tr("联系不上"),
            ComplaintStep.FEED_BACK: self.tr("反馈"),
            ComplaintStep.REOPEN: self.tr("重新调查"),
            ComplaintStep.CLOSE: self.tr("办结"),
        }[step]

    def channel(self, channel: Channel) -> str:
        """How the person was told."""
        return {
            Channel.PHONE: self.tr("电话"),
            Channel.SMS: self.tr("短信"),
            Channel.IN_PERSON: self.tr("当面"),
            Channel.LETTER: self.tr("书面"),
        }[channel]

    def tag(self, tag: Tag) -> str:
        """What happened."""
        return {
            Tag.ATTITUDE: self.tr("服务态度"),
            Tag.LONG_WAIT: self.tr("等候时间长"),
            Tag.NOBODY_THERE: self.tr("窗口没有人"),
            Tag.NOT_TOLD_AT_ONCE: self.tr("未一次性告知"),
            Tag.PASSED_AROUND: self.tr("互相推诿"),
            Tag.REFUSED: self.tr("不予办理无理由"),
            Tag.OVERDUE: self.tr("超过承诺时限"),
            Tag.FEE: self.tr("收费问题"),
            Tag.MISCONDUCT: self.tr("吃拿卡要"),
            Tag.SYSTEM_DOWN: self.tr("系统故障"),
            Tag.PAPER_IMPOSSIBLE: self.tr("证明开不出来"),
            Tag.SURROUNDINGS: self.tr("环境设施"),
            Tag.SIGNS: self.tr("指引标识"),
            Tag.PROCESS: self.tr("办事流程"),
            Tag.PATIENT: self.tr("耐心热情"),
            Tag.FAST: self.tr("办得快"),
            Tag.EXPERT: self.tr("业务熟练"),
            Tag.HELPED: self.tr("帮助有困难的人"),
            Tag.OTHER: self.tr("其他"),
        }[tag]

    def person(self, data: ComplaintSnapshot, number: str) -> str:
        """Name and staff number; who took it down at a kiosk has none."""
        if not number:
            return "—"
        if number not in data.names:
            return self.tr("本人（自助机）")
        return self.tr("{name} {number}").format(name=data.names[number], number=number)

    def about(self, data: ComplaintSnapshot, complaint: Complaint) -> str:
        """Window, clerk and item, as far as known."""
        parts = []
        if complaint.window is not None:
            parts.append(self.tr("{window}号窗口").format(window=complaint.window))
        if complaint.clerk:
            parts.append(self.person(data, complaint.clerk))
        if complaint.item:
            parts.append(data.items.get(complaint.item, complaint.item))
        return " · ".join(parts) or "—"

    def what(self, complaint: Complaint) -> str:
        """Tags, then the person's own words."""
        parts = [self.tr("、").join(self.tag(tag) for tag in complaint.tags)] if complaint.tags else []
        if complaint.wants_call:
            parts.append(self.tr("要求电话沟通"))
        if complaint.text:
            parts.append(complaint.text)
        return self.tr("；").join(parts)

    def due(self, complaint: Complaint, today: date) -> str:
        """The limit that runs, and whether it has passed."""
        if complaint.due is None:
            return "—"
        day = f"{complaint.due:%m-%d}"
        if complaint.is_overdue(today):
            return self.tr("已超期 {day}").format(day=day)
        return self.tr("今天到期") if complaint.due == today else day

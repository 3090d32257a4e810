"""Words of the guide desk's page (导办台用语)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from counter_app.guide_model import HelpLine
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing.first_contact import Handling
from hall.staffing.service_request import RequestState
from qt_common.device_words import DeviceWords


class GuideWords(QObject):
    """Names of what the lists show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = DeviceWords(self)

    def priority(self, priority: PriorityClass) -> str:
        """Its name."""
        return {
            PriorityClass.GREEN: self.tr("绿色通道"),
            PriorityClass.URGENT: self.tr("急办件"),
            PriorityClass.APPOINTMENT: self.tr("预约"),
            PriorityClass.CARE: self.tr("老弱病残孕军"),
            PriorityClass.ORDINARY: self.tr("普通"),
        }[priority]

    def handling(self, handling: Handling) -> str:
        """What the first person asked did."""
        return {
            Handling.HANDLED: self.tr("当场办理"),
            Handling.GUIDED: self.tr("引导"),
            Handling.TAKEN_OVER: self.tr("代收转交"),
        }[handling]

    def request(self, state: RequestState) -> str:
        """Where a request stands."""
        return {
            RequestState.OPEN: self.tr("待安排"),
            RequestState.ASSIGNED: self.tr("已安排"),
            RequestState.DONE: self.tr("已完成"),
            RequestState.CANCELLED: self.tr("已取消"),
        }[state]

    def ticket_state(self, ticket: Ticket, now: datetime) -> str:
        """How long it waits, or why it lies aside."""
        if ticket.state is TicketState.MISSED:
            return self.tr("过号")
        if ticket.state is TicketState.SUSPENDED:
            return self.tr("挂起")
        return self.minutes(ticket.queued_at, now)

    def minutes(self, since: datetime, now: datetime) -> str:
        """Whole minutes."""
        return self.tr("{minutes} 分钟").format(minutes=int(max((now - since).total_seconds(), 0) // 60))

    def why(self, ticket: Ticket) -> str:
        """Priority with its reason, the window it waits for, what comes after."""
        parts = []
        if ticket.priority is not PriorityClass.ORDINARY:
            name = self.priority(ticket.priority)
            parts.append(f"{name}：{ticket.priority_reason}" if ticket.priority_reason else name)
        if ticket.only_window is not None:
            parts.append(self.tr("只等 {window} 号窗口").format(window=ticket.only_window))
        if ticket.people > 1:
            parts.append(self.tr("同行 {count} 人").format(count=ticket.people))
        if ticket.next_items:
            parts.append(self.tr("还有 {count} 个后续事项").format(count=len(ticket.next_items)))
        return " · ".join(parts)

    def place(self, station: str) -> str:
        """Where somebody needs help."""
        return self._devices.station(station)

    def about(self, line: HelpLine) -> str:
        """What the person was doing there."""
        page = line.call.page
        texts = {
            "counter": self.tr("窗口人员求助"),
            "home": self.tr("首页"),
            "departments": self.tr("选择部门"),
            "items": self.tr("选择事项"),
            "materials": self.tr("看材料清单"),
            "guide": self.tr("看办事指南"),
            "home_visit": self.tr("申请上门服务"),
            "identify": self.tr("刷身份证"),
            "agent": self.tr("替别人取号"),
            "principal": self.tr("替别人取号"),
            "phone": self.tr("填手机号"),
            "code": self.tr("输入号码"),
            "arrivals": self.tr("预约签到"),
            "standing": self.tr("查询进度"),
            "matters": self.tr("查询进度"),
            "prove": self.tr("查询进度"),
            "complaint": self.tr("投诉或反映办不成事"),
            "complaint_about": self.tr("投诉或反映办不成事"),
            "complaint_window": self.tr("投诉或反映办不成事"),
            "complaint_tags": self.tr("投诉或反映办不成事"),
            "complaint_receipt": self.tr("投诉或反映办不成事"),
            "ticket": self.tr("取号票"),
            "notice": self.tr("看到提示，不能继续"),
        }
        text = texts.get(page) or self.tr("使用中")
        return self.tr("{text}，号票 {label}").format(text=text, label=line.label) if line.label else text

    def help_news(self, line: HelpLine) -> str:
        """One line for the message bars."""
        return self.tr("求助：{place}（{about}）。").format(
            place=self.place(line.call.station), about=self.about(line)
        )

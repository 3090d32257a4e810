"""The lists of the guide desk's page (导办台列表)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from counter_app.guide_model import GuideSnapshot
from counter_app.model import Tone
from counter_app.screens.guide.words import GuideWords
from counter_app.screens.sheets.state import Act, Line, Section
from hall.identity import Role
from hall.queueing.estimate import Estimate
from hall.queueing.outlook import Outlook
from hall.queueing.ticket import PriorityClass, TicketState

MOST_ITEMS = 60


@dataclass(frozen=True, slots=True)
class Rights:
    """What the signed-in person's roles reach to; the use cases check again."""

    take: bool  # numbers for others, first contacts, visits
    order: bool  # priority, release
    move: bool  # void, re-queue, answer, charge somebody

    @classmethod
    def of(cls, roles: frozenset[Role]) -> Rights:
        """Of these roles."""
        return cls(
            bool(roles & {Role.GUIDE, Role.CLERK}),
            bool(roles & {Role.GUIDE, Role.SUPERVISOR}),
            bool(roles & {Role.GUIDE, Role.CLERK, Role.SUPERVISOR}),
        )


class GuideLists(QObject):
    """Makes sections of a snapshot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = GuideWords(self)

    def all(self, data: GuideSnapshot, rights: Rights, query: str, outlook: Outlook | None) -> tuple[Section, ...]:
        """Calls for help first: somebody stands there."""
        return (
            self._waiting(data, rights),
            self._items(data, rights, query),
            self._help(data, rights),
            self._groups(data, outlook),
            self._contacts(data, rights),
            self._visits(data, rights),
        )

    def _waiting(self, data: GuideSnapshot, rights: Rights) -> Section:
        lines = tuple(
            Line(
                str(t.id),
                (
                    t.label,
                    self._words.ticket_state(t, data.at),
                    self.tr("{zone} 区").format(zone=t.zone),
                    t.item_name,
                    t.holder,
                    self._words.why(t),
                ),
                _tone(t.priority, t.state),
            )
            for t in data.tickets
        )
        acts = []
        if rights.order:
            acts.append(Act("priority", self.tr("优先"), on_line=True, strong=True))
        if rights.move:
            acts.append(Act("bring_back", self.tr("重新排队"), on_line=True))
        if rights.order:
            acts.append(Act("release", self.tr("解除指定窗口"), on_line=True))
        if rights.move:
            acts.append(Act("void", self.tr("作废"), on_line=True))
        return Section(
            "waiting",
            self.tr("等候 {count}").format(count=data.waiting),
            (
                self.tr("号码"), self.tr("已等候"), self.tr("区域"), self.tr("事项"), self.tr("办事人"),
                self.tr("说明"),
            ),
            lines,
            self.tr("现在没有人等候。"),
            tuple(acts),
        )  # fmt: skip

    def _items(self, data: GuideSnapshot, rights: Rights, query: str) -> Section:
        found = data.catalogue.find(query)
        waiting: dict[str, int] = {}
        for ticket in data.tickets:
            if ticket.state is TicketState.WAITING:
                waiting[ticket.item] = waiting.get(ticket.item, 0) + 1
        lines = tuple(
            Line(
                item.code,
                (
                    item.code,
                    item.name,
                    data.catalogue.name_of(item.department),
                    self.tr("{zone} 区").format(zone=item.zone),
                    str(waiting.get(item.code, 0)),
                ),
            )
            for item in found[:MOST_ITEMS]
        )
        acts = (Act("take", self.tr("取号"), on_line=True, strong=True),) if rights.take else ()
        note = self.tr("共 {count} 个事项，请继续输入以缩小范围。").format(count=len(found))
        return Section(
            "items",
            self.tr("代取号"),
            (self.tr("编码"), self.tr("事项"), self.tr("部门"), self.tr("区域"), self.tr("等候")),
            lines,
            self.tr("没有找到事项。请改用名称中的字或拼音首字母，也可输入部门名称。"),
            acts,
            note if len(found) > MOST_ITEMS else "",
        )

    def _help(self, data: GuideSnapshot, rights: Rights) -> Section:
        lines = tuple(
            Line(
                str(line.call.id),
                (
                    self._words.place(line.call.station),
                    self._words.about(line),
                    f"{line.call.at.astimezone(data.at.tzinfo):%H:%M:%S}",
                    self._words.minutes(line.call.at, data.at),
                ),
                Tone.ALARM,
            )
            for line in data.help_calls
        )
        acts = (Act("answer", self.tr("去响应 F1"), on_line=True, strong=True),) if rights.move else ()
        return Section(
            "help",
            self.tr("求助 {count}").format(count=len(lines)),
            (self.tr("位置"), self.tr("正在"), self.tr("求助时间"), self.tr("已等候")),
            lines,
            self.tr("没有未响应的求助。"),
            acts,
        )

    def _groups(self, data: GuideSnapshot, outlook: Outlook | None) -> Section:
        lines = tuple(
            Line(
                f"{group.zone}/{group.department}",
                (
                    self.tr("{zone} 区").format(zone=group.zone),
                    group.department,
                    str(group.waiting),
                    self._words.minutes(group.longest_since, data.at) if group.longest_since else "",
                    self._forecast(outlook, outlook.for_items(group.items) if outlook is not None else None),
                ),
            )
            for group in data.groups
        )
        return Section(
            "groups",
            self.tr("分区"),
            (
                self.tr("区域"), self.tr("部门"), self.tr("等候"), self.tr("最长已等"), self.tr("现在取号预计等候"),
            ),
            lines,
            self.tr("现在没有人等候。"),
        )  # fmt: skip

    def _forecast(self, outlook: Outlook | None, estimate: Estimate | None) -> str:
        if outlook is None:
            return self.tr("正在计算")
        if estimate is None:
            return self.tr("没有窗口开放")
        if estimate.high <= 5:
            return self.tr("不到 5 分钟")
        return self.tr("约 {low}–{high} 分钟").format(low=estimate.low, high=estimate.high)

    def _contacts(self, data: GuideSnapshot, rights: Rights) -> Section:
        lines = tuple(
            Line(
                str(c.id),
                (
                    f"{c.at.astimezone(data.at.tzinfo):%m-%d %H:%M}",
                    c.clerk,
                    c.question,
                    self._words.handling(c.handling),
                    c.passed_to,
                    c.person.masked,
                ),
                Tone.WARN if c.day < data.at.date() else None,
            )
            for c in data.contacts
        )
        acts = [Act("close_contact", self.tr("办结"), on_line=True, strong=True)]
        if rights.take:
            acts.append(Act("log_contact", self.tr("首问登记")))
        return Section(
            "contacts",
            self.tr("首问 {count}").format(count=len(lines)),
            (
                self.tr("时间"), self.tr("首问人"), self.tr("咨询内容"), self.tr("处理方式"), self.tr("引导转交至"),
                self.tr("办事人"),
            ),
            lines,
            self.tr("没有需要跟踪的首问事项。"),
            tuple(acts),
        )  # fmt: skip

    def _visits(self, data: GuideSnapshot, rights: Rights) -> Section:
        names = {c.number: c.name for c in data.colleagues}
        lines = tuple(
            Line(
                str(r.id),
                (
                    self._words.request(r.state),
                    data.catalogue.item_name(r.item),
                    r.principal.masked,
                    f"{r.wanted_at.astimezone(data.at.tzinfo):%m-%d %H:%M}" if r.wanted_at else "—",
                    names.get(r.clerk, "") if r.clerk else "—",
                    r.reason,
                ),
                Tone.WARN if r.clerk is None else None,
            )
            for r in data.requests
        )
        acts = []
        if rights.move:
            acts.append(Act("assign", self.tr("安排人员"), on_line=True, strong=True))
            acts.append(Act("visit_done", self.tr("完成"), on_line=True))
            acts.append(Act("visit_off", self.tr("取消申请"), on_line=True))
        if rights.take:
            acts.append(Act("visit", self.tr("上门申请")))
        return Section(
            "visits",
            self.tr("上门 {count}").format(count=len(lines)),
            (
                self.tr("状态"), self.tr("事项"), self.tr("服务对象"), self.tr("希望时间"), self.tr("办理人"),
                self.tr("原因"),
            ),
            lines,
            self.tr("没有上门服务申请。"),
            tuple(acts),
        )  # fmt: skip


def _tone(priority: PriorityClass, state: TicketState) -> Tone | None:
    if state is not TicketState.WAITING:
        return Tone.WARN
    return Tone.GOOD if priority is not PriorityClass.ORDINARY else None

"""The lists of the complaints page (投诉处理列表)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from counter_app.complaint_desk import ComplaintSnapshot
from counter_app.model import Tone
from counter_app.screens.complaints.words import ComplaintWords
from counter_app.screens.sheets.state import Act, Line, Section
from hall.complaints.complaint import Complaint, ComplaintRecord, ComplaintState, ComplaintStep
from hall.complaints.handling import Channel
from hall.identity import HolderKind


class ComplaintLists(QObject):
    """Makes sections of a snapshot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ComplaintWords(self)

    def all(self, data: ComplaintSnapshot, *, handles: bool, takes: bool, looked: int) -> tuple[Section, ...]:
        """The lists the reader is shown.

        Args:
            handles: may have complaints to handle.
            takes: may take one down.
            looked: id of the complaint whose way is shown, 0 for none.
        """
        lists = []
        if handles:
            lists += [*self._stages(data), self._records(data, looked), self._closed(data)]
        if takes:
            lists.append(self._taken(data))
        return tuple(lists)

    def _stages(self, data: ComplaintSnapshot) -> list[Section]:
        """By what is to be done next, each with the actions that can follow."""
        look, assign = Act("look", self.tr("查看经过"), on_line=True), Act("assign", self.tr("交办"), on_line=True)
        refer = Act("refer", self.tr("移交纪检"), on_line=True)
        return [
            self._stage(
                data,
                "received",
                self.tr("待交办 {count}"),
                (ComplaintState.RECEIVED,),
                (replace(assign, strong=True), refer, look),
            ),
            self._stage(
                data,
                "working",
                self.tr("调查 {count}"),
                (ComplaintState.ASSIGNED, ComplaintState.INVESTIGATING),
                (
                    Act("investigate", self.tr("记录调查"), on_line=True, strong=True),
                    Act("answer", self.tr("答复"), on_line=True),
                    assign,
                    refer,
                    look,
                ),
            ),
            self._stage(
                data,
                "telling",
                self.tr("反馈 {count}"),
                (ComplaintState.ANSWERED, ComplaintState.FED_BACK),
                (
                    Act("feed_back", self.tr("反馈"), on_line=True, strong=True),
                    Act("miss", self.tr("联系不上"), on_line=True),
                    Act("reopen", self.tr("重新调查"), on_line=True),
                    Act("close", self.tr("办结"), on_line=True),
                    look,
                ),
            ),
        ]

    def _stage(
        self,
        data: ComplaintSnapshot,
        name: str,
        title: str,
        states: tuple[ComplaintState, ...],
        acts: tuple[Act, ...],
    ) -> Section:
        found = [c for c in data.complaints if c.state in states]
        lines = tuple(Line(str(c.id), self._cells(data, c), self._tone(data, c)) for c in found)
        late = sum(c.is_overdue(data.at.date()) for c in found)
        note = self.tr("涉及本人、本人窗口或本部门的件不会出现在这里；办不成事和吃拿卡要由纪检办理。")
        advice = self.tr("{count} 件已超期，请先处理。").format(count=late) if late else ""
        title = title.format(count=len(found))
        return Section(name, title, self._columns(), lines, self.tr("没有待办的投诉。"), acts, note, advice)

    def _closed(self, data: ComplaintSnapshot) -> Section:
        lines = tuple(Line(str(c.id), self._cells(data, c)) for c in data.complaints if not c.is_open)
        acts = (Act("look", self.tr("查看经过"), on_line=True, strong=True),)
        empty = self.tr("近一个月没有办结的投诉。")
        return Section("closed", self.tr("已办结"), self._columns(), lines, empty, acts)

    def _records(self, data: ComplaintSnapshot, looked: int) -> Section:
        columns = (self.tr("时间"), self.tr("步骤"), self.tr("人员"), self.tr("内容"))
        found = next((c for c in data.complaints if c.id == looked), None)
        lines = tuple(self._record(data, record) for record in data.records.get(looked, ()))
        empty = self.tr("请先选择一件，按“查看经过”。")
        advice = ""
        if found is not None:
            kind, what = self._words.kind(found.kind), self._words.what(found)
            advice = self.tr("{number} {kind}：{what}").format(number=found.number, kind=kind, what=what)
        return Section("records", self.tr("办理经过"), columns, lines, empty, (), "", advice)

    def _taken(self, data: ComplaintSnapshot) -> Section:
        columns = (self.tr("时间"), self.tr("受理编号"), self.tr("类别"), self.tr("反映人"), self.tr("状态"))
        lines = tuple(
            Line(
                str(c.id),
                (
                    f"{c.received_at.astimezone(data.at.tzinfo):%H:%M}",
                    c.number,
                    self._words.kind(c.kind),
                    c.person.masked or self.tr("匿名"),
                    self._words.state(c.state),
                ),
            )
            for c in data.taken
        )
        acts = (Act("file", self.tr("登记"), strong=True),)
        note = self.tr("登记后请把受理编号告诉反映人。反映本窗口或本人的，请转导办台登记。")
        return Section(
            "taken", self.tr("受理登记"), columns, lines, self.tr("今天还没有登记。"), acts, note
        )  # fmt: skip

    def _columns(self) -> tuple[str, ...]:
        return (
            self.tr("期限"), self.tr("状态"), self.tr("类别"), self.tr("反映对象"), self.tr("反映人"),
            self.tr("承办人"), self.tr("受理编号"), self.tr("情形"),
        )  # fmt: skip

    def _cells(self, data: ComplaintSnapshot, complaint: Complaint) -> tuple[str, ...]:
        words = self._words
        nobody = complaint.person.kind is HolderKind.NONE
        return (
            words.due(complaint, data.at.date()),
            words.state(complaint.state),
            words.kind(complaint.kind),
            words.about(data, complaint),
            self.tr("匿名") if nobody and not complaint.person.masked else complaint.person.masked,
            words.person(data, complaint.handler),
            complaint.number,
            words.what(complaint),
        )

    def _tone(self, data: ComplaintSnapshot, complaint: Complaint) -> Tone | None:
        today = data.at.date()
        if complaint.is_overdue(today):
            return Tone.ALARM
        return Tone.WARN if complaint.due == today else None

    def _record(self, data: ComplaintSnapshot, record: ComplaintRecord) -> Line:
        told = record.text
        if record.step is ComplaintStep.ASSIGN:
            told = self.tr("承办人：{name}").format(name=self._words.person(data, record.to))
        elif record.step is ComplaintStep.FEED_BACK:
            way = self._words.channel(Channel(record.to))
            told = self.tr("{way}：{words}").format(way=way, words=record.text) if record.text else way
        at = f"{record.at.astimezone(data.at.tzinfo):%m-%d %H:%M}"
        who = self._words.person(data, record.by)
        return Line(str(record.id), (at, self._words.step(record.step), who, told))

"""Decides for the complaints page (投诉处理)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from counter_app.complaint_desk import ComplaintDesk, ComplaintSnapshot
from counter_app.screens.complaints.forms import ComplaintForms
from counter_app.screens.complaints.lists import ComplaintLists
from counter_app.screens.sheets.state import Form, Section
from counter_app.screens.sheets.view_model import SheetModel
from counter_app.worker import Worker
from hall.complaints.complaint import MAY_HANDLE, Complaint
from hall.complaints.handling import Channel
from hall.complaints.intake import MAY_TAKE_DOWN
from hall.identity import Actor, Role

TAKE = frozenset(MAY_TAKE_DOWN) - {Role.CITIZEN}
HANDLE = frozenset().union(*MAY_HANDLE.values())
OFFERED = TAKE | HANDLE


class ComplaintsModel(SheetModel[ComplaintSnapshot]):
    """See `ComplaintLists` for what is shown, `ComplaintForms` for what is asked."""

    followed = ("complaint.",)

    def __init__(self, desk: ComplaintDesk, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._desk = desk
        self._lists, self._forms = ComplaintLists(self), ComplaintForms(self)
        self._looked = 0

    def end(self) -> None:
        self._looked = 0
        super().end()

    def press(self, name: str) -> bool:
        """“查看经过” only turns to another list."""
        if name != "look" or self.state.line is None:
            return super().press(name)
        self._looked = int(self.state.line.key)
        self.retranslate()
        self.show_section("records")
        return True

    def cancel_form(self) -> None:
        """Who is named in an intake must not be found in that of the next person."""
        form = self.state.form
        if form is not None and form.act == "file" and self.state.busy is None:
            self.forget_typed(form.act, form.subject)
        super().cancel_form()

    def read_data(self, by: Actor) -> ComplaintSnapshot:
        return self._desk.read(by)

    def heading(self, data: ComplaintSnapshot | None) -> tuple[str, str]:
        title = self.tr("投诉处理")
        if data is None:
            return title, ""
        waiting = [c for c in data.complaints if c.is_open]
        late = sum(c.is_overdue(data.at.date()) for c in waiting)
        parts = [self.tr("待办 {count} 件").format(count=len(waiting))] if waiting else []
        if late:
            parts.append(self.tr("超期 {count} 件").format(count=late))
        return title, " · ".join(parts)

    def sections(self, data: ComplaintSnapshot) -> tuple[Section, ...]:
        roles = self.clerk.roles if self.clerk is not None else frozenset()
        return self._lists.all(data, handles=bool(roles & HANDLE), takes=bool(roles & TAKE), looked=self._looked)

    def form_for(self, act: str, subject: str) -> Form | None:
        assert self.data is not None
        return self._forms.form(act, subject, self.data)

    def missing(self, form: Form) -> str:
        return self._forms.missing(form)

    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        by, desk = self.by, self._desk
        assert by is not None
        if act == "file":
            wish = replace(self._forms.wish(values), request=self.request_of(act, subject))
            return lambda: desk.file(by, wish)
        key, words = int(subject), values.get("words", "").strip()
        works: dict[str, Callable[[], object]] = {
            "assign": lambda: desk.assign(by, key, values["handler"]),
            "investigate": lambda: desk.investigate(by, key, words),
            "answer": lambda: desk.answer(by, key, words),
            "feed_back": lambda: desk.feed_back(by, key, Channel(values["channel"]), words),
            "miss": lambda: desk.note_missed_call(by, key),
            "reopen": lambda: desk.reopen(by, key, words),
            "refer": lambda: desk.refer(by, key, words),
            "close": lambda: desk.close(by, key),
        }
        return works[act]

    def said(self, act: str, result: object) -> str:
        if act == "file" and isinstance(result, Complaint):
            return self.tr("已登记，受理编号 {number}，请告诉反映人。").format(number=result.number)
        return {
            "assign": self.tr("已交办。"),
            "investigate": self.tr("已记录调查情况。"),
            "answer": self.tr("答复意见已登记，请在期限内反馈反映人。"),
            "feed_back": self.tr("已登记反馈。"),
            "miss": self.tr("已登记联系不上。"),
            "reopen": self.tr("已重新调查。"),
            "refer": self.tr("已移交纪检。"),
            "close": self.tr("已办结。"),
        }[act]

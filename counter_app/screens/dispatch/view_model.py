"""Decides for the dispatch page (调度)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from counter_app.dispatch_desk import DispatchDesk, DispatchSnapshot
from counter_app.screens.dispatch.forms import DispatchForms, as_date, as_time
from counter_app.screens.dispatch.lists import DispatchLists
from counter_app.screens.sheets.state import Form, Section
from counter_app.screens.sheets.view_model import SheetModel
from counter_app.worker import Worker
from hall.identity import Actor, Role
from hall.queueing.balancing import Change
from hall.queueing.suggestion import SuggestionRecord
from hall.staffing.establishment import MANAGERS

OFFERED = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.CENTRE})


class DispatchModel(SheetModel[DispatchSnapshot]):
    """See `DispatchLists` for what is shown, `DispatchForms` for what is asked.

    Args:
        worker: not the one that window work waits for: a suggestion is simulated, which may take a while.
    """

    # Calls and numbers come every few seconds in a full hall; they show at the next full refresh.
    followed = ("window.", "balance.", "delegation.")

    def __init__(self, desk: DispatchDesk, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(worker, parent)
        self._desk = desk
        self._lists = DispatchLists(self)
        self._forms = DispatchForms(self)

    def read_data(self, by: Actor) -> DispatchSnapshot:
        return self._desk.read()

    def taken(self, result: object) -> DispatchSnapshot | None:
        return result if isinstance(result, DispatchSnapshot) else None

    def heading(self, data: DispatchSnapshot | None) -> tuple[str, str]:
        if data is None:
            return self.tr("调度"), ""
        waiting = self.tr("数据时间 {time}").format(time=f"{data.at:%H:%M}")
        found = self.tr("有 1 条调整建议") if data.suggestion is not None else self.tr("暂无调整建议")
        return self.tr("调度"), f"{waiting} · {found}"

    def sections(self, data: DispatchSnapshot) -> tuple[Section, ...]:
        roles = self.clerk.roles if self.clerk is not None else frozenset()
        return self._lists.all(data, manages=bool(roles & set(MANAGERS)))

    def form_for(self, act: str, subject: str) -> Form | None:
        assert self.data is not None
        if act == "accept":
            # Nothing to fill in, but a person confirms: Enter alone changes no window.
            words = self._lists.suggestion_words(self.data, self.data.suggestion)
            return Form(act, self.tr("采纳建议"), (), {}, hint=words)
        return self._forms.form(act, subject, self.data)

    def hint(self, form: Form) -> str:
        return form.hint

    def missing(self, form: Form) -> str:
        assert self.data is not None
        return self._forms.missing(form, self.data)

    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        by, data, desk = self.by, self.data, self._desk
        assert by is not None and data is not None
        text = {name: value.strip() for name, value in values.items()}
        reason = text.get("reason", "")
        if act == "compute":
            return desk.read
        if act in ("accept", "decline"):
            found, accept = data.suggestion, act == "accept"
            assert found is not None
            return lambda: desk.decide(by, found, accept=accept)
        if act == "delegate":
            items = frozenset(filter(None, text["items"].split(",")))
            starts, ends = as_date(text["starts"]), as_date(text["ends"])
            assert starts is not None and ends is not None
            return lambda: desk.delegate(by, items, int(text["window"]), starts, ends, text["basis"])
        if act == "measure":
            return lambda: desk.measure(by, int(subject))
        if act == "revoke":
            return lambda: desk.revoke(by, int(subject), reason)
        if act == "take_away":
            return lambda: desk.take_away(by, int(subject), reason)
        until = as_time(values, data.at)
        assert until is not None
        if act == "set_up":
            window = self._forms.window(values)
            return lambda: desk.set_up(by, window, reason, until)
        return lambda: desk.prolong(by, int(subject), until, reason)

    def said(self, act: str, result: object) -> str:
        if act == "measure":
            if not isinstance(result, SuggestionRecord) or result.measured is None:
                return self.tr("采纳后呼叫的群众还不足 5 人，请稍后再评估。")
            text = self.tr("采纳前预计 {before} 分钟，预计降到 {after} 分钟，实测 {measured} 分钟。")
            before, after, measured = (round(m) for m in (result.before, result.after, result.measured))
            return text.format(before=before, after=after, measured=measured)
        if act == "accept" and isinstance(result, SuggestionRecord) and result.change is Change.OPEN:
            text = self.tr("已采纳，请安排人员到 {window} 号窗口签到。")
            return text.format(window=result.window)
        return {
            "compute": self.tr("已重新计算。"),
            "accept": self.tr("已采纳，窗口事项已调整，稍后可评估成效。"),
            "decline": self.tr("已登记不采纳。"),
            "set_up": self.tr("临时窗口已设立，人员签到后开始服务，到期自动关闭。"),
            "prolong": self.tr("结束时间已调整。"),
            "take_away": self.tr("窗口已撤销。"),
            "delegate": self.tr("委托已登记，在期限内生效。"),
            "revoke": self.tr("委托已撤销。"),
        }[act]

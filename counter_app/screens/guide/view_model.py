"""Decides for the guide desk's page (导办台)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from counter_app.guide_desk import GuideDesk
from counter_app.guide_model import GuideSnapshot, TicketPaper
from counter_app.model import Message, Tone
from counter_app.screens.guide.forms import PERSONAL, GuideForms, holder_of, wanted_at
from counter_app.screens.guide.lists import GuideLists, Rights
from counter_app.screens.guide.outlook_watch import OutlookWatch
from counter_app.screens.guide.taking import BUSY, TakePhase, Taking, TakingState
from counter_app.screens.guide.words import GuideWords
from counter_app.screens.sheets.state import Form, Section, SheetState
from counter_app.screens.sheets.view_model import SheetModel
from counter_app.worker import Worker
from hall.identity import Actor, Role
from hall.queueing.ticket import PriorityClass, Ticket
from hall.staffing.clerk import Clerk
from hall.staffing.first_contact import Handling
from hall.staffing.service_request import RequestState

OFFERED = frozenset({Role.GUIDE, Role.SUPERVISOR, Role.ADMIN})


class GuideModel(SheetModel[GuideSnapshot]):
    """See `GuideLists` for what is shown, `GuideForms` for what is asked, `Taking` for a number's two phases.

    Args:
        aside: another worker, for the forecast.
        clock: monotonic seconds.
    """

    followed = ("ticket.", "help.", "contact.", "request.", "catalogue.", "window.")
    rang = Signal()  # a new call for help
    news = Signal(object)  # Message, for the work page
    taking_changed = Signal(object)  # TakingState

    def __init__(
        self,
        desk: GuideDesk,
        worker: Worker,
        aside: Worker,
        paper: TicketPaper,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(worker, parent)
        self._desk = desk
        self._lists, self._forms, self._words = GuideLists(self), GuideForms(self), GuideWords(self)
        self.taking = Taking(desk, worker, paper, clock=clock, parent=self)
        self.taking.changed.connect(self._took)
        self.query = ""
        self.forecast = OutlookWatch(desk.read_outlook, aside, clock, self)
        self.forecast.changed.connect(self.retranslate)
        self._known_calls: frozenset[int] = frozenset()
        self._call_message: Message | None = None
        self._shown = False

    # ---- from outside ----------------------------------------------------------------------------------

    def begin(self, clerk: Clerk, by: Actor) -> None:
        super().begin(clerk, by)
        self.refresh()  # somebody may be calling for help already

    def end(self) -> None:
        self.taking.reset()
        self.query = ""
        self.forecast.forget()
        self._known_calls = frozenset()
        super().end()

    def follow(self, kinds: frozenset[str]) -> None:
        """Behind another page only calls for help count: the rest is read when the page opens."""
        if self._shown or any(kind.startswith("help.") for kind in kinds):
            super().follow(kinds)

    def set_shown(self, shown: bool) -> None:
        """The page came to the front, or went."""
        self._shown = shown
        if not shown:
            return
        if self.data is not None and self.data.help_calls and self.state.form is None:
            self.show_section("help")
        self.forecast.look()

    def search(self, query: str) -> None:
        """Narrow the items down."""
        self.query = query
        self.retranslate()

    def answer_oldest(self) -> None:
        """F1, from any list and over an open form: somebody goes to whoever waits longest for help."""
        data, by, session = self.data, self.by, self._session
        if data is None or by is None or not data.help_calls:
            return
        call = data.help_calls[0].call.id

        def done(result: object) -> None:
            if session == self._session:
                self.say(Tone.GOOD, self.said("answer", result))
                self.refresh()

        def failed(error: Exception) -> None:
            if session == self._session:
                self.say(Tone.WARN, self._words_of(error, "answer"))

        self._worker.run(lambda: self._desk.answer(by, call), done, failed)

    # ---- what the page gives ---------------------------------------------------------------------------

    def read_data(self, by: Actor) -> GuideSnapshot:
        return self._desk.read(by)

    def heading(self, data: GuideSnapshot | None) -> tuple[str, str]:
        if data is None:
            return self.tr("导办台"), ""
        parts = [self.tr("等候 {count} 人").format(count=data.waiting)]
        if data.longest_since is not None:
            longest = self._words.minutes(data.longest_since, data.at)
            parts.append(self.tr("最长已等 {minutes}").format(minutes=longest))
        if data.help_calls:
            parts.append(self.tr("求助 {count} 处").format(count=len(data.help_calls)))
        return self.tr("导办台"), " · ".join(parts)

    def sections(self, data: GuideSnapshot) -> tuple[Section, ...]:
        rights = Rights.of(self.clerk.roles if self.clerk is not None else frozenset())
        return self._lists.all(data, rights, self.query, self.forecast.outlook)

    def form_for(self, act: str, subject: str) -> Form | None:
        assert self.data is not None
        return self._forms.form(act, subject, self.data)

    def missing(self, form: Form) -> str:
        assert self.data is not None
        return self._forms.missing(form, self.data)

    def hint(self, form: Form) -> str:
        assert self.data is not None
        return self._forms.hint(form, self.data)

    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        by, data, desk, form = self.by, self.data, self._desk, self.state.form
        assert by is not None and data is not None
        text = {name: value.strip() for name, value in values.items()}
        if act == "log_contact":
            assert form is not None
            way, holder = Handling(text["handling"]), holder_of(form)
            passed_to, request = text.get("passed_to", ""), self.request_of(act, subject)
            return lambda: desk.log_contact(by, text["question"], way, passed_to, holder, request)
        if act == "visit":
            assert form is not None
            item, holder, wanted = self._forms.item(form, data).code, holder_of(form), wanted_at(values, data)
            request = self.request_of(act, subject)
            return lambda: desk.request_visit(by, item, holder, text["address"], text["reason"], wanted, request)
        key, reason = int(subject), text.get("reason", "")
        if act == "bring_back":
            ticket = next(t for t in data.tickets if t.id == key)
            return lambda: desk.bring_back(by, ticket)
        works: dict[str, Callable[[], object]] = {
            "priority": lambda: desk.give_priority(by, key, PriorityClass(int(text["priority"])), reason),
            "release": lambda: desk.release(by, key, reason),
            "void": lambda: desk.void(by, key, reason),
            "answer": lambda: desk.answer(by, key),
            "close_contact": lambda: desk.close_contact(by, key, reason),
            "assign": lambda: desk.move_request(by, key, RequestState.ASSIGNED, text["clerk"], ""),
            "visit_done": lambda: desk.move_request(by, key, RequestState.DONE, None, reason),
            "visit_off": lambda: desk.move_request(by, key, RequestState.CANCELLED, None, reason),
        }
        return works[act]

    def said(self, act: str, result: object) -> str:
        label = result.label if isinstance(result, Ticket) else ""
        return {
            "priority": self.tr("{label} 的优先类别已更改，原因已记录。"),
            "release": self.tr("{label} 可由任一授权窗口呼叫。"),
            "void": self.tr("{label} 已作废。"),
            "bring_back": self.tr("{label} 已回到等候队列。"),
            "answer": self.tr("已登记响应，请前往。"),
            "log_contact": self.tr("首问已登记。"),
            "close_contact": self.tr("首问事项已办结。"),
            "visit": self.tr("上门服务申请已登记，请安排人员。"),
            "assign": self.tr("已安排人员。"),
            "visit_done": self.tr("上门服务已完成。"),
            "visit_off": self.tr("申请已取消。"),
        }[act].format(label=label)

    # ---- a number for somebody -------------------------------------------------------------------------

    def press(self, name: str) -> bool:
        if self.taking.state.phase is TakePhase.SHOWN:
            return False  # the number on the page comes first
        self.taking.reset()
        return super().press(name)

    def submit(self) -> None:
        form = self.state.form
        if form is None or form.act != "take" or self.state.busy is not None:
            super().submit()
            return
        assert self.data is not None and self.by is not None
        error = self.missing(form)
        if error:
            self._set(replace(self.state, form=replace(form, error=error)))
            return
        self._set(replace(self.state, busy="take", message=None))
        self._slow.start()
        self.taking.start(self._forms.wish(form, self.data), self.by)

    def cancel_form(self) -> None:
        form = self.state.form
        if form is not None and form.act in PERSONAL and self.state.busy is None:
            self.forget_typed(form.act, form.subject)
        super().cancel_form()

    @Slot(object)
    def _took(self, taking: TakingState) -> None:
        form, phase = self.state.form, taking.phase
        if phase not in BUSY and self.state.busy == "take":
            self._slow.stop()
            if phase is TakePhase.REFUSED:
                kept = replace(form, error=taking.error) if form is not None else None
                self._set(replace(self.state, busy=None, slow=False, form=kept))
            else:
                if form is not None:
                    self.forget_typed("take", form.subject)
                self._set(replace(self.state, busy=None, slow=False, form=None))
                self.refresh()
        self.taking_changed.emit(taking)

    # ---- on the way ------------------------------------------------------------------------------------

    def _was_read(self, session: int, data: GuideSnapshot) -> None:
        super()._was_read(session, data)
        if session != self._session:
            return
        calls = frozenset(line.call.id for line in data.help_calls)
        new = [line for line in data.help_calls if line.call.id not in self._known_calls]
        self._known_calls = calls
        if self._call_message is not None and self.state.message == self._call_message and not calls:
            self._set(replace(self.state, message=None))  # somebody else went there
        if new:
            words = self._words.help_news(new[-1])
            self.say(Tone.ALARM, self.tr("{news}按 F1 响应。").format(news=words))
            self._call_message = self.state.message
            self.news.emit(Message(Tone.ALARM, self.tr("{news}按 F4 到导办台响应。").format(news=words)))
            self.rang.emit()
        if self._shown:
            self.forecast.look()

    def describe(self) -> dict[str, Any]:
        """What is shown, for the remote hand; nothing personal."""
        state: SheetState = self.state
        issued, data = self.taking.state.issued, self.data
        return {
            "section": state.section.name if state.section else None,
            "lines": [line.cells[0] for line in state.section.lines] if state.section else [],
            "form": state.form.act if state.form else None,
            "form_error": state.form.error if state.form else "",
            "message": state.message.text if state.message else None,
            "busy": state.busy,
            "help": len(data.help_calls) if data is not None else None,
            "taking": str(self.taking.state.phase),
            "label": issued.ticket.label if issued is not None else None,
            "trouble": self.taking.state.trouble,
        }

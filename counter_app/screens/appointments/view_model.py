"""Decides for the appointments page (预约)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter_app.booking_desk import Booked, BookingDesk, BookingSnapshot
from counter_app.model import Message, Tone
from counter_app.reply_sending import ReplySending
from counter_app.screens.appointments.lists import BookingLists
from counter_app.screens.appointments.replying import Replying
from counter_app.screens.sheets.state import Field, FieldKind, Form, Section
from counter_app.screens.sheets.view_model import SheetModel
from counter_app.worker import Worker
from hall.appointments.booking import BookingRequest
from hall.appointments.replied import ReplyWay
from hall.appointments.rules import Channel
from hall.errors import BadInput
from hall.identity import Actor, Holder, HolderKind, Role
from hall.shown_code import is_citizen_number
from hall.staffing.clerk import Clerk

OFFERED = frozenset({Role.CLERK, Role.GUIDE})
HERE = ("choose", "earlier", "later", "today")  # nothing is written: the page looks elsewhere


class BookingModel(SheetModel[BookingSnapshot]):
    """See `BookingLists` for what is shown, `Replying` for the reply."""

    followed = ("appointment.", "catalogue.")
    news = Signal(object)  # Message, for the work page

    def __init__(
        self, desk: BookingDesk, worker: Worker, sending: ReplySending, parent: QObject | None = None
    ) -> None:
        super().__init__(worker, parent)
        self._desk = desk
        self._lists = BookingLists(self)
        self.replying = Replying(desk, worker, sending, self)
        self.query = ""
        self._item, self._searched = "", ""
        self._day: date | None = None
        self._told: frozenset[int] = frozenset()

    # ---- from outside ----------------------------------------------------------------------------------

    def begin(self, clerk: Clerk, by: Actor) -> None:
        super().begin(clerk, by)
        self.refresh()  # one's own appointments may begin soon

    def end(self) -> None:
        self.replying.close()
        self.query, self._item, self._searched, self._day = "", "", "", None
        self._told = frozenset()
        super().end()

    def search(self, query: str) -> None:
        """Narrow the items down."""
        self.query = query
        self.retranslate()

    def give(self, way: ReplyWay) -> None:
        """Print the open reply, or send it."""
        if self.by is not None:
            self.replying.give(way, self.by)

    # ---- what the page gives ---------------------------------------------------------------------------

    def read_data(self, by: Actor) -> BookingSnapshot:
        return self._desk.read(self._item, self._day, self._searched)

    def heading(self, data: BookingSnapshot | None) -> tuple[str, str]:
        if data is None:
            return self.tr("预约"), ""
        parts = [self.tr("今日 {day}").format(day=f"{data.at:%m-%d}")]
        if data.prepare:
            parts.append(self.tr("{count} 个预约即将开始，请接待人员到岗").format(count=len(data.prepare)))
        return self.tr("预约"), " · ".join(parts)

    def sections(self, data: BookingSnapshot) -> tuple[Section, ...]:
        return self._lists.all(data, self.query, searched=bool(self._searched))

    def form_for(self, act: str, subject: str) -> Form | None:
        data = self.data
        assert data is not None
        if act == "book":
            at = datetime.fromisoformat(subject)
            title = self.tr("预约 {day} {time}　{item}").format(
                day=f"{at:%m-%d}", time=f"{at:%H:%M}", item=data.catalogue.item_name(data.item)
            )
            channels = tuple((c.value, self._lists.channel(c)) for c in (Channel.WINDOW, Channel.PHONE))
            fields = (
                Field("name", self.tr("办事人姓名")),
                Field("phone", self.tr("手机号（收短信答复）")),
                Field("id_number", self.tr("身份证号码（可不填）")),
                Field("channel", self.tr("渠道"), FieldKind.CHOICE, channels),
                Field("clerk", self.tr("指定接待人员工号（可不填）")),
            )
            return Form(act, title, fields, {"channel": Channel.WINDOW.value}, subject)
        if act == "cancel":
            return Form(act, self.tr("取消预约"), (Field("reason", self.tr("原因")),), {}, subject)
        if act == "day":
            return Form(act, self.tr("选日期"), (Field("day", self.tr("日期")),), {"day": f"{data.day:%Y-%m-%d}"})
        if act == "find":
            field = Field("shown", self.tr("手机号、身份证号码或预约码"))
            return Form(act, self.tr("查找预约"), (field,), {})
        return None

    def missing(self, form: Form) -> str:
        if form.act == "cancel" and not form.value("reason"):
            return self.tr("取消预约需要填写原因。")
        if form.act == "day" and _as_day(form.value("day")) is None:
            return self.tr("日期请写成 2025-03-10 的样子。")
        if form.act == "find":
            return self._missing_search(form.value("shown"))
        if form.act != "book":
            return ""
        phone, number = form.value("phone"), form.value("id_number").upper()
        if not form.value("name"):
            return self.tr("请填写办事人姓名。")
        if not phone and not number:
            return self.tr("请填写手机号或身份证号码，签到时凭它查找预约。")
        if phone and not (len(phone) == 11 and phone.isascii() and phone.isdigit() and phone[0] == "1"):
            return self.tr("手机号应为 11 位数字，请核对。")
        return self.tr("身份证号码的校验码不符，请核对证件。") if number and not is_citizen_number(number) else ""

    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        by, data, desk = self.by, self.data, self._desk
        assert by is not None and data is not None
        text = {name: value.strip() for name, value in values.items()}
        if act == "book":
            at, item, number = datetime.fromisoformat(subject), data.item, text.get("id_number", "").upper()
            kind = HolderKind.ID_CARD if number else HolderKind.PHONE
            person = Holder(kind, text["name"], number, text.get("phone", ""))
            channel, clerk = Channel(text["channel"]), text.get("clerk", "")
            wish = BookingRequest(item, at, channel, person, clerk, self.request_of(act, subject))
            return lambda: desk.book(by, wish)
        if act == "cancel":
            return lambda: desk.cancel(by, int(subject), text["reason"])
        return lambda: desk.reply(int(subject))

    def said(self, act: str, result: object) -> str:
        return {
            "book": self.tr("已预约，请把答复交给申请人。"),
            "cancel": self.tr("预约已取消，名额已退回。"),
        }.get(act, "")

    # ---- keys and buttons ------------------------------------------------------------------------------

    def press(self, name: str) -> bool:
        section, line = self.state.section, self.state.line
        act = next((a for a in section.acts if a.name == name), None) if section else None
        self.replying.close()
        if act is None or name not in HERE or self.data is None or not self.state.may(act):
            return super().press(name)
        if name == "choose" and line is not None:
            self._item, self._day = line.key, None
            self.show_section("slots")
        elif name == "today":
            self._searched = ""
        elif name in ("earlier", "later"):
            self._day = self.data.day + timedelta(days=1 if name == "later" else -1)
        self.refresh()
        return True

    def submit(self) -> None:
        form = self.state.form
        if form is None or form.act not in ("day", "find") or self.state.busy is not None:
            super().submit()
            return
        error = self.missing(form)
        if error:
            self._set(replace(self.state, form=replace(form, error=error)))
            return
        if form.act == "day":
            self._day = _as_day(form.value("day"))
        else:
            self._searched = form.value("shown")
        self.forget_typed(form.act, form.subject)
        self._set(replace(self.state, form=None, message=None))
        self.refresh()

    def cancel_form(self) -> None:
        form = self.state.form
        if form is not None and form.act in ("book", "find") and self.state.busy is None:
            self.forget_typed(form.act, form.subject)  # the next person must not find it
        super().cancel_form()

    # ---- on the way ------------------------------------------------------------------------------------

    def _done(self, session: int, act: str, subject: str, result: object) -> None:
        super()._done(session, act, subject, result)
        if session == self._session and isinstance(result, Booked):
            self.replying.open(result)

    def _was_read(self, session: int, data: BookingSnapshot) -> None:
        super()._was_read(session, data)
        if session != self._session or self.by is None:
            return
        mine = [a for a in data.prepare if a.clerk == self.by.name or Role.GUIDE in self.by.roles]
        for appointment in mine:
            if appointment.id not in self._told:
                text = self.tr("{time} 有预约：{item}（{holder}），请到岗准备。").format(
                    time=f"{appointment.at.astimezone(data.at.tzinfo):%H:%M}",
                    item=data.catalogue.item_name(appointment.item),
                    holder=appointment.holder,
                )
                self.news.emit(Message(Tone.WARN, text))
        self._told = frozenset(a.id for a in data.prepare)

    def _missing_search(self, text: str) -> str:
        try:
            self._desk.shown(text)
        except BadInput as error:
            return error.message
        return ""

    def describe(self) -> dict[str, Any]:
        """What is shown, for the remote hand; nothing personal."""
        state, reply = self.state, self.replying.state
        section = state.section
        return {
            "section": section.name if section else None,
            "lines": [line.cells[:2] for line in section.lines] if section else [],
            "note": section.note if section else "",
            "form": state.form.act if state.form else None,
            "form_error": state.form.error if state.form else "",
            "message": state.message.text if state.message else None,
            "busy": state.busy,
            "reply": reply.booked is not None,
            "paper": str(reply.paper),
            "sms": str(reply.sms),
            "trouble": reply.trouble,
        }


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

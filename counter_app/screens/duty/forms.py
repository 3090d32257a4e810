"""The forms of the duty page (班务填写栏): what is asked for, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from counter_app.duty_desk import DutySnapshot
from counter_app.screens.duty.chiefs import Chiefs
from counter_app.screens.duty.words import DutyWords
from counter_app.screens.sheets.state import Field, FieldKind, Form
from hall.errors import HallError
from hall.profile import HallProfile
from hall.staffing.leave_service import LeaveRequest
from hall.staffing.window import Post


class DutyForms(QObject):
    """Builds forms and reads what was typed into them."""

    def __init__(self, profile: HallProfile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self._words = DutyWords(self)
        self._chiefs = Chiefs(self)

    def form(self, act: str, subject: str, data: DutySnapshot) -> Form | None:
        """The form of an action; None when there is nothing to fill in."""
        posts = tuple((post.value, self._words.post(post)) for post in Post)
        today = f"{data.at:%Y-%m-%d}"
        fields: tuple[Field, ...]
        if act == "ask":
            return self._leave(data)
        if act in ("appoint", "away"):
            return self._chiefs.form(act, subject, data)
        if act == "refuse":
            reason = Field("reason", self.tr("不批准的原因"))
            return Form(act, self.tr("不批准请假"), (reason,), {}, subject)
        if act == "stand_by":
            fields = (
                Field("number", self.tr("工号")),
                Field("password", self.tr("密码"), FieldKind.SECRET),
                Field("post", self.tr("岗位"), FieldKind.CHOICE, posts),
            )
            return Form(act, self.tr("顶岗人员签到"), fields, {"post": Post.B.value})
        people = tuple((number, f"{name} {number}") for number, name in sorted(data.names.items()))
        if act == "assign":
            windows = tuple((str(w.number), f"{w.number} {w.name}") for w in data.windows if w.active)
            fields = (
                Field("clerk", self.tr("人员"), FieldKind.CHOICE, people),
                Field("window", self.tr("窗口"), FieldKind.CHOICE, windows),
                Field("post", self.tr("岗位"), FieldKind.CHOICE, posts),
                Field("starts", self.tr("到岗日期")),
                Field("approved_by", self.tr("审批人")),
            )
            return Form(act, self.tr("登记派驻"), fields, {"post": Post.A.value, "starts": today})
        if act == "end_post":
            return Form(act, self.tr("登记离岗"), (Field("ends", self.tr("离岗日期")),), {"ends": today}, subject)
        if act == "train":
            results = (("1", self.tr("合格")), ("0", self.tr("不合格")))
            fields = (
                Field("clerk", self.tr("人员"), FieldKind.CHOICE, people),
                Field("item", self.tr("事项"), FieldKind.CHOICE, tuple(data.items.items())),
                Field("on", self.tr("培训日期")),
                Field("passed", self.tr("结果"), FieldKind.CHOICE, results),
            )
            return Form(act, self.tr("登记岗前培训"), fields, {"on": today, "passed": "1"})
        return None

    def missing(self, form: Form, data: DutySnapshot) -> str:
        """What a form lacks, empty for nothing; the use cases check again."""
        for field in form.fields:
            if field.kind is not FieldKind.CHECK and not form.value(field.name):
                return self.tr("请填写“{field}”。").format(field=field.text)
        if "from_day" in form.values:
            span = as_span(form.values, data.at)
            if span is None:
                return self.tr("日期请写成 2025-03-03，时间请写成 14:30。")
            if span[1] <= span[0]:
                return self.tr("结束时间应晚于开始时间。")
        for name in ("starts", "ends", "on", "since"):
            if name in form.values and as_date(form.value(name)) is None:
                return self.tr("日期请写成 2025-03-03 的样子。")
        return ""

    def hint(self, form: Form, data: DutySnapshot) -> str:
        """Who will have to sign the slip as it is written now."""
        if form.act != "ask":
            return ""
        request = self.request(form.values, data)
        if request is None or request.ends <= request.starts:
            return ""
        try:
            return self._words.slip_needs(request, data, self._profile)
        except HallError as error:
            return error.message

    def request(self, values: Mapping[str, str], data: DutySnapshot) -> LeaveRequest | None:
        """What is asked for; None while a date or a time can't be read."""
        span = as_span(values, data.at)
        if span is None:
            return None
        window = data.window.number if data.window is not None else None
        return LeaveRequest(span[0], span[1], values.get("reason", ""), bool(values.get("annual")), window)

    def _leave(self, data: DutySnapshot) -> Form:
        fields = (
            Field("reason", self.tr("事由")),
            Field("from_day", self.tr("开始日期")),
            Field("from_time", self.tr("开始时间")),
            Field("to_day", self.tr("结束日期")),
            Field("to_time", self.tr("结束时间")),
            Field("annual", self.tr("公休假"), FieldKind.CHECK),
        )
        starts, ends = self._next_session(data.at)
        values = {
            "from_day": f"{starts:%Y-%m-%d}",
            "from_time": f"{starts:%H:%M}",
            "to_day": f"{ends:%Y-%m-%d}",
            "to_time": f"{ends:%H:%M}",
        }
        return Form("ask", self.tr("请假条"), fields, values)

    def _next_session(self, now: datetime) -> tuple[datetime, datetime]:
        """The next half day that has not begun."""
        for days in (0, 1):
            for session in self._profile.hours.sessions:
                day = now.date() + timedelta(days=days)
                opens = datetime.combine(day, session.opens, tzinfo=now.tzinfo)
                if opens > now:
                    return opens, datetime.combine(day, session.closes, tzinfo=now.tzinfo)
        return now, now + timedelta(hours=1)


def as_span(values: Mapping[str, str], now: datetime) -> tuple[datetime, datetime] | None:
    """From – to as they are typed; None while one of them can't be read."""
    ends = []
    for day, clock in (("from_day", "from_time"), ("to_day", "to_time")):
        try:
            text = f"{values.get(day, '').strip()} {values.get(clock, '').strip()}"
            ends.append(datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=now.tzinfo))
        except ValueError:
            return None
    return ends[0], ends[1]


def as_date(text: str) -> date | None:
    """A day as it is typed; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

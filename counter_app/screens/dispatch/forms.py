"""The forms of the dispatch page (调度填写栏)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from counter_app.dispatch_desk import DispatchSnapshot
from counter_app.screens.sheets.state import Field, FieldKind, Form
from hall.staffing.establishment import COMPREHENSIVE
from hall.staffing.window import Window, WindowKind


class DispatchForms(QObject):
    """Builds forms and reads what was typed into them."""

    def form(self, act: str, subject: str, data: DispatchSnapshot) -> Form | None:
        """The form of an action; None when there is nothing to fill in."""
        reason = Field("reason", self.tr("原因"))
        day, clock = Field("until_day", self.tr("结束日期")), Field("until_time", self.tr("结束时间"))
        ends = self._full_hour(data.at)
        when = {"until_day": f"{ends:%Y-%m-%d}", "until_time": f"{ends:%H:%M}"}
        if act == "set_up":
            return self._set_up(data, (day, clock, reason), when)
        if act == "prolong":
            title = self.tr("调整 {window} 号窗口的结束时间").format(window=subject)
            return Form(act, title, (day, clock, reason), when, subject)
        if act == "take_away":
            return Form(act, self.tr("撤销 {window} 号窗口").format(window=subject), (reason,), {}, subject)
        if act == "delegate":
            return self._delegate(data)
        if act == "revoke":
            return Form(act, self.tr("撤销委托"), (reason,), {}, subject)
        return None

    def missing(self, form: Form, data: DispatchSnapshot) -> str:
        """What a form lacks, empty for nothing; the use cases check again."""
        for field in form.fields:
            if not form.value(field.name):
                return self.tr("请填写“{field}”。").format(field=field.text)
        if "until_day" in form.values:
            until = as_time(form.values, data.at)
            if until is None:
                return self.tr("日期请写成 2025-03-03，时间请写成 14:30。")
            if until <= data.at:
                return self.tr("结束时间应晚于现在。")
        if form.act == "set_up" and not form.value("number").isdecimal():
            return self.tr("窗口编号请填写数字。")
        for name in ("starts", "ends"):
            if name in form.values and as_date(form.value(name)) is None:
                return self.tr("日期请写成 2025-03-03 的样子。")
        return ""

    def window(self, values: Mapping[str, str]) -> Window:
        """The temporary window a complete form describes."""
        return Window(
            number=int(values["number"]),
            name=values["name"].strip(),
            kind=WindowKind(values["kind"]),
            zone=values["zone"].strip(),
            items=frozenset(filter(None, values["items"].split(","))),
        )

    def _set_up(
        self, data: DispatchSnapshot, more: tuple[Field, ...], when: Mapping[str, str]
    ) -> Form:  # fmt: skip
        used = [w.number for w in data.windows]
        zones = sorted({w.zone for w in data.windows if w.zone})
        fields = (
            Field("number", self.tr("窗口编号")),
            Field("name", self.tr("窗口名称")),
            Field("kind", self.tr("窗口类别"), FieldKind.CHOICE, tuple((k.value, k.value) for k in WindowKind)),
            Field("zone", self.tr("区域"), FieldKind.CHOICE, tuple((zone, zone) for zone in zones)),
            *more,
            Field("items", self.tr("办理事项"), FieldKind.MANY, self._items(data)),
        )
        values = {
            **when,
            "number": str(max(used, default=0) + 1),
            "name": self.tr("临时窗口"),
            "kind": WindowKind.UNIVERSAL.value,
            "zone": zones[0] if zones else "",
        }
        return Form("set_up", self.tr("设立临时窗口"), fields, values)

    def _delegate(self, data: DispatchSnapshot) -> Form:
        able = tuple((str(w.number), f"{w.number} {w.name}") for w in data.windows if w.kind in COMPREHENSIVE)
        fields = (
            Field("window", self.tr("受托综合窗口"), FieldKind.CHOICE, able),
            Field("starts", self.tr("开始日期")),
            Field("ends", self.tr("结束日期")),
            Field("basis", self.tr("依据（文号）")),
            Field("items", self.tr("委托事项（同一部门）"), FieldKind.MANY, self._items(data)),
        )
        today = data.at.date()
        year_end = date(today.year, 12, 31)
        return Form("delegate", self.tr("登记委托"), fields, {"starts": f"{today}", "ends": f"{year_end}"})

    def _items(self, data: DispatchSnapshot) -> tuple[tuple[str, str], ...]:
        names = {d.code: d.name for d in data.departments}
        return tuple((i.code, f"{names.get(i.department, '')} {i.name}".strip()) for i in data.items.values())

    @staticmethod
    def _full_hour(now: datetime) -> datetime:
        """Two hours on, at a full hour."""
        return (now + timedelta(hours=3)).replace(minute=0, second=0, microsecond=0)


def as_time(values: Mapping[str, str], now: datetime) -> datetime | None:
    """Day and time as they are typed; None when they can't be read."""
    try:
        text = f"{values.get('until_day', '').strip()} {values.get('until_time', '').strip()}"
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=now.tzinfo)
    except ValueError:
        return None


def as_date(text: str) -> date | None:
    """A day as it is typed; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

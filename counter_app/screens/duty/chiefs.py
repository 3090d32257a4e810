"""The chief representatives on the duty page (首席代表): authority, seal, stand-in."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.duty_desk import DutySnapshot
from counter_app.model import Tone
from counter_app.screens.duty.words import DutyWords
from counter_app.screens.sheets.state import Act, Field, FieldKind, Form, Line, Section
from hall.staffing.chief import ChiefRepresentative


class Chiefs(QObject):
    """The list, and the forms to appoint one and to name the stand-in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = DutyWords(self)

    def section(self, data: DutySnapshot, *, chief: bool) -> Section:
        """Who acts for each department now.

        Args:
            chief: the reader is one, and may name their own stand-in.
        """
        today = data.at.date()
        serving = [c for c in data.chiefs if c.until is None or c.until >= today]
        lines = tuple(self._line(data, found) for found in sorted(serving, key=lambda c: (c.department, c.since)))
        columns = (
            self.tr("部门"),
            self.tr("首席代表"),
            self.tr("审批专用章"),
            self.tr("现由谁行使"),
            self.tr("任职"),
            self.tr("授权"),
        )
        acts = []
        if data.manager:
            acts.append(Act("appoint", self.tr("登记首席代表"), strong=True))
        if data.manager or chief:
            acts.append(Act("away", self.tr("登记临时代表"), on_line=True, strong=not data.manager))
        note = self.tr("首席代表离岗期间由临时代表行使审批权、保管印章，请假条也由临时代表签。")
        empty = self.tr("还没有登记首席代表。")
        return Section("chiefs", self.tr("首席代表"), columns, lines, empty, tuple(acts), note)

    def form(self, act: str, subject: str, data: DutySnapshot) -> Form:
        """To appoint, or to name a stand-in."""
        today = f"{data.at:%Y-%m-%d}"
        fields: tuple[Field, ...]
        if act == "appoint":
            people = tuple((number, f"{name} {number}") for number, name in sorted(data.names.items()))
            fields = (
                Field("clerk", self.tr("人员"), FieldKind.CHOICE, people),
                Field("authority", self.tr("授权范围")),
                Field("since", self.tr("任职日期")),
                Field("seal", self.tr("保管审批专用章"), FieldKind.CHECK),
            )
            return Form(act, self.tr("登记首席代表"), fields, {"since": today, "seal": "1"})
        department = next((c.department for c in data.chiefs if str(c.id) == subject), "")
        able = tuple(
            (number, f"{data.names[number]} {number}")
            for number in sorted(data.names)
            if data.departments_of.get(number) == department
        )
        fields = (
            Field("stand_in", self.tr("临时代表"), FieldKind.CHOICE, able),
            Field("from_day", self.tr("开始日期")),
            Field("from_time", self.tr("开始时间")),
            Field("to_day", self.tr("结束日期")),
            Field("to_time", self.tr("结束时间")),
        )
        values = {"from_day": today, "from_time": f"{data.at:%H:%M}", "to_day": today, "to_time": "23:59"}
        return Form(act, self.tr("登记临时代表"), fields, values, subject)

    def _line(self, data: DutySnapshot, found: ChiefRepresentative) -> Line:
        away = found.is_away(data.at) and bool(found.stand_in)
        acting = self._words.person(data, found.acting(data.at))
        cells = (
            data.departments.get(found.department, found.department),
            self._words.person(data, found.clerk),
            self.tr("保管") if found.holds_seal else "—",
            self.tr("{name}（临时代表）").format(name=acting) if away else acting,
            f"{found.since:%Y-%m-%d}",
            found.authority,
        )
        return Line(str(found.id), cells, Tone.WARN if away else None)

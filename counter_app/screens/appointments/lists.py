"""The lists of the appointments page (预约列表)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.booking_desk import BookingSnapshot
from counter_app.model import Tone
from counter_app.screens.sheets.state import Act, Line, Section
from hall.appointments.appointment import Appointment, AppointmentState
from hall.appointments.rules import Channel

MOST_ITEMS = 60


class BookingLists(QObject):
    """Makes sections of a snapshot."""

    def all(self, data: BookingSnapshot, query: str, *, searched: bool) -> tuple[Section, ...]:
        """In the order of a booking."""
        return (
            self._items(data, query),
            self._slots(data),
            self._booked(data, searched=searched),
            self._prepare(data),
        )

    def day(self, data: BookingSnapshot) -> str:
        """The day looked at, with its weekday."""
        names = (
            self.tr("周一"), self.tr("周二"), self.tr("周三"), self.tr("周四"), self.tr("周五"), self.tr("周六"),
            self.tr("周日"),
        )  # fmt: skip
        return f"{data.day:%Y-%m-%d} {names[data.day.weekday()]}"

    def channel(self, channel: Channel) -> str:
        """Where it was made."""
        return {
            Channel.WINDOW: self.tr("窗口"),
            Channel.ONLINE: self.tr("网上"),
            Channel.PHONE: self.tr("电话"),
        }[channel]

    def _items(self, data: BookingSnapshot, query: str) -> Section:
        found = data.catalogue.find(query)
        lines = tuple(
            Line(i.code, (i.code, i.name, data.catalogue.name_of(i.department))) for i in found[:MOST_ITEMS]
        )
        note = self.tr("共 {count} 个事项，请继续输入以缩小范围。").format(count=len(found))
        return Section(
            "items",
            self.tr("选事项"),
            (self.tr("编码"), self.tr("事项"), self.tr("部门")),
            lines,
            self.tr("没有找到事项。请改用名称中的字或拼音首字母，也可输入部门名称。"),
            (Act("choose", self.tr("看时段"), on_line=True, strong=True),),
            note if len(found) > MOST_ITEMS else "",
        )

    def _slots(self, data: BookingSnapshot) -> Section:
        lines = tuple(
            Line(
                place.starts.isoformat(),
                (
                    f"{place.starts:%H:%M}–{place.ends:%H:%M}",
                    str(place.capacity),
                    str(place.left) if place.left else self.tr("已满"),
                ),
                None if place.left else Tone.WARN,
            )
            for place in data.places
        )
        acts = (
            Act("book", self.tr("预约"), on_line=True, strong=True),
            Act("earlier", self.tr("前一天")),
            Act("later", self.tr("后一天")),
            Act("day", self.tr("选日期")),
        )
        if not data.item:
            empty = self.tr("请先选事项（按 1）。")
        else:
            empty = data.trouble or self.tr("{day} 不办公，没有可约时段。").format(day=self.day(data))
        note = ""
        if data.item:
            name = data.catalogue.item_name(data.item)
            note = self.tr("{item}　{day}").format(item=name, day=self.day(data))
            if data.earliest is not None:
                note += self.tr("　窗口预约最早可约 {first}").format(first=f"{data.earliest:%m-%d}")
        return Section(
            "slots",
            self.tr("时段"),
            (self.tr("时段"), self.tr("名额"), self.tr("剩余")),
            lines,
            empty,
            acts if data.item else (),
            note,
        )

    def _booked(self, data: BookingSnapshot, *, searched: bool) -> Section:
        acts = (
            Act("reply", self.tr("预约答复"), on_line=True, strong=True),
            Act("cancel", self.tr("取消预约"), on_line=True),
            Act("find", self.tr("查找")),
            *((Act("today", self.tr("今日全部")),) if searched else ()),
        )
        title = self.tr("查找结果 {count}") if searched else self.tr("今日预约 {count}")
        empty = self.tr("没有找到预约，请核对手机号、证件号码或预约码。") if searched else self.tr("今天没有预约。")
        return Section(
            "booked",
            title.format(count=len(data.booked)),
            self._columns(),
            tuple(self._line(a, data) for a in data.booked),
            empty,
            acts,
        )

    def _prepare(self, data: BookingSnapshot) -> Section:
        return Section(
            "prepare",
            self.tr("待到岗 {count}").format(count=len(data.prepare)),
            self._columns(),
            tuple(self._line(a, data) for a in data.prepare),
            self.tr("近期没有即将开始的预约。"),
            (),
            self.tr("接待人员应在预约时间前到岗准备。"),
        )

    def _columns(self) -> tuple[str, ...]:
        return (
            self.tr("时间"), self.tr("状态"), self.tr("事项"), self.tr("办事人"), self.tr("接待人员"),
            self.tr("渠道"),
        )  # fmt: skip

    def _line(self, appointment: Appointment, data: BookingSnapshot) -> Line:
        names = {c.number: c.name for c in data.colleagues}
        states = {
            AppointmentState.BOOKED: self.tr("已预约"),
            AppointmentState.ARRIVED: self.tr("已签到"),
            AppointmentState.FORFEITED: self.tr("视同放弃"),
            AppointmentState.CANCELLED: self.tr("已取消"),
        }
        tones = {AppointmentState.ARRIVED: Tone.GOOD, AppointmentState.FORFEITED: Tone.WARN}
        at = appointment.at.astimezone(data.at.tzinfo)
        cells = (
            f"{at:%m-%d %H:%M}",
            states[appointment.state],
            data.catalogue.item_name(appointment.item),
            appointment.holder,
            names.get(appointment.clerk, "—"),
            self.channel(appointment.channel),
        )
        return Line(str(appointment.id), cells, tones.get(appointment.state))

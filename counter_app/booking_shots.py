"""Pictures of the appointments page with sample states (预约截图)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from counter_app.booking_desk import Booked, BookingDesk, BookingSnapshot
from counter_app.guide_model import Colleague, GuideCatalogue
from counter_app.guide_shots import DEPARTMENTS, ITEMS, PROFILE
from counter_app.no_database import CALENDAR, NoStore, NoWorker
from counter_app.reply_sending import BridgedReplies
from counter_app.screens.appointments.replying import Given, ReplyState
from counter_app.screens.appointments.view import BookingView
from counter_app.screens.appointments.view_model import BookingModel
from hall.appointments.appointment import Appointment, AppointmentState
from hall.appointments.booking import Reply
from hall.appointments.place import Place, PlaceKind
from hall.appointments.rules import Channel
from hall.identity import Actor, Holder, HolderKind, Role
from hall.staffing.clerk import Clerk

NOW = datetime(2025, 3, 5, 9, 21, tzinfo=PROFILE.zone)
DAY = date(2025, 3, 10)
ROLES = frozenset({Role.CLERK})


def _place(hour: int, minute: int, taken: int) -> Place:
    starts = datetime(2025, 3, 10, hour, minute, tzinfo=PROFILE.zone)
    return Place(PlaceKind.APPOINTMENT, "SX002", starts, starts + timedelta(minutes=30), 2, taken)


def _booked(
    number: int, hour: int, item: str, holder: str, state: AppointmentState, channel: Channel
) -> Appointment:
    at = NOW.replace(hour=hour, minute=30)
    return Appointment(
        number, "AB3D5F7H", item, at, channel, state, holder=holder, clerk="1027", clerk_phone="0371-26668888",
        day=at.date(), ends=at + timedelta(minutes=30),
    )  # fmt: skip


PLACES = tuple(_place(9 + n // 2, 30 * (n % 2), (0, 1, 2, 0, 2, 1)[n]) for n in range(6))
BOOKED = (
    _booked(1, 9, "SX002", "李*", AppointmentState.BOOKED, Channel.WINDOW),
    _booked(2, 9, "SX001", "王*国", AppointmentState.ARRIVED, Channel.ONLINE),
    _booked(3, 10, "SX015", "欧**华", AppointmentState.BOOKED, Channel.PHONE),
    _booked(4, 8, "SX008", "赵*", AppointmentState.FORFEITED, Channel.ONLINE),
)
DATA = BookingSnapshot(
    GuideCatalogue(DEPARTMENTS, ITEMS),
    "SX002",
    DAY,
    PLACES,
    "",
    DAY,
    BOOKED,
    BOOKED[:1],
    (Colleague("1027", "张伟"), Colleague("1031", "李娜")),
    NOW,
)
REPLY = Reply(
    (
        "您已预约3月10日10:00–10:30办理“食品经营许可（含新办、变更、延续、补发、注销）”，预约码AB3D5F7H。",
        "请带齐全部材料：1.食品经营许可申请书；2.营业执照复印件；3.主要设备设施布局、操作流程文件；"
        "4.食品安全规章制度；5.法定代表人（负责人）身份证复印件。",
        "接待人员：张伟，电话：0371-26668888。",
        "超过预约时间30分钟未到场，视同放弃预约。",
    )
)


def booking_shots() -> list[tuple[str, QWidget]]:
    """The lists, the forms and the reply."""
    pictures: list[tuple[str, QWidget]] = []
    for name in ("items", "slots", "booked", "prepare"):
        view, model = _page()
        model.show_section(name)
        pictures.append((f"appointments_{name}", view))
    view, model = _page()
    model.show_section("slots")
    model.press("book")
    model.edit({"name": "李梅", "phone": "1381234567"})
    model.submit()
    pictures.append(("appointments_book", view))
    view, model = _page()
    model.show_section("slots")
    person = Holder(HolderKind.PHONE, "李梅", phone="13812345678")
    reply = ReplyState(
        Booked(replace(BOOKED[0], person=person), "", REPLY),
        Given.GIVEN,
        Given.FAILED,
        "手机网络暂不可用，短信未发出，稍后重试。",
        can_print=True,
        can_text=True,
    )
    model.replying.state = reply
    model.replying.changed.emit(reply)
    pictures.append(("appointments_reply", view))
    return pictures


def _page() -> tuple[QWidget, BookingModel]:
    desk = BookingDesk(NoStore(), PROFILE, lambda _uow: CALENDAR)
    model = BookingModel(desk, NoWorker(), BridgedReplies({}, PROFILE))
    model.begin(Clerk("1027", "张伟", "scjg", ROLES), Actor("1027", ROLES, "counter-3"))
    model.data = DATA
    model.retranslate()
    view = BookingView(model)
    model.setParent(view)
    return view, model

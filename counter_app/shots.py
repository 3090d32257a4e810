"""Pictures of every screen of the counter with sample states (截图), without a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from counter_app.booking_shots import booking_shots
from counter_app.complaint_shots import complaint_shots
from counter_app.desk import Desk
from counter_app.dispatch_shots import dispatch_shots
from counter_app.drafts import Drafts
from counter_app.duty_shots import duty_shots
from counter_app.guide_shots import guide_shots
from counter_app.model import (
    DeskSnapshot,
    DeviceHealth,
    DeviceLight,
    Message,
    RatingLine,
    RatingStage,
    Target,
    Tone,
)
from counter_app.no_database import CALENDAR, NoPasswords, NoStore, NoWorker
from counter_app.sample_page import sample_mat
from counter_app.screens.call_bar.view import CallBar
from counter_app.screens.camera.state import Outline, Take, TakeStage
from counter_app.screens.camera.view import CameraView
from counter_app.screens.camera.view_model import CameraViewModel
from counter_app.screens.citizen.state import CitizenStage, CitizenState
from counter_app.screens.citizen.view import CitizenView
from counter_app.screens.citizen.view_model import CitizenViewModel
from counter_app.screens.health.view import HealthView
from counter_app.screens.health.view_model import HealthViewModel
from counter_app.screens.health.words import HealthNews
from counter_app.screens.sign_in.view import SignInView
from counter_app.screens.sign_in.view_model import SignInViewModel
from counter_app.screens.work.forms import FormKind, FormState
from counter_app.screens.work.state import WorkState
from counter_app.screens.work.view import WorkView
from counter_app.screens.work.view_model import WorkViewModel
from hall.catalogue.item import ItemKind, Material, ServiceItem
from hall.identity import Actor, HolderKind, Role
from hall.profile import HallProfile
from hall.queueing.ordering import Choice
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing.clerk import Clerk
from hall.staffing.service import SignedIn
from hall.staffing.window import Pause, Post, Window, WindowKind, WindowState
from qt_common.device_condition import Condition

SIZES = {"1366": QSize(1366, 768), "1080p": QSize(1920, 1080)}
PROFILE = HallProfile("xiangfu", "祥符区政务服务大厅")
NOW = datetime(2025, 3, 3, 9, 41, 12, tzinfo=PROFILE.zone)
ROLES = frozenset({Role.CLERK})
CLERK = Clerk("1027", "张伟", "scjg", ROLES)
FOOD = ServiceItem(
    "SX002",
    "食品经营许可（含新办、变更、延续、补发、注销）",
    "scjg",
    ItemKind.COMMITMENT,
    "A",
    20,
    10,
    tuple(
        Material(name)
        for name in (
            "食品经营许可申请书",
            "营业执照复印件",
            "与食品经营相适应的主要设备设施布局、操作流程文件",
            "食品安全自查、从业人员健康管理等保证食品安全的规章制度",
            "法定代表人（负责人）身份证复印件",
        )
    ),
    "不收费",
)
WINDOW = Window(
    3, "无差别综合窗口", WindowKind.UNIVERSAL, "A", frozenset({"SX001", "SX002"}), contact="0371-26668888",
    state=WindowState.OPEN, clerk="1027", post=Post.A,
)  # fmt: skip


DESK = Desk(NoStore(), 3, "counter-3", PROFILE, NoPasswords(), lambda _uow: CALENDAR)


def sample_ticket(
    number: int,
    minutes: int,
    item: str,
    holder: str,
    priority: PriorityClass = PriorityClass.ORDINARY,
    why: str = "",
) -> Ticket:
    """A ticket taken ``minutes`` ago."""
    taken = NOW - timedelta(minutes=minutes, seconds=12)
    kind = HolderKind.ID_CARD if holder else HolderKind.NONE
    return Ticket(
        number, date(2025, 3, 3), "A", number, "SX002", item, "scjg", "A", TicketState.WAITING, taken, taken,
        "kiosk-1", priority, why, kind, holder,
    )  # fmt: skip


WAITING = (
    sample_ticket(24, 21, "个体工商户设立登记", "王*国", PriorityClass.GREEN, "重点项目专班陪同"),
    sample_ticket(25, 18, FOOD.name, "李*"),
    sample_ticket(26, 15, "营业执照遗失补领", "欧**华", PriorityClass.CARE, "75岁，行动不便"),
    sample_ticket(27, 11, "个体工商户设立登记", ""),
    sample_ticket(28, 8, FOOD.name, "赵*"),
    sample_ticket(29, 4, "公司变更登记（备案）", "孙*明"),
    sample_ticket(30, 1, "个体工商户注销登记", "周*"),
)
SUSPENDED = replace(sample_ticket(19, 52, FOOD.name, "吴*芳"), state=TicketState.SUSPENDED, window=3)
CALLED = replace(
    sample_ticket(23, 29, FOOD.name, "李*梅"), state=TicketState.CALLED, window=3, clerk="1027", calls=1,
    called_at=NOW - timedelta(seconds=25),
)  # fmt: skip
SERVING = replace(
    CALLED,
    state=TicketState.SERVING,
    called_at=NOW - timedelta(seconds=552),
    started_at=NOW - timedelta(seconds=492),
)
SNAPSHOT = DeskSnapshot(
    WINDOW, CLERK, None, None, WAITING, Choice(WAITING[0], "绿色通道：重点项目专班陪同，已等候21分钟"),
    (SUSPENDED,), (), (), NOW,
)  # fmt: skip
TARGETS = (Target(5, "市场准入综合窗口"), Target(7, "无差别综合窗口"))
LIGHTS = (DeviceLight("rating_pad", Condition.READY), DeviceLight("document_camera", Condition.READY))
BASE = WorkState(SignedIn(CLERK, WINDOW, Actor("1027", ROLES, "counter-3")), SNAPSHOT, 0.0, lights=LIGHTS)
AT = replace(SNAPSHOT, current=SERVING, item=FOOD, targets=TARGETS)


HEALTH = tuple(
    DeviceHealth(station, kind, condition, NOW - timedelta(minutes=minutes), own=station == "counter-3")
    for station, kind, condition, minutes in (
        ("counter-3", "rating_pad", Condition.LIMITED, 61),
        ("counter-3", "document_camera", Condition.READY, 61),
        ("kiosk-1", "ticket_printer", Condition.PAPER_OUT, 4),
        ("kiosk-1", "id_card_reader", Condition.READY, 75),
        ("kiosk-2", "ticket_printer", Condition.PAPER_LOW, 22),
        ("counter-5", "a4_printer", Condition.OFFLINE, 9),
        ("display-1", "voice", Condition.READY, 75),
        ("counter-7", "window_led", Condition.UNKNOWN, 2),
    )
)


# Name, words with their context, key.
DOORS = (
    ("appointments", ("BookingView", "预约"), "F6"),
    ("duty", ("DutyView", "班务"), "F7"),
    ("complaints", ("ComplaintsView", "投诉"), "F11"),
    ("guide", ("GuideView", "导办"), "F4"),
    ("dispatch", ("DispatchView", "调度"), "F10"),
)


def work_states() -> dict[str, WorkState]:
    """States of the work page worth a look."""
    pause = Pause("送签材料", "区人社局三楼", NOW - timedelta(minutes=6), NOW + timedelta(minutes=20))
    paused = replace(SNAPSHOT, window=replace(WINDOW, state=WindowState.PAUSED, pause=pause))
    calm = replace(SNAPSHOT, waiting=(), upcoming=None, aside=())
    asked = RatingLine("A022", RatingStage.ASKING)
    away = tuple(replace(light, condition=Condition.OFFLINE) for light in LIGHTS)
    called = Message(Tone.GOOD, "已呼叫 A023：最先取号，已等候29分钟。")
    lost = Message(Tone.ALARM, "与数据库的连接中断，正在自动重连。已填内容仍保留，号票不会丢失，请稍候。")
    return {
        "idle": replace(BASE, rating=asked),
        "nobody": replace(BASE, snapshot=calm),
        "called": replace(BASE, snapshot=replace(AT, current=CALLED), message=called),
        "serving": replace(BASE, snapshot=AT),
        "transfer": replace(
            BASE, snapshot=AT, form=FormState(FormKind.TRANSFER, SERVING, TARGETS, 5, reason="事项归口")
        ),
        "pause": replace(
            BASE, form=FormState(FormKind.PAUSE, back_at="09:56", reason="送签材料", error="请填写去向。")
        ),
        "paused": replace(BASE, snapshot=paused),
        "device_trouble": replace(BASE, message=HealthNews().of(HEALTH[2]), troubles=3),
        "database_away": replace(BASE, snapshot=AT, online=False, message=lost, lights=away, troubles=2),
    }


def shots(language: str, mode: str) -> list[tuple[str, QWidget]]:
    """Every screen as a widget of the right size; language and theme are installed by the caller.

    Args:
        language: ``"zh"`` or ``"en"``; the views translate themselves.
        mode: a key of `SIZES`.
    """
    del language
    size = SIZES[mode]
    pictures: list[tuple[str, QWidget]] = [("sign_in", _sign_in(""))]
    pictures.append(("sign_in_refused", _sign_in("工号或密码不正确，请重新输入。")))
    pictures += [(f"work_{name}", _work(state)) for name, state in work_states().items()]
    for _name, widget in pictures:
        widget.resize(size)
    for name, rows in (("health", HEALTH), ("health_calm", HEALTH[:2])):
        page = _health(rows)
        page.resize(size)
        pictures.append((name, page))
    bar = CallBar(_work_model(replace(BASE, snapshot=AT)))
    pictures.append(("call_bar", bar))
    for name, page in (*guide_shots(), *booking_shots(), *duty_shots(), *dispatch_shots(), *complaint_shots()):
        page.resize(size)
        pictures.append((name, page))
    for stage in CitizenStage:
        view = _citizen(stage)
        view.resize(size)
        pictures.append((f"citizen_{stage}", view))
    return pictures


def _sign_in(error: str) -> QWidget:
    model = SignInViewModel(DESK, NoWorker())
    model.state = replace(model.state, window_name=WINDOW.name, error=error)
    view = SignInView(model)
    model.setParent(view)
    return view


def _work_model(state: WorkState) -> WorkViewModel:
    model = WorkViewModel(DESK, NoWorker(), Drafts(None), clock=lambda: 0.0)
    model.state = state
    return model


def _work(state: WorkState) -> QWidget:
    model = _work_model(state)
    camera_model = CameraViewModel()
    camera = CameraView(camera_model)
    camera_model.follow_work(state)
    if state.snapshot is not None and state.snapshot.current is not None:
        small = sample_mat(360)
        for key, certain in ((1, True), (2, False)):
            take = Take(key, SERVING.id, SERVING.label, TakeStage.SAVED, small, certain, 117, 1 if certain else 0)
            camera_model.follow_take(take)
    camera.show_picture(sample_mat(640))
    camera.show_outline(Outline(((0.27, 0.07), (0.71, 0.09), (0.70, 0.93), (0.26, 0.91)), True))
    view = WorkView(model, camera, clock=lambda: 0.0)
    doors = DOORS if state.rating is not None else DOORS[:3]  # one picture with all that one person can have
    view.show_doors([(name, QCoreApplication.translate(*words), key) for name, words, key in doors])
    for part in (model, camera_model):
        part.setParent(view)
    return view


def _health(rows: tuple[DeviceHealth, ...]) -> QWidget:
    model = HealthViewModel(PROFILE.zone)
    model.look_after_hall(whole=True)
    model.follow_own(tuple(row for row in rows if row.own))
    model.follow_hall(tuple(row for row in rows if not row.own))
    view = HealthView(model)
    model.setParent(view)
    return view


def _citizen(stage: CitizenStage) -> QWidget:
    model = CitizenViewModel(3, PROFILE.plate)
    model.state = CitizenState(
        stage, 3, WINDOW.name, CLERK.name, CLERK.number, WINDOW.contact, "A023", FOOD.name, "区人社局三楼", "10:01"
    )
    view = CitizenView(model)
    model.setParent(view)
    return view

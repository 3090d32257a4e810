"""Pictures of the duty page with sample states (班务截图)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction

from PySide6.QtWidgets import QWidget

from counter_app.desk import Desk
from counter_app.duty_desk import DutyDesk, DutySnapshot
from counter_app.no_database import CALENDAR, NoPasswords, NoStore, NoWorker
from counter_app.screens.duty.view import DutyView
from counter_app.screens.duty.view_model import DutyModel
from counter_app.screens.sign_in.view import SignInView
from counter_app.screens.sign_in.view_model import SignInViewModel
from counter_app.screens.start.view import StartView
from counter_app.screens.start.view_model import StartViewModel
from hall.identity import Actor, Role
from hall.profile import BPostRule, HallProfile
from hall.staffing.assignment import Assignment
from hall.staffing.attendance import Attendance, Presence, Shift, VacancyRecord
from hall.staffing.chief import ChiefRepresentative
from hall.staffing.clerk import Clerk
from hall.staffing.desk_sign_in import DeskSignedIn
from hall.staffing.leave import Approver, LeaveSlip, LeaveState
from hall.staffing.leave_rule import LeaveRule
from hall.staffing.training import Training
from hall.staffing.window import Post, Window, WindowKind, WindowState

PROFILE = HallProfile("xiangfu", "祥符区政务服务大厅")
ANKANG = replace(PROFILE, leave=LeaveRule.ANKANG, b_post=BPostRule.B_FIRST_HALF_DAY)
NOW = datetime(2025, 3, 3, 11, 41, tzinfo=PROFILE.zone)
DAY = NOW.date()
ITEMS = {"SX001": "个体工商户设立登记", "SX002": "食品经营许可（含新办、变更、延续、补发、注销）"}
NAMES = {"1027": "张伟", "1031": "李娜", "1044": "王芳", "2001": "赵敏", "3001": "周强"}
WINDOWS = (
    Window(3, "无差别综合窗口", WindowKind.UNIVERSAL, "A", frozenset(ITEMS), state=WindowState.OPEN, clerk="1027"),
    Window(5, "社会事务综合窗口", WindowKind.SOCIAL, "B", frozenset({"SX001"})),
)


def _at(hour: int, minute: int = 0, *, days: int = 0) -> datetime:
    return NOW.replace(hour=hour, minute=minute) + timedelta(days=days)


SLIPS = (
    LeaveSlip(
        3, "1027", _at(13), _at(17), Fraction(1, 2), "家中有事", False, (Approver.CHIEF,), ("2001",),
        LeaveState.APPROVED, 3,
    ),
    LeaveSlip(
        2, "1027", _at(9, days=3), _at(17, days=4), Fraction(2), "参加业务培训", False,
        (Approver.CHIEF, Approver.CENTRE_DEPUTY), ("2001",), LeaveState.REQUESTED, 3,
    ),
    LeaveSlip(
        1, "1027", _at(15, days=-5), _at(15, 25, days=-5), Fraction(0), "取药", False, (), (), LeaveState.BACK, 3
    ),
)  # fmt: skip
WAITING = (
    replace(SLIPS[1], id=7, clerk="1031", reason="家人住院陪护", signed=("2001",), department="mz"),
    replace(SLIPS[1], id=8, clerk="1044", starts=_at(9, days=1), ends=_at(12, days=1), days=Fraction(1, 2),
            reason="体检", signed=("2001",)),
)  # fmt: skip
POSTS = (
    Assignment(1, "1044", 3, Post.A, date(2021, 2, 1), date(2021, 1, 25), "主管副区长", date(2023, 1, 31)),
    Assignment(2, "1027", 3, Post.A, date(2023, 1, 31), date(2023, 1, 20), "主管副区长"),
    Assignment(3, "1031", 3, Post.B, date(2024, 6, 3), date(2024, 5, 28), "单位主要领导"),
)
SNAPSHOT = DutySnapshot(
    at=NOW,
    calendar=CALENDAR,
    manager=False,
    window=WINDOWS[0],
    windows=WINDOWS,
    b_post=True,
    covered=False,
    shifts=((Shift("1027", 3, _at(9), _at(12)), Presence.LATE),),
    stays=(Attendance(1, DAY, "1027", 3, Post.A, _at(8, 57)),),
    here=(
        Attendance(1, DAY, "1027", 3, Post.A, _at(8, 57)),
        Attendance(4, DAY, "1031", 3, Post.B, _at(11, 35)),
    ),
    slips=SLIPS,
    waiting=(),
    vacancies=(),
    posts=POSTS,
    trainings=(
        Training(1, "1027", "SX001", date(2024, 12, 20), True, "2001", _at(9)),
        Training(2, "1027", "SX002", date(2025, 1, 10), True, "2001", _at(9)),
    ),
    chiefs=(
        ChiefRepresentative(
            1, "scjg", "2001", "本部门全部行政审批事项", True, date(2024, 3, 1), None, "1027", _at(9), _at(17)
        ),
        ChiefRepresentative(2, "mz", "1031", "婚姻登记、社会救助", False, date(2024, 9, 2)),
    ),
    departments={"scjg": "区市场监督管理局", "mz": "区民政局"},
    departments_of={"1027": "scjg", "1044": "scjg", "2001": "scjg", "1031": "mz"},
    names=NAMES,
    items=ITEMS,
)
MANAGED = replace(
    SNAPSHOT,
    manager=True,
    window=None,
    shifts=(
        (Shift("1027", 3, _at(9), _at(12)), Presence.LATE),
        (Shift("1044", 5, _at(9), _at(12), on_leave=True), Presence.ON_LEAVE),
    ),
    stays=(
        Attendance(1, DAY, "1027", 3, Post.A, _at(8, 57)),
        Attendance(2, DAY, "1031", 3, Post.B, _at(8, 41), _at(10, 2)),
    ),
    slips=(),
    waiting=WAITING,
    vacancies=(
        VacancyRecord(1, DAY, 5, _at(9), _at(9, 6)),
        VacancyRecord(2, DAY, 3, _at(10, 2), _at(10, 8), _at(10, 15)),
    ),
    trainings=(
        *SNAPSHOT.trainings,
        Training(3, "1031", "SX002", date(2025, 2, 20), False, "3001", _at(9)),
    ),
)


def duty_shots() -> list[tuple[str, QWidget]]:
    """The page as a clerk and as a centre leader see it."""
    clerk = Clerk("1027", "张伟", "scjg", frozenset({Role.CLERK}))
    leader = Clerk("3001", "周强", "zx", frozenset({Role.CENTRE}))
    pictures = [
        (f"duty_{name}", _page(clerk, SNAPSHOT, name)) for name in ("attendance", "leave", "cover", "posts")
    ]
    pictures.append(("duty_leave_form", _page(clerk, SNAPSHOT, "leave", "ask", profile=ANKANG)))
    pictures.append(("duty_stand_by_form", _page(clerk, SNAPSHOT, "cover", "stand_by")))
    for name in ("attendance", "to_sign", "vacancies", "trainings"):
        pictures.append((f"duty_manager_{name}", _page(leader, MANAGED, name)))
    pictures.append(("duty_manager_assign_form", _page(leader, MANAGED, "posts", "assign")))
    pictures.append(("duty_manager_chiefs", _page(leader, MANAGED, "chiefs")))
    pictures.append(("duty_chief_away_form", _page(leader, MANAGED, "chiefs", "away")))
    pictures += [("sign_in_desk", _sign_in()), ("start", _start(leader))]
    return pictures


def _office() -> Desk:
    return Desk(NoStore(), 0, "office-1", PROFILE, NoPasswords(), lambda _uow: CALENDAR)


def _sign_in() -> QWidget:
    model = SignInViewModel(_office(), NoWorker())
    view = SignInView(model)
    model.setParent(view)
    return view


def _start(leader: Clerk) -> QWidget:
    model = StartViewModel(_office(), NoWorker())
    model.begin(DeskSignedIn(leader, Actor(leader.number, leader.roles, "office-1")))
    model.set_troubles(2)
    view = StartView(model)
    view.show_doors([("duty", DutyView(DutyModel(DutyDesk(_office()), NoWorker())).short_title, "F7")])
    model.setParent(view)
    return view


def _page(
    clerk: Clerk, data: DutySnapshot, section: str, act: str = "", *, profile: HallProfile = PROFILE
) -> QWidget:
    desk = Desk(NoStore(), 3, "counter-3", profile, NoPasswords(), lambda _uow: CALENDAR)
    model = DutyModel(DutyDesk(desk), NoWorker())
    model.begin(clerk, Actor(clerk.number, clerk.roles, "counter-3"))
    model.data = data
    model.retranslate()
    model.show_section(section)
    if act:
        model.press(act)
        if act == "ask":
            model.edit({"reason": "家中有事"})
    view = DutyView(model)
    model.setParent(view)
    return view

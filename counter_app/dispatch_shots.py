"""Pictures of the dispatch page with sample states (调度截图)."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from counter_app.desk import Desk
from counter_app.dispatch_desk import DispatchDesk, DispatchSnapshot
from counter_app.no_database import CALENDAR, NoPasswords, NoStore, NoWorker
from counter_app.screens.dispatch.view import DispatchView
from counter_app.screens.dispatch.view_model import DispatchModel
from hall.catalogue.item import Department, ItemKind, ServiceItem
from hall.identity import Actor, Role
from hall.profile import HallProfile
from hall.queueing.balance import WindowWork
from hall.queueing.balancing import Change, Suggestion
from hall.queueing.outlook import EstimateReport
from hall.queueing.suggestion import SuggestionRecord, SuggestionState
from hall.staffing.clerk import Clerk
from hall.staffing.delegation import Delegation
from hall.staffing.window import Window, WindowKind, WindowState

PROFILE = HallProfile("xiangfu", "祥符区政务服务大厅")
NOW = datetime(2025, 3, 3, 10, 41, tzinfo=PROFILE.zone)
DAY = NOW.date()
NAMES = ("个体工商户设立登记", "食品经营许可", "结婚登记", "不动产转移登记", "社保参保登记", "医保异地就医备案")
ITEMS = {
    f"SX00{n}": ServiceItem(f"SX00{n}", name, "scjg" if n < 3 else "mz", ItemKind.INSTANT, "A", minutes=9)
    for n, name in enumerate(NAMES, 1)
}
BOTH = frozenset({"SX001", "SX002"})
MARRY = frozenset({"SX003"})
OPEN = WindowState.OPEN
WINDOWS = (
    Window(1, "市场准入综合窗口", WindowKind.MARKET, "A", BOTH, state=OPEN, clerk="1027"),
    Window(2, "市场准入综合窗口", WindowKind.MARKET, "A", BOTH),
    Window(3, "无差别综合窗口", WindowKind.UNIVERSAL, "A", frozenset(ITEMS), state=OPEN, clerk="1031"),
    Window(5, "社会事务综合窗口", WindowKind.SOCIAL, "B", MARRY, state=WindowState.PAUSED, clerk="1044"),
    Window(
        9, "学籍业务临时窗口", WindowKind.SPECIAL, "B", frozenset({"SX005"}), state=OPEN, clerk="1050",
        temporary_from=NOW.replace(hour=8, minute=30), temporary_until=NOW + timedelta(days=4, hours=6),
        temporary_reason="新生入学集中办理",
    ),
)  # fmt: skip
WORK = (
    WindowWork(1, BOTH, 14, 8.4, 23),
    WindowWork(2, BOTH, 0, 0.0, 23),
    WindowWork(3, frozenset(ITEMS), 11, 9.7, 31),
    WindowWork(5, frozenset({"SX003"}), 6, 12.1, 4),
    WindowWork(9, frozenset({"SX005"}), 9, 6.0, 2),
)
FOUND = Suggestion(Change.OPEN, 2, BOTH, 43.6, 21.2)
MADE = SuggestionRecord(
    2, DAY, NOW - timedelta(minutes=70), Change.OPEN, 3, frozenset(ITEMS), 52.0, 24.0, SuggestionState.MEASURED,
    "3001", NOW - timedelta(minutes=68), 27.3, NOW - timedelta(minutes=10),
)  # fmt: skip
SNAPSHOT = DispatchSnapshot(
    at=NOW,
    windows=WINDOWS,
    work=WORK,
    suggestion=FOUND,
    suggestions=(
        replace(MADE, id=1, at=NOW - timedelta(minutes=95), window=5, change=Change.ADD_ITEMS, before=31, after=26,
                state=SuggestionState.DECLINED, measured=None),
        MADE,
        replace(MADE, id=3, at=NOW - timedelta(minutes=15), window=1, change=Change.MOVE, before=44, after=30,
                state=SuggestionState.CONFIRMED, measured=None),
    ),
    delegations=(
        Delegation(1, "mz", MARRY, 3, date(2025, 1, 2), date(2025, 12, 31), "祥政数〔2025〕3号", "3001"),
        Delegation(2, "mz", frozenset({"SX005", "SX006", "SX004"}), 3, date(2024, 1, 2), date(2024, 12, 31),
                   "祥政数〔2024〕8号", "3001"),
    ),
    reports={
        0: EstimateReport(38, 4.1, -0.6, 0.82, 17.9),
        7: EstimateReport(1203, 4.6, 0.3, 0.79, 18.4),
        28: EstimateReport(0, math.nan, math.nan, math.nan, math.nan),
    },
    items=ITEMS,
    departments=(Department("scjg", "区市场监督管理局"), Department("mz", "区民政局")),
    names={"1027": "张伟", "1031": "李娜", "1044": "王芳", "1050": "刘洋", "3001": "周强"},
)  # fmt: skip


def dispatch_shots() -> list[tuple[str, QWidget]]:
    """The page as a centre leader and as the guide desk see it."""
    leader = Clerk("3001", "周强", "zx", frozenset({Role.CENTRE}))
    guide = Clerk("4001", "陈静", "zx", frozenset({Role.GUIDE}))
    sections = ("load", "suggestions", "temporary", "delegations", "estimates")
    pictures = [(f"dispatch_{name}", _page(leader, SNAPSHOT, name)) for name in sections]
    calm = replace(SNAPSHOT, suggestion=None)
    pictures.append(("dispatch_calm", _page(guide, calm, "load")))
    pictures.append(("dispatch_set_up_form", _page(leader, SNAPSHOT, "temporary", "set_up")))
    pictures.append(("dispatch_delegate_form", _page(leader, SNAPSHOT, "delegations", "delegate")))
    computing = _page(leader, calm, "load", slow=True)
    return [*pictures, ("dispatch_computing", computing)]


def _page(clerk: Clerk, data: DispatchSnapshot, section: str, act: str = "", *, slow: bool = False) -> QWidget:
    desk = Desk(NoStore(), 0, "office-1", PROFILE, NoPasswords(), lambda _uow: CALENDAR)
    model = DispatchModel(DispatchDesk(desk), NoWorker())
    model.begin(clerk, Actor(clerk.number, clerk.roles, "office-1"))
    model.data = data
    model.retranslate()
    model.show_section(section)
    if act:
        model.press(act)
    if slow:
        model.press("compute")
        model.state = replace(model.state, slow=True)
    view = DispatchView(model)
    model.setParent(view)
    return view

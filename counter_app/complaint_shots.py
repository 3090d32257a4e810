"""Pictures of the complaints page with sample states (投诉处理截图)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from counter_app.complaint_desk import ComplaintDesk, ComplaintSnapshot
from counter_app.desk import Desk
from counter_app.no_database import CALENDAR, NoPasswords, NoStore, NoWorker
from counter_app.screens.complaints.view import ComplaintsView
from counter_app.screens.complaints.view_model import ComplaintsModel
from hall.complaints.complaint import (
    Complaint,
    ComplaintKind,
    ComplaintRecord,
    ComplaintState,
    ComplaintStep,
    Office,
    Tag,
)
from hall.identity import ANONYMOUS, Actor, Holder, HolderKind, Role
from hall.profile import HallProfile
from hall.staffing.clerk import Clerk

PROFILE = HallProfile("xiangfu", "祥符区政务服务大厅")
NOW = datetime(2025, 3, 5, 9, 41, tzinfo=PROFILE.zone)
TODAY = NOW.date()
MEI = Holder(HolderKind.ID_CARD, "李梅", "11010519491231002X", "13800001234")
WANG = Holder(HolderKind.PHONE, "王建国", phone="13800005678")
RUDE = Complaint(
    1, "T250226QH4W", date(2025, 2, 26), ComplaintKind.COMPLAINT, Office.SUPERVISION, NOW - timedelta(days=7),
    "citizen", "kiosk-1", MEI, (Tag.ATTITUDE, Tag.LONG_WAIT), "", item="SX002", window=3, clerk="1027",
    department="scjg", state=ComplaintState.INVESTIGATING, handler="2002", assign_by=date(2025, 2, 27),
    answer_by=date(2025, 3, 4),
)  # fmt: skip
CALL = replace(
    RUDE, id=2, number="T250304M2RC", day=date(2025, 3, 4), person=WANG, tags=(Tag.NOBODY_THERE,), window=5,
    clerk="1031", item="", wants_call=True, text="", state=ComplaintState.RECEIVED, handler="", assign_by=TODAY,
    answer_by=date(2025, 3, 11),
)  # fmt: skip
TOLD = replace(
    RUDE, id=3, number="T250303K7MP", day=date(2025, 3, 3), person=WANG, tags=(Tag.SURROUNDINGS,),
    text="二楼饮水机没有热水", window=None, clerk="", item="", state=ComplaintState.ANSWERED,
    feed_back_by=date(2025, 3, 7),
)  # fmt: skip
PRAISE = replace(
    RUDE, id=4, number="Y250303AB2C", kind=ComplaintKind.PRAISE, person=ANONYMOUS, tags=(Tag.HELPED,), window=2,
    clerk="1031", item="", state=ComplaintState.CLOSED,
)  # fmt: skip
RECORDS = (
    ComplaintRecord(1, 1, ComplaintStep.RECEIVE, NOW - timedelta(days=7), "citizen"),
    ComplaintRecord(2, 1, ComplaintStep.ASSIGN, NOW - timedelta(days=6, hours=22), "2002", "2002"),
    ComplaintRecord(3, 1, ComplaintStep.INVESTIGATE, NOW - timedelta(days=5), "2002", "", "已调看监控并核实"),
)  # fmt: skip
SNAPSHOT = ComplaintSnapshot(
    NOW,
    (RUDE, CALL, TOLD, PRAISE),
    {1: RECORDS, 2: (), 3: (), 4: ()},
    {1: ("1070", "2002"), 2: ("2002",), 3: ("2002",)},
    (CALL,),
    {"1027": "张伟", "1031": "李娜", "1070": "郭明", "2002": "吴强"},
    {"SX001": "个体工商户设立登记", "SX002": "食品经营许可"},
)


def complaint_shots() -> list[tuple[str, QWidget]]:
    """The page as a supervisor and as the guide desk see it."""
    supervisor = Clerk("2002", "吴强", "zx", frozenset({Role.SUPERVISOR}))
    guide = Clerk("2001", "周敏", "zx", frozenset({Role.GUIDE}))
    taken = replace(SNAPSHOT, complaints=(), records={}, handlers={})
    return [
        ("complaints_working", _page(supervisor, SNAPSHOT, "working")),
        ("complaints_assign", _page(supervisor, SNAPSHOT, "received", "assign", "2")),
        ("complaints_feed_back", _page(supervisor, SNAPSHOT, "telling", "feed_back", "3")),
        ("complaints_records", _page(supervisor, SNAPSHOT, "working", "look", "1")),
        ("complaints_taken", _page(guide, taken, "taken", "file")),
    ]


def _page(clerk: Clerk, data: ComplaintSnapshot, section: str, act: str = "", line: str = "") -> QWidget:
    desk = Desk(NoStore(), 0, "office-1", PROFILE, NoPasswords(), lambda _uow: CALENDAR)
    model = ComplaintsModel(ComplaintDesk(desk), NoWorker())
    model.begin(clerk, Actor(clerk.number, clerk.roles, "office-1"))
    model.data = data
    model.retranslate()
    model.show_section(section)
    if line:
        model.choose(line)
    if act:
        model.press(act)
    view = ComplaintsView(model)
    model.setParent(view)
    return view

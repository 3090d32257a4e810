"""Pictures of the guide desk's page with sample states (导办台截图)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from counter_app.guide_desk import GuideDesk
from counter_app.guide_model import Colleague, GroupLine, GuideCatalogue, GuideSnapshot, HelpLine
from counter_app.no_database import CALENDAR, NoStore, NoWorker
from counter_app.screens.guide.taking import TakePhase, TakingState
from counter_app.screens.guide.view import GuideView
from counter_app.screens.guide.view_model import GuideModel
from counter_app.ticket_printing import ABSENT, BridgedPaper
from hall.catalogue.item import Department, ItemKind, ServiceItem
from hall.identity import Actor, Holder, HolderKind, Role
from hall.profile import HallProfile
from hall.queueing.estimate import Estimate
from hall.queueing.forecast import Forecast
from hall.queueing.issue import IssuedTicket
from hall.queueing.outlook import Forecaster, Outlook
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing.clerk import Clerk
from hall.staffing.first_contact import FirstContact, Handling
from hall.staffing.help_call import HelpCall
from hall.staffing.service_request import RequestKind, RequestState, ServiceRequest

PROFILE = HallProfile("xiangfu", "祥符区政务服务大厅")
NOW = datetime(2025, 3, 3, 9, 41, 12, tzinfo=PROFILE.zone)
DAY = date(2025, 3, 3)
ROLES = frozenset({Role.CLERK, Role.GUIDE})
BY = Actor("2001", ROLES, "guide-1")
DEPARTMENTS = (
    Department("scjg", "区市场监督管理局"),
    Department("mz", "区民政局"),
    Department("rs", "区人力资源和社会保障局"),
)
ITEMS = tuple(
    ServiceItem(code, name, department, ItemKind.INSTANT, prefix, zone=prefix, pinyin=pinyin)
    for code, name, department, prefix, pinyin in (
        ("SX001", "个体工商户设立登记", "scjg", "A", "getigongshanghushelidengji gtgshsldj"),
        ("SX002", "食品经营许可（含新办、变更、延续、补发、注销）", "scjg", "A", "shipinjingyingxuke spjyxk"),
        ("SX008", "公司变更登记（备案）", "scjg", "A", "gongsibiangengdengji gsbgdj"),
        ("SX015", "结婚登记", "mz", "B", "jiehundengji jhdj"),
        ("SX016", "特困人员救助供养", "mz", "B", "tekunrenyuanjiuzhugongyang tkryjzgy"),
        ("SX021", "灵活就业人员参保登记", "rs", "C", "linghuojiuyerenyuancanbaodengji lhjyrycbdj"),
    )
)


def _ticket(number: int, minutes: int, item: ServiceItem, holder: str, **more: object) -> Ticket:
    at = NOW - timedelta(minutes=minutes)
    ticket = Ticket(
        number, DAY, item.prefix, number, item.code, item.name, item.department, item.zone, TicketState.WAITING,
        at, at, "kiosk-1", holder=holder,
    )  # fmt: skip
    return replace(ticket, **more)  # type: ignore[arg-type]


TICKETS = (
    _ticket(24, 27, ITEMS[0], "王*国", only_window=4),
    _ticket(25, 23, ITEMS[1], "李*", priority=PriorityClass.GREEN, priority_reason="重点项目专班陪同"),
    _ticket(7, 18, ITEMS[3], "欧**华", people=2),
    _ticket(26, 15, ITEMS[2], "赵*", next_items=("SX021", "SX015")),
    _ticket(3, 9, ITEMS[5], "周*芳", priority=PriorityClass.CARE, priority_reason="78 岁，行动不便"),
    _ticket(27, 4, ITEMS[1], "138****5678"),
    _ticket(19, 52, ITEMS[0], "吴*芳", state=TicketState.MISSED, window=3),
    _ticket(21, 44, ITEMS[2], "孙*明", state=TicketState.SUSPENDED, window=3),
)
CODES = tuple(i.code for i in ITEMS)
DATA = GuideSnapshot(
    (
        GroupLine("A", "区市场监督管理局", CODES[:3], 4, NOW - timedelta(minutes=27)),
        GroupLine("B", "区民政局", CODES[3:5], 1, NOW - timedelta(minutes=18)),
        GroupLine("C", "区人力资源和社会保障局", CODES[5:], 1, NOW - timedelta(minutes=9)),
    ),
    GuideCatalogue(DEPARTMENTS, ITEMS),
    TICKETS,
    (
        HelpLine(HelpCall(1, DAY, NOW - timedelta(minutes=2), "kiosk-1", "identify")),
        HelpLine(HelpCall(2, DAY, NOW - timedelta(seconds=20), "counter-5", "counter")),
    ),
    (
        FirstContact(
            1, DAY - timedelta(days=3), NOW - timedelta(days=3), "2001", "guide-1",
            Holder(HolderKind.PHONE, "陈小红", phone="13812345678"), "农村危房改造补助在哪里申请",
            Handling.TAKEN_OVER, "区住房和城乡建设局",
        ),
        FirstContact(
            2, DAY, NOW - timedelta(minutes=31), "2001", "guide-1", Holder(HolderKind.NONE, "马强"),
            "企业社保开户需要什么", Handling.GUIDED, "7号窗口",
        ),
    ),
    (
        ServiceRequest(
            1, DAY, RequestKind.HOME_VISIT, "SX016", Holder(HolderKind.ID_CARD, "刘桂英", "410211194001011234"),
            Holder(HolderKind.NONE), "", "某小区3号楼", "卧床，不能到场", NOW, NOW + timedelta(days=1),
        ),
        ServiceRequest(
            2, DAY, RequestKind.HOME_VISIT, "SX021", Holder(HolderKind.ID_CARD, "何守田", "410211195501011234"),
            Holder(HolderKind.NONE), "", "某村二组", "腿部骨折", NOW, None, None, RequestState.ASSIGNED, "1031",
        ),
    ),
    (Colleague("1027", "张伟"), Colleague("1031", "李娜")),
    NOW,
)  # fmt: skip
OUTLOOK = Outlook(NOW, Forecast({}, {}), {("", code): (9.0, 4.0) for code in CODES[:5]}, {}, 0.1)
ISSUED = IssuedTicket(_ticket(28, 0, ITEMS[1], "王*国"), 5, Estimate(15, 25), (3, 4), "区市场监督管理局")
WISH = {
    "name": "王建国",
    "id_number": "410211198001011236",
    "people": "1",
    "priority": "5",
    "next": "jhdj lhjy",
}


def guide_shots() -> list[tuple[str, QWidget]]:
    """The lists, the forms and the two ends of a number."""
    pictures: list[tuple[str, QWidget]] = []
    for name in ("waiting", "items", "help", "groups", "contacts", "visits"):
        view, model = _page()
        model.show_section(name)
        pictures.append((f"guide_{name}", view))
    view, model = _page()
    model.show_section("items")
    model.choose("SX002")
    model.press("take")
    model.edit(WISH)
    pictures.append(("guide_take", view))
    view, model = _page()
    model.press("priority")
    model.submit()
    pictures.append(("guide_priority", view))
    for name, taking in (
        ("told", TakingState(TakePhase.SHOWN, ISSUED, ABSENT.message, seconds_left=52)),
        ("paper", TakingState(TakePhase.PAPER, ISSUED)),
    ):
        view, model = _page()
        model.show_section("items")
        model.taking.state = taking
        model.taking_changed.emit(taking)
        pictures.append((f"guide_{name}", view))
    return pictures


def _page() -> tuple[QWidget, GuideModel]:
    store = NoStore()
    forecaster = Forecaster(store, PROFILE.order.rules, clock=lambda: 0.0)
    desk = GuideDesk(store, "guide-1", PROFILE, lambda _uow: CALENDAR, forecaster)
    model = GuideModel(desk, NoWorker(), NoWorker(), BridgedPaper(None, PROFILE), clock=lambda: 0.0)
    model.begin(Clerk("2001", "周敏", "", ROLES), BY)
    model.data, model.forecast.outlook = DATA, OUTLOOK
    model.retranslate()
    view = GuideView(model, beep=lambda: None)
    model.setParent(view)
    return view, model

"""Sample states of the kiosk for pictures (样例): a busy morning, no database, no devices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hall.appointments.lookup import Arrival, Arriving
from hall.business_calendar.calendar import OpeningState
from hall.catalogue.guide import Guide
from hall.catalogue.item import Department, ItemKind, ServiceItem
from hall.catalogue.synonym import Synonym
from hall.complaints.complaint import ComplaintKind
from hall.complaints.receipt import Receipt
from hall.floor_map.plan import Area, FloorPlan, Place, PlaceKind, Point, WindowSpot
from hall.identity import Holder, HolderKind
from hall.profile import HallProfile
from hall.progress.matter import Matter, MatterKind
from hall.queueing.board import Board, WindowLine, ZoneWait
from hall.queueing.departments import DepartmentLine
from hall.queueing.estimate import Estimate
from hall.queueing.issue import IssuedTicket
from hall.queueing.standing import TicketStanding
from hall.queueing.ticket import Ticket, TicketState
from hall.staffing.window import WindowState
from kiosk_app import guide_samples
from kiosk_app.desk import KioskCatalogue, Lobby
from kiosk_app.lobby_watch import LobbyState
from kiosk_app.ports import DeviceLine, PrintFailed, ReaderState, ScannerState, T
from kiosk_app.screens.staff.state import RecentTicket
from qt_common.device_condition import Condition

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2025, 3, 3, 9, 41, tzinfo=ZONE)
HALL_NAME = "祥符区政务服务大厅"
NOTICES = ("工作时间：工作日 9:00–12:00，13:00–17:00",)
PROFILE = HallProfile("shots", HALL_NAME, notices=NOTICES)

PLAN = FloorPlan(
    "一楼大厅",
    40,
    24,
    (
        Area("A", "市场准入", Point(1, 1), 18, 9),
        Area("B", "社会事务", Point(21, 1), 18, 9),
        Area("C", "建设工程", Point(1, 12), 11, 11),
    ),
    tuple(
        WindowSpot(number, Point(x, y))
        for number, x, y in ((1, 4, 3), (2, 10, 3), (3, 16, 3), (4, 25, 3), (5, 35, 3), (7, 3, 14.5), (8, 3, 18.5))
    ),
    (
        Place(PlaceKind.ENTRANCE, "南门", Point(20, 23.5)),
        Place(PlaceKind.KIOSK, "自助取号", Point(25, 19.5), "kiosk-1"),
        Place(PlaceKind.GUIDE_DESK, "导办台", Point(17, 16)),
        Place(PlaceKind.WAITING, "A区等候", Point(10, 8)),
        Place(PlaceKind.TOILET, "卫生间", Point(36, 20)),
        Place(PlaceKind.LIFT, "电梯", Point(36, 14)),
    ),
    (
        (Point(25, 18.5), Point(25, 11), Point(20, 11), Point(20, 5)),
        (Point(4, 5), Point(35, 5)),
        (Point(10, 5), Point(10, 8)),
        (Point(25, 18), Point(6, 18), Point(6, 14.5), Point(4.5, 14.5)),
        (Point(6, 18), Point(6, 18.5), Point(4.5, 18.5)),
        (Point(25, 18), Point(34, 18), Point(34, 20), Point(35, 20)),
        (Point(34, 18), Point(34, 14), Point(35, 14)),
    ),
)
_WINDOWS = tuple(
    WindowLine(number, name, zone, state, None)
    for number, name, zone, state in (
        (1, "市场准入综合窗口", "A", WindowState.OPEN),
        (2, "无差别综合窗口", "A", WindowState.OPEN),
        (3, "无差别综合窗口", "A", WindowState.PAUSED),
        (4, "社会事务综合窗口", "B", WindowState.OPEN),
        (5, "办不成事反映窗口", "B", WindowState.CLOSED),
        (7, "不动产登记综合窗口", "C", WindowState.OPEN),
        (8, "建设工程综合窗口", "C", WindowState.OPEN),
    )
)

_DEPARTMENTS = (
    ("qscjdglj", "区市场监督管理局", 3, 12),
    ("qylbzj", "区医疗保障局", 1, 2),
    ("qrlzyhshbzj", "区人力资源和社会保障局", 2, 5),
    ("xzbmfwzx", "乡镇便民服务中心", 1, 0),
    ("qwsjkwyh", "区卫生健康委员会", 1, 1),
    ("sgajxffj", "市公安局祥符分局", 2, 9),
    ("qmzj", "区民政局", 1, 3),
    ("qzrzyj", "区自然资源局", 2, 4),
    ("qyczmj", "区烟草专卖局", 0, 0),
    ("qcsglj", "区城市管理局", 1, 0),
    ("qcjrlhh", "区残疾人联合会", 1, 1),
    ("qjtysj", "区交通运输局", 1, 0),
    ("qzfhcxjsj", "区住房和城乡建设局", 1, 2),
    ("qfzhggwyh", "区发展和改革委员会", 1, 0),
)
FOOD = ServiceItem(
    "SX002", "食品经营许可", "qscjdglj", ItemKind.COMMITMENT, "A", 20, 10, (), "不收费", "shipinjingyingxuke spjyxk"
)
SOCIAL = ServiceItem(
    "SX008",
    "机关事业单位社会保险登记",
    "qrlzyhshbzj",
    ItemKind.COMMITMENT,
    "C",
    15,
    15,
    guide_samples.MATERIALS,
    "不收费",
    "jiguanshiyedanweishehuibaoxiandengji jgsydwshbxdj",
    zone="B",
    elements=guide_samples.ELEMENTS,
    english=guide_samples.ENGLISH_ITEMS["SX008"],
)
_ITEMS = (
    ServiceItem("SX001", "个体工商户设立登记", "qscjdglj", ItemKind.INSTANT, "A", None, 0, pinyin="x gtgshsldj"),
    FOOD,
    ServiceItem("SX003", "食品生产许可", "qscjdglj", ItemKind.COMMITMENT, "A", 20, 15, pinyin="x spscxk"),
    ServiceItem("SX004", "执业药师注册", "qscjdglj", ItemKind.COMMITMENT, "A", 20, 10, pinyin="x zyyszc"),
    ServiceItem("SX005", "医疗用毒性药品零售企业审批", "qscjdglj", ItemKind.COMMITMENT, "A", 20, 10, pinyin="x yl"),
    ServiceItem("SX025", "药品零售企业许可", "qscjdglj", ItemKind.COMMITMENT, "A", 20, 10, pinyin="x yplsqyxk"),
    ServiceItem("SX028", "特种设备使用登记", "qscjdglj", ItemKind.COMMITMENT, "A", 15, 5, pinyin="x tzsbsydj"),
    SOCIAL,
    ServiceItem("SX015", "结婚登记", "qmzj", ItemKind.INSTANT, "G", None, 0, pinyin="jiehundengji jhdj"),
)
_PINYIN = (
    "食shi 品pin 经jing 营ying 许xu 可ke 生sheng 产chan 审shen 批pi 药yao 零ling 售shou 企qi 业ye "
    "开kai 店dian 饭fan 结jie 婚hun 登deng 记ji 设she 立li 领ling 证zheng 办ban 社she 保bao"
)
_READINGS = {word[0]: (word[1:],) for word in _PINYIN.split()}
_SYNONYMS = (
    Synonym("开店", "SX001"),
    Synonym("开饭店", "SX002"),
    Synonym("领证", "SX015"),
    Synonym("办社保", "SX008"),
    Synonym("开药店", "SX025"),
)
CATALOGUE = KioskCatalogue(
    tuple(Department(code, name, guide_samples.ENGLISH_DEPARTMENTS[code]) for code, name, _, _ in _DEPARTMENTS),
    tuple(replace(item, english=guide_samples.ENGLISH_ITEMS.get(item.code, "")) for item in _ITEMS),
    _SYNONYMS,
    _READINGS,
    {"SX015": 9},
    guide_samples.WINDOWS,
).with_index()
LOBBY = Lobby(
    Board((), _WINDOWS, (ZoneWait("A", 12, 3, Estimate(15, 25)), ZoneWait("B", 3, 3, Estimate(0, 5))), NOW),
    tuple(DepartmentLine(*line) for line in _DEPARTMENTS),
    OpeningState(True, "正在办公"),
)
OPEN = LobbyState(True, CATALOGUE, LOBBY)
CLOSED = LobbyState(
    True,
    CATALOGUE,
    Lobby(LOBBY.board, LOBBY.departments, OpeningState(False, "午间休息", NOW.replace(hour=13, minute=0))),
)
AWAY = LobbyState(False, CATALOGUE, LOBBY)
ISSUED = IssuedTicket(
    Ticket(
        id=12,
        day=NOW.date(),
        prefix="A",
        number=23,
        item=FOOD.code,
        item_name=FOOD.name,
        department=FOOD.department,
        zone="A",
        state=TicketState.PENDING_PRINT,
        issued_at=NOW + timedelta(seconds=12),
        queued_at=NOW + timedelta(seconds=12),
        station="kiosk-1",
        holder_kind=HolderKind.ID_CARD,
        holder="王*国",
    ),
    people_ahead=12,
    estimate=Estimate(15, 25),
    windows=(1, 2, 3),
    department="区市场监督管理局",
    code="HALL2.250303.A023.12.K7MPQ2XW5TBH4RZC",
    document="4102**********1234",
)
ARRIVALS = (
    Arrival("", FOOD.code, FOOD.name, NOW.replace(hour=9, minute=0), NOW.replace(hour=8, minute=30), Arriving.LATE),
    Arrival("", SOCIAL.code, SOCIAL.name, NOW.replace(minute=30), NOW.replace(minute=0), Arriving.IN_TIME),
    Arrival("", "SX015", "结婚登记", NOW.replace(hour=10), NOW.replace(minute=11), Arriving.IN_TIME),
    Arrival(
        "", FOOD.code, FOOD.name, NOW.replace(hour=15, minute=0), NOW.replace(hour=14, minute=30), Arriving.EARLY
    ),
)
ANSWER = "经查看监控，情况属实，已对当事人批评教育，并向您致歉。欢迎继续监督。"
STANDINGS = (
    TicketStanding(
        "A023", TicketState.WAITING, FOOD.name, "A", (1, 2, 3), ahead=12, estimate=Estimate(15, 25), item="SX002"
    ),
    TicketStanding("C004", TicketState.CALLED, SOCIAL.name, "C", (7,), window=7, item="SX008"),
    TicketStanding("G002", TicketState.MISSED, "结婚登记", "G", (5,), item="SX015"),
)
MATTERS = (
    Matter(
        MatterKind.COMPLAINT,
        "B250303K7MP",
        NOW.date(),
        "investigating",
        FOOD.name,
        "unresolved",
        date(2025, 3, 10),
        item="SX002",
    ),
    Matter(MatterKind.VISIT, "250227A041", date(2025, 2, 27), "finished", FOOD.name, item="SX002"),
    Matter(MatterKind.COMPLAINT, "T250220QH4W", date(2025, 2, 20), "fed_back", "", "complaint", None, ANSWER),
    Matter(MatterKind.VISIT, "250220C003", date(2025, 2, 20), "void", SOCIAL.name, item="SX008"),
    Matter(MatterKind.VISIT, "250117G012", date(2025, 1, 17), "finished", "结婚登记", item="SX015"),
    Matter(MatterKind.VISIT, "250116G044", date(2025, 1, 16), "missed", "结婚登记", item="SX015"),
    Matter(MatterKind.VISIT, "250110A002", date(2025, 1, 10), "finished", FOOD.name, item="SX002"),
)
RECEIPT = Receipt("B250303K7MP", ComplaintKind.UNRESOLVED, NOW, date(2025, 3, 10), by_card=True, by_phone=True)
RECENT = tuple(
    RecentTicket(12 - back, f"A{23 - back:03d}", f"09:{41 - 3 * back:02d}", FOOD.name, FOOD.code, "王*国")
    for back in range(8)
)
TEMPLATE_PROBLEM = "模板 hall-ticket.toml 有误：第 12 行：未知的字段 lable。"
DEVICES = (
    DeviceLine("ticket_printer", Condition.PAPER_OUT),
    DeviceLine("id_card_reader", Condition.READY),
    DeviceLine("code_scanner", Condition.LIMITED),
    DeviceLine("voice", Condition.ABSENT),
)


class NoBackground:
    """Runs nothing."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Nothing comes back."""


class NoPrinter:
    """Prints nothing."""

    def ask(self, ready: Callable[[], None], failed: PrintFailed) -> None:
        """Does not answer."""

    def print_ticket(
        self, issued: IssuedTicket, done: Callable[[], None], failed: PrintFailed, *, reprint: bool = False
    ) -> None:
        """Does not answer."""

    def print_guide(self, guide: Guide, done: Callable[[], None], failed: PrintFailed) -> None:
        """Does not answer."""

    def print_test(self, done: Callable[[], None], failed: PrintFailed) -> None:
        """Does not answer."""


class NoSlips:
    """Prints nothing."""

    def print_receipt(self, receipt: Receipt, done: Callable[[], None], failed: Callable[[], None]) -> None:
        """Does not answer."""


class NoCards:
    """A reader on which no card lies."""

    def start(self, found: Callable[[Holder], None], state: Callable[[ReaderState], None]) -> None:
        """Waits."""
        state(ReaderState.WAITING)

    def stop(self) -> None:
        """Nothing to stop."""


class NoCodes:
    """A scanner that nothing is shown to."""

    def start(self, found: Callable[[str], bool], state: Callable[[ScannerState], None]) -> None:
        """Waits."""
        state(ScannerState.WAITING)

    def stop(self) -> None:
        """Nothing to stop."""


class NoSpeaker:
    """Says nothing."""

    def say(self, text: str, language: str = "zh") -> None:
        """Silence."""

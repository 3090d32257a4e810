"""A sample hall for pictures and for the preview of layouts (示例数据), without a database."""

from __future__ import annotations

from datetime import datetime, timedelta

from display_app.figures import Figures, Lively, Period, SatisfactionTable, Slow
from hall.catalogue.item import ItemKind
from hall.catalogue.public_guide import PublicGuide
from hall.floor_map.plan import Area, FloorPlan, Place, PlaceKind, Point, WindowSpot
from hall.identity import Role
from hall.profile import HallProfile
from hall.queueing.board import Board, CallLine, PublicCase, WindowLine, WindowScreen, ZoneWait
from hall.queueing.estimate import Estimate
from hall.rating.publication import Satisfaction, Subject
from hall.staffing.clerk import Clerk
from hall.staffing.duty_board import OnDuty
from hall.staffing.window import Pause, Post, WindowState

PROFILE = HallProfile(
    "xiangfu",
    "祥符区政务服务大厅",
    notices=("工作时间：工作日 9:00–12:00，13:00–17:00", "窗口提供延时服务，已受理的事项办完为止"),
)
NOW = datetime(2025, 3, 3, 9, 41, tzinfo=PROFILE.zone)
CLERK = Clerk("1027", "张伟", "scjg", frozenset({Role.CLERK}), phone="0371-26668888")
PAUSE = Pause("到局里送审材料", "区人社局", NOW, NOW + timedelta(minutes=49))
ENGLISH = {
    "个体工商户设立登记": ("Registration of a sole trader", "Market Supervision Bureau"),
    "食品经营许可": ("Food business licence", "Market Supervision Bureau"),
    "特种设备使用登记": ("Registration of special equipment", "Market Supervision Bureau"),
    "结婚登记": ("Marriage registration", "Civil Affairs Bureau"),
}
WINDOWS = (
    (1, "市场准入综合窗口", "A", "A021", "陈静", "1021"),
    (2, "市场准入综合窗口", "A", "A022", "刘洋", "1022"),
    (3, "无差别综合窗口", "A", "A023", "张伟", "1027"),
    (4, "不动产登记综合窗口", "A", None, "李娜", "1031"),
    (5, "社会事务综合窗口", "B", "B007", "赵敏", "1033"),
    (6, "社会事务综合窗口", "B", "B006", "孙强", "1035"),
    (7, "建设工程综合窗口", "B", None, "周杰", "1036"),
    (8, "发证窗口", "B", None, "", ""),
)


PLAN = FloorPlan(
    "一楼大厅",
    40,
    24,
    (Area("A", "市场准入", Point(1, 1), 18, 9), Area("B", "社会事务", Point(21, 1), 18, 9)),
    tuple(
        WindowSpot(number, Point(x, 3.5))
        for number, x in ((1, 3.5), (2, 8), (3, 12.5), (4, 17), (5, 23), (6, 27.5), (7, 32), (8, 36.5))
    ),
    (
        Place(PlaceKind.ENTRANCE, "南门", Point(20, 22.5)),
        Place(PlaceKind.KIOSK, "自助取号", Point(26, 18)),
        Place(PlaceKind.GUIDE_DESK, "导办台", Point(15, 17)),
        Place(PlaceKind.TOILET, "卫生间", Point(36, 19)),
    ),
    ((Point(20, 21.5), Point(20, 12), Point(20, 5.5)), (Point(3.5, 12), Point(36.5, 12))),
)


def sample_board() -> Board:
    """A morning in a hall with eight windows: one paused, one temporary, one where nobody has signed in."""
    labels = ("A023", "B007", "A022", "C015", "A021", "B006", "A020", "D003")
    called_to = (3, 5, 2, 7, 1, 6, 3, 8)
    calls = tuple(
        CallLine(90 - n, label, window, NOW - timedelta(minutes=n), 1, n > 1)
        for n, (label, window) in enumerate(zip(labels, called_to, strict=True))
    )
    zones = (ZoneWait("A", 12, 3, Estimate(15, 25)), ZoneWait("B", 3, 3, Estimate(0, 5)))
    return Board(calls, tuple(_line(*window[:4]) for window in WINDOWS), zones, NOW)


def _line(number: int, name: str, zone: str, label: str | None) -> WindowLine:
    if number == 4:
        return WindowLine(number, name, zone, WindowState.PAUSED, None, PAUSE.whereabouts, PAUSE.back_at)
    until = NOW + timedelta(hours=6, minutes=19) if number == 6 else None
    state = WindowState.CLOSED if number == 8 else WindowState.OPEN
    return WindowLine(number, name, zone, state, label, temporary_until=until)


def sample_window(**changes: object) -> WindowScreen:
    """3号窗口 with 张伟 at it."""
    given: dict[str, object] = {
        "number": 3,
        "name": "无差别综合窗口",
        "contact": "0371-26661003",
        "state": WindowState.OPEN,
        "clerk": CLERK,
        "post": "A岗",
        "label": "A023",
        "calls": 1,
        "serving": False,
        "pause": None,
        "temporary_until": None,
        "at": NOW,
        **changes,
    }
    return WindowScreen(**given)  # type: ignore[arg-type]


def sample_figures() -> Figures:
    """What was finished, who sits where, what can be done here, what people said."""
    return Figures(Lively(_cases(), _on_duty()), Slow(_guides(), _satisfaction()))


def _cases() -> tuple[PublicCase, ...]:
    done = (
        ("王*国", "食品经营许可"),
        ("李*梅", "个体工商户设立登记"),
        ("赵*", "结婚登记"),
        ("欧***娜", "不动产首次登记"),
        ("陈*军", "道路运输经营许可"),
        ("孙*", "城乡居民基本养老保险参保登记"),
        ("周*文", "建筑工程施工许可证核发"),
        ("吴*霞", "公共场所卫生许可"),
        ("郑*", "食品经营许可（变更）"),
        ("", "社会保障卡申领"),
    )
    return tuple(PublicCase(who, item, NOW - timedelta(minutes=3 + 5 * n)) for n, (who, item) in enumerate(done))


def _on_duty() -> tuple[OnDuty, ...]:
    return tuple(
        OnDuty(
            number,
            name,
            zone,
            WindowState.PAUSED if number == 4 else WindowState.OPEN,
            clerk,
            staff,
            Post.B if number == 5 else Post.A,
        )
        for number, name, zone, _, clerk, staff in WINDOWS
        if clerk
    )


def _guides() -> tuple[PublicGuide, ...]:
    market, civil = "区市场监督管理局", "区民政局"
    known = (
        ("个体工商户设立登记", market, ItemKind.INSTANT, 0, 15, "不收费", (1, 2, 3)),
        ("食品经营许可", market, ItemKind.COMMITMENT, 10, 20, "不收费", (1, 2, 3)),
        ("特种设备使用登记", market, ItemKind.COMMITMENT, 3, 15, "", (1, 2)),
        ("结婚登记", civil, ItemKind.INSTANT, 0, None, "不收费", (5, 6)),
        ("社会团体成立登记", civil, ItemKind.COMMITMENT, 20, 60, "不收费", (5,)),
        ("建筑工程施工许可证核发", "区住房和城乡建设局", ItemKind.JOINT, 3, 7, "不收费", (7,)),
        ("道路运输经营许可", "区交通运输局", ItemKind.ESCALATED, 7, 20, "", (3,)),
        ("不动产首次登记", "区自然资源局", ItemKind.COMMITMENT, 5, 30, "每件 80 元", (4,)),
        ("城乡居民基本养老保险参保登记", "区人力资源和社会保障局", ItemKind.INSTANT, 0, None, "不收费", (5, 6)),
    )
    phone = "0371-26661003"
    return tuple(
        PublicGuide(name, office, kind, promised, statutory, fee, windows, phone, *ENGLISH.get(name, ("", "")))
        for name, office, kind, promised, statutory, fee, windows in known
    )


def _satisfaction() -> tuple[SatisfactionTable, ...]:
    of = {
        Subject.HALL: (("", "", 412, 404, 63),),
        Subject.DEPARTMENT: (
            ("scjg", "区市场监督管理局", 186, 184, 20),
            ("mz", "区民政局", 97, 95, 18),
            ("zrzy", "区自然资源局", 61, 59, 11),
            ("zjj", "区住房和城乡建设局", 28, 26, 9),
        ),
        Subject.WINDOW: (("1", "", 88, 88, 9), ("3", "", 98, 96, 12), ("5", "", 57, 55, 10), ("4", "", 61, 59, 11)),
        Subject.PERSON: (
            ("1021", "陈静", 88, 88, 9),
            ("1027", "张伟", 98, 96, 12),
            ("1033", "赵敏", 57, 55, 10),
            ("1031", "李娜", 61, 59, 11),
        ),
    }
    return tuple(
        SatisfactionTable(by, period, tuple(Satisfaction(*line) for line in lines))
        for by, lines in of.items()
        for period in Period
    )

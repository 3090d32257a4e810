"""What can stand in a visitor's way (阻碍), as the kiosk's pages name it; the words are the pages' own."""

from __future__ import annotations

import functools
from enum import StrEnum

from hall.errors import BadInput, HallError, NotFound, Unavailable


class Trouble(StrEnum):
    """One reason, one calm page."""

    HALL_CLOSED = "hall_closed"  # 非办公时间
    ALREADY_WAITING = "already_waiting"  # 已取号
    DATABASE_AWAY = "database_away"  # 系统暂不可用
    NO_APPOINTMENT = "no_appointment"  # 今日无预约
    TOO_EARLY = "too_early"  # 未到签到时间
    FORFEITED = "forfeited"  # 视同放弃预约
    NO_TICKET = "no_ticket"  # 今日无号票
    QUOTA_FULL = "quota_full"  # 号已取完
    NOT_HERE = "not_here"  # 不在本大厅办理
    NO_OPEN_WINDOW = "no_open_window"  # 窗口未开放
    NO_MATTER = "no_matter"  # 没有查到
    TOO_MANY_GUESSES = "too_many_guesses"  # 核对不符次数过多
    REFUSED = "refused"  # 其他业务原因
    NUMBER_VOID = "number_void"  # 号票已作废
    PAPER_OUT = "paper_out"  # 缺纸
    COVER_OPEN = "cover_open"  # 机盖打开
    PAPER_JAM = "paper_jam"  # 卡纸、切刀卡住
    PRINTER_FAULT = "printer_fault"  # 其他打印机故障
    PRINTER_AWAY = "printer_away"  # 打印机未连接或不答
    PRINT_UNKNOWN = "print_unknown"  # 开始打印后结果不明
    NOT_PRINTED = "not_printed"  # 群众说号票没有出来


def trouble_of(error: Exception) -> Trouble:
    """The page that fits an error of a use case.

    Raises:
        Exception: the error itself when it is no expected failure: a bug is not dressed up as a calm page.
    """
    for kind, trouble in _by_error():
        if isinstance(error, kind):
            return trouble
    raise error


@functools.cache
def _by_error() -> tuple[tuple[type[HallError], Trouble], ...]:
    # Late: the use cases are there when one of them failed; the pages before it start without them.
    from hall.appointments.appointment import Forfeited, TooEarly
    from hall.appointments.arrival import NoAppointment
    from hall.progress.asking import NothingFound
    from hall.progress.guesses import TooManyGuesses
    from hall.queueing.issue import AlreadyWaiting, HallClosed
    from hall.queueing.quota import QuotaFull
    from hall.queueing.refusals import NoOpenWindow, NotServedHere
    from hall.queueing.standing import NoTicketToday
    from hall.queueing.ticket import WrongState

    return (
        (HallClosed, Trouble.HALL_CLOSED),
        (QuotaFull, Trouble.QUOTA_FULL),
        (NotServedHere, Trouble.NOT_HERE),
        (NoOpenWindow, Trouble.NO_OPEN_WINDOW),
        (AlreadyWaiting, Trouble.ALREADY_WAITING),
        (Unavailable, Trouble.DATABASE_AWAY),
        (WrongState, Trouble.NUMBER_VOID),
        (NoAppointment, Trouble.NO_APPOINTMENT),
        (TooEarly, Trouble.TOO_EARLY),
        (Forfeited, Trouble.FORFEITED),
        (NoTicketToday, Trouble.NO_TICKET),
        (NothingFound, Trouble.NO_MATTER),
        (TooManyGuesses, Trouble.TOO_MANY_GUESSES),
        (NotFound, Trouble.REFUSED),
        (BadInput, Trouble.REFUSED),
        (HallError, Trouble.REFUSED),
    )

"""The paper ticket (号票): what kiosk and guide desk print from an issued ticket (Q-01, Q-09).

The paper is in Chinese in every interface language: it is shown at the window and read by staff. Names are masked.
"""

from __future__ import annotations

from datetime import datetime

from devices.ticket_printer.interface import Align, Feed, Item, PrintJob, QrCode, Rule, Text
from hall.profile import HallProfile
from hall.queueing.issue import IssuedTicket
from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass
from hall.queueing.ticket_code import code_of

WEEKDAYS = "一二三四五六日"
_MANY_WINDOWS = 6


def ticket_job(issued: IssuedTicket, profile: HallProfile, *, columns: int = 48, reprint: bool = False) -> PrintJob:
    """The print job of a ticket.

    Args:
        issued: with its time in any zone; printed in the hall's.
        columns: Latin characters in a line of the paper: 48 on 80 mm, 32 on 58 mm.
        reprint: marks it 补打, so that two papers with one number are told apart.
    """
    ticket = issued.ticket
    at = ticket.issued_at.astimezone(profile.zone)
    wide = 2 if len(profile.hall_name) * 4 <= columns else 1
    items: list[Item] = [Text(profile.hall_name, width=wide, height=2, bold=True, align=Align.CENTER)]
    if reprint:
        items.append(Text("补打号票，原号有效", bold=True, align=Align.CENTER))
    items += [
        Rule(),
        Text("您的号码", align=Align.CENTER),
        Text(ticket.label, width=4, height=4, bold=True, align=Align.CENTER),
        Text(window_hint(issued), height=2, bold=True, align=Align.CENTER),
        Rule(),
        Text(f"事项：{ticket.item_name}"),
        Text(f"部门：{issued.department}"),
    ]
    if ticket.priority is not PriorityClass.ORDINARY:
        booked = ticket.priority is PriorityClass.APPOINTMENT  # its reason is the time, the others' concern staff
        items.append(Text(f"优先：{ticket.priority_reason if booked else PRIORITY_NAMES[ticket.priority]}"))
    if ticket.holder:
        items.append(Text(f"办事人：{ticket.holder}"))
    items += [
        Text(f"前面等候：{issued.people_ahead} 人", bold=True),
        Text(f"预计等候：{wait_words(issued)}", bold=True),
        Text(f"取号时间：{at:%Y-%m-%d %H:%M:%S}"),
        Text(f"　　　　　星期{WEEKDAYS[at.weekday()]}，当日有效"),
        Feed(1),
        QrCode(code_of(ticket).text, module=6),
        Rule(),
        Text("请在等候区留意广播和大屏叫号。", align=Align.CENTER),
        Text(missed_words(profile), align=Align.CENTER),
        Text(f"监督电话：{profile.complaint_phone}", align=Align.CENTER),
    ]
    return PrintJob(tuple(items))


def test_job(profile: HallProfile, station: str, at: datetime) -> PrintJob:
    """A page for staff: every size, a rare character, a QR code, the cut (打印测试页)."""
    return PrintJob(
        (
            Text(profile.hall_name, width=2, height=2, bold=True, align=Align.CENTER),
            Text("打印测试页，不是号票", bold=True, align=Align.CENTER),
            Rule(),
            Text("A023", width=4, height=4, bold=True, align=Align.CENTER),
            Text("字号 1×1  生僻字 䶮 𠮷 㛃"),
            Text("字号 2×2", width=2, height=2),
            QrCode("TEST", module=6),
            Text(f"{station}  {at.astimezone(profile.zone):%Y-%m-%d %H:%M:%S}", align=Align.CENTER),
        )
    )


def window_hint(issued: IssuedTicket) -> str:
    """“请到A区等候” and, on a line of its own, “3、5号窗口办理”."""
    zone = f"请到{issued.ticket.zone}区等候"
    if not issued.windows:
        return f"{zone}\n请留意叫号"
    if len(issued.windows) > _MANY_WINDOWS:
        return f"{zone}\n{issued.windows[0]}至{issued.windows[-1]}号窗口办理"
    return f"{zone}\n{'、'.join(str(n) for n in issued.windows)}号窗口办理"


def wait_words(issued: IssuedTicket) -> str:
    """The estimate in words; honest when no window serves the item yet."""
    # A long dash takes a Chinese character's width on many printers.
    return issued.estimate.words.replace("–", "-") if issued.estimate is not None else "窗口尚未开放，请留意叫号"


def missed_words(profile: HallProfile) -> str:
    """What happens to whoever misses the call (Q-12), by the hall's own rule."""
    calls = profile.tickets.calls_before_missed
    return f"呼叫{calls}次未到为过号，请到导办台。"

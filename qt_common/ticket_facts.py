"""The fields of a ticket's paper (号票字段), as a template may name them; plain values only, people masked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hall.identity import HolderKind
from hall.profile import HallProfile
from hall.queueing.estimate import Estimate
from hall.queueing.issue import IssuedTicket
from hall.queueing.ticket import PRIORITY_NAMES, PriorityClass, Ticket, TicketState
from hall.shown_code import BusinessNumber
from qt_common.paper_template.expressions import Facts

WEEKDAYS = "一二三四五六日"
_MANY_WINDOWS = 6


def ticket_facts(
    issued: IssuedTicket,
    profile: HallProfile,
    *,
    reprint: bool = False,
    english: bool = False,
    item_english: str = "",
    way: str = "",
) -> Facts:
    """The fields of one ticket; docs/ticket-template.md says what each is.

    Args:
        reprint: it is printed again (补打).
        english: English lines too, for who used the kiosk in English.
        item_english: the item's English name, empty when there is none.
        way: how to walk to the window, empty when nobody knows.
    """
    ticket = issued.ticket
    at = ticket.issued_at.astimezone(profile.zone)
    priority = ""
    if ticket.priority is not PriorityClass.ORDINARY:
        booked = ticket.priority is PriorityClass.APPOINTMENT  # its reason is the time, the others' concern staff
        priority = ticket.priority_reason if booked else PRIORITY_NAMES[ticket.priority]
    return {
        "hall": profile.hall_name,
        "label": ticket.label,
        "item": ticket.item_name,
        "item_en": item_english,
        "department": issued.department,
        "zone": ticket.zone,
        "windows": windows_words(issued),
        "window_hint": window_hint(issued),
        "window_hint_en": window_hint_en(issued),
        "way": way,
        "priority": priority,
        "people": ticket.people,
        "branch": ticket.branch,
        "holder": ticket.holder,
        "document": issued.document,
        "ahead": issued.people_ahead,
        "wait": wait_words(issued),
        "wait_en": wait_words_en(issued),
        "date": f"{at:%Y-%m-%d}",
        "time": f"{at:%H:%M:%S}",
        "weekday": WEEKDAYS[at.weekday()],
        "business_number": BusinessNumber(ticket.day, ticket.label).text,
        "code": issued.code,
        "calls": profile.tickets.calls_before_missed,
        "complaint_phone": profile.complaint_phone,
        "reprint": reprint,
        "english": english,
    }


def windows_words(issued: IssuedTicket) -> str:
    """“3、5”, “1至9” for many, empty while no window serves the item."""
    if len(issued.windows) > _MANY_WINDOWS:
        return f"{issued.windows[0]}至{issued.windows[-1]}"
    return "、".join(str(n) for n in issued.windows)


def window_hint(issued: IssuedTicket) -> str:
    """“请到A区等候” and, on a line of its own, “3、5号窗口办理”."""
    windows = windows_words(issued)
    return f"请到{issued.ticket.zone}区等候\n" + (f"{windows}号窗口办理" if windows else "请留意叫号")


def window_hint_en(issued: IssuedTicket) -> str:
    """The same in English."""
    windows = windows_words(issued).replace("、", ", ").replace("至", "-")
    if not windows:
        return f"Please wait in area {issued.ticket.zone}."
    return f"Wait in area {issued.ticket.zone}, window {windows}"


def wait_words(issued: IssuedTicket) -> str:
    """The estimate in words; honest when no window serves the item yet."""
    # A long dash takes a Chinese character's width on many printers.
    return issued.estimate.words.replace("–", "-") if issued.estimate is not None else "窗口尚未开放，请留意叫号"


def wait_words_en(issued: IssuedTicket) -> str:
    """The same in English, empty when no window serves the item yet."""
    if issued.estimate is None:
        return ""
    if issued.estimate.high <= 5:
        return "under 5 min"
    return f"about {issued.estimate.low}-{issued.estimate.high} min"


SAMPLE_ITEM_ENGLISH = "Food business licence"
SAMPLE = IssuedTicket(
    Ticket(
        id=12,
        day=datetime(2025, 3, 3, tzinfo=UTC).date(),
        prefix="A",
        number=23,
        item="SX002",
        item_name="食品经营许可",
        department="scjg",
        zone="A",
        state=TicketState.WAITING,
        issued_at=datetime(2025, 3, 3, 1, 41, 12, tzinfo=UTC),
        queued_at=datetime(2025, 3, 3, 1, 41, 12, tzinfo=UTC),
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


def sample_tickets() -> dict[str, IssuedTicket]:
    """Made-up tickets of every sort (样票): for checking a template, and for its preview."""
    ticket = SAMPLE.ticket
    return {
        "ordinary": SAMPLE,
        "priority": replace(
            SAMPLE, ticket=replace(ticket, priority=PriorityClass.CARE, priority_reason="老人", people=3)
        ),
        "appointment": replace(
            SAMPLE,
            ticket=replace(ticket, priority=PriorityClass.APPOINTMENT, priority_reason="预约 10:00–10:30"),
            windows=(3,),
            people_ahead=0,
            estimate=Estimate(0, 5),
        ),
        "long": replace(
            SAMPLE,
            ticket=replace(
                ticket,
                number=1023,
                item_name="机关事业单位社会保险登记（含职业年金、生育津贴与异地就医备案）",
                holder="䶮***𠮷",
            ),
            windows=tuple(range(1, 10)),
            department="区人力资源和社会保障局、区医疗保障局联合窗口",
        ),
        "anonymous": replace(
            SAMPLE,
            ticket=replace(ticket, holder_kind=HolderKind.NONE, holder=""),
            document="",
            estimate=None,
            windows=(),
            people_ahead=0,
        ),
    }

"""What is asked for at 取号, and what comes of it (取号申请、号票内容)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hall.business_calendar.calendar import OpeningState
from hall.errors import HallError
from hall.identity import ANONYMOUS, Holder
from hall.queueing.estimate import Estimate
from hall.queueing.ticket import PriorityClass, Ticket


class AlreadyWaiting(HallError):
    """The person has an open ticket for this item (已取号).

    Attributes:
        label: the number they have.
        pending: nobody knows yet whether they have it: its paper is not confirmed, and it may void itself.
    """

    def __init__(self, label: str, *, pending: bool = False) -> None:
        self.label = label
        self.pending = pending
        words = f"您今天已为该事项取号 {label}，请留意叫号，不必重复取号。"
        if pending:
            words = f"您刚才为该事项取的号 {label} 还在出票。没有拿到号票的，请过一会儿再取，或到导办台。"
        super().__init__(f"open ticket {label}", message=words)


@dataclass(frozen=True, slots=True)
class TicketRequest:
    """What the kiosk or the guide desk asks for.

    Attributes:
        item: code of the item.
        holder: who it is for.
        priority, priority_reason: class of the order; all but ORDINARY need a reason.
        opening: state of the hall as the calendar sees it at the moment of asking.
        branch: code of the 分大厅 the station stands in.
        people: how many came together (团队取号), 1 … 99.
        next_items: items to go on to with the same number (号随人走).
        appointment: the appointment it comes from; a place was taken at the booking.
        priority_from: when its slot begins; until then it waits as ordinary.
        principal: whose matter it is, where the holder acts for somebody (代办).
    """

    item: str
    opening: OpeningState
    holder: Holder = ANONYMOUS
    priority: PriorityClass = PriorityClass.ORDINARY
    priority_reason: str = ""
    branch: str = ""
    people: int = 1
    next_items: tuple[str, ...] = ()
    appointment: int | None = None
    priority_from: datetime | None = None
    principal: Holder | None = None


@dataclass(frozen=True, slots=True)
class IssuedTicket:
    """A new ticket and what is printed on it.

    Attributes:
        people_ahead: waiting with the same prefix when it was issued.
        estimate: None while no window serves the item.
        windows: numbers of the windows authorised for the item (window hint).
        department: official name.
        code: payload of the QR code, sealed.
        document: masked number of the card or phone it was taken with, empty for none (实名取号).
        again: it was issued by an earlier try whose answer got lost, see `hall.queueing.asked_again`.
        age: seconds since it was issued; they are gone of those in which it has to be confirmed.
    """

    ticket: Ticket
    people_ahead: int
    estimate: Estimate | None
    windows: tuple[int, ...]
    department: str
    code: str = ""
    document: str = ""
    again: bool = False
    age: float = 0.0

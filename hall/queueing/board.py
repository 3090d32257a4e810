"""What the hall shows of its queues (大厅看板): read models for kiosk, board, window screen and counter.

One function reads one snapshot. Everything here may be shown in public: numbers, windows, counts – no names but
those of staff.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from hall.catalogue.item import ServiceItem
from hall.ports import UnitOfWork
from hall.queueing.at_window import ticket_at_window
from hall.queueing.estimate import Estimate, estimate_wait
from hall.queueing.outlook import Outlook
from hall.queueing.ticket import PriorityClass, Ticket, TicketState
from hall.staffing.clerk import Clerk
from hall.staffing.window import Pause, Window, WindowState

LAST_CALLS = 8


@dataclass(frozen=True, slots=True)
class CallLine:
    """One line of the board: “A023 → 3号窗口”.

    Attributes:
        ticket: id, to know the same call again.
        calls: times called, so that a 重呼 is seen as new.
        zone: of the window.
        priority: it was called before ordinary ones (Q-10).
        awaited: it was called and nobody has come yet: neither served, missed nor finished.
    """

    ticket: int
    label: str
    window: int
    at: datetime
    calls: int
    serving: bool
    zone: str = ""
    priority: bool = False
    awaited: bool = True


@dataclass(frozen=True, slots=True)
class WindowLine:
    """One window on the board."""

    number: int
    name: str
    zone: str
    state: WindowState
    label: str | None
    whereabouts: str = ""
    back_at: datetime | None = None
    temporary_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ZoneWait:
    """How many wait in a zone, and about how long (A区 等候 12 人 约 15 分钟)."""

    zone: str
    waiting: int
    open_windows: int
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the main board draws.

    Attributes:
        calls: the last calls, newest first; eight unless more were asked for.
        at: the database's clock when it was read.
    """

    calls: tuple[CallLine, ...]
    windows: tuple[WindowLine, ...]
    zones: tuple[ZoneWait, ...]
    at: datetime

    def knows(self, now: CallsNow) -> bool:
        """True when every call is to a window that is open here, and of this day; else all must be read again."""
        opened = {window.number for window in self.windows if window.state is WindowState.OPEN}
        return self.at.date() == now.at.date() and all(line.window in opened for line in now.calls)

    def with_calls(self, now: CallsNow, limit: int = LAST_CALLS) -> Board:
        """This board with the tickets that are at the windows now; the rest stays as it was read."""
        zones = {window.number: window.zone for window in self.windows}
        current = [replace(line, zone=zones.get(line.window, "")) for line in now.calls]
        here = {line.ticket for line in current}
        gone = (
            replace(line, serving=False, awaited=False) if line.serving or line.awaited else line
            for line in self.calls
            if line.ticket not in here
        )
        calls = [*current, *gone]
        label = {line.window: line.label for line in now.calls}
        windows = tuple(
            window if window.label == label.get(window.number) else replace(window, label=label.get(window.number))
            for window in self.windows
        )
        return replace(self, calls=_newest(calls, limit), windows=windows, at=now.at)


@dataclass(frozen=True, slots=True)
class CallsNow:
    """The little that changes with a call (叫号快照): who is at which window, read in one short query.

    Attributes:
        calls: of the tickets CALLED or SERVING, in no order, without their zones: the board knows its windows.
        at: the database's clock when it was read.
    """

    calls: tuple[CallLine, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class WindowScreen:
    """Everything a window screen draws (窗口屏, 公示牌)."""

    number: int
    name: str
    contact: str
    state: WindowState
    clerk: Clerk | None
    post: str
    label: str | None
    calls: int
    serving: bool
    pause: Pause | None
    temporary_until: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class PublicCase:
    """One line of 办件公示 (安康八1): the masked name, the item and when it was done; nothing else."""

    holder: str
    item_name: str
    finished_at: datetime


def read_board(
    uow: UnitOfWork, *, calls: int = LAST_CALLS, outlook: Outlook | None = None, branch: str = ""
) -> Board:
    """Read the board's snapshot with the last ``calls`` calls of the day.

    Args:
        branch: the 分大厅 whose windows and people it shows (W-08); empty for the main hall.
        outlook: what the waits of the zones are told from; None for people ahead × usual minutes ÷ open windows.
    """
    day = uow.now.date()
    windows = [w for w in uow.windows.all() if w.branch == branch]
    items = {item.code: item for item in uow.catalogue.items()}
    here = [t for t in uow.tickets.at_windows(day) if t.branch == branch]
    current = {t.window: t for t in here}
    return Board(
        calls=_newest(_call_lines([*here, *uow.tickets.last_called(day, branch, calls)], windows), calls),
        windows=tuple(_window_line(w, current.get(w.number)) for w in windows),
        zones=_zone_waits(uow.tickets.waiting_by_item(day, branch), windows, items, outlook, branch),
        at=uow.now,
    )


def read_window_screen(uow: UnitOfWork, number: int) -> WindowScreen:
    """Read one window's screen.

    Raises:
        NotFound: no such window.
    """
    window = uow.windows.get(number)
    ticket = ticket_at_window(uow, number)
    return WindowScreen(
        number=number,
        name=window.name,
        contact=window.contact,
        state=window.state,
        clerk=uow.clerks.get(window.clerk) if window.clerk else None,
        post=f"{window.post}岗" if window.post else "",
        label=ticket.label if ticket else None,
        calls=ticket.calls if ticket else 0,
        serving=ticket is not None and ticket.state is TicketState.SERVING,
        pause=window.pause,
        temporary_until=window.temporary_until,
        at=uow.now,
    )


def read_public_cases(uow: UnitOfWork, *, limit: int = 12, branch: str = "") -> tuple[PublicCase, ...]:
    """The services finished today in a branch, newest first, names masked (办件公示, D-02)."""
    finished = uow.tickets.last_finished(uow.now.date(), branch, limit)
    return tuple(PublicCase(t.holder, t.item_name, t.finished_at) for t in finished if t.finished_at is not None)


def _call_lines(tickets: Sequence[Ticket], windows: Sequence[Window]) -> tuple[CallLine, ...]:
    zones = {window.number: window.zone for window in windows}
    return tuple(
        CallLine(
            t.id,
            t.label,
            t.window,
            t.called_at,
            t.calls,
            t.state is TicketState.SERVING,
            zones.get(t.window, ""),
            t.class_at(t.called_at) is not PriorityClass.ORDINARY,
            t.state is TicketState.CALLED,
        )
        for t in tickets
        if t.window is not None and t.called_at is not None
    )


def _newest(lines: Sequence[CallLine], limit: int) -> tuple[CallLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.at, line.ticket), reverse=True)[:limit])


def _window_line(window: Window, ticket: Ticket | None) -> WindowLine:
    return WindowLine(
        number=window.number,
        name=window.name,
        zone=window.zone,
        state=window.state,
        label=ticket.label if ticket else None,
        whereabouts=window.pause.whereabouts if window.pause else "",
        back_at=window.pause.back_at if window.pause else None,
        temporary_until=window.temporary_until,
    )


def _zone_waits(
    waiting: Sequence[tuple[str, str, int]],
    windows: Sequence[Window],
    items: Mapping[str, ServiceItem],
    outlook: Outlook | None,
    branch: str,
) -> tuple[ZoneWait, ...]:
    zones = sorted({w.zone for w in windows} | {zone for zone, _, _ in waiting})
    lines = []
    for zone in zones:
        here = [(item, people) for its_zone, item, people in waiting if its_zone == zone]
        ahead = sum(people for _, people in here)
        opened = sum(w.zone == zone and w.state is WindowState.OPEN for w in windows)
        if outlook is None:
            usual = sum((items[item].minutes if item in items else 8.0) * people for item, people in here)
            estimate = estimate_wait(ahead, usual / ahead if ahead else 0.0, opened)
        else:
            estimate = outlook.for_items([code for code, item in items.items() if item.zone == zone], branch)
        lines.append(ZoneWait(zone, ahead, opened, estimate))
    return tuple(lines)

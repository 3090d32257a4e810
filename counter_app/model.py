"""What the counter's screens show, as immutable values (窗口画面数据)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hall.catalogue.item import ServiceItem
from hall.documents.page import CapturedPage
from hall.queueing.ordering import Choice
from hall.queueing.ticket import Ticket, TicketState
from hall.staffing.clerk import Clerk
from hall.staffing.window import Window
from qt_common.device_condition import Condition


@dataclass(frozen=True, slots=True)
class Target:
    """A window that the current ticket may be sent to (可转入窗口)."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of 完成: the visit is over, or goes on at one of ``next_windows`` (号随人走)."""

    ticket: Ticket
    next_windows: tuple[Target, ...] = ()

    @property
    def goes_on(self) -> bool:
        """True when another step follows."""
        return self.ticket.state is TicketState.WAITING


@dataclass(frozen=True, slots=True)
class DeskSnapshot:
    """One window's desk, read in one snapshot of the database.

    Attributes:
        clerk: who sits there, None when the window is closed.
        current: the ticket CALLED or SERVING here.
        item: the item of ``current`` with its materials.
        waiting: tickets this window may call, oldest first (本窗口队列).
        upcoming: who would be called next, and why (下一位为何是他).
        aside: tickets put aside or missed at this window today (挂起、过号).
        pages: photographed pages of ``current``.
        targets: windows that ``current`` may be sent to.
        at: the database's clock, in the hall's zone.
    """

    window: Window
    clerk: Clerk | None
    current: Ticket | None
    item: ServiceItem | None
    waiting: tuple[Ticket, ...]
    upcoming: Choice | None
    aside: tuple[Ticket, ...]
    pages: tuple[CapturedPage, ...]
    targets: tuple[Target, ...]
    at: datetime

    @property
    def longest_wait_since(self) -> datetime | None:
        """When the one who waits longest took the place; None when nobody waits."""
        return min((t.queued_at for t in self.waiting), default=None)


class Tone(StrEnum):
    """How a message is coloured."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Message:
    """A line of the message bar (提示栏): what happened, what is kept, what to do now."""

    tone: Tone
    text: str


class Lamp(StrEnum):
    """A device's lamp in the bottom line (设备指示灯)."""

    OK = "ok"
    UNSURE = "unsure"  # connected, but it can't tell how it is, or works with limits
    STARTING = "starting"
    AWAY = "away"
    FAULT = "fault"
    ABSENT = "absent"  # this station has none


_LAMPS = {
    Condition.ABSENT: Lamp.ABSENT,
    Condition.READY: Lamp.OK,
    Condition.PAPER_LOW: Lamp.UNSURE,
    Condition.LIMITED: Lamp.UNSURE,
    Condition.UNKNOWN: Lamp.UNSURE,
    Condition.STARTING: Lamp.STARTING,
    Condition.OFFLINE: Lamp.AWAY,
}


@dataclass(frozen=True, slots=True)
class DeviceLight:
    """One device of the station.

    Attributes:
        kind: ``"rating_pad"`` or ``"document_camera"``.
    """

    kind: str
    condition: Condition

    @property
    def lamp(self) -> Lamp:
        """Its lamp; unknown is never OK."""
        return _LAMPS.get(self.condition, Lamp.FAULT)


@dataclass(frozen=True, slots=True)
class DeviceHealth:
    """One device of the hall as the health desk shows it (设备健康).

    Attributes:
        station: where it stands, such as ``"counter-3"``.
        kind: its key in machine.toml.
        since: when the condition began, zone-aware; None when that is not known.
        own: it belongs to this station.
    """

    station: str
    kind: str
    condition: Condition
    since: datetime | None
    own: bool = False


class RatingStage(StrEnum):
    """How far the rating of the last finished ticket is (评价进度)."""

    ASKING = "asking"
    RATED = "rated"
    DECLINED = "declined"
    SILENT = "silent"
    NO_PAD = "no_pad"


@dataclass(frozen=True, slots=True)
class RatingLine:
    """What the clerk sees of a rating: that it was given, never which one.

    Attributes:
        saved: False while the outcome waits for the database; it is kept on this machine.
    """

    label: str
    stage: RatingStage
    saved: bool = True

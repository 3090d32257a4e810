"""The hall profile (大厅配置): what the regulations leave to the hall (⚙ in docs/requirements.md).

A profile is one TOML file in ``hall/profiles``; a hall takes one and overrides what differs. The reader rejects
unknown keys with their path.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from hall.announcements import Announcements
from hall.appointments.rules import AppointmentRules
from hall.complaints.rules import ComplaintRules
from hall.progress.rules import ProgressRules
from hall.queueing.ordering import OrderingRules
from hall.queueing.quota_rule import Quota
from hall.shown_code import CitizenCardRule
from hall.staffing.leave_rule import LeaveRule


class RequeueRule(StrEnum):
    """What becomes of a missed ticket that comes back (过号处理)."""

    TAIL = "tail"  # 排到队尾
    PLUS_THREE = "plus_three"  # 往后三位
    VOID = "void"  # 作废重取


class RatingMoment(StrEnum):
    """When the rating is offered (R-01)."""

    FINISH = "finish"  # 办结后 (安康)
    RELEASE = "release"  # 出件时 (平桥)


class BPostRule(StrEnum):
    """Who must be there before A leaves (AB岗, W-03)."""

    B_FIRST_HALF_DAY = "b_first_half_day"  # 安康: half a day or more, only after B has signed in
    B_COVERS = "b_covers"  # 平桥: B covers at once; single posts when over half a day


@dataclass(frozen=True, slots=True)
class Session:
    """A stretch of opening hours (办公时段)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours (办公时间): 祥符§34(二)1, 安康六4.

    Attributes:
        sessions: of a working day, in order.
        noon_service: serves between the sessions (午间不间断服务, 卫东21).
        weekend_items: on weekends published 便民 items are served (开封§18 5+2).
        every_day: the sessions hold on rest days too, for all items (全年无休, as in a 24-hour hall).
        staff_early_minutes: staff are there so early.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    sessions: tuple[Session, ...] = (Session(time(9), time(12)), Session(time(13), time(17)))
    noon_service: bool = False
    weekend_items: bool = False
    every_day: bool = False
    staff_early_minutes: int = 10


@dataclass(frozen=True, slots=True)
class Tickets:
    """Taking numbers (取号).

    Attributes:
        confirm_seconds: a ticket whose paper is not confirmed voids itself after this.
        calls_before_missed: calls after which 过号 may be pressed.
        requeue: what becomes of a missed ticket.
        requeues_allowed: how often.
        without_registration: a number may be taken with neither card nor phone (免登记).
        by_phone: a number may be taken with a phone number.
        one_open_per_item: one open ticket per person and item.
        stop_minutes_before_close: no new numbers so long before the last closing.
        without_open_window: numbers are given though all windows of the item are paused or not open yet.
        quotas: items of which only so many numbers are given (限号).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    confirm_seconds: int = 60
    calls_before_missed: int = 3
    requeue: RequeueRule = RequeueRule.TAIL
    requeues_allowed: int = 1
    without_registration: bool = True
    by_phone: bool = True
    one_open_per_item: bool = True
    stop_minutes_before_close: int = 0
    without_open_window: bool = True
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """The order of calls (排序); see `hall.queueing.ordering`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    priority_run: int = 2
    longest_wait_minutes: int = 60
    specialities_first: bool = True

    @property
    def rules(self) -> OrderingRules:
        """As the ordering takes them."""
        return OrderingRules(self.priority_run, self.longest_wait_minutes, self.specialities_first)


@dataclass(frozen=True, slots=True)
class RatingRules:
    """Rating (评价).

    Attributes:
        wait_seconds: how long the pad waits for a key.
        fewest_published: a figure from fewer ratings is not published (满意度公示, R-04).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    moment: RatingMoment = RatingMoment.FINISH
    wait_seconds: int = 15
    fewest_published: int = 5


@dataclass(frozen=True, slots=True)
class Plate:
    """What the staff plate shows (公示牌, W-02)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    contact: bool = True
    clerk_name: bool = True
    clerk_number: bool = True
    photo: bool = True


@dataclass(frozen=True, slots=True)
class Branch:
    """A 分大厅 under the same management (W-08).

    Attributes:
        code: as in ``station.branch`` and on its windows.
        name: official name, shown to people who are to go there.
        address: where it is.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    code: str
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class HallProfile:
    """All settings of a hall.

    Attributes:
        name: key of the profile, such as ``"xiangfu"``.
        hall_name: what stands on kiosk, board and ticket.
        zone_name: IANA time zone that decides what a day is.
        complaint_phone: shown on kiosk and board (安康八1).
        notices: lines for the ticker.
        leave: whose approvals hold (W-04).
        citizen_card: what numbers the hall's 一卡通 has (开封§10).
        vacancy_grace_minutes: a post is vacant when nobody was there for longer (空岗).
        complaints: limits of complaints (R-05).
        progress: what 进度查询 tells, and when it stops answering guesses.
        branches: its 分大厅; the main hall itself is ``hall_name``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    name: str
    hall_name: str
    zone_name: str = "Asia/Shanghai"
    complaint_phone: str = "12345"
    notices: tuple[str, ...] = ()
    hours: Hours = field(default_factory=Hours)
    tickets: Tickets = field(default_factory=Tickets)
    order: Order = field(default_factory=Order)
    announcements: Announcements = field(default_factory=Announcements)
    rating: RatingRules = field(default_factory=RatingRules)
    plate: Plate = field(default_factory=Plate)
    b_post: BPostRule = BPostRule.B_COVERS
    leave: LeaveRule = LeaveRule.XIANGFU
    vacancy_grace_minutes: int = 5
    appointments: AppointmentRules = field(default_factory=AppointmentRules)
    citizen_card: CitizenCardRule = field(default_factory=CitizenCardRule)
    complaints: ComplaintRules = field(default_factory=ComplaintRules)
    progress: ProgressRules = field(default_factory=ProgressRules)
    branches: tuple[Branch, ...] = ()

    def branch(self, code: str) -> Branch:
        """The branch of a code, the main hall for an empty one; a code without an entry is its own name."""
        known = next((b for b in self.branches if b.code == code), None)
        return known or Branch(code, code or self.hall_name)

    @property
    def zone(self) -> ZoneInfo:
        """The hall's time zone."""
        return ZoneInfo(self.zone_name)

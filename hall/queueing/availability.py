"""What stands between a citizen and a number now (可否取号): why, until when, and where to go instead.

One rule for the kiosk's tiles and for the issuing itself: what a tile says, `hall.queueing.issue` does. Of several
reasons the one counts that waiting changes least: not this hall, then not now, then used up, then no open window.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from hall.appointments.place import Place, PlaceKind
from hall.business_calendar.calendar import Opening, OpeningState, within_hours
from hall.catalogue.item import ServiceItem
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.quota_rule import Quota
from hall.staffing.window import Window, WindowState


class Why(StrEnum):
    """Why a number can't be had, or would wait for nobody."""

    NO_WINDOW = "no_window"  # 本大厅没有窗口办理
    OTHER_BRANCH = "other_branch"  # 在分大厅办理 (W-08)
    DAY_OFF = "day_off"  # 节假日、休息日
    CLOSED = "closed"  # 未到办公时间、已下班
    NOON = "noon"  # 午间休息
    STOPPED = "stopped"  # 临近下班，停止取号
    WEEKEND = "weekend"  # 该事项周末不办理 (开封§18)
    QUOTA_DAY = "quota_day"  # 当日号已取完
    QUOTA_SLOT = "quota_slot"  # 本时段号已取完
    PAUSED = "paused"  # 窗口都暂停服务
    NOT_OPENED = "not_opened"  # 窗口还没有开放


NO_OPEN_WINDOW = frozenset({Why.PAUSED, Why.NOT_OPENED})
NOT_FOR_BOOKED = NO_OPEN_WINDOW | {Why.STOPPED}  # its time was promised


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What stands in the way of one item (暂不能取号的原因).

    Attributes:
        refused: no number is given; False where the hall gives one all the same (``tickets.without_open_window``).
        again_at: when to come back or when the first window is back; None when nobody knows.
        swapped: ``again_at`` is a Saturday or Sunday worked for a holiday (调休上班).
        day_off: name of the holiday, for DAY_OFF.
        windows: numbers of the windows that handle the item, the one that is back first before the others.
        branch, address: of the 分大厅 to go to, for OTHER_BRANCH.
        contact: telephone of one of the windows, to ask or to book.
        capacity: how many numbers there were, for the quotas.
    """

    why: Why
    refused: bool = True
    again_at: datetime | None = None
    swapped: bool = False
    day_off: str = ""
    windows: tuple[int, ...] = ()
    branch: str = ""
    address: str = ""
    contact: str = ""
    capacity: int = 0


@dataclass(frozen=True, slots=True)
class HallNow:
    """A hall at one moment, as one of its stations sees it.

    Attributes:
        serving: item -> windows that stand and handle it, of every branch, by number.
        branch: of the station.
        quotas: item -> the quotas' places of today, empty where nothing was taken.
    """

    now: datetime
    opening: OpeningState
    serving: Mapping[str, Sequence[Window]]
    profile: HallProfile
    branch: str = ""
    quotas: Mapping[str, Sequence[Place]] = field(default_factory=dict)


def hindrance_of_hall(opening: OpeningState, profile: HallProfile, now: datetime) -> Hindrance | None:
    """Why the hall gives no number for anything; None while it does."""
    if not opening.open:
        why = Why.CLOSED
        if opening.words == "午间休息":
            why = Why.NOON
        elif opening.closes is None and opening.words == "休息日":
            why = Why.DAY_OFF
        return _until(Hindrance(why, day_off=opening.day_off), opening.coming[:1], opening.next_opening)
    stop = timedelta(minutes=profile.tickets.stop_minutes_before_close)
    if stop and opening.closes is not None and now >= opening.closes - stop:
        return _until(Hindrance(Why.STOPPED), [o for o in opening.coming if o.at > opening.closes])
    return None


def hindrance_of(item: ServiceItem, hall: HallNow, *, booked: bool = False) -> Hindrance | None:
    """What stands in the way of a number for ``item``; None when nothing does.

    Args:
        booked: an appointment is checked in: its place was taken and its time promised at the booking.
    """
    windows = hall.serving.get(item.code, ())
    here = [w for w in windows if w.branch == hall.branch]
    if not here:
        return _elsewhere(windows, hall.profile)
    contact = next((w.contact for w in here if w.contact), "")
    found = _not_now(item, hall) or (None if booked else _used_up(item, hall)) or _no_open_window(here, hall)
    if found is None or (booked and found.why in NOT_FOR_BOOKED):
        return None
    windows_of_it = found.windows or tuple(w.number for w in here)
    return _with(found, windows=windows_of_it, contact=contact)


def serving_windows(uow: UnitOfWork, items: Iterable[str] | None = None) -> Mapping[str, Sequence[Window]]:
    """Item -> windows that stand and handle it, of every branch; of all items for None."""
    wanted = None if items is None else frozenset(items)
    serving: dict[str, list[Window]] = {}
    for window in uow.windows.all():
        if window.serves_at(uow.now):
            for code in window.authorised if wanted is None else window.authorised & wanted:
                serving.setdefault(code, []).append(window)
    return serving


def read_hindrances(
    uow: UnitOfWork, opening: OpeningState, *, profile: HallProfile, branch: str = ""
) -> Mapping[str, Hindrance]:
    """Item -> what stands in its way, for the active items that something stands in the way of."""
    quotas: dict[str, list[Place]] = {}
    if profile.tickets.quotas:
        for kind in (PlaceKind.QUOTA_DAY, PlaceKind.QUOTA_SLOT):
            for place in uow.places.all_of_day(kind, uow.now.date()):
                quotas.setdefault(place.item, []).append(place)
    hall = HallNow(uow.now, opening, serving_windows(uow), profile, branch, quotas)
    found = ((item.code, hindrance_of(item, hall)) for item in uow.catalogue.items())
    return {code: hindrance for code, hindrance in found if hindrance is not None}


def _elsewhere(windows: Sequence[Window], profile: HallProfile) -> Hindrance:
    if not windows:
        return Hindrance(Why.NO_WINDOW)
    first = min(windows, key=lambda w: (w.branch, w.number))  # the main hall's code is empty
    there = [w for w in windows if w.branch == first.branch]
    branch = profile.branch(first.branch)
    contact = next((w.contact for w in there if w.contact), "")
    numbers = tuple(w.number for w in there)
    return Hindrance(Why.OTHER_BRANCH, windows=numbers, branch=branch.name, address=branch.address, contact=contact)


def _not_now(item: ServiceItem, hall: HallNow) -> Hindrance | None:
    closed = hindrance_of_hall(hall.opening, hall.profile, hall.now)
    fitting = _fitting(item, hall.opening)
    if closed is not None:
        after = [o for o in fitting if closed.again_at is None or o.at >= closed.again_at]
        return _until(closed, after, None if fitting else closed.again_at)
    if hall.opening.weekend_only and not item.public_weekend:
        return _until(Hindrance(Why.WEEKEND), fitting)
    return None


def _used_up(item: ServiceItem, hall: HallNow) -> Hindrance | None:
    known = {(p.kind, p.starts): p for p in hall.quotas.get(item.code, ())}
    tomorrow = [o for o in _fitting(item, hall.opening) if o.at.date() > hall.now.date()]
    for quota in hall.profile.tickets.quotas:
        if quota.item != item.code:
            continue
        for place in quota.places(hall.now):  # the day before the slot
            row = known.get((place.kind, place.starts))
            if row is None or row.taken < place.capacity:
                continue
            if place.kind is PlaceKind.QUOTA_SLOT and (next_slot := _next_slot(quota, place, known, hall)):
                return Hindrance(Why.QUOTA_SLOT, again_at=next_slot, capacity=place.capacity)
            return _until(Hindrance(Why.QUOTA_DAY, capacity=place.capacity), tomorrow)
    return None


def _next_slot(
    quota: Quota, full: Place, known: Mapping[tuple[PlaceKind, datetime], Place], hall: HallNow
) -> datetime | None:
    """When a later slot of today gives numbers: its beginning, or the opening that falls into it."""
    hours, closes = hall.profile.hours, hall.opening.closes
    starts, ends = full.ends, full.ends + timedelta(minutes=quota.slot_minutes)
    while closes is not None and starts < closes:
        row = known.get((PlaceKind.QUOTA_SLOT, starts))
        if row is None or row.taken < full.capacity:
            if within_hours(hours, starts.timetz().replace(tzinfo=None)):
                return starts
            opening = next((o.at for o in hall.opening.coming if starts <= o.at < ends), None)
            if opening is not None:
                return opening
        starts, ends = ends, ends + timedelta(minutes=quota.slot_minutes)
    return None


def _no_open_window(here: Sequence[Window], hall: HallNow) -> Hindrance | None:
    if any(w.state is WindowState.OPEN for w in here):
        return None
    refused = not hall.profile.tickets.without_open_window
    paused = [w for w in here if w.state is WindowState.PAUSED and w.pause is not None]
    if not paused:
        return Hindrance(Why.NOT_OPENED, refused)
    far = datetime.max.replace(tzinfo=hall.now.tzinfo)
    back = {w.number: w.pause.back_at for w in paused if w.pause and w.pause.back_at > hall.now}
    paused.sort(key=lambda w: (back.get(w.number, far), w.number))
    return Hindrance(
        Why.PAUSED, refused, again_at=back.get(paused[0].number), windows=tuple(w.number for w in paused)
    )


def _fitting(item: ServiceItem, opening: OpeningState) -> list[Opening]:
    return [o for o in opening.coming if item.public_weekend or not o.weekend_only]


def _until(hindrance: Hindrance, openings: Sequence[Opening], otherwise: datetime | None = None) -> Hindrance:
    if not openings:
        return _with(hindrance, again_at=otherwise)
    return _with(hindrance, again_at=openings[0].at, swapped=openings[0].swapped)


def _with(hindrance: Hindrance, **changes: object) -> Hindrance:
    return replace(hindrance, **changes)  # type: ignore[arg-type]

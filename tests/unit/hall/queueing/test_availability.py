"""Why a number can't be had, until when, and where to go: the rule, and that the issuing keeps to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product

import pytest

from hall.business_calendar.calendar import OpeningState, WorkingCalendar, opening_state
from hall.catalogue.item import ServiceItem
from hall.errors import HallError
from hall.profile import Branch, HallProfile, Hours, Tickets
from hall.queueing.availability import Hindrance, Why, hindrance_of_hall, read_hindrances
from hall.queueing.issue import NoOpenWindow, NotServedHere, TicketRequest, issue_ticket
from hall.queueing.quota import QuotaFull
from hall.queueing.quota_rule import Quota
from hall.staffing.window import Pause, Post, Window, WindowKind
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import FOOD, KIOSK, MARRIAGE, PROFILE, SHOP, sample_store, take_ticket
from tests.unit.hall.business_calendar.test_calendar import Holidays2025

NAMES = {date(2025, 5, day): "劳动节" for day in range(1, 6)} | {date(2025, 4, 4): "清明节"}
CALENDAR = WorkingCalendar(Holidays2025(), holiday_name=lambda day: NAMES.get(day, ""))
KAIFENG = replace(PROFILE, hours=Hours(weekend_items=True))
STRICT = replace(PROFILE, tickets=Tickets(without_open_window=False))
WITH_BRANCH = replace(PROFILE, branches=(Branch("east", "东城分大厅", "东环路18号"),))


@pytest.fixture
def store() -> FakeStore:
    """Monday 2025-03-03, 9:30, windows closed."""
    return sample_store()


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def opening(store: FakeStore, profile: HallProfile) -> OpeningState:
    return opening_state(CALENDAR, profile.hours, store.now)


def of(
    store: FakeStore, item: ServiceItem = FOOD, profile: HallProfile = PROFILE, branch: str = ""
) -> Hindrance | None:
    with store.reading() as uow:
        return read_hindrances(uow, opening(store, profile), profile=profile, branch=branch).get(item.code)


def change(store: FakeStore, number: int, **changes: object) -> None:
    store.data.windows[number] = replace(store.data.windows[number], **changes)  # type: ignore[arg-type]


def open_up(store: FakeStore, number: int = 3) -> None:
    store.data.windows[number] = store.data.windows[number].opened_by("1027", Post.A)


def test_nothing_stands_in_the_way_of_an_item_with_an_open_window(store: FakeStore) -> None:
    open_up(store)
    assert of(store) is None


def test_a_holiday_is_named_with_the_next_working_day(store: FakeStore) -> None:
    store.now = at(2025, 5, 1, 10)
    found = of(store)
    assert found is not None
    assert (found.why, found.day_off, found.again_at) == (Why.DAY_OFF, "劳动节", at(2025, 5, 6, 9))


def test_a_weekend_day_worked_for_a_holiday_is_said_to_be_one(store: FakeStore) -> None:
    store.now = at(2025, 4, 26, 10)  # Saturday; Sunday the 27th is worked
    found = of(store)
    assert found is not None
    assert (found.why, found.day_off, found.again_at, found.swapped) == (Why.DAY_OFF, "", at(2025, 4, 27, 9), True)


@pytest.mark.parametrize(
    ("now", "why", "again"),
    [
        (at(2025, 3, 3, 8, 59), Why.CLOSED, at(2025, 3, 3, 9)),
        (at(2025, 3, 3, 12, 30), Why.NOON, at(2025, 3, 3, 13)),
        (at(2025, 3, 3, 17), Why.CLOSED, at(2025, 3, 4, 9)),
        (at(2025, 3, 7, 17), Why.CLOSED, at(2025, 3, 10, 9)),
    ],
)
def test_outside_the_hours_the_next_opening_is_told(
    store: FakeStore, now: datetime, why: Why, again: datetime
) -> None:
    store.now = now
    found = of(store)
    assert found is not None
    assert (found.why, found.again_at, found.refused) == (why, again, True)


@pytest.mark.req("Q-15")
def test_at_the_weekend_an_ordinary_item_waits_for_monday_and_a_published_one_does_not(store: FakeStore) -> None:
    store.data.items[SHOP.code] = replace(SHOP, public_weekend=True)
    open_up(store)
    store.now = at(2025, 3, 8, 10)
    found = of(store, FOOD, KAIFENG)
    assert found is not None
    assert (found.why, found.again_at) == (Why.WEEKEND, at(2025, 3, 10, 9))
    assert of(store, SHOP, KAIFENG) is None
    store.now = at(2025, 3, 7, 18)  # Friday evening: the one is back tomorrow, the other on Monday
    friday = [of(store, item, KAIFENG) for item in (SHOP, FOOD)]
    assert [f and f.again_at for f in friday] == [at(2025, 3, 8, 9), at(2025, 3, 10, 9)]


def test_shortly_before_closing_no_more_numbers_are_given(store: FakeStore) -> None:
    open_up(store)
    profile = replace(PROFILE, tickets=Tickets(stop_minutes_before_close=15))
    store.now = at(2025, 3, 3, 16, 44)
    assert of(store, profile=profile) is None
    store.now = at(2025, 3, 3, 16, 45)
    found = of(store, profile=profile)
    assert found is not None
    assert (found.why, found.again_at) == (Why.STOPPED, at(2025, 3, 4, 9))


def test_a_day_quota_leads_to_another_day_and_a_slot_to_the_next_one(store: FakeStore) -> None:
    open_up(store)
    quotas = (Quota(FOOD.code, per_day=2), Quota(SHOP.code, slot_minutes=30, per_slot=1))
    profile = replace(PROFILE, tickets=Tickets(quotas=quotas))
    for item in (FOOD, SHOP, FOOD):
        assert of(store, item, profile) is None
        with store.begin() as uow:
            issue_ticket(uow, TicketRequest(item.code, opening(store, profile)), by=KIOSK, profile=profile)
            uow.commit()
    day, slot = of(store, FOOD, profile), of(store, SHOP, profile)
    assert day is not None and slot is not None
    assert (day.why, day.again_at, day.capacity) == (Why.QUOTA_DAY, at(2025, 3, 4, 9), 2)
    assert (slot.why, slot.again_at, slot.capacity) == (Why.QUOTA_SLOT, at(2025, 3, 3, 10), 1)
    with store.begin() as uow, pytest.raises(QuotaFull):
        issue_ticket(uow, TicketRequest(SHOP.code, opening(store, profile)), by=KIOSK, profile=profile)


def test_the_slot_after_noon_begins_with_the_opening_and_after_the_last_comes_another_day(store: FakeStore) -> None:
    open_up(store)
    profile = replace(PROFILE, tickets=Tickets(quotas=(Quota(FOOD.code, slot_minutes=90, per_slot=1),)))
    for now, why, again in (
        (at(2025, 3, 3, 11, 0), Why.QUOTA_SLOT, at(2025, 3, 3, 13)),  # the slot 12:00–13:30 opens at 13:00
        (at(2025, 3, 3, 16, 40), Why.QUOTA_DAY, at(2025, 3, 4, 9)),
    ):
        store.now = now
        with store.begin() as uow:
            issue_ticket(uow, TicketRequest(FOOD.code, opening(store, profile)), by=KIOSK, profile=profile)
            uow.commit()
        found = of(store, FOOD, profile)
        assert found is not None
        assert (found.why, found.again_at) == (why, again)


def test_of_paused_windows_the_one_that_is_back_first_is_named_first(store: FakeStore) -> None:
    store.data.windows[7] = Window(
        7, "综合窗口", WindowKind.UNIVERSAL, "A", frozenset({FOOD.code}), contact="66660102"
    )
    for number, minutes in ((3, 50), (7, 20)):
        open_up(store, number)
        pause = Pause("暂离", "区人社局", store.now, store.now + timedelta(minutes=minutes))
        store.data.windows[number] = store.data.windows[number].paused(pause)
    found = of(store)
    assert found is not None
    assert (found.why, found.windows, found.again_at) == (Why.PAUSED, (7, 3), store.now + timedelta(minutes=20))
    assert (found.refused, found.contact) == (False, "66660102"), "this hall gives numbers all the same"


def test_whether_numbers_are_given_without_an_open_window_is_the_halls_choice(store: FakeStore) -> None:
    lenient, strict = of(store, MARRIAGE), of(store, MARRIAGE, STRICT)
    assert lenient is not None and strict is not None
    assert (lenient.why, lenient.windows, lenient.refused) == (Why.NOT_OPENED, (5,), False)
    assert strict.refused
    take_ticket(store, MARRIAGE)
    with store.begin() as uow, pytest.raises(NoOpenWindow) as refusal:
        issue_ticket(uow, TicketRequest(MARRIAGE.code, opening(store, STRICT)), by=KIOSK, profile=STRICT)
    assert "5号窗口还没有开放" in refusal.value.message


@pytest.mark.req("W-08")
def test_an_item_of_another_branch_is_sent_there_with_name_and_windows(store: FakeStore) -> None:
    change(store, 5, branch="east", contact="0371-26660200")
    found = of(store, MARRIAGE, WITH_BRANCH)
    assert found == Hindrance(
        Why.OTHER_BRANCH, windows=(5,), branch="东城分大厅", address="东环路18号", contact="0371-26660200"
    )
    from_there = of(store, FOOD, WITH_BRANCH, branch="east")
    assert from_there is not None
    assert (from_there.why, from_there.branch) == (Why.OTHER_BRANCH, "测试大厅")
    with store.begin() as uow, pytest.raises(NotServedHere) as refusal:
        issue_ticket(uow, TicketRequest(MARRIAGE.code, opening(store, WITH_BRANCH)), by=KIOSK, profile=WITH_BRANCH)
    assert "东城分大厅5号窗口" in refusal.value.message


def test_an_item_that_no_window_handles_gives_no_number_that_nobody_would_call(store: FakeStore) -> None:
    change(store, 5, active=False)
    found = of(store, MARRIAGE)
    assert found is not None and found.why is Why.NO_WINDOW
    with store.begin() as uow, pytest.raises(NotServedHere):
        issue_ticket(uow, TicketRequest(MARRIAGE.code, opening(store, PROFILE)), by=KIOSK, profile=PROFILE)


def test_a_booking_is_not_turned_away_for_quota_closing_time_or_a_closed_window(store: FakeStore) -> None:
    profile = replace(STRICT, tickets=replace(STRICT.tickets, stop_minutes_before_close=30))
    store.now = at(2025, 3, 3, 16, 45)
    assert hindrance_of_hall(opening(store, profile), profile, store.now) is not None
    with store.begin() as uow:
        issued = issue_ticket(
            uow, TicketRequest(FOOD.code, opening(store, profile), appointment=1), by=KIOSK, profile=profile
        )
    assert issued.ticket.label == "A001"


HOURS = [time(8), time(9, 30), time(12, 30), time(16, 50), time(18)]
DAYS = [date(2025, 3, 3), date(2025, 3, 8), date(2025, 5, 1), date(2025, 4, 27)]
PROFILES = [
    replace(p, tickets=replace(p.tickets, stop_minutes_before_close=15, quotas=(Quota(FOOD.code, per_day=1),)))
    for p in (PROFILE, KAIFENG, STRICT)
]


@pytest.mark.parametrize("profile", PROFILES, ids=["plain", "weekend", "strict"])
def test_the_issuing_refuses_exactly_what_the_kiosk_says_can_not_be_had(profile: HallProfile) -> None:
    refused = given = 0
    for day, clock, opened, branch in product(DAYS, HOURS, (False, True), ("", "east")):
        store = sample_store()
        if opened:
            open_up(store)
        store.data.items[SHOP.code] = replace(SHOP, public_weekend=True)
        store.now = datetime.combine(day, clock, tzinfo=ZONE)
        for item in (FOOD, FOOD, SHOP, MARRIAGE):  # the second of FOOD meets the quota
            known = of(store, item, profile, branch)
            request = TicketRequest(item.code, opening(store, profile), branch=branch)
            try:
                with store.begin() as uow:
                    issue_ticket(uow, request, by=KIOSK, profile=profile)
                    uow.commit()
            except HallError as error:
                refused += 1
                assert known is not None and known.refused, f"{store.now} {item.name}: {error.message}"
            else:
                given += 1
                assert known is None or not known.refused, f"{store.now} {item.name}: {known}"
    assert refused and given

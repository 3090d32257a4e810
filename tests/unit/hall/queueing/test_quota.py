"""Quotas of an item, day and slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hall.queueing.issue import TicketRequest, issue_ticket, void_unconfirmed
from hall.queueing.moves import void
from hall.queueing.quota import QuotaFull
from hall.queueing.quota_rule import Quota
from hall.queueing.ticket import Ticket
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, SHOP, sample_store
from tests.unit.hall.queueing.test_calling import do

QUOTA = Quota(FOOD.code, per_day=3, slot_minutes=30, per_slot=2)
LIMITED = replace(PROFILE, tickets=replace(PROFILE.tickets, quotas=(QUOTA,)))


@pytest.fixture
def store() -> FakeStore:
    return sample_store()


def take(store: FakeStore, item: str = FOOD.code) -> Ticket:
    issued = do(store, issue_ticket, TicketRequest(item, OPEN), by=KIOSK, profile=LIMITED)
    ticket: Ticket = issued.ticket
    return ticket


def test_a_slot_and_a_day_give_only_so_many_numbers(store: FakeStore) -> None:
    store.now = datetime(2025, 3, 3, 9, 29, 59, tzinfo=ZONE)
    assert [take(store).number, take(store).number] == [1, 2]
    with pytest.raises(QuotaFull, match="quota_slot") as full:
        take(store)
    assert full.value.message == "该事项09:00–09:30的2个号已取完，请稍后再取。"
    store.now += timedelta(seconds=1)
    assert take(store).number == 3
    with pytest.raises(QuotaFull) as full:
        take(store)
    assert "今日3个号已取完" in full.value.message
    assert take(store, SHOP.code).item == SHOP.code
    store.now += timedelta(days=1)
    assert take(store).number == 1


def test_a_number_voided_before_its_call_can_be_given_again(store: FakeStore) -> None:
    first, _ = take(store), take(store)
    do(store, void, first.id, by=KIOSK, reason="取错")
    assert take(store).number == 3
    store.now += timedelta(minutes=2)
    assert len(do(store, void_unconfirmed, by=KIOSK, profile=LIMITED)) == 2
    assert take(store).number == 4
    # The day allows three: the fourth is the only one left of them.
    assert [place.taken for place in store.data.places.values()] == [1, 1]

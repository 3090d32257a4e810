"""Taking a number, on the fake store."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from hall.business_calendar.calendar import OpeningState
from hall.errors import BadInput, NotAllowed
from hall.identity import Holder, HolderKind
from hall.queueing.issue import (
    AlreadyWaiting,
    HallClosed,
    TicketRequest,
    confirm_ticket,
    issue_ticket,
    note_reprint,
    void_unconfirmed,
)
from hall.queueing.ticket import PriorityClass, TicketState, WrongState
from tests.support.fake_store import ZONE, FakeStore
from tests.support.sample_hall import (
    FOOD,
    KIOSK,
    MARRIAGE,
    OPEN,
    PROFILE,
    WANG,
    open_window,
    sample_store,
    take_ticket,
)


@pytest.fixture
def store() -> FakeStore:
    return sample_store()


def issue(store: FakeStore, request: TicketRequest):  # type: ignore[no-untyped-def]
    with store.begin() as uow:
        issued = issue_ticket(uow, request, by=KIOSK, profile=PROFILE)
        uow.commit()
    return issued


@pytest.mark.req("Q-01")
def test_a_ticket_tells_all_that_the_paper_needs(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    take_ticket(store)
    issued = issue(store, TicketRequest(FOOD.code, OPEN, WANG))
    assert issued.ticket.label == "A002"
    assert issued.ticket.state is TicketState.PENDING_PRINT
    assert (issued.ticket.item_name, issued.department) == ("食品经营许可", "区市场监督管理局")
    assert (issued.people_ahead, issued.windows) == (1, (3,))
    assert issued.estimate is not None and issued.estimate.words == "约 5–15 分钟"
    assert issued.ticket.holder == "王*国"


def test_no_window_open_gives_no_estimate(store: FakeStore) -> None:
    assert issue(store, TicketRequest(FOOD.code, OPEN)).estimate is None


def test_numbers_run_per_prefix_and_start_anew_each_day(store: FakeStore) -> None:
    assert [take_ticket(store).label, take_ticket(store).label, take_ticket(store, MARRIAGE).label] == [
        "A001", "A002", "B001",
    ]  # fmt: skip
    store.now = datetime(2025, 3, 4, 0, 0, tzinfo=ZONE)
    assert take_ticket(store).label == "A001"


def test_without_commit_no_number_is_used_up(store: FakeStore) -> None:
    with store.begin() as uow:
        issue_ticket(uow, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=PROFILE)
    assert take_ticket(store).label == "A001"


def test_one_open_ticket_per_person_and_item(store: FakeStore) -> None:
    take_ticket(store, holder=WANG)
    with pytest.raises(AlreadyWaiting) as refused:
        issue(store, TicketRequest(FOOD.code, OPEN, WANG))
    assert "A001" in refused.value.message
    assert take_ticket(store, MARRIAGE, WANG).label == "B001"


def test_closed_halls_give_no_numbers(store: FakeStore) -> None:
    closed = OpeningState(False, "已下班", datetime(2025, 3, 4, 9, 0, tzinfo=ZONE))
    with pytest.raises(HallClosed) as refused:
        issue(store, TicketRequest(FOOD.code, closed))
    assert "3月4日 09:00" in refused.value.message


def test_a_priority_needs_a_reason(store: FakeStore) -> None:
    with pytest.raises(BadInput):
        issue(store, TicketRequest(FOOD.code, OPEN, priority=PriorityClass.GREEN))


@pytest.mark.parametrize(
    "phone", ["", "1381234567", "23812345678", "138123456789", "１３８１２３４５６７８", "138-1234567"]
)
def test_a_phone_number_is_checked(store: FakeStore, phone: str) -> None:
    with pytest.raises(BadInput):
        issue(store, TicketRequest(FOOD.code, OPEN, Holder(HolderKind.PHONE, phone=phone)))


def test_confirming_twice_changes_nothing(store: FakeStore) -> None:
    issued = issue(store, TicketRequest(FOOD.code, OPEN))
    for _ in range(2):
        with store.begin() as uow:
            assert confirm_ticket(uow, issued.ticket.id, by=KIOSK).state is TicketState.WAITING
            uow.commit()
    assert store.kinds.count("ticket.waiting") == 1


def test_an_unconfirmed_ticket_voids_itself_and_stays_void(store: FakeStore) -> None:
    issued = issue(store, TicketRequest(FOOD.code, OPEN))
    confirmed = take_ticket(store)
    store.now += timedelta(seconds=PROFILE.tickets.confirm_seconds)
    with store.begin() as uow:
        assert [t.label for t in void_unconfirmed(uow, by=KIOSK, profile=PROFILE)] == ["A001"]
        uow.commit()
    with store.begin() as uow:
        with pytest.raises(WrongState):
            confirm_ticket(uow, issued.ticket.id, by=KIOSK)
        assert uow.tickets.get(confirmed.id).state is TicketState.WAITING


def test_a_reprint_is_for_staff_with_a_reason(store: FakeStore) -> None:
    ticket = take_ticket(store)
    with store.begin() as uow, pytest.raises(NotAllowed):
        note_reprint(uow, ticket.id, by=KIOSK, reason="没拿到")


def test_no_personal_data_reaches_the_journal(store: FakeStore) -> None:
    take_ticket(store, holder=WANG)
    text = repr(store.data.events)
    assert "王*国" in text
    assert WANG.name not in text and WANG.id_number not in text

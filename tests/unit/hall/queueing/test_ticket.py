"""The ticket's state machine, against its table."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.errors import BadInput
from hall.queueing.ticket import TRANSITIONS, Ticket, TicketEvent, TicketState, WrongState, needs_reason
from tests.support.fake_store import ZONE

AT = datetime(2025, 3, 3, 9, 0, tzinfo=ZONE)


def ticket(state: TicketState = TicketState.WAITING) -> Ticket:
    return Ticket(
        id=1, day=date(2025, 3, 3), prefix="A", number=23, item="SX002", item_name="食品经营许可",
        department="scjg", zone="A", state=state, issued_at=AT, queued_at=AT, station="kiosk-1",
    )  # fmt: skip


def test_the_label_has_three_digits_and_grows_beyond() -> None:
    assert ticket().label == "A023"
    from dataclasses import replace

    assert replace(ticket(), number=1234).label == "A1234"


@pytest.mark.parametrize("state", list(TicketState))
@pytest.mark.parametrize("event", list(TicketEvent))
def test_only_events_of_the_table_are_taken(state: TicketState, event: TicketEvent) -> None:
    if event in TRANSITIONS[state]:
        assert ticket(state).after(event).state is TRANSITIONS[state][event]
    else:
        with pytest.raises(WrongState):
            ticket(state).after(event)


@given(st.lists(st.sampled_from(list(TicketEvent)), max_size=12))
def test_nothing_comes_after_finished_or_void(events: list[TicketEvent]) -> None:
    current = ticket(TicketState.PENDING_PRINT)
    ended = False
    for event in events:
        try:
            current = current.after(event)
        except WrongState:
            continue
        assert not ended
        ended = current.state in (TicketState.FINISHED, TicketState.VOID)


def test_a_pending_ticket_can_not_be_called() -> None:
    with pytest.raises(WrongState):
        ticket(TicketState.PENDING_PRINT).called_to(3, "1027", at=AT)


@pytest.mark.req("Q-13")
def test_a_transfer_keeps_number_and_place() -> None:
    moved = ticket().called_to(3, "1027", at=AT).started(at=AT).transferred(5)
    assert (moved.label, moved.queued_at, moved.only_window) == ("A023", AT, 5)
    assert (moved.window, moved.clerk, moved.calls, moved.started_at) == (None, None, 0, None)


@pytest.mark.parametrize("text", ["", "   ", "因" * 201])
def test_a_reason_is_demanded(text: str) -> None:
    with pytest.raises(BadInput, match="reason"):
        needs_reason(text, "作废")


def test_a_reason_is_trimmed() -> None:
    assert needs_reason("  重复取号 ", "作废") == "重复取号"

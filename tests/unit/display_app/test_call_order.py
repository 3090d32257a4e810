"""The order of the calls, also when the database's clock is set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from display_app.call_order import CallOrder
from hall.queueing.board import Board, CallLine

NINE = datetime(2025, 3, 3, 1, 0, tzinfo=UTC)


def line(ticket: int, minutes: float) -> CallLine:
    return CallLine(ticket, f"A{ticket:03}", 3, NINE + timedelta(minutes=minutes), 1, serving=False)


def board(minutes: float, *lines: CallLine) -> Board:
    return Board(calls=lines, windows=(), zones=(), at=NINE + timedelta(minutes=minutes))


def tickets(arranged: Board) -> list[int]:
    return [call.ticket for call in arranged.calls]


def test_calls_stand_in_the_order_in_which_they_were_made() -> None:
    order = CallOrder()
    assert tickets(order.arranged(board(10, line(1, 5), line(2, 9)))) == [2, 1]
    assert tickets(order.arranged(board(12, line(3, 11), line(1, 5), line(2, 9)))) == [3, 2, 1]


def test_after_the_clock_was_set_back_a_new_call_is_still_the_newest_and_stays_so() -> None:
    order = CallOrder()
    old = [line(1, 58), line(2, 59)]
    order.arranged(board(60, *old))
    assert tickets(order.arranged(board(0.5, *old, line(3, 0.2)))) == [3, 2, 1]
    assert tickets(order.arranged(board(3, *old, line(3, 0.2), line(4, 2)))) == [4, 3, 2, 1]
    assert tickets(order.arranged(board(62, *old, line(3, 0.2), line(4, 2), line(5, 61)))) == [5, 4, 3, 2, 1]


def test_after_the_clock_was_set_on_the_newest_is_the_newest() -> None:
    order = CallOrder()
    order.arranged(board(1, line(1, 0)))
    assert tickets(order.arranged(board(62, line(1, 0), line(2, 61)))) == [2, 1]

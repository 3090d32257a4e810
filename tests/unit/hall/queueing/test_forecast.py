"""The estimated wait by simulation, against queues whose waits can be counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.queueing.forecast import NoShow, WindowLoad, forecast_waits, honest_range, minutes_until_free
from hall.queueing.handling import HandlingTimes, Sample
from hall.queueing.ordering import OrderingRules, choose_next
from hall.queueing.ticket import Ticket, TicketState
from tests.unit.hall.queueing.test_ordering import CARE, NOW, RULES, tickets, waiting

TIMES = HandlingTimes({"SX001": 5.0, "SX002": 10.0, "SX015": 20.0})
SURE = NoShow(0, 0)
BOTH = frozenset({"SX001", "SX002", "SX015"})


def forecast(queue: list[Ticket], windows: list[WindowLoad], **named: object) -> dict[int, float]:
    return dict(forecast_waits(queue, windows, TIMES, rules=RULES, now=NOW, no_show=SURE, **named).waits)  # type: ignore[arg-type]


def test_one_window_serves_one_after_the_other() -> None:
    queue = [waiting(1, 3), waiting(2, 2), waiting(3, 1, item="SX001")]
    assert forecast(queue, [WindowLoad(3, BOTH, free_in=4)]) == {1: 4, 2: 14, 3: 24}


def test_two_windows_share_and_each_takes_only_its_items() -> None:
    queue = [waiting(1, 4), waiting(2, 3, item="SX015"), waiting(3, 2)]
    windows = [WindowLoad(3, frozenset({"SX002"})), WindowLoad(5, frozenset({"SX015"}), free_in=1)]
    assert forecast(queue, windows) == {1: 0, 2: 1, 3: 10}


def test_nobody_may_call_it() -> None:
    result = forecast_waits([waiting(1, 4)], [WindowLoad(5, frozenset({"SX015"}))], TIMES, rules=RULES, now=NOW)
    assert result.range_of(1) is None


def test_a_priority_goes_before_and_others_wait_longer_under_pressure() -> None:
    queue = [waiting(1, 4), waiting(2, 3, CARE)]
    window = [WindowLoad(3, BOTH)]
    assert forecast(queue, window) == {2: 0, 1: 10}
    assert forecast(queue, window, pressure=0.5) == {2: 0, 1: 20}


def test_a_service_under_way_is_expected_to_go_on() -> None:
    serving = replace(
        waiting(1, 30), state=TicketState.SERVING, window=3, started_at=NOW - timedelta(minutes=40), called_at=NOW
    )
    left = minutes_until_free(serving, TIMES, now=NOW)
    assert 3 < left < 60
    assert minutes_until_free(None, TIMES, now=NOW) == 0


def test_what_was_measured_outweighs_the_catalogue_only_with_enough_services() -> None:
    few = HandlingTimes.measured([Sample("SX002", 3, 9, 20.0)], {"SX002": 10.0})
    many = HandlingTimes.measured([Sample("SX002", 3, 9, 20.0)] * 200, {"SX002": 10.0})
    assert 10 < few.of("SX002").mean < 13
    assert many.of("SX002").mean == pytest.approx(20, abs=0.5)
    assert many.of("SX002", 3, 9).mean > 19
    assert HandlingTimes({}).of("unknown").mean == 8.0


def test_slips_of_the_key_are_not_services() -> None:
    times = HandlingTimes.measured([Sample("SX002", 3, 9, 0.01), Sample("SX002", 3, 9, 600.0)], {"SX002": 10.0})
    assert times.of("SX002").mean == 10.0


@given(st.floats(0.1, 200), st.floats(0.5, 60), st.floats(0.05, 60))
def test_what_remains_is_never_negative(elapsed: float, mean: float, deviation: float) -> None:
    from hall.queueing.handling import Handling

    assert Handling(mean, deviation, 1).remaining(elapsed) >= -1e-6


@given(st.floats(0, 300), st.floats(0, 100))
def test_a_range_holds_its_expectation_and_has_a_width(wait: float, deviation: float) -> None:
    estimate = honest_range(wait, deviation)
    assert estimate.low <= wait <= estimate.high
    assert estimate.high - estimate.low >= 5


@given(tickets, st.integers(0, 3))
def test_the_forecast_calls_first_whom_the_order_calls_first(queue: list[Ticket], run: int) -> None:
    rules = OrderingRules(priority_run=2, longest_wait_minutes=60)
    choice = choose_next(queue, window=3, priority_run=run, rules=rules, now=NOW)
    waits = forecast_waits(
        queue, [WindowLoad(3, BOTH, priority_run=run)], TIMES, rules=rules, now=NOW, no_show=SURE
    ).waits
    if choice is None:
        assert not waits
    else:
        assert min(waits, key=lambda key: waits[key]) == choice.ticket.id
        assert set(waits) == {t.id for t in queue}

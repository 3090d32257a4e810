"""All benchmarks by name, for ``hallctl bench``."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks import database
from benchmarks.result import Result


def _issue_sqlite() -> Result:
    with database.sqlite() as place:
        return database.issue_p50(*place)


def _issue_postgres() -> Result:
    with database.postgres() as place:
        return database.issue_p50(*place)


def _throughput_sqlite() -> Result:
    with database.sqlite() as place:
        return database.throughput(*place)


def _throughput_postgres() -> Result:
    with database.postgres() as place:
        return database.throughput(*place)


def _estimated_wait() -> Result:
    from benchmarks.estimated_wait import measure

    score = measure()
    return Result(score.forecast_error, score.naive_error, 0.7)


def _call_to_paint_sqlite() -> Result:
    from benchmarks import board_latency

    with database.sqlite() as place:
        return board_latency.press_to_paint(*place, allowed=board_latency.PAINTED_WITHIN)


def _ten_years_sqlite() -> Result:
    from benchmarks import ten_years

    return ten_years.on_sqlite()


def _ten_years_postgres() -> Result:
    from benchmarks import ten_years

    return ten_years.on_postgres()


BENCHMARKS: dict[str, Callable[[], Result]] = {
    "issue_ticket_p50_sqlite": _issue_sqlite,
    "issue_ticket_p50_postgres": _issue_postgres,
    "issue_throughput_8_processes_sqlite": _throughput_sqlite,
    "issue_throughput_8_processes_postgres": _throughput_postgres,
    "call_to_board_painted_p99_sqlite": _call_to_paint_sqlite,
    "ten_years_of_tickets_sqlite": _ten_years_sqlite,
    "ten_years_of_tickets_postgres": _ten_years_postgres,
    "estimated_wait_error": _estimated_wait,
}

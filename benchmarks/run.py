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
        return board_latency.press_to_paint(*place)


def _call_to_paint_postgres() -> Result:
    from benchmarks import board_latency

    with database.postgres() as place:
        return board_latency.press_to_paint(*place)


def _recovery_sqlite() -> Result:
    from benchmarks import board_recovery

    return board_recovery.on_sqlite()


def _recovery_postgres() -> Result:
    from benchmarks import board_recovery

    return board_recovery.on_postgres()


def _ten_years_sqlite() -> Result:
    from benchmarks import ten_years

    return ten_years.on_sqlite()


def _ten_years_postgres() -> Result:
    from benchmarks import ten_years

    return ten_years.on_postgres()


def _ticket_bytes() -> Result:
    from benchmarks import window_devices

    with database.sqlite() as place:
        return window_devices.ticket_bytes(*place)


def _touch_to_first_byte() -> Result:
    from benchmarks import window_devices

    with database.sqlite() as place:
        return window_devices.touch_to_first_byte(*place)


def _print_start_under_probes() -> Result:
    from benchmarks import window_devices

    return window_devices.print_start_under_probes()


def _frame_age_after_stall() -> Result:
    from benchmarks import window_devices

    return window_devices.frame_age_after_stall()


def _ticker(size: str) -> Callable[[], Result]:
    def measure() -> Result:
        from benchmarks import ticker_cost

        with database.sqlite() as place:
            return ticker_cost.ticker(*place, size)

    return measure


def _touch_to_visible() -> Result:
    from benchmarks import kiosk_touch

    return kiosk_touch.touch_to_visible()


def _start_to_first_paint(app: str) -> Result:
    from benchmarks import app_start

    with database.sqlite() as place:
        return app_start.first_paint(app, *place)


def _kiosk_start_to_hall_known() -> Result:
    from benchmarks import app_start

    with database.sqlite() as place:
        return app_start.hall_known(*place)


def _kiosk_start_to_usable() -> Result:
    from benchmarks import app_start

    with database.sqlite() as place:
        return app_start.usable(*place)


BENCHMARKS: dict[str, Callable[[], Result]] = {
    "issue_ticket_p50_sqlite": _issue_sqlite,
    "issue_ticket_p50_postgres": _issue_postgres,
    "issue_throughput_8_processes_sqlite": _throughput_sqlite,
    "issue_throughput_8_processes_postgres": _throughput_postgres,
    "call_to_board_painted_p99_sqlite": _call_to_paint_sqlite,
    "call_to_board_painted_p99_postgres": _call_to_paint_postgres,
    "boards_right_after_outage_sqlite": _recovery_sqlite,
    "boards_right_after_outage_postgres": _recovery_postgres,
    "ten_years_of_tickets_sqlite": _ten_years_sqlite,
    "ten_years_of_tickets_postgres": _ten_years_postgres,
    "estimated_wait_error": _estimated_wait,
    "ticket_bytes": _ticket_bytes,
    "touch_to_first_printer_byte_p99": _touch_to_first_byte,
    "print_start_under_probes_p99": _print_start_under_probes,
    "camera_frame_age_after_stall": _frame_age_after_stall,
    "ticker_core_share_1080p": _ticker("1080p"),
    "ticker_core_share_4k": _ticker("4k"),
    "kiosk_start_to_first_paint": lambda: _start_to_first_paint("kiosk"),
    "display_start_to_first_paint": lambda: _start_to_first_paint("display"),
    "counter_start_to_first_paint": lambda: _start_to_first_paint("counter"),
    "kiosk_start_to_usable": _kiosk_start_to_usable,
    "kiosk_start_to_hall_known": _kiosk_start_to_hall_known,
    "touch_to_visible_p99": _touch_to_visible,
}

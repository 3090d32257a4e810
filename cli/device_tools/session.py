"""One device opened by a tool, something done on it, and what came of it as a JSON-able outcome."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from cli.output import CommandError
from devices.core.errors import AddressError, DeviceError, NotConnected
from devices.core.registry import KINDS, DriverRegistry
from devices.core.status import DeviceStatus

TAP_PROBE_SECONDS = 1.0
NOT_THERE = "设备未连接，请检查地址、电源和连线。"
Outcome = dict[str, Any]
Work = Callable[[Any], Outcome]


def all_drivers() -> DriverRegistry:
    """The drivers that a tool can use: all but those that need an app's own screen."""
    from qt_common.qt_drivers import qt_registry

    return qt_registry()


def make_driver(kind: str, url: str, registry: DriverRegistry | None = None) -> Any:
    """The driver, not opened.

    Raises:
        CommandError: no such kind, or the address is wrong; the detail lists what is known.
    """
    if kind not in KINDS:
        raise CommandError(
            f"没有“{kind}”这类设备；可用：{'、'.join(KINDS)}", f"unknown kind {kind!r}: {', '.join(KINDS)}"
        )
    try:
        return (registry or all_drivers()).make_driver(kind, url)
    except AddressError as error:
        raise CommandError(f"{error.message}（{error.detail}）", error.detail) from error


def describe(status: DeviceStatus) -> Outcome:
    """A status for JSON."""
    return {
        "ready": status.is_ready,
        "link": status.link.value,
        "health": status.health.value,
        "paper": status.supplies.paper.value,
        "cover": status.supplies.cover.value,
        "cutter": status.supplies.cutter.value,
        "detail": status.detail,
    }


def run(driver: Any, work: Work) -> Outcome:
    """Open, work, close; a device's failure is an outcome, not an exception.

    Returns:
        ``{"ok": bool, …}`` with what ``work`` found, or ``error``, ``detail``, ``message`` and ``outcome_known``.
    """
    try:
        driver.open()
        return {"ok": True, **work(driver)}
    except DeviceError as error:
        # The driver's own words are for a counter, whose supervisor connects again; a tool tries once.
        gone = isinstance(error, NotConnected) and error.message == NotConnected.default_message
        return {
            "ok": False,
            "error": type(error).__name__,
            "detail": error.detail,
            "message": NOT_THERE if gone else error.message,
            "outcome_known": error.outcome_known,
        }
    finally:
        driver.close()


def probe(driver: Any) -> Outcome:
    """How the device says it is; well only when it is ready."""
    status = describe(driver.probe())
    return {"ok": status["ready"], "model": driver.model, "verified": driver.verified, **status}


def tap(seconds: float) -> Work:
    """Leave the device alone but for a probe now and then, so that what it sends by itself is recorded."""

    def listen(driver: Any) -> Outcome:
        wait_code = getattr(driver, "wait_code", None)
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            driver.probe()
            if wait_code is None:
                time.sleep(min(left, TAP_PROBE_SECONDS))
            else:  # its light is on only while it waits
                wait_code(min(left, TAP_PROBE_SECONDS), lambda: False)
        return describe(driver.probe())

    return listen


def say(outcome: Outcome) -> str:
    """The outcome for a person."""
    if outcome["ok"]:
        return "正常 / ok"
    message = outcome.get("message") or "设备未就绪。"
    return f"异常 / failed: {message} ({outcome.get('error', 'not ready')}: {outcome['detail']})"

"""A captured session run again on the driver, without the device."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cli.device_tools import session
from cli.device_tools.self_tests import SELF_TESTS
from cli.output import CommandError
from devices.core.trace import ReplayMismatch, ReplayTransport
from devices.core.transports import wires_through

# Facts of an outcome that a driver is held to; the rest, such as the Chinese words, may become better.
COMPARED_ON_FAILURE = ("ok", "error", "outcome_known")


def replay(file: Path, kind: str) -> dict[str, Any]:
    """Run ``kind``'s driver as it was run when ``file`` was captured.

    Returns:
        ``{"same": bool, "difference": str, "outcome": …, "recorded": …}``.

    Raises:
        OSError, JSONDecodeError, UnicodeDecodeError: the file can't be read.
        KeyError, StopIteration: it does not say what was done, or what came of it.
        CommandError: it is of another kind, or its address is no longer understood.
    """
    wire = ReplayTransport.of(file)
    about = next(note for note in wire.notes if "kind" in note)
    recorded: session.Outcome = next(note for note in wire.notes if "outcome" in note)["outcome"]
    if about["kind"] != kind:
        raise CommandError(f"该记录属于 {about['kind']}，不是 {kind}。", f"a trace of {about['kind']}, not {kind}")
    with wires_through(lambda _inner, _mask: wire):
        driver = session.make_driver(kind, about["url"])
    test, wait = SELF_TESTS[kind], float(about["wait"])
    work = session.tap(wait) if about["work"] == "tap" else lambda opened: test.run(opened, wait)
    try:
        outcome = session.run(driver, work)
    except ReplayMismatch as mismatch:
        return {"same": False, "difference": str(mismatch), "outcome": None, "recorded": recorded}
    difference = compare(outcome, recorded) or (
        "" if wire.finished else "not everything recorded was written or read"
    )
    return {"same": not difference, "difference": difference, "outcome": outcome, "recorded": recorded}


def compare(outcome: session.Outcome, recorded: session.Outcome) -> str:
    """What differs, "" for nothing."""
    facts = recorded.keys() if recorded["ok"] else COMPARED_ON_FAILURE
    other = [fact for fact in facts if outcome.get(fact) != recorded.get(fact)]
    return "; ".join(f"{fact}: {outcome.get(fact)!r} instead of {recorded.get(fact)!r}" for fact in other)

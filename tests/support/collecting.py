"""Cycles are collected between tests, in the main thread: Qt objects that a test left must not die elsewhere.

Python looks for cycles in whatever thread allocates, which was now and then a worker of a later test or the thread
through which a test worker hears of its next test; the test process ended there. An app has
`qt_common.cycle_collector` for the same reason.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Generator, Iterator

import pytest

MANY = 20_000


def pytest_sessionstart() -> None:
    """From here on nobody collects by himself."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was imported and collected to be run stays to the end: no later collection looks through it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def cleared_away(request: pytest.FixtureRequest) -> Iterator[None]:
    """Delete what was to be deleted later, and collect what the test left: all of it when it had windows."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    if not {"qapp", "qtbot"}.isdisjoint(request.fixturenames):
        gc.collect()
    elif gc.get_count()[0] > MANY:
        gc.collect(1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Fail a test in which an object of Qt was used or destroyed outside its thread; Qt says so and goes on."""
    yield
    said = getattr(item, "qt_log_capture", None)
    assert not [r.message for r in (said.records if said else ()) if "another thread" in r.message]

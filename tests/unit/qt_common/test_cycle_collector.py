"""Qt objects in cycles die in the UI thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qt_common.cycle_collector import CycleCollector


class Ring(QObject):
    """Part of a cycle with itself."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def automatic() -> Iterator[None]:
    """Python collects by itself, as in a program; the tests' own rule is another."""
    was = gc.isenabled()
    gc.collect()
    gc.enable()
    yield
    if not was:
        gc.disable()
        gc.collect()
        gc.freeze()  # as `tests.support.collecting` had it


def work(kept: list[object]) -> None:
    """Allocate as a worker's readings do, more than Python's threshold allows."""
    kept.extend([number] for number in range(gc.get_threshold()[0] * 20))


@pytest.mark.usefixtures("automatic")
def test_a_worker_that_allocates_destroys_no_object_of_the_ui(qtbot: QtBot) -> None:
    collector = CycleCollector()
    died: list[threading.Thread] = []
    weakref.finalize(Ring(), lambda: died.append(threading.current_thread()))
    worker = threading.Thread(target=work, args=(kept := list[object](),))
    worker.start()
    worker.join()
    assert kept
    assert died == [], "nobody collected while the UI thread slept"
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.main_thread()]
    collector.close()


@pytest.mark.usefixtures("automatic")
def test_without_it_the_worker_does() -> None:
    died: list[threading.Thread] = []
    ring = _Plain()
    weakref.finalize(ring, lambda: died.append(threading.current_thread()))
    del ring
    worker = threading.Thread(target=work, args=([],))
    worker.start()
    worker.join()
    assert died == [worker]


class _Plain:
    """A cycle without Qt: what would happen to a Qt object, without the crash."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.usefixtures("automatic")
def test_an_older_generation_is_collected_when_its_turn_has_come() -> None:
    collector = CycleCollector()
    ring = _Plain()
    gone = weakref.ref(ring)
    gc.collect(1)  # it is of the oldest now
    del ring
    assert gone() is not None

    def looked() -> bool:
        kept = [[number] for number in range(gc.get_threshold()[0] * 2)]
        collector.look()
        del kept
        return gone() is None

    assert any(looked() for _ in range(1000))
    collector.close()


@pytest.mark.usefixtures("automatic")
def test_closed_it_leaves_python_as_it_was() -> None:
    collector = CycleCollector()
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()

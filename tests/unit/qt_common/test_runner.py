"""Work leaves the UI thread, outcomes come back to it, in order."""

from __future__ import annotations

import threading
from concurrent.futures import Future

from pytestqt.qtbot import QtBot

from qt_common.runner import Mailbox, Runner, deliver_future


def test_outcomes_come_to_the_ui_thread_in_order(qtbot: QtBot) -> None:
    runner = Runner()
    seen: list[tuple[str, object, bool]] = []
    main = threading.main_thread()

    def note(what: str):  # type: ignore[no-untyped-def]
        return lambda value: seen.append((what, value, threading.current_thread() is main))

    def fail() -> None:
        raise ValueError("no")

    runner.run(lambda: threading.current_thread() is main, note("done"), note("failed"))
    runner.run(fail, note("done"), lambda error: note("failed")(str(error)))
    runner.run(lambda: 3, note("done"), note("failed"))
    assert runner.is_busy
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == [("done", False, True), ("failed", "no", True), ("done", 3, True)]
    assert not runner.is_busy
    runner.close()


def test_another_thread_may_do_a_work_itself_between_two_of_the_worker(qtbot: QtBot) -> None:
    runner = Runner()
    gate = threading.Event()
    seen: list[object] = []
    threads: list[bool] = []
    runner.run(lambda: gate.wait(60), lambda _: seen.append("slow"), seen.append)

    def here() -> None:
        me = threading.current_thread()
        runner.run_here(
            lambda: threads.append(threading.current_thread() is me), lambda _: seen.append("here"), seen.append
        )

    other = threading.Thread(target=here)
    other.start()
    gate.set()
    other.join()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert threads == [True]
    runner.close()
    runner.run_here(lambda: threads.append(False), seen.append, seen.append)
    assert threads == [True]


def test_nothing_is_called_back_after_close(qtbot: QtBot) -> None:
    runner = Runner()
    gate = threading.Event()
    seen: list[object] = []
    runner.run(gate.wait, seen.append, seen.append)
    gate.set()
    runner.close()
    qtbot.wait(20)
    assert seen == []


def test_who_asks_after_the_end_gets_nothing_run_and_no_error(qtbot: QtBot) -> None:
    runner = Runner()
    runner.close()
    seen: list[object] = []
    runner.run(lambda: seen.append("ran"), seen.append, seen.append)
    qtbot.wait(20)
    assert seen == []
    assert not runner.is_busy


def test_a_future_of_another_thread_is_delivered(qtbot: QtBot) -> None:
    mailbox = Mailbox()
    future: Future[int] = Future()
    seen: list[tuple[int, bool]] = []
    deliver_future(
        future,
        mailbox,
        lambda value: seen.append((value, threading.current_thread() is threading.main_thread())),
        print,
    )
    threading.Thread(target=future.set_result, args=(7,)).start()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(7, True)]

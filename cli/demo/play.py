"""Puts the demo together (演示编排): hall, simulators, stations, then the visit or the newcomer's own hands."""

from __future__ import annotations

import json
import os
import secrets
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from cli.demo.bench import start_bench
from cli.demo.children import ChildError, Children
from cli.demo.evidence import Ticket, collect, first_broken_after_tampering, journal_seq, read_records, spoken_texts
from cli.demo.hall import Folder, make_hall, prepare_folder
from cli.demo.hand import Hand, HandError
from cli.demo.narrator import Narrator
from cli.demo.simulators import Simulator, start_simulators
from cli.demo.stations import connect_hands, start_stations, stations
from cli.demo.visit import CLERK, VERY_GOOD, Visit, VisitFailed, play
from cli.output import CommandError

EXPECTED = (ChildError, HandError, VisitFailed, CommandError, OSError, ValueError)


class Stopped(BaseException):
    """SIGTERM came: end the children, then ourselves."""


def has_screen() -> bool:
    """True when windows can be shown to somebody."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def child_environment(folder: Folder, token: str, *, headless: bool) -> dict[str, str]:
    """What every child finds in its environment."""
    environment = {"HALLSUITE_DEMO_TOKEN": token, "XDG_STATE_HOME": str(folder.path / "state")}
    if headless:
        environment |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    return environment


@contextmanager
def stopping_on_sigterm() -> Iterator[None]:
    """Turn SIGTERM into `Stopped`, so that the children are ended."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def play_headless(out: Path) -> dict[str, Any]:
    """Play the visit off-screen and report on it.

    Returns:
        The JSON line: ok, ticket, steps, checks, files; ``error`` when something went wrong.
    """
    narrator = Narrator(None)
    ticket = Ticket()
    try:
        with stopping_on_sigterm():
            return _play(out, ticket)
    except CommandError as error:
        narrator.say(error.message, str(error))
        return {"ok": False, "error": str(error), "ticket": ticket.reply(), "steps": []}


def _play(out: Path, ticket: Ticket) -> dict[str, Any]:
    folder = prepare_folder(out)
    narrator = Narrator(folder.shots)
    token = secrets.token_urlsafe(24)
    report: dict[str, Any] = {"ok": False}
    try:
        with Children(folder.logs, child_environment(folder, token, headless=True)) as children:
            simulators, hands = _open_hall(
                folder, narrator, children, token, voice=f"voice+record://{folder.voice}"
            )
            visit = Visit(folder, narrator, simulators, hands, ticket)
            try:
                play(visit)
            finally:
                for hand in hands.values():
                    hand.close()
            with narrator.step("closed", "全部程序正常退出。", "All programs close cleanly."):
                children.end_all()
                unclean = {name: status for name, status in children.statuses.items() if status != 0}
                if unclean:
                    raise VisitFailed(f"ended uncleanly: {unclean}; see {folder.logs}")
        report = _checked(visit)
    except EXPECTED as error:
        report["error"] = f"{type(error).__name__}: {error}"
        narrator.say(f"演示未完成：{report['error']}", f"日志 / logs: {folder.logs}")
    report |= {
        "ticket": ticket.reply(),
        "steps": [step.reply() for step in narrator.steps],
        "out": str(folder.path),
    }
    return report


def _open_hall(
    folder: Folder, narrator: Narrator, children: Children, token: str, *, voice: str, big: bool = True
) -> tuple[dict[str, Simulator], dict[str, Hand]]:
    with narrator.step("hall", "建库、导入示例目录与示例大厅。", "Database, sample catalogue, sample hall."):
        make_hall(folder)
    with narrator.step("devices", "启动模拟设备，每台一个进程。", "The simulated devices, a process each."):
        simulators = start_simulators(children, folder.path)
    with narrator.step(
        "stations", "启动抽号机、窗口、大屏、窗口屏。", "Kiosk, counter, main board, window screen."
    ):
        hands = connect_hands(start_stations(children, stations(simulators, voice, big=big), folder), token)
    return simulators, hands


def _checked(visit: Visit) -> dict[str, Any]:
    """Read the visit back from the database and compare."""
    folder, ticket, narrator = visit.folder, visit.ticket, visit.narrator
    with narrator.step("verify", "核对号票、评价、材料与留痕链。", "Ticket, rating, page and journal are checked."):
        records = read_records(folder, ticket.paper)
        ticket.database = records.label
        checks = {
            "number_agrees": ticket.agrees,
            "finished_by_clerk": (records.state, records.clerk, records.calls) == ("finished", CLERK, 2),
            "holder_masked": "*" in records.holder,
            "page_saved": records.pages == 1 and records.straightened == 1 and records.codes == 1,
            "rating_recorded": (records.rating, records.level) == ("rated", VERY_GOOD),
            "spoken_twice": len(spoken_texts(folder)) == 2,
            "verify_ok": records.journal > 0 and not records.problems,
        }
        wrong = [name for name, holds in checks.items() if not holds]
        if wrong:
            raise VisitFailed(f"{', '.join(wrong)}: {records}; {ticket.reply()}")
    with narrator.step(
        "tamper", "副本中改动一条留痕，校验指出该条。", "One record changed in a copy: the check names it."
    ):
        seq = journal_seq(folder, "ticket.called")
        found = first_broken_after_tampering(folder, seq)
        checks["tampering_found"] = found == seq
        if found != seq:
            raise VisitFailed(f"record {seq} was changed, the check names {found}")
    files = collect(folder, visit.paper_png)
    narrator.say(
        f"纸质号票、大屏、窗口屏、广播、数据库一致：{ticket.paper}。文件在 {folder.path}",
        f"Paper, board, window screen, voice and database agree: {ticket.paper}. Files are in {folder.path}",
    )
    return {"ok": True, "checks": checks, "journal_records": records.journal, "files": files}


def play_by_hand(out: Path) -> int:
    """Open all windows and the bench, and wait until the bench is closed or Ctrl-C."""
    folder = prepare_folder(out)
    narrator = Narrator(None)
    token = secrets.token_urlsafe(24)
    with stopping_on_sigterm(), Children(folder.logs, child_environment(folder, token, headless=False)) as children:
        simulators, hands = _open_hall(
            folder, narrator, children, token, voice=f"voice+record://{folder.voice}", big=False
        )
        bench = start_bench(children, simulators, folder.voice)
        narrator.say(
            f"请自己试一试：抽号机取号，模拟台放身份证；签到工号 {CLERK}，密码 demo-{CLERK}。关闭模拟台即结束。",
            f"Now play it yourself: staff number {CLERK}, password demo-{CLERK}. Close the bench window to end.",
        )
        try:
            while bench.is_running:
                ended = children.first_ended()
                if ended is not None and ended is not bench:
                    narrator.say(f"{ended.name} 已退出：{ended.last_words()}", f"{ended.name} has ended.")
                    break
                time.sleep(0.5)
        except KeyboardInterrupt:
            pass
        finally:
            for hand in hands.values():
                hand.close()
    return 0


def as_line(report: dict[str, Any]) -> str:
    """The report on one line."""
    return json.dumps(report, ensure_ascii=True)

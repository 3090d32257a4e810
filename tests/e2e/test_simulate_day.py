"""``hallctl simulate-day``: a whole day through the real use cases, audited, and the same for the same seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from cli.project import ROOT
from cli.simulate.audit import audit
from cli.simulate.clock import VirtualClock
from cli.simulate.day import first_moment, play
from cli.simulate.hall import prepare
from cli.simulate.plan import FIRST_DAY, ZONE, DayPlan, plan_day
from cli.simulate.report import document_of, words_of
from db.crypto import Keys
from db.passwords import Argon2Passwords
from db.store import SqlStore
from db.tables import journal_head, ticket_counters, tickets, windows
from hall.queueing.outlook import EstimateReport, estimate_report
from tests.support.stores import OpenStore

pytestmark = pytest.mark.timeout(300)
HASHER = Argon2Passwords(time_cost=1, memory_kib=64)
SMALL = {"windows": 5, "kiosks": 2, "visitors": 60}


def simulate(*arguments: str) -> tuple[int, dict[str, Any], str]:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "cli", "simulate-day", *arguments, "--json"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=280,
    )
    return done.returncode, json.loads(done.stdout.splitlines()[-1]), done.stdout + done.stderr


def play_on(open_store: OpenStore, url: str, plan: DayPlan) -> tuple[SqlStore, dict[str, int]]:
    """The day on a database; the store that it leaves open."""
    clock: VirtualClock = first_moment(plan)
    store = open_store(url, clock=clock)
    found = prepare(store, HASHER, windows=plan.windows)
    return store, dict(play(plan, store, clock, found, HASHER))


def told(store: SqlStore) -> EstimateReport:
    with store.reading() as uow:
        return estimate_report(uow, FIRST_DAY)


@pytest.mark.req("Q-09", "Q-11", "Q-10", "Q-12", "Q-13", "Q-14")
def test_a_day_loses_nobody_and_calls_nobody_twice(
    any_url: str, open_test_store: OpenStore, hall_keys: Keys
) -> None:
    plan = plan_day(7, day=FIRST_DAY, windows=6, kiosks=2, visitors=90)
    store, counts = play_on(open_test_store, any_url, plan)
    found = audit(store, hall_keys)
    assert found.problems() == dict.fromkeys(found.problems(), 0)
    report = document_of(plan, found, counts, told(store))
    assert report["tickets"] > 80
    assert report["served"] + report["missed"] + report["voided"] == report["tickets"]
    assert report["waits"]["ordinary"]["p50"] <= report["waits"]["ordinary"]["p90"] <= report["longest_wait"]
    assert 0 < report["utilisation"]["lowest"] <= report["utilisation"]["mean"] <= 1
    assert report["estimates"]["tickets"] > 0
    assert report["events"]["checked_in"] > 0
    assert report["events"]["went_on"] > 0
    words = words_of(report)
    assert f"办结 {report['served']}" in words[1]


def test_the_same_seed_gives_the_same_report_on_every_database(
    any_url: str, open_test_store: OpenStore, hall_keys: Keys
) -> None:
    """Both databases are compared with the command's own run on a fresh SQLite file."""
    status, report, said = simulate("--seed", "3", "--windows", "5", "--kiosks", "2", "--visitors", "60")
    assert status == 0, said
    assert {"tickets", "served", "lost", "double_calls", "waits", "longest_wait", "overtime"} <= set(report)
    assert report["lost"] == report["double_calls"] == 0
    plan = plan_day(3, day=FIRST_DAY, **SMALL)
    store, counts = play_on(open_test_store, any_url, plan)
    found = audit(store, hall_keys)
    assert json.loads(json.dumps(document_of(plan, found, counts, told(store)))) == report


def test_another_seed_gives_another_day() -> None:
    first, second = (plan_day(seed, day=FIRST_DAY) for seed in (1, 2))
    assert (first.shape, first.surges) != (second.shape, second.surges)


def test_a_second_day_in_the_same_database_is_the_next_one(tmp_path: Path) -> None:
    options = ("--seed", "5", "--windows", "3", "--kiosks", "1", "--visitors", "15", "--out", str(tmp_path))
    status, first, said = simulate(*options)
    assert status == 0, said
    status, second, said = simulate(*options)
    assert status == 0, said
    assert second["tickets"] == first["tickets"]
    assert second["journal"] > first["journal"]
    assert (tmp_path / "waits.csv").read_text(encoding="utf-8-sig").count("\n") == second["tickets"] + 1
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8")) == second
    verify = subprocess.run(
        [sys.executable, "-P", "-m", "cli", "verify", "--database", str(tmp_path / "hall.db"), "--json"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert json.loads(verify.stdout.splitlines()[-1]) == {
        "ok": True,
        "records": second["journal"],
        "first_broken_seq": None,
    }


def test_a_real_hall_is_not_written_into(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'real.db'}"
    for action in ("init", "seed-sample"):
        subprocess.run(
            [sys.executable, "-P", "-m", "cli", "db", action, "--database", url],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            timeout=120,
        )
    status, document, said = simulate("--database", url, "--visitors", "5")
    assert (status, document["ok"]) == (1, False)
    assert "真实大厅" in said


@pytest.mark.parametrize("arguments", [("--speed", "0.5"), ("--speed", "1001"), ("--windows", "0")])
def test_senseless_options_are_refused_in_words(arguments: tuple[str, ...]) -> None:
    status, document, said = simulate(*arguments)
    assert (status, document["ok"]) == (1, False)
    assert arguments[0] in said


SPOIL = {
    "lost": tickets.update().where(tickets.c.id == 1).values(state="waiting", window=None, clerk=None),
    "gaps": ticket_counters.update().values(last=ticket_counters.c.last + 1),
    "lost_updates": windows.update().where(windows.c.number == 1).values(version=windows.c.version - 1),
    "chain_broken": journal_head.update().values(hash="0" * 64),
}


@pytest.mark.parametrize("problem", sorted(SPOIL))
def test_the_audit_finds_what_was_spoiled(
    problem: str, tmp_path: Path, sqlite_store: SqlStore, open_test_store: OpenStore, hall_keys: Keys
) -> None:
    url = str(sqlite_store.database.engine.url)
    store, _ = play_on(open_test_store, url, plan_day(2, day=FIRST_DAY, windows=2, kiosks=1, visitors=8))
    assert audit(store, hall_keys).ok
    with store.database.engine.begin() as connection:
        assert connection.execute(SPOIL[problem]).rowcount
        assert connection.scalar(sa.select(sa.func.count()).select_from(tickets)) > 0
    found = audit(store, hall_keys)
    assert found.problems()[problem] > 0
    assert not found.ok


def test_a_paced_clock_never_runs_ahead_of_its_speed() -> None:
    import time
    from datetime import datetime, timedelta

    start = datetime(2025, 3, 3, 9, tzinfo=ZONE)
    clock = VirtualClock(start, speed=1000)
    began = time.monotonic()
    clock.advance_to(start + timedelta(seconds=50))
    assert time.monotonic() - began >= 0.05 * 0.99
    assert clock() == start + timedelta(seconds=50)
    clock.advance_to(start)
    assert clock() == start + timedelta(seconds=50)

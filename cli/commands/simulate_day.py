"""``hallctl simulate-day``: a whole hall's day through the real use cases and database (模拟一天)."""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cli.database import place_of, sqlite_path, told
from cli.output import CommandError, add_json_option, finish

FASTEST = 1000.0


@dataclass(frozen=True, slots=True)
class Where:
    """Address of the database, its key file, and where the report goes (None for nowhere)."""

    url: str
    keys: Path
    out: Path | None


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "simulate-day", help="模拟大厅的一天并核查数据 / play a whole hall's day and audit the database"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="同一种子得同一天 / same seed, same day")
    parser.add_argument(
        "--speed", type=float, default=0.0, metavar="X", help="1…1000 倍速，0 为最快 / 0: as fast as possible"
    )
    parser.add_argument("--windows", type=int, default=24, metavar="N", help="窗口数 / windows")
    parser.add_argument("--kiosks", type=int, default=4, metavar="N", help="取号机数 / kiosks")
    parser.add_argument("--visitors", type=int, default=1800, metavar="N", help="来客数 / visitors")
    parser.add_argument("--database", metavar="URL", help="空数据库，默认为临时文件 / an empty database")
    parser.add_argument(
        "--keys", type=Path, metavar="FILE", help="密钥文件，没有则新建 / key file, made if missing"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="保存数据库与报告 / keep database and report here")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play the day; 0 only when the audit found nothing."""
    for name, least, most in (("windows", 1, 200), ("kiosks", 1, 50), ("visitors", 0, 20_000)):
        if not least <= getattr(options, name) <= most:
            raise CommandError(f"--{name} 应在 {least} 到 {most} 之间。", f"--{name} must be {least} … {most}")
    if options.speed != 0 and not 1 <= options.speed <= FASTEST:
        raise CommandError("--speed 应为 0 或 1 到 1000。", "--speed must be 0 or 1 … 1000")
    with _place(options) as where, told():
        report = _play(options, where)
    return finish(report, ok=bool(report["ok"]), as_json=options.json)


@contextmanager
def _place(options: argparse.Namespace) -> Iterator[Where]:
    with tempfile.TemporaryDirectory(prefix="hallsuite-day-") as temporary:
        folder = Path(temporary)
        out: Path | None = None
        if options.out is not None:
            out = folder = options.out.expanduser().resolve()
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise CommandError(f"文件夹 {folder} 无法写入。", str(error)) from error
        url = options.database or str(folder / "hall.db")
        # Keys as every command finds them: beside a SQLite file, else among this user's settings.
        named = argparse.Namespace(config=None, database=url, keys=options.keys, documents=None)
        place = place_of(named)
        yield Where(place.url, place.keys, out)


def _play(options: argparse.Namespace, where: Where) -> dict[str, Any]:
    from cli.simulate.audit import audit
    from cli.simulate.day import first_moment, play
    from cli.simulate.hall import free_day, prepare
    from cli.simulate.plan import FIRST_DAY, ZONE, plan_day
    from cli.simulate.report import document_of, words_of, write_waits
    from db.passwords import Argon2Passwords
    from db.store import open_store
    from hall.queueing.outlook import estimate_report

    keys = _ready(where)
    hasher = Argon2Passwords(time_cost=1, memory_kib=64)  # made-up people's passwords need no strength
    store = open_store(where.url, keys, zone=ZONE)
    try:
        windows = prepare(store, hasher, windows=options.windows)
        # Boards that watch a paced day show today.
        day = free_day(store, datetime.now(UTC).astimezone(ZONE).date() if options.speed else FIRST_DAY)
    finally:
        store.close()
    plan = plan_day(
        options.seed, day=day, windows=options.windows, kiosks=options.kiosks, visitors=options.visitors
    )
    clock = first_moment(plan, options.speed)
    store = open_store(where.url, keys, zone=ZONE, clock=clock)
    began = time.monotonic()
    try:
        counts = play(plan, store, clock, windows, hasher)
        took = time.monotonic() - began
        found = audit(store, keys)
        with store.reading() as uow:
            told = estimate_report(uow, plan.day)
    finally:
        store.close()
    report = document_of(plan, found, counts, told)
    for line in words_of(report):
        print(line)
    print(f"用时 {took:.1f} 秒，{report['journal'] / max(took, 1e-9):.0f} 次留痕/秒")
    if where.out is not None:
        write_waits(where.out / "waits.csv", plan, found)
        (where.out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
        print(f"报告与数据：{where.out}")
    return report


def _ready(where: Where) -> Any:
    """Keys and tables, made where they are missing; the keys."""
    from db.crypto import load_keys, new_keys, save_keys
    from db.engine import connect
    from db.schema import current_revision, upgrade

    file = sqlite_path(where.url)
    database = connect(where.url)
    try:
        if file is None or file.exists():
            with database.engine.connect() as connection:
                fresh = current_revision(connection) is None
        else:
            fresh = True
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
        if not where.keys.exists():
            if not fresh:
                message = f"数据库已存在，但找不到它的密钥文件：{where.keys}。请用 --keys 指定。"
                raise CommandError(message, f"{where.keys} is missing and the database is not new; give --keys")
            where.keys.parent.mkdir(parents=True, exist_ok=True)
            save_keys(new_keys(), where.keys)
        upgrade(database)
    finally:
        database.engine.dispose()
    return load_keys(where.keys)

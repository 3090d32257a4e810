"""``hallctl verify``: does the journal's chain hold (校验留痕链)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.database import add_database_options, place_of, sqlite_path, told
from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("verify", help="校验留痕链，指出第一条被改动的记录 / check the journal's chain")
    add_database_options(parser)
    parser.add_argument(
        "--checkpoint", type=Path, metavar="FILE", help="校验点文件 / also compare with checkpoints"
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every record; 0 only when all hold."""
    from db.crypto import load_keys
    from db.engine import connect
    from db.verify import read_checkpoints, verify_database

    place = place_of(options)
    file = sqlite_path(place.url)
    if file is not None and not file.exists():
        raise CommandError(f"数据库文件不存在：{file}", f"{file} does not exist")
    with told():
        checkpoints = read_checkpoints(options.checkpoint) if options.checkpoint else None
        keys = load_keys(place.keys)
        database = connect(place.url)
        try:
            verdict = verify_database(database, keys, checkpoints=checkpoints)
        finally:
            database.engine.dispose()
    if verdict.ok:
        print(f"留痕链完整，共 {verdict.records} 条。 / The chain holds, {verdict.records} records.")
    else:
        print(f"留痕链在第 {verdict.first_broken} 条断开。 / Broken at record {verdict.first_broken}.")
        print(f"  {verdict.reason}")
    document = {"ok": verdict.ok, "records": verdict.records, "first_broken_seq": verdict.first_broken}
    return finish(document, ok=verdict.ok, as_json=options.json)

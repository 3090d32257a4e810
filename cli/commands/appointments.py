"""``hallctl appointments import FILE``: take in what was booked online (导入网上预约)."""

from __future__ import annotations

import argparse
import getpass
import socket
from pathlib import Path
from typing import Any

from cli.database import add_database_options, place_of, told
from cli.output import add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the command and its action to ``commands``."""
    parser = commands.add_parser("appointments", help="预约：导入网上预约 / import online appointments")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    action = actions.add_parser("import", help="导入 CSV/XLSX/JSON，可重复导入 / may be repeated, doubles nothing")
    action.add_argument("file", type=Path, metavar="FILE")
    action.add_argument("--profile", default="xiangfu", help="大厅配置 / hall profile (default: xiangfu)")
    add_database_options(action)
    add_json_option(action)
    action.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import; exit status 1 when a row was bad, though the good ones are in."""
    from db.appointments_file import read_appointments
    from db.crypto import load_keys
    from db.store import open_store
    from hall.appointments.online import check_rows, import_online
    from hall.identity import Actor, Role
    from qt_common.machine_config import load_profile

    place = place_of(options)
    admin = Actor(f"admin:{getpass.getuser()}", frozenset({Role.ADMIN}), socket.gethostname()[:40])
    with told():
        profile = load_profile(options.profile)
        good, bad = check_rows(read_appointments(options.file), profile=profile)
        store = open_store(place.url, load_keys(place.keys), zone=profile.zone)
        try:
            with store.begin() as uow:
                done = import_online(uow, good, bad, by=admin, profile=profile)
                uow.commit()
        finally:
            store.close()
    for problem in done.problems:
        print(f"第{problem.line}行：{problem.reason}")
    print(f"新增 {done.added} 条，已有 {done.known} 条，取消 {done.cancelled} 条，有误 {len(done.problems)} 行。")
    document = {
        "ok": not done.problems,
        "added": done.added,
        "known": done.known,
        "cancelled": done.cancelled,
        "problems": [{"line": problem.line, "reason": problem.reason} for problem in done.problems],
    }
    return finish(document, ok=not done.problems, as_json=options.json)

"""``hallctl lock``: regenerate the lock files from pyproject.toml."""

from __future__ import annotations

import argparse
from typing import Any

from cli.output import add_json_option, finish
from cli.project import ROOT


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "lock", help="由 pyproject.toml 重新生成锁定文件 / regenerate the lock files; pins that still fit are kept"
    )
    parser.add_argument("--check", action="store_true", help="only say whether the locks fit pyproject.toml")
    parser.add_argument("--upgrade", action="store_true", help="move every package to its newest version")
    parser.add_argument("--upgrade-package", action="append", default=[], metavar="NAME", help="move only this one")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the locks, or check them; 0 when they fit."""
    from cli.lock import LOCKS, pins, resolve, stale_locks

    stale: list[str] = []
    if options.check:
        stale = stale_locks(ROOT)
    else:
        resolve(ROOT, ROOT, upgrade=options.upgrade_package, upgrade_all=options.upgrade)
    packages = {lock.name: len(pins(ROOT / lock.name)) for lock in LOCKS}
    for name, count in packages.items():
        print(f"{name}: {count} packages" + ("，已过时 / stale" if name in stale else ""))
    return finish({"ok": not stale, "packages": packages, "stale": stale}, ok=not stale, as_json=options.json)

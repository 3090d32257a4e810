"""``hallctl check``: the static checks without the tests."""

from __future__ import annotations

import argparse
from typing import Any

from cli.checks import CHECKS, failing_checks
from cli.output import add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("check", help="静态检查：风格、排版、类型、依赖方向 / ruff, mypy, import-linter")
    parser.add_argument("checks", nargs="*", metavar="CHECK", help=f"only these of {', '.join(CHECKS)}")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the checks named, or all; 0 when they pass."""
    unknown = sorted(set(options.checks) - set(CHECKS))
    if unknown:
        raise SystemExit(f"hallctl check: no check {', '.join(unknown)}; there are {', '.join(CHECKS)}")
    failed = failing_checks(options.checks or CHECKS)
    print(f"未通过 / failed: {', '.join(failed)}" if failed else "全部通过 / all passed")
    return finish({"ok": not failed, "failed": failed}, ok=not failed, as_json=options.json)

"""The commands that run one of the apps on this station."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
from typing import Any

from cli.watchdog import Watchdog


def add_app(commands: Any, name: str, words: str) -> None:
    """Add the command ``name``, which runs ``<name>_app.main`` with ``--config``."""
    parser = commands.add_parser(name, help=words)
    parser.add_argument("--config", required=True, help="machine.toml of this station")
    parser.add_argument(
        "--watch", action="store_true", help="崩溃或卡死后自动重启 / start it again after a crash or hang"
    )
    parser.add_argument("--hang-seconds", type=float, default=20.0, help="多少秒没有响应算卡死，默认 20")
    parser.set_defaults(run=_run, app=name)


def _run(options: argparse.Namespace) -> int:
    if options.watch:
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
        command = [sys.executable, "-P", "-m", f"{options.app}_app", "--config", options.config]
        return Watchdog(command, hang_seconds=options.hang_seconds).run()
    program = importlib.import_module(f"{options.app}_app.__main__")
    return int(program.run(["--config", options.config]))

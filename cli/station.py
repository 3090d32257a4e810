"""The commands that run one of the apps on this station."""

from __future__ import annotations

import argparse
import importlib
from typing import Any


def add_app(commands: Any, name: str, words: str) -> None:
    """Add the command ``name``, which runs ``<name>_app.main`` with ``--config``."""
    parser = commands.add_parser(name, help=words)
    parser.add_argument("--config", required=True, help="machine.toml of this station")
    parser.set_defaults(run=_run, app=name)


def _run(options: argparse.Namespace) -> int:
    app = importlib.import_module(f"{options.app}_app.main")
    return int(app.main(["--config", options.config]))

"""``hallctl demo``: one citizen's whole visit through all apps and devices (演示)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.output import add_json_option, finish
from cli.project import ROOT

TERMINATED = 143  # the shell's convention for a command ended by SIGTERM
OUT = ROOT / "demo-output"


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "demo",
        help="演示一次完整办事：取号、叫号、办理、评价 / one visit through all apps and simulated devices",
    )
    parser.add_argument(
        "--headless", action="store_true", help="不用屏幕，自动演示 / play it off-screen, by itself"
    )
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="结果文件夹 / where it leaves things")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play it; without a screen as with ``--headless``, which always ends with the JSON line."""
    from cli.demo.play import Stopped, has_screen, play_by_hand, play_headless

    try:
        if options.headless or options.json or not has_screen():
            report = play_headless(options.out)
            return finish(report, ok=report["ok"], as_json=True)
        return play_by_hand(options.out)
    except Stopped:
        return TERMINATED

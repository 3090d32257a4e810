"""``hallctl bench-window``: all simulators with a window to handle them (模拟台)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.output import CommandError, add_json_option, finish
from cli.project import ROOT

OUT = ROOT / "demo-output" / "bench"


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "bench-window", help="打开模拟台与全部模拟设备 / all simulated devices and the window to handle them"
    )
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="纸张等的文件夹 / where paper goes")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run until the window is closed; the simulators' addresses are printed for a machine.toml."""
    from cli.demo.bench import start_bench
    from cli.demo.children import ChildError, Children
    from cli.demo.play import has_screen, stopping_on_sigterm
    from cli.demo.simulators import start_simulators

    if not has_screen():
        raise CommandError("模拟台需要屏幕；没有屏幕请用 hallctl demo --headless。", "no screen")
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        with stopping_on_sigterm(), Children(options.out / "logs", {}) as children:
            simulators = start_simulators(children, options.out)
            print("[devices]  # 可写入 machine.toml / for a machine.toml")
            for kind, simulator in simulators.items():
                print(f'{kind} = "{simulator.url}"', flush=True)
            start_bench(children, simulators, options.out / "voice").wait()
    except ChildError as error:
        raise CommandError("模拟设备没有启动，详情见日志文件夹。", str(error)) from error
    document = {"ok": True, "devices": {kind: simulator.url for kind, simulator in simulators.items()}}
    return finish(document, ok=True, as_json=options.json)

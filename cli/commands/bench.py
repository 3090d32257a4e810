"""``hallctl bench``: every performance figure as a ratio against its reference in the same run (性能)."""

from __future__ import annotations

import argparse
from typing import Any

from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("bench", help="性能测量，与同次运行的基准相比 / measure against references")
    parser.add_argument("--only", metavar="NAME", help="只测名称含此字样的项 / only those whose name contains NAME")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Measure; 0 only when every target holds."""
    from benchmarks.run import BENCHMARKS

    chosen = {name: work for name, work in BENCHMARKS.items() if options.only is None or options.only in name}
    if not chosen:
        known = ", ".join(BENCHMARKS)
        raise CommandError(
            f"没有名为“{options.only}”的测量项；可用：{known}", f"no benchmark {options.only}: {known}"
        )
    document = {}
    for name, work in chosen.items():
        result = work()
        document[name] = result.as_document()
        sign = "≤" if result.at_most else "≥"
        mark = "✔" if result.holds else "✘"
        print(f"{mark} {name}: {result.ratio:.2f} ({sign} {result.target}) {result.note}".rstrip(), flush=True)
    holds = all(entry["holds"] for entry in document.values())
    return finish(document, ok=holds, as_json=options.json)

"""``hallctl translations``: collect the interface's texts and build the shipped translations."""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from cli.output import add_json_option, finish
from cli.project import ROOT

FOLDER = ROOT / "qt_common" / "translations"
SOURCES = {"common": "qt_common", "kiosk": "kiosk_app", "counter": "counter_app", "display": "display_app"}


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser(
        "translations", help="收集界面文字并生成译文 / collect the interface's texts and build the translations"
    )
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Renew each ``.ts`` from the sources, build its ``.qm``; 0 when nothing lacks its English."""
    missing: dict[str, list[str]] = {}
    for name, package in SOURCES.items():
        shipped = FOLDER / f"{name}_en.ts"
        files = sorted(str(path) for path in (ROOT / package).rglob("*.py"))
        # Without line numbers and sorted, so that two changes at different screens merge.
        _tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", "-sort-messages", *files, "-ts", shipped)
        _tool("lrelease", "-silent", shipped, "-qm", shipped.with_suffix(".qm"))
        missing[name] = [
            f"{context.findtext('name')}: {message.findtext('source')}"
            for context in ET.parse(shipped).iter("context")
            for message in context.iter("message")
            if not message.findtext("translation")
        ]
        for text in missing[name]:
            print(f"{shipped.name}: 缺译文 / not translated: {text}")
    ok = not any(missing.values())
    return finish({"ok": ok, "missing": missing}, ok=ok, as_json=options.json)


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run([Path(sys.executable).with_name(f"pyside6-{name}"), *map(str, arguments)], check=True)

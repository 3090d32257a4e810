"""``hallctl display``: run the display of this station, or try a layout."""

from __future__ import annotations

import argparse
import importlib
from typing import Any


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("display", help="大厅屏、窗口屏 / display")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--config", help="machine.toml of this station")
    what.add_argument(
        "--preview",
        nargs="?",
        const="main",
        metavar="LAYOUT",
        help="预览并编辑版面：自带版面名或 .toml 文件 / try and edit a layout: a shipped one's name, or a file",
    )
    parser.add_argument("--language", choices=("zh", "en"), default="zh", help="of the preview")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run until the window is closed."""
    if options.preview is not None:
        preview = importlib.import_module("display_app.preview.main")
        return int(preview.main([options.preview, "--language", options.language]))
    return int(importlib.import_module("display_app.main").main(["--config", options.config]))

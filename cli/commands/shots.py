"""``hallctl shots``: every screen of every app to PNG, in every language and mode (截图)."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from cli.output import add_json_option, finish
from cli.project import ROOT


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("shots", help="把每个画面存为图片 / every screen to PNG")
    parser.add_argument("--out", type=Path, default=Path("build/shots"), help="folder, default build/shots")
    parser.add_argument("--app", action="append", choices=("counter", "display", "kiosk"), help="only this app")
    parser.add_argument("--language", choices=("zh", "en"), action="append", help="only this language")
    parser.add_argument("--only", default="", help="only screens whose name holds this text")
    parser.add_argument("--readme", action="store_true", help="make the pictures of the READMEs, in docs/pictures")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render; the files are ``OUT/<language>-<mode>/<screen>.png``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from cli.pictures import Studio

    studio = Studio()
    if options.readme:
        written = studio.readme_pictures(ROOT / "docs" / "pictures")
    else:
        apps, languages = options.app or ("counter", "display", "kiosk"), options.language or ("zh", "en")
        written = [
            picture
            for app in apps
            for language in languages
            for picture in studio.shoot(app, language, options.out, only=options.only)
        ]
    print(f"{len(written)} 张图片")
    return finish(
        {"ok": bool(written), "pictures": [str(path) for path in written]}, ok=bool(written), as_json=options.json
    )

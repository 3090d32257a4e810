"""``hallctl shots``: every screen of every app to PNG, in every language and mode (截图)."""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path
from typing import Any

from cli.output import add_json_option, finish

APPS = {"kiosk": ("standard", "elder"), "counter": ("standard",), "display": ("standard",)}


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("shots", help="把每个画面存为图片 / every screen to PNG")
    parser.add_argument("--out", type=Path, default=Path("build/shots"), help="folder, default build/shots")
    parser.add_argument("--app", choices=sorted(APPS), action="append", help="only this app; may be given again")
    parser.add_argument("--language", choices=("zh", "en"), action="append", help="only this language")
    parser.add_argument("--only", default="", help="only screens whose name holds this text")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Render; the files are ``OUT/<language>-<mode>/<screen>.png``."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from qt_common import theme
    from qt_common.translation import Translations

    application = QApplication.instance() or QApplication(["hallctl"])
    assert isinstance(application, QApplication)
    written: list[str] = []
    for app in options.app or sorted(APPS):
        shots = importlib.import_module(f"{app}_app.shots").shots
        translations = Translations(app)
        for language in options.language or ("zh", "en"):
            translations.use(language)
            for mode in APPS[app]:
                theme.install(application, elder=mode == "elder")
                folder = options.out / f"{language}-{mode}"
                folder.mkdir(parents=True, exist_ok=True)
                for name, widget in shots(language, mode):
                    if options.only in name:
                        path = folder / f"{name}.png"
                        if widget.grab().save(str(path)):
                            written.append(str(path))
                    widget.close()
                    widget.deleteLater()
        translations.use("zh")
    print(f"{len(written)} 张图片，在 {options.out}")
    return finish({"ok": bool(written), "pictures": written}, ok=bool(written), as_json=options.json)

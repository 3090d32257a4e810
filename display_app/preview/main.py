"""Starts the preview of layouts: ``python -m display_app.preview.main [LAYOUT]``."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from display_app.layouts.shipped import SUFFIX
from display_app.media_show import media_shows
from display_app.preview.view import PreviewView
from display_app.preview.view_model import PreviewModel
from hall.errors import HallError
from qt_common import theme
from qt_common.cycle_collector import CycleCollector
from qt_common.runner import Runner
from qt_common.termination import Termination
from qt_common.translation import LANGUAGES, Translations

log = logging.getLogger(__name__)


def model_of(chosen: str) -> PreviewModel:
    """The preview of a shipped layout by its name, or of a file ``….toml``.

    Raises:
        LayoutError: there is no such layout, or the file is wrong.
    """
    return PreviewModel.of_file(Path(chosen)) if chosen.endswith(SUFFIX) else PreviewModel.of_shipped(chosen)


def main(argv: list[str] | None = None) -> int:
    """Show the preview until it is closed."""
    parser = argparse.ArgumentParser(prog="display_app.preview", description="版面预览 / preview of layouts")
    parser.add_argument("layout", nargs="?", default="main", help="自带版面名或 .toml 文件 / shipped name or file")
    parser.add_argument("--language", choices=LANGUAGES, default="zh")
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    app = QApplication([sys.argv[0]])
    theme.install(app)
    translations = Translations("display")
    translations.use(options.language)
    try:
        model = model_of(options.layout)
    except HallError as error:
        print(error.message, file=sys.stderr)
        log.error("%s", error)
        return 2
    termination = Termination(app)
    cycles = CycleCollector(app)
    runner = Runner("pictures")
    view = PreviewView(model)
    shows = media_shows(model.screen.layouts, runner, view)
    for show in shows:
        show.renewed.connect(model.screen.show_picture)
        show.start()
    view.resize(1440, 860)
    view.show()
    code = app.exec()
    cycles.close()
    for show in shows:
        show.close()
    runner.close()
    del termination, translations
    return code


if __name__ == "__main__":
    sys.exit(main())

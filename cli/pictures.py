"""Pictures of the screens and of the paper, from each app's sample states."""

from __future__ import annotations

import importlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from qt_common import theme
from qt_common.translation import Translations

MODES = {
    "kiosk": ("standard", "elder", "contrast", "low", "all"),
    "counter": ("1366", "1080p"),
    "display": ("standard",),
}
# app, mode, screen, width in the README
README = (
    ("kiosk", "standard", "kiosk_home_portrait", 360),
    ("kiosk", "standard", "kiosk_ticket_paper_portrait", 360),
    ("kiosk", "elder", "kiosk_items_portrait", 360),
    ("kiosk", "standard", "kiosk_guide_portrait", 360),
    ("kiosk", "standard", "kiosk_map_window_portrait", 360),
    ("counter", "1366", "work_serving", 1000),
    ("counter", "1366", "guide_waiting", 640),
    ("counter", "1366", "dispatch_load", 640),
    ("display", "standard", "display_board_1080p_announcing", 1000),
    ("display", "standard", "display_window_paused", 640),
    ("display", "standard", "display_public_second", 1000),
)


class Studio:
    """Renders the apps' sample screens off-screen."""

    def __init__(self) -> None:
        self._application = QApplication.instance() or QApplication(["hallctl"])

    def shoot(self, app: str, language: str, out: Path, *, only: str = "") -> Iterator[Path]:
        """Render one app in one language and all its modes."""
        for mode in MODES[app]:
            folder = out / f"{language}-{mode}"
            folder.mkdir(parents=True, exist_ok=True)
            for name, picture in self._render(app, language, mode, only):
                path = folder / f"{name}.png"
                if picture.save(str(path)):
                    yield path

    def readme_pictures(self, folder: Path) -> list[Path]:
        """Render what the READMEs show, made smaller: ``<language>-<screen>.png``, and the ticket's paper."""
        folder.mkdir(parents=True, exist_ok=True)
        written = [print_sample(folder / "ticket.png")]
        for app, mode in dict.fromkeys((app, mode) for app, mode, _, _ in README):
            widths = {name: width for a, m, name, width in README if (a, m) == (app, mode)}
            for language in ("zh", "en"):
                for name, picture in self._render(app, language, mode, ""):
                    if name in widths:
                        path = folder / f"{language}-{name}.png"
                        small = picture.scaledToWidth(widths[name], Qt.TransformationMode.SmoothTransformation)
                        if small.save(str(path)):
                            written.append(path)
        return written

    def _render(self, app: str, language: str, mode: str, only: str) -> Iterator[tuple[str, QPixmap]]:
        translations = Translations(app)
        assert isinstance(self._application, QApplication)
        theme.install(self._application, elder=mode == "elder")
        translations.use(language)
        try:
            only_these = {"only": only} if app == "kiosk" else {}  # its pages are many in each mode
            shots = importlib.import_module(f"{app}_app.shots").shots
            for name, widget in shots(language, mode, **only_these):
                if only in name:
                    yield name, widget.grab()
                widget.close()
                widget.deleteLater()
        finally:
            translations.use("zh")


def print_sample(path: Path) -> Path:
    """Print the sample ticket on the simulated printer and keep the picture of its paper."""
    from devices.sim.catalogue import build
    from devices.ticket_printer.drivers import make_escpos
    from kiosk_app import samples
    from qt_common.machine_config import load_profile
    from qt_common.ticket_paper import ticket_job

    with tempfile.TemporaryDirectory() as name:
        host = build("ticket_printer", folder=Path(name))
        host.start()
        driver = make_escpos(host.url)
        try:
            driver.open()
            driver.print(ticket_job(samples.ISSUED, load_profile("xiangfu")))
            papers = host.command("paper")["papers"]
        finally:
            driver.close()
            host.stop()
        shutil.copyfile(papers[-1]["png"], path)
    return path

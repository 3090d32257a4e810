"""Interface languages (界面语言): Chinese is the source, so a missing translation shows the official wording."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).parent / "translations"
LANGUAGES = ("zh", "en")


class Translations:
    """Switches the interface's language while the app runs.

    Args:
        app_name: ``"kiosk"``, ``"counter"`` or ``"display"``: files ``<app_name>_<language>.qm``.
    """

    def __init__(self, app_name: str) -> None:
        self._app_name = app_name
        self._translator: QTranslator | None = None
        self.language = "zh"

    def use(self, language: str) -> None:
        """Switch; every widget gets a LanguageChange event.

        Raises:
            ValueError: unknown language.
            FileNotFoundError: the translation is not shipped.
        """
        if language not in LANGUAGES:
            raise ValueError(f"unknown language {language!r}, known: {LANGUAGES}")
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        if language != "zh":
            path = FOLDER / f"{self._app_name}_{language}.qm"
            translator = QTranslator()
            if not translator.load(str(path)):
                raise FileNotFoundError(path.name)
            QCoreApplication.installTranslator(translator)
            self._translator = translator
        self.language = language

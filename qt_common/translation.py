"""Interface languages (界面语言): Chinese is the source, so a missing translation shows the official wording."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).parent / "translations"
LANGUAGES = ("zh", "en")


class Translations:
    """Switches the interface's language while the app runs.

    Args:
        app_name: ``"kiosk"``, ``"counter"`` or ``"display"``: files ``<app_name>_<language>.qm``, and
            ``common_<language>.qm`` for what the apps share.
    """

    def __init__(self, app_name: str) -> None:
        self._app_name = app_name
        self._translators: list[QTranslator] = []
        self.language = "zh"

    def use(self, language: str) -> None:
        """Switch; every widget gets a LanguageChange event, unless it is the present language.

        Raises:
            ValueError: unknown language.
            FileNotFoundError: the translation is not shipped.
        """
        if language not in LANGUAGES:
            raise ValueError(f"unknown language {language!r}, known: {LANGUAGES}")
        if language == self.language:
            return
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []
        if language != "zh":
            self._translators = [_load(f"{name}_{language}.qm") for name in ("common", self._app_name)]
            for translator in self._translators:
                QCoreApplication.installTranslator(translator)
        self.language = language


def _load(name: str) -> QTranslator:
    translator = QTranslator()
    if not translator.load(str(FOLDER / name)):
        raise FileNotFoundError(name)
    return translator


def QT_TRANSLATE_NOOP(_: str, text: str) -> str:
    """Mark a table's text for the translation of a context, under the name that lupdate looks for."""
    return text

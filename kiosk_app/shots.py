"""Pictures of every page of the kiosk with sample states (截图), without a database.

Every widget is a whole window of its own, frame and page, as the visitor sees it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from kiosk_app.modes import Modes
from kiosk_app.scenes import SCENES
from kiosk_app.studio import Studio

SIZES: Mapping[str, QSize] = {"portrait": QSize(1080, 1920), "landscape": QSize(1920, 1080)}
LANGUAGES = ("zh", "en")
MODES: Mapping[str, Modes] = {
    "standard": Modes(),
    "elder": Modes(elder=True),
    "contrast": Modes(contrast=True),
    "low": Modes(low=True),
    "all": Modes(elder=True, contrast=True, low=True),
}


def shots(
    language: str, mode: str, sizes: Mapping[str, QSize] = SIZES, *, only: str = ""
) -> Iterator[tuple[str, QWidget]]:
    """Every page in one language and mode, made one after the other.

    Args:
        language: ``"zh"`` or ``"en"``; is installed already.
        mode: one of `MODES`.
        sizes: of the window, by name.
        only: pages whose name holds this text.
    """
    for size_name, wanted in sizes.items():
        for scene_name, scene in SCENES.items():
            name = f"kiosk_{scene_name}_{size_name}"
            if only in name:
                studio = Studio(language, MODES[mode])
                studio.window.resize(wanted)
                scene(studio)
                studio.window.show()
                for _ in range(3):  # a page that fits its contents to its room does so when it is laid out
                    QApplication.processEvents()
                yield name, studio.window

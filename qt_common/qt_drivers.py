"""The drivers that stand on Qt (Qt驱动), for the composition in each app's ``main.py``.

`devices` knows no Qt; these bring what only Qt has. Their modules are loaded when an address asks for them.
"""

from __future__ import annotations

from devices.core.driver import Driver
from devices.core.registry import DriverRegistry, default_registry


def _queue(url: str) -> Driver:
    from qt_common.a4_qprinter import make_queue  # late: QtPdf and QtPrintSupport, for those who print A4

    return make_queue(url)


def _pdf_folder(url: str) -> Driver:
    from qt_common.a4_qprinter import make_pdf_folder  # late: as above

    return make_pdf_folder(url)


def _voice(url: str) -> Driver:
    from qt_common.voice_qtts import make_voice  # late: QtTextToSpeech loads the sound system

    return make_voice(url)


def _wedge(url: str) -> Driver:
    from qt_common.wedge_scanner import make_wedge  # late: for stations with such a scanner

    return make_wedge(url)


def qt_registry(registry: DriverRegistry | None = None) -> DriverRegistry:
    """All drivers of this distribution, of the vendors and of Qt.

    Args:
        registry: to add to; `default_registry` when None.
    """
    known = registry or default_registry()
    known = known.with_drivers("a4_printer", {"qprinter": _queue, "pdf": _pdf_folder})
    known = known.with_drivers("code_scanner", {"wedge": _wedge})
    return known.with_drivers("voice", {"qtts": _voice})

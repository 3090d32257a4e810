"""The last known catalogue on the kiosk's own disk (目录备份): guides stay readable without the database.

Public data only, in one JSON file, written whole. It is checked like any
input when it is read; a damaged one is as good as none. Used on the database's worker only.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from qt_common.whole_file import write_whole

if TYPE_CHECKING:
    from kiosk_app.lobby import KioskCatalogue

log = logging.getLogger(__name__)

MOST_BYTES = 64_000_000


class CatalogueFile:
    """Keeps the catalogue.

    Args:
        path: the file; its folder is made. None keeps nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._written: KioskCatalogue | None = None

    def keep(self, catalogue: KioskCatalogue) -> None:
        """Write it when it is new; a disk that does not take it loses only what an outage would need."""
        if self._path is None or catalogue is self._written or catalogue == self._written:
            return
        from kiosk_app.catalogue_form import written  # late: the home page stands before anything is checked

        try:
            write_whole(self._path, written(catalogue))
        except OSError as error:
            log.warning("the catalogue is not kept: %s", error.strerror)
            return
        self._written = catalogue

    def load(self) -> KioskCatalogue | None:
        """What was kept, ready to be searched; None when there is nothing or nothing that can be used."""
        if self._path is None:
            return None
        from kiosk_app.catalogue_form import WrongForm, read  # late: as above

        try:
            with self._path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise WrongForm("too large")
            return read(content).with_index()
        except FileNotFoundError:
            return None
        except (OSError, WrongForm) as error:
            log.warning("the kept catalogue can't be used: %s", error)
            return None

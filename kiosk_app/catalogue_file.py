"""The last known catalogue on the kiosk's own disk (目录备份): guides stay readable without the database.

Public data only, in one JSON file, written whole. It is checked like any
input when it is read; a damaged one is as good as none. Used on the database's worker only.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from hall.catalogue.guide import ServingWindow
from hall.catalogue.item import Department, ServiceItem
from hall.catalogue.synonym import Synonym
from kiosk_app.lobby import KioskCatalogue
from qt_common.whole_file import write_whole

log = logging.getLogger(__name__)

MOST_BYTES = 64_000_000
FORM = 1  # raised when the file's form changes; another form is not read


@dataclass(frozen=True, slots=True)
class _Kept:
    form: int
    departments: tuple[Department, ...]
    items: tuple[ServiceItem, ...]
    synonyms: tuple[Synonym, ...]
    readings: Mapping[str, tuple[str, ...]]
    used: Mapping[str, int]
    windows: tuple[ServingWindow, ...]


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
        kept = _Kept(
            FORM,
            catalogue.departments,
            catalogue.items,
            catalogue.synonyms,
            {character: tuple(found) for character, found in catalogue.readings.items()},
            catalogue.used,
            catalogue.windows,
        )
        try:
            write_whole(self._path, TypeAdapter(_Kept).dump_json(kept))
        except OSError as error:
            log.warning("the catalogue is not kept: %s", error.strerror)
            return
        self._written = catalogue

    def load(self) -> KioskCatalogue | None:
        """What was kept, ready to be searched; None when there is nothing or nothing that can be used."""
        if self._path is None:
            return None
        try:
            with self._path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            if len(content) > MOST_BYTES:
                raise ValueError("too large")
            kept = TypeAdapter(_Kept).validate_json(content)
        except FileNotFoundError:
            return None
        except (OSError, ValidationError, ValueError, RecursionError) as error:
            log.warning("the kept catalogue can't be used: %s", type(error).__name__)
            return None
        if kept.form != FORM:
            log.warning("the kept catalogue has form %d, this program reads %d", kept.form, FORM)
            return None
        return KioskCatalogue(
            kept.departments, kept.items, kept.synonyms, kept.readings, kept.used, kept.windows
        ).with_index()

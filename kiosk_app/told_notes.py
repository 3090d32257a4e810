"""Which guides were told while the database was away (待补记的告知), kept on the kiosk's own disk across a crash.

One small JSON file, written whole: code of the item and way of telling.
Nothing personal, and no time: those in the journal are the database's only (docs/decisions/0014). Used on the
database's worker only, one call after the other.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path

from hall.catalogue.telling import Told
from qt_common.whole_file import write_whole

log = logging.getLogger(__name__)

MOST_KEPT = 500  # a day's readers at a kiosk whose database stays away
LONGEST_CODE = 100  # characters
LARGEST_FILE = 200_000  # bytes; 500 rows with the longest codes fit


class ToldNotes:
    """The notes, oldest first.

    Args:
        path: the file; its folder is made. None keeps the notes in memory only.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._rows: list[tuple[str, Told]] = [] if path is None else _read(path)

    def all(self) -> tuple[tuple[str, Told], ...]:
        """What is not on record yet."""
        return tuple(self._rows)

    @property
    def waiting(self) -> bool:
        """True while something is not on record; may be asked from any thread."""
        return bool(self._rows)

    def add(self, item: str, how: Told) -> None:
        """One more; beyond `MOST_KEPT` the oldest goes."""
        self._rows.append((item, how))
        del self._rows[:-MOST_KEPT]
        self._write()

    def settled(self) -> None:
        """The oldest is on record, or never can be."""
        if self._rows:
            del self._rows[0]
            self._write()

    def _write(self) -> None:
        """A disk that does not take the notes keeps nobody from a guide."""
        if self._path is None:
            return
        rows = [{"item": item, "how": str(how)} for item, how in self._rows]
        try:
            write_whole(self._path, json.dumps(rows).encode())
        except OSError as error:
            log.warning("guides told are not noted: %s", error.strerror)


def _read(path: Path) -> list[tuple[str, Told]]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise ValueError("too large")
        return [_row(row) for row in json.loads(content)][-MOST_KEPT:]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        log.warning("the notes of guides told can't be read: %s", type(error).__name__)
        return []


def _row(row: dict[str, object]) -> tuple[str, Told]:
    item = row["item"]
    if not isinstance(item, str) or not 0 < len(item) <= LONGEST_CODE:
        raise ValueError("not an item's code")
    return item, Told(str(row["how"]))

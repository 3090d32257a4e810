"""Importing a catalogue file (导入事项目录): all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.catalogue_file import read_table
from db.crypto import sm3
from db.pinyin import readings_of, to_pinyin
from hall.catalogue.import_rows import Catalogue, check_rows
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: counts of departments and items, and of items switched off."""

    departments: int
    items: int
    switched_off: int


def read_catalogue(path: Path) -> Catalogue:
    """Read and check a CSV or XLSX file.

    Raises:
        NotFound: it can't be opened.
        CatalogueRefused: with every bad row, its line and reason.
    """
    table = read_table(path)
    return check_rows(table.headings, table.rows, to_pinyin=to_pinyin)


def write_catalogue(uow: UnitOfWork, catalogue: Catalogue) -> None:
    """Store a checked catalogue with the readings of its names' characters."""
    uow.catalogue.replace(catalogue)
    uow.search.put_readings(readings_of(item.name for item in catalogue.items))


def import_catalogue(store: Store, path: Path, *, by: Actor) -> Imported:
    """Replace the catalogue by a file's, in one transaction, on record as ``catalogue.imported``.

    Raises:
        NotAllowed: not an administrator.
        NotFound, CatalogueRefused: see `read_catalogue`; nothing was imported.
        Unavailable: the database can't be reached; nothing was imported.
    """
    by.must_be(Role.ADMIN, Role.SYSTEM)
    catalogue = read_catalogue(path)
    named = {item.code for item in catalogue.items}
    with store.begin() as uow:
        off = sum(item.code not in named for item in uow.catalogue.items())
        write_catalogue(uow, catalogue)
        result = Imported(len(catalogue.departments), len(catalogue.items), off)
        facts = {
            "file_sm3": sm3(path.read_bytes()),
            "departments": result.departments,
            "items": result.items,
            "switched_off": off,
        }
        uow.record(Event("catalogue.imported", "catalogue", facts), by=by)
        uow.commit()
    return result

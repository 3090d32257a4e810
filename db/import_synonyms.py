"""The list of everyday words as a file (俗称表): imported whole or not at all, and exported for editing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from db.catalogue_file import read_table
from db.crypto import sm3
from db.pinyin import readings_of
from hall.catalogue.item import ServiceItem
from hall.catalogue.synonym import COLUMNS, Synonym, check_synonyms
from hall.errors import BadInput
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import Store, UnitOfWork

HEADINGS = tuple(accepted[0] for accepted in COLUMNS.values())


@dataclass(frozen=True, slots=True)
class ImportedSynonyms:
    """What an import did: words now, and words before."""

    words: int
    before: int


def read_synonyms(path: Path, items: Sequence[ServiceItem]) -> tuple[Synonym, ...]:
    """Read and check a CSV or XLSX file.

    Raises:
        NotFound: it can't be opened.
        CatalogueRefused: it is too large, damaged, or in an unknown encoding.
        SynonymsRefused: with every bad row, its line and reason.
    """
    table = read_table(path)
    return check_synonyms(table.headings, table.rows, items)


def write_synonyms(uow: UnitOfWork, synonyms: Sequence[Synonym]) -> None:
    """Store a checked list with the readings of its characters."""
    uow.search.replace_synonyms(synonyms)
    uow.search.put_readings(readings_of(synonym.word for synonym in synonyms))


def import_synonyms(store: Store, path: Path, *, by: Actor) -> ImportedSynonyms:
    """Replace the list by a file's, in one transaction, on record as ``catalogue.synonyms_imported``.

    Raises:
        NotAllowed: not an administrator.
        NotFound, CatalogueRefused, SynonymsRefused: see `read_synonyms`; nothing was imported.
        Unavailable: the database can't be reached; nothing was imported.
    """
    by.must_be(Role.ADMIN, Role.SYSTEM)
    with store.begin() as uow:
        synonyms = read_synonyms(path, uow.catalogue.items())
        result = ImportedSynonyms(len(synonyms), len(uow.search.synonyms()))
        write_synonyms(uow, synonyms)
        facts = {"file_sm3": sm3(path.read_bytes()), "words": result.words, "before": result.before}
        uow.record(Event("catalogue.synonyms_imported", "catalogue", facts), by=by)
        uow.commit()
    return result


def export_synonyms(store: Store, path: Path) -> int:
    """Write the list to a CSV or, by the file's ending, an XLSX file, with the items' codes; how many words.

    Raises:
        BadInput: the file can't be written.
        Unavailable: the database can't be reached.
    """
    with store.reading() as uow:
        names = {item.code: item.name for item in uow.catalogue.items()}
        synonyms = [s for s in uow.search.synonyms() if s.item in names]
    rows = [(*HEADINGS, "事项名称（参考）"), *((s.word, s.item, names[s.item]) for s in synonyms)]
    try:
        path.write_bytes(_xlsx(rows) if path.suffix.lower() == ".xlsx" else _csv(rows))
    except OSError as error:
        message = f"文件无法写入：{path.name}"
        raise BadInput(f"can't write {path.name}: {error.strerror}", message=message) from error
    return len(synonyms)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")  # spreadsheets know UTF-8 by its mark


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()

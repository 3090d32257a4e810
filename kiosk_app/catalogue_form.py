"""The form of the kept catalogue's file (目录备份格式), as it is checked when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from hall.catalogue.guide import ServingWindow
from hall.catalogue.item import Department, ServiceItem
from hall.catalogue.synonym import Synonym
from kiosk_app.lobby import KioskCatalogue

FORM = 1  # raised when the file's form changes; another form is not read


class WrongForm(ValueError):
    """The content is not a kept catalogue of this program."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """The file."""

    form: int
    departments: tuple[Department, ...]
    items: tuple[ServiceItem, ...]
    synonyms: tuple[Synonym, ...]
    readings: Mapping[str, tuple[str, ...]]
    used: Mapping[str, int]
    windows: tuple[ServingWindow, ...]


def written(catalogue: KioskCatalogue) -> bytes:
    """The file's content."""
    kept = _Kept(
        FORM,
        catalogue.departments,
        catalogue.items,
        catalogue.synonyms,
        {character: tuple(found) for character, found in catalogue.readings.items()},
        catalogue.used,
        catalogue.windows,
    )
    return TypeAdapter(_Kept).dump_json(kept)


def read(content: bytes) -> KioskCatalogue:
    """What the file says, without the search.

    Raises:
        WrongForm: it is damaged, or of another form; says which, never quotes it.
    """
    try:
        kept = TypeAdapter(_Kept).validate_json(content)
    except (ValidationError, ValueError, RecursionError) as error:
        raise WrongForm(type(error).__name__) from None
    if kept.form != FORM:
        raise WrongForm(f"form {kept.form}, this program reads {FORM}")
    return KioskCatalogue(kept.departments, kept.items, kept.synonyms, kept.readings, kept.used, kept.windows)

"""Departments and items (事项目录)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.revisions import Kept, Revisioned
from db.session import Session
from db.statement import Statement
from db.tables import departments, guide_lines, items, materials
from db.types import IsOneOf
from hall.catalogue.elements import Element, Entry
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Department, ItemKind, Material, ServiceItem
from hall.errors import NotFound

ITEM_COLUMNS = (
    "code", "name", "department", "kind", "prefix", "statutory_days", "promised_days", "fee", "pinyin", "zone",
    "minutes", "public_weekend", "active", "english",
)  # fmt: skip
MATERIAL_COLUMNS = ("name", "deferrable", "originals", "copies", "form", "source", "note", "english")

DEPARTMENTS = Statement(
    sa.select(departments.c.code, departments.c.name, departments.c.english)
    .where(sa.exists().where(items.c.department == departments.c.code, items.c.active))
    .order_by(departments.c.position)
)
ITEMS = Statement(sa.select(*(items.c[name] for name in ITEM_COLUMNS)).order_by(items.c.position, items.c.code))
MATERIALS = Statement(
    sa.select(materials.c.item, *(materials.c[name] for name in MATERIAL_COLUMNS)).order_by(
        materials.c.item, materials.c.position
    )
)
GUIDE_LINES = Statement(
    sa.select(guide_lines.c.item, guide_lines.c.element, guide_lines.c.text).order_by(
        guide_lines.c.item, guide_lines.c.element, guide_lines.c.position
    )
)


def _upsert(table: sa.Table, key: str) -> Statement:
    statement = insert(table)
    changed = {column.name: statement.excluded[column.name] for column in table.c if column.name != key}
    return Statement(statement.on_conflict_do_update(index_elements=[key], set_=changed))


PUT_DEPARTMENT = _upsert(departments, "code")
PUT_ITEM = _upsert(items, "code")
SWITCH_OFF = Statement(sa.update(items).where(~IsOneOf(items.c.code, "codes")).values(active=sa.false()))
FORGET_MATERIALS = Statement(sa.delete(materials).where(IsOneOf(materials.c.item, "codes")))
PUT_MATERIAL = Statement(insert(materials))
FORGET_GUIDES = Statement(sa.delete(guide_lines).where(IsOneOf(guide_lines.c.item, "codes")))
PUT_GUIDE_LINE = Statement(insert(guide_lines))


@dataclass(frozen=True, slots=True)
class CatalogueSnapshot:
    """The whole catalogue at one revision; ``by_code`` holds the inactive items too."""

    departments: tuple[Department, ...]
    items: tuple[ServiceItem, ...]
    by_code: Mapping[str, ServiceItem]


class SqlCatalogue:
    """Fills `hall.ports.CatalogueRepository`."""

    def __init__(self, session: Session, kept: Kept[CatalogueSnapshot], revision: int) -> None:
        self._session = session
        self._whole = Revisioned(kept, revision, self._load)

    @property
    def changed(self) -> bool:
        """True when this transaction changed the catalogue."""
        return self._whole.changed

    def departments(self) -> Sequence[Department]:
        """All departments with active items, in catalogue order."""
        return self._whole.get().departments

    def items(self, department: str | None = None) -> Sequence[ServiceItem]:
        """Active items, of one department or all, in catalogue order."""
        found = self._whole.get().items
        return found if department is None else tuple(item for item in found if item.department == department)

    def item(self, code: str) -> ServiceItem:
        """One item, active or not.

        Raises:
            NotFound: no such code.
        """
        found = self._whole.get().by_code.get(code)
        if found is None:
            raise NotFound(f"item {code}")
        return found

    def replace(self, catalogue: Catalogue) -> None:
        """Write a checked catalogue whole: update, add, and switch off items it no longer names."""
        codes = [item.code for item in catalogue.items]
        session = self._session
        self._whole.changed = True
        session.change_each(
            PUT_DEPARTMENT,
            [
                {"code": d.code, "name": d.name, "english": d.english, "position": position}
                for position, d in enumerate(catalogue.departments)
            ],
        )
        session.change(SWITCH_OFF, {"codes": codes})
        session.change_each(PUT_ITEM, [_to_row(item, position) for position, item in enumerate(catalogue.items)])
        session.change(FORGET_MATERIALS, {"codes": codes})
        session.change_each(
            PUT_MATERIAL,
            [
                {"item": item.code, "position": position, **{n: getattr(material, n) for n in MATERIAL_COLUMNS}}
                for item in catalogue.items
                for position, material in enumerate(item.materials)
            ],
        )
        session.change(FORGET_GUIDES, {"codes": codes})
        session.change_each(
            PUT_GUIDE_LINE,
            [
                {"item": item.code, "element": str(entry.element), "position": position, "text": line}
                for item in catalogue.items
                for entry in item.elements
                for position, line in enumerate(entry.lines)
            ],
        )

    def _load(self) -> CatalogueSnapshot:
        of_item: dict[str, list[Material]] = defaultdict(list)
        for code, *cells in self._session.all(MATERIALS):
            of_item[code].append(Material(*cells))
        guides: dict[str, dict[Element, list[str]]] = defaultdict(lambda: defaultdict(list))
        for code, element, line in self._session.all(GUIDE_LINES):
            guides[code][Element(element)].append(line)
        every = [_to_item(row, of_item[row[0]], guides[row[0]]) for row in self._session.all(ITEMS)]
        return CatalogueSnapshot(
            departments=tuple(Department(*row) for row in self._session.all(DEPARTMENTS)),
            items=tuple(item for item in every if item.active),
            by_code={item.code: item for item in every},
        )


def _to_item(
    row: Sequence[Any], materials_of_it: Sequence[Material], guide: Mapping[Element, Sequence[str]]
) -> ServiceItem:
    cells = dict(zip(ITEM_COLUMNS, row, strict=True))
    return ServiceItem(
        **{**cells, "kind": ItemKind(cells["kind"])},
        materials=tuple(materials_of_it),
        elements=tuple(Entry(element, tuple(guide[element])) for element in Element if element in guide),
    )


def _to_row(item: ServiceItem, position: int) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ITEM_COLUMNS} | {"kind": str(item.kind), "position": position}

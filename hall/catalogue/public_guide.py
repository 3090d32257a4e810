"""Guides for the board (政务公开): 安康八1 八2, 祥符§12, D-03; from the catalogue of kiosk and counter (D-04)."""

from __future__ import annotations

from dataclasses import dataclass

from hall.catalogue.elements import Element
from hall.catalogue.item import ItemKind
from hall.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class PublicGuide:
    """One item as the board publishes it; what the catalogue does not know is None or empty, never invented.

    Attributes:
        promised_days: working days, 0 on the spot.
        windows: numbers of the windows that serve it, authorised or by delegation.
        phone: the item's own, else that of the first of these windows that has one.
        english, department_english: their English names; empty when there are none.
    """

    item: str
    department: str
    kind: ItemKind
    promised_days: int | None
    statutory_days: int | None
    fee: str
    windows: tuple[int, ...]
    phone: str
    english: str = ""
    department_english: str = ""


def read_public_guides(uow: UnitOfWork, branch: str = "") -> tuple[PublicGuide, ...]:
    """The active items in catalogue order, with the windows of a branch."""
    departments = {department.code: department for department in uow.catalogue.departments()}
    windows = [w for w in uow.windows.all() if w.branch == branch and w.serves_at(uow.now)]
    guides = []
    for item in uow.catalogue.items():
        serving = [w for w in windows if item.code in w.authorised]
        department = departments.get(item.department)
        own = item.lines_of(Element.PHONE)
        guides.append(
            PublicGuide(
                item.name,
                department.name if department is not None else "",
                item.kind,
                item.promised_days,
                item.statutory_days,
                item.fee,
                tuple(w.number for w in serving),
                next((phone for phone in (*own, *(w.contact for w in serving)) if phone), ""),
                item.english,
                department.english if department is not None else "",
            )
        )
    return tuple(guides)

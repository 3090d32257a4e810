"""On record that somebody was told all that an item asks for (一次性告知, C-01): 平桥§10, 安康六2."""

from __future__ import annotations

from enum import StrEnum

from hall.identity import Actor
from hall.journal.record import Event
from hall.ports import UnitOfWork


class Told(StrEnum):
    """How it was told (告知方式)."""

    PAPER = "paper"  # 打印清单
    PAPER_IN_DOUBT = "paper_in_doubt"  # 打印结果不明
    PHONE = "phone"  # 手机扫码


def note_told(uow: UnitOfWork, item: str, how: Told, *, by: Actor, late: bool = False) -> None:
    """Put it on record: item, way, number of materials; nobody is named, since nobody asked who reads a guide.

    Args:
        late: it happened while the database was away; the record's time is that of the writing.

    Raises:
        NotFound: no such item.
    """
    found = uow.catalogue.item(item)
    facts: dict[str, object] = {"how": str(how), "materials": len(found.materials)}
    if late:
        facts["late"] = True
    uow.record(Event("guide.told", f"item:{found.code}", facts), by=by)

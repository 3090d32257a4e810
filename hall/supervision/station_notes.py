"""Quiet notes of a station to the staff (给工作人员的提示): nothing a visitor has to know of."""

from __future__ import annotations

from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.supervision.device_health import DeviceFacts, health_of_station, record_health

TEMPLATE = "ticket_template"
_GOOD = DeviceFacts("online", "ok", ready=True)
_BAD = DeviceFacts("online", "fault", ready=False, detail="the hall's ticket template can't be used")


def note_paper_low(uow: UnitOfWork, *, by: Actor) -> None:
    """The roll is near its end (纸将用完): once for each roll; the health desk shows the state itself."""
    by.must_be(Role.SYSTEM)
    uow.record(Event("paper.low", f"station:{by.station}", {"station": by.station}), by=by)


def note_paper_changed(uow: UnitOfWork, *, by: Actor) -> None:
    """Somebody put in a new roll (已换纸)."""
    by.must_be(Role.GUIDE, Role.CLERK, Role.SUPERVISOR, Role.ADMIN)
    uow.record(Event("paper.changed", f"station:{by.station}", {"station": by.station}), by=by)


def note_template(uow: UnitOfWork, *, usable: bool, by: Actor) -> bool:
    """Whether the station prints by the hall's own template (号票模板), on the health desk while it does not.

    Returns:
        False, and nothing is written, when that is no news.
    """
    by.must_be(Role.SYSTEM)
    known = any(row.kind == TEMPLATE for row in health_of_station(uow, by.station))
    if usable and not known:
        return False
    return record_health(uow, TEMPLATE, _GOOD if usable else _BAD, by=by)

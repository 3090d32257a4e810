"""On record whether the reply to a booking reached the applicant (预约答复送达): 祥符§35(二)7, Q-11."""

from __future__ import annotations

from enum import StrEnum

from hall.appointments.booking import STAFF, appointment_event
from hall.identity import Actor
from hall.ports import UnitOfWork


class ReplyWay(StrEnum):
    """How the reply is given."""

    PAPER = "paper"  # 打印
    SMS = "sms"  # 短信


def note_reply(
    uow: UnitOfWork, appointment_id: int, way: ReplyWay, *, sent: bool, outcome_known: bool = True, error: str = "",
    by: Actor,
) -> None:  # fmt: skip
    """Put on record that the reply was given or not; neither its text nor a phone number stands there.

    Args:
        outcome_known: False when it may have been given all the same.
        error: name of the failure in English; nothing that the device said, which may hold a number.

    Raises:
        NotAllowed: not staff.
        NotFound: no such appointment.
    """
    by.must_be(*STAFF)
    appointment = uow.registers.appointments.get(appointment_id)
    facts: dict[str, object] = {"way": str(way)}
    if sent:
        uow.record(appointment_event("appointment.replied", appointment, **facts), by=by)
        return
    facts |= {"error": error, "outcome_known": outcome_known}
    uow.record(appointment_event("appointment.reply_failed", appointment, **facts), by=by)

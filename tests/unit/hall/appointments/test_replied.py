"""On record whether the reply reached the applicant."""

from __future__ import annotations

import pytest

from hall.appointments.booking import book
from hall.appointments.replied import ReplyWay, note_reply
from hall.errors import NotAllowed, NotFound
from tests.support.sample_hall import KIOSK, PROFILE, ZHANG
from tests.unit.hall.appointments.test_booking import CALENDAR, MEI, REQUEST, store
from tests.unit.hall.queueing.test_calling import do

__all__ = ["store"]


@pytest.mark.req("Q-11")
def test_given_or_not_given_is_on_record_without_a_name_or_a_number(store):  # type: ignore[no-untyped-def]
    made = do(store, book, REQUEST, by=ZHANG, profile=PROFILE, calendar=CALENDAR)
    do(store, note_reply, made.id, ReplyWay.SMS, sent=False, outcome_known=False, error="DeviceTimeout", by=ZHANG)
    do(store, note_reply, made.id, ReplyWay.PAPER, sent=True, by=ZHANG)
    failed, given = (event for event, _ in store.data.events[-2:])
    assert (failed.kind, given.kind) == ("appointment.reply_failed", "appointment.replied")
    assert failed.payload["outcome_known"] is False
    for secret in (MEI.name, MEI.phone, MEI.id_number, made.code):
        assert secret not in str(failed) + str(given)


def test_only_staff_notes_it_and_only_of_a_booking_there_is(store):  # type: ignore[no-untyped-def]
    made = do(store, book, REQUEST, by=ZHANG, profile=PROFILE, calendar=CALENDAR)
    with pytest.raises(NotAllowed):
        do(store, note_reply, made.id, ReplyWay.PAPER, sent=True, by=KIOSK)
    with pytest.raises(NotFound):
        do(store, note_reply, 99, ReplyWay.PAPER, sent=True, by=ZHANG)

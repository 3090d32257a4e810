"""The card at the window and the one the number was taken with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall.errors import NotAllowed
from hall.identity import Holder, HolderKind
from hall.queueing.calling import call_next
from hall.queueing.identity_check import Match, check_identity
from hall.queueing.ticket import WrongState
from tests.support.sample_hall import KIOSK, PROFILE, WANG, ZHANG, open_window, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do

OTHER = replace(WANG, name="李梅", id_number="410211198001011244")
PHONE = Holder(HolderKind.PHONE, phone="13800000000")


@pytest.mark.parametrize(
    ("taken", "shown", "match"),
    [
        (WANG, WANG, Match.SAME),
        (WANG, replace(WANG, kind=HolderKind.QR, name=""), Match.SAME),
        (WANG, OTHER, Match.OTHER),
        (PHONE, WANG, Match.UNNAMED),
        (None, WANG, Match.UNNAMED),
    ],
)
def test_a_card_is_compared_with_the_ticket_at_the_window_and_the_record_names_nobody(
    taken: Holder | None, shown: Holder, match: Match
) -> None:
    store = sample_store()
    open_window(store, 3, "1027")
    with pytest.raises(WrongState):
        do(store, check_identity, 3, shown, by=ZHANG)
    ticket = take_ticket(store, holder=taken)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    checked = do(store, check_identity, 3, shown, by=ZHANG)
    assert (checked.ticket, checked.match) == (ticket.id, match)
    event = store.data.events[-1][0]
    assert (event.kind, event.payload["match"]) == ("ticket.identity_checked", str(match))
    assert shown.id_number not in str(event) and (not shown.name or shown.name not in str(event))
    with pytest.raises(NotAllowed):
        do(store, check_identity, 3, shown, by=KIOSK)

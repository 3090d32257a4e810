"""What stops a visitor on the way to a number (不能取号): the hall's rule as the kiosk's calm pages."""

from __future__ import annotations

from collections.abc import Mapping

from hall.catalogue.item import ServiceItem
from hall.queueing.availability import Hindrance, Why
from kiosk_app.journey_state import Notice, NoticeKind, Purpose
from kiosk_app.lobby_watch import LobbyWatch

KINDS: Mapping[Why, NoticeKind] = {
    Why.NO_WINDOW: NoticeKind.NOT_HERE,
    Why.OTHER_BRANCH: NoticeKind.NOT_HERE,
    Why.DAY_OFF: NoticeKind.HOLIDAY,
    Why.CLOSED: NoticeKind.HALL_CLOSED,
    Why.NOON: NoticeKind.HALL_CLOSED,
    Why.STOPPED: NoticeKind.HALL_CLOSED,
    Why.WEEKEND: NoticeKind.WEEKEND_ITEM,
    Why.QUOTA_DAY: NoticeKind.QUOTA_FULL,
    Why.QUOTA_SLOT: NoticeKind.QUOTA_FULL,
    Why.PAUSED: NoticeKind.NO_OPEN_WINDOW,
    Why.NOT_OPENED: NoticeKind.NO_OPEN_WINDOW,
}


def notice_of(hindrance: Hindrance, item: ServiceItem | None = None) -> Notice:
    """The calm page of a hindrance."""
    return Notice(KINDS[hindrance.why], hindrance=hindrance, item=item)


class Hindering:
    """Asks the lobby as it was read last; the database asks the same rule again when a number is issued."""

    def __init__(self, watch: LobbyWatch) -> None:
        self._watch = watch

    def stopped_by(self, purpose: Purpose, item: ServiceItem | None) -> Notice | None:
        """What stands in the way behind a door, or of an item; None when nothing does, or only a wait."""
        lobby = self._watch.state.lobby
        if lobby is None or purpose not in (Purpose.TICKET, Purpose.CHECK_IN):
            return None
        if item is None:
            closed = lobby.closed
            # Whoever booked a time shortly before the end was promised it.
            if closed is None or (purpose is Purpose.CHECK_IN and closed.why is Why.STOPPED):
                return None
            return notice_of(closed)
        found = lobby.hindrances.get(item.code)
        return notice_of(found, item) if found is not None and found.refused else None

"""Sample states of a hall that can't serve everything right now (样例), for pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hall.queueing.availability import Hindrance, Why
from kiosk_app.hindering import notice_of
from kiosk_app.journey_state import Notice
from kiosk_app.lobby import Lobby
from kiosk_app.samples import CATALOGUE, FOOD, LOBBY, NOW, OPEN

TOMORROW = (NOW + timedelta(days=1)).replace(hour=9, minute=0)
PHONE = "0371-2666 0102"
USED_UP = Hindrance(Why.QUOTA_DAY, again_at=TOMORROW, windows=(1, 2, 3), contact=PHONE, capacity=60)
NEXT_SLOT = Hindrance(Why.QUOTA_SLOT, again_at=NOW.replace(hour=10, minute=0), contact=PHONE, capacity=12)
PAUSED = Hindrance(Why.PAUSED, again_at=NOW.replace(hour=10, minute=30), windows=(3, 1, 2))
NOT_OPENED = Hindrance(Why.NOT_OPENED, windows=tuple(range(11, 19)))
ELSEWHERE = Hindrance(
    Why.OTHER_BRANCH, windows=(21, 22), branch="东城分大厅", address="东环路18号二楼", contact="0371-2666 0200"
)
NOWHERE = Hindrance(Why.NO_WINDOW)
WEEKEND = Hindrance(Why.WEEKEND, again_at=TOMORROW, contact=PHONE)
STOPPED = Hindrance(Why.STOPPED, again_at=TOMORROW)
HOLIDAY = Hindrance(
    Why.DAY_OFF, day_off="国庆节", again_at=NOW.replace(month=10, day=11, hour=9, minute=0), swapped=True
)
_OF_ITEMS = {
    "SX001": USED_UP,
    "SX002": PAUSED,
    "SX003": NEXT_SLOT,
    "SX004": ELSEWHERE,
    "SX005": replace(PAUSED, refused=False),
    "SX015": WEEKEND,
    "SX008": replace(NOT_OPENED, refused=False),
    "SX028": NOWHERE,
}
HINDERED = replace(
    OPEN, lobby=Lobby(LOBBY.board, LOBBY.departments, LOBBY.opening, hindrances=_OF_ITEMS), catalogue=CATALOGUE
)


def notice(hindrance: Hindrance, *, of_item: bool = True) -> Notice:
    """Its calm page."""
    return notice_of(hindrance, FOOD if of_item else None)

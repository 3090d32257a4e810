"""Reads from the database what the kiosk shows of its hall (读取大厅现况)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hall.business_calendar.calendar import OpeningState
from hall.catalogue.guide import serving_windows
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.availability import hindrance_of_hall, read_hindrances
from hall.queueing.board import read_board
from hall.queueing.departments import read_departments
from hall.queueing.outlook import Outlook
from kiosk_app.lobby import KioskCatalogue, Lobby

LATELY = timedelta(days=28)  # what people ask for changes with the season


class CatalogueReader:
    """Reads the catalogue and builds its index anew only when something in it changed; used on one thread."""

    def __init__(self, branch: str = "") -> None:
        self._branch = branch
        self._kept = KioskCatalogue()
        self._used: tuple[date, Mapping[str, int]] | None = None

    def read(self, uow: UnitOfWork) -> KioskCatalogue:
        """The catalogue as it stands."""
        fresh = KioskCatalogue(
            tuple(uow.catalogue.departments()),
            tuple(uow.catalogue.items()),
            tuple(uow.search.synonyms()),
            uow.search.readings(),
            self._taken_lately(uow),
            serving_windows(uow, self._branch),
        )
        if fresh != self._kept:
            self._kept = fresh.with_index()
        return self._kept

    def _taken_lately(self, uow: UnitOfWork) -> Mapping[str, int]:
        """Of whole days, counted once a day: a morning's tickets must not move the tiles under people's hands."""
        today = uow.now.date()
        if self._used is None or self._used[0] != today:
            self._used = today, uow.search.numbers_taken(today - LATELY, today)
        return self._used[1]


def read_lobby(
    uow: UnitOfWork, opening: OpeningState, outlook: Outlook, profile: HallProfile, branch: str
) -> Lobby:
    """Queues, windows, opening state and what stands in the way of which item, in one snapshot."""
    return Lobby(
        read_board(uow, outlook=outlook, branch=branch),
        read_departments(uow, branch),
        opening,
        hindrance_of_hall(opening, profile, uow.now),
        read_hindrances(uow, opening, profile=profile, branch=branch),
    )

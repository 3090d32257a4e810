"""What the kiosk knows of its hall (大厅现况): the catalogue with its search, and how things are right now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hall.business_calendar.calendar import OpeningState
from hall.catalogue.english_search import EnglishIndex
from hall.catalogue.guide import ServingWindow, serving_windows
from hall.catalogue.item import Department, ServiceItem
from hall.catalogue.search import SearchIndex
from hall.catalogue.spelling import Readings
from hall.catalogue.synonym import Synonym
from hall.ports import UnitOfWork
from hall.profile import HallProfile
from hall.queueing.availability import Hindrance, hindrance_of_hall, read_hindrances
from hall.queueing.board import Board, read_board
from hall.queueing.departments import DepartmentLine, read_departments
from hall.queueing.outlook import Outlook

LATELY = timedelta(days=28)  # what people ask for changes with the season
NO_INDEX = SearchIndex()
NO_ENGLISH = EnglishIndex()


@dataclass(frozen=True, slots=True)
class KioskCatalogue:
    """Departments and items on offer (事项目录).

    Attributes:
        synonyms: everyday words (俗称).
        readings: pinyin of the characters.
        used: item -> numbers taken lately.
        windows: where the items are served, for the guides.
        index, english: made of all these by `with_index`.
    """

    departments: tuple[Department, ...] = ()
    items: tuple[ServiceItem, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    readings: Readings = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    windows: tuple[ServingWindow, ...] = ()
    index: SearchIndex = field(default=NO_INDEX, compare=False)
    english: EnglishIndex = field(default=NO_ENGLISH, compare=False)

    def of(self, department: str) -> tuple[ServiceItem, ...]:
        """The items of a department; of all for an empty code."""
        return tuple(i for i in self.items if not department or i.department == department)

    def department(self, code: str) -> Department | None:
        """A department, None when unknown."""
        return next((d for d in self.departments if d.code == code), None)

    def english_of(self, item: str) -> str:
        """An item's English name, empty when there is none."""
        return next((i.english for i in self.items if i.code == item), "")

    def name_of(self, department: str) -> str:
        """The department's official name, empty when unknown."""
        return next((d.name for d in self.departments if d.code == department), "")

    def with_index(self) -> KioskCatalogue:
        """Ready to be searched; takes a third of a second for two thousand items."""
        index = SearchIndex(self.items, self.synonyms, self.readings, self.used)
        return replace(self, index=index, english=EnglishIndex(self.items))


@dataclass(frozen=True, slots=True)
class Lobby:
    """What the hall is like now (大厅现况).

    Attributes:
        closed: why it gives no numbers at all; None while it does.
        hindrances: item -> what stands in its way; nothing for an item that can be had.
    """

    board: Board
    departments: tuple[DepartmentLine, ...]
    opening: OpeningState
    closed: Hindrance | None = None
    hindrances: Mapping[str, Hindrance] = field(default_factory=dict)


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

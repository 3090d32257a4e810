"""What the kiosk knows of its hall (大厅现况): the catalogue with its search, and how things are right now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hall.business_calendar.calendar import OpeningState
    from hall.catalogue.english_search import EnglishIndex
    from hall.catalogue.guide import ServingWindow
    from hall.catalogue.item import Department, ServiceItem
    from hall.catalogue.search import SearchIndex
    from hall.catalogue.spelling import Readings
    from hall.catalogue.synonym import Synonym
    from hall.queueing.availability import Hindrance
    from hall.queueing.board import Board
    from hall.queueing.department_line import DepartmentLine


@dataclass(frozen=True, slots=True)
class KioskCatalogue:
    """Departments and items on offer (事项目录).

    Attributes:
        synonyms: everyday words (俗称).
        readings: pinyin of the characters.
        used: item -> numbers taken lately.
        windows: where the items are served, for the guides.
        made_index, made_english: made of all these by `with_index`.
    """

    departments: tuple[Department, ...] = ()
    items: tuple[ServiceItem, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    readings: Readings = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    windows: tuple[ServingWindow, ...] = ()
    made_index: SearchIndex | None = field(default=None, compare=False, repr=False)
    made_english: EnglishIndex | None = field(default=None, compare=False, repr=False)

    @property
    def index(self) -> SearchIndex:
        """The search; one that finds nothing before `with_index`."""
        from hall.catalogue.search import SearchIndex  # late: the home page stands before anybody searches

        return self.made_index or SearchIndex()

    @property
    def english(self) -> EnglishIndex:
        """The search by English words; one that finds nothing before `with_index`."""
        from hall.catalogue.english_search import EnglishIndex  # late: as above

        return self.made_english or EnglishIndex()

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
        from hall.catalogue.english_search import EnglishIndex  # late: as above
        from hall.catalogue.search import SearchIndex

        return replace(
            self,
            made_index=SearchIndex(self.items, self.synonyms, self.readings, self.used),
            made_english=EnglishIndex(self.items),
        )


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

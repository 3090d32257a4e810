"""What the page of departments shows (部门)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hall.queueing.department_line import DepartmentLine
from kiosk_app.journey_state import JourneyState, Page, Purpose
from kiosk_app.paged_view_model import PagedViewModel
from kiosk_app.paging import Paged, paged

if TYPE_CHECKING:
    from hall.queueing.availability import Hindrance
    from kiosk_app.journey import Journey
    from kiosk_app.lobby_watch import LobbyState, LobbyWatch


@dataclass(frozen=True, slots=True)
class DepartmentCard:
    """One department on the page.

    Attributes:
        hindrance: what stands in the way of all its items, that of the one that is back first; None when something
            can be had now.
        english: the name in English, when it is to be shown so.
    """

    line: DepartmentLine
    hindrance: Hindrance | None = None
    english: str = ""


@dataclass(frozen=True, slots=True)
class DepartmentsState:
    """One page of departments.

    Attributes:
        live: False for the guide, where open windows and waits say nothing, and while nobody knows them.
        today: the hall's day.
    """

    cards: Paged[DepartmentCard]
    live: bool = True
    today: date = date.min


class DepartmentsViewModel(PagedViewModel[DepartmentsState]):
    """Choosing a department."""

    def __init__(self, journey: Journey, watch: LobbyWatch) -> None:
        super().__init__(DepartmentsState(paged((), 0, 1)))
        self._journey = journey
        self._watch = watch
        watch.changed.connect(self._on_lobby)
        journey.changed.connect(self._on_journey)

    def choose(self, code: str) -> None:
        """On to the department's items."""
        self._journey.choose_department(code)

    def search(self) -> None:
        """On to the search over all items; in the elder mode to what is usually asked for."""
        self._journey.choose_department("")

    def _on_lobby(self, _: LobbyState) -> None:
        self._update()

    def _on_journey(self, state: JourneyState) -> None:
        if state.page is Page.HOME:
            self._page = 0
        self._update()

    def _update(self) -> None:
        lobby = self._watch.state.lobby
        catalogue = self._watch.state.catalogue
        # Without the database the guides are still there, and nobody knows who waits.
        lines = (
            lobby.departments if lobby else [DepartmentLine(d.code, d.name, 0, 0) for d in catalogue.departments]
        )
        english = self._journey.state.language == "en"
        names = {d.code: d.english for d in catalogue.departments} if english else {}
        cards = [DepartmentCard(d, self._hindrance(d.code), names.get(d.code, "")) for d in lines]
        live = lobby is not None and self._journey.state.purpose is Purpose.TICKET
        today = lobby.board.at.date() if lobby else date.min
        self._set(DepartmentsState(paged(cards, self._page, self._size), live, today))

    def _hindrance(self, department: str) -> Hindrance | None:
        known = self._watch.state
        if known.lobby is None or not known.lobby.hindrances:
            return None
        found = [known.lobby.hindrances.get(item.code) for item in known.catalogue.of(department)]
        if not found or None in found:
            return None
        return min((h for h in found if h is not None), key=_soonest)


def _soonest(hindrance: Hindrance) -> tuple[bool, bool, float]:
    """A number that waits for a window before none at all, then the one that can be had first."""
    from hall.queueing.availability import Why  # late: the page stands before anything stands in the way

    at = hindrance.again_at
    elsewhere = hindrance.why in (Why.NO_WINDOW, Why.OTHER_BRANCH)
    return elsewhere, hindrance.refused, at.timestamp() if at else float("inf")


def badge_of(name: str) -> str:
    """The character that tells departments apart: 区市场监督管理局 → 市, 市公安局祥符分局 → 公."""
    for start in ("乡镇", "区", "县", "市"):
        if name.startswith(start) and not name.startswith("市场"):
            name = name[len(start) :]
            break
    return name[:1]

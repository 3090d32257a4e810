"""What the page of the hall's map shows (大厅地图, D-06): the windows, the one that is meant, the way from here."""

from __future__ import annotations

from dataclasses import dataclass

from hall.floor_map.guidance import Guidance, goal_of, guide, window_goal
from hall.floor_map.plan import FloorPlan
from hall.queueing.board import WindowLine
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.paging import Paged, paged
from kiosk_app.view_model import ViewModel


@dataclass(frozen=True, slots=True)
class FloorMapState:
    """The map.

    Attributes:
        plan: None in a hall without a map.
        station: this kiosk, drawn as “您在这里”.
        windows: one page of those to choose from, by number; only those on the map.
        known: all of these, for their states on the map.
        guidance: where to and how, once something is chosen.
        fixed: the goal is that of a number just taken; nothing is to be chosen.
    """

    plan: FloorPlan | None
    station: str
    windows: Paged[WindowLine]
    known: tuple[WindowLine, ...] = ()
    guidance: Guidance | None = None
    fixed: bool = False


class FloorMapViewModel(ViewModel[FloorMapState]):
    """Choosing a window, and the way to it."""

    def __init__(self, journey: Journey, watch: LobbyWatch, plan: FloorPlan | None, station: str) -> None:
        super().__init__(FloorMapState(plan, station, paged((), 0, 1)))
        self._journey = journey
        self._watch = watch
        self._plan = plan
        self._page, self._size = 0, 1
        self._chosen: int | None = None
        journey.changed.connect(self._on_journey)
        watch.changed.connect(self._on_lobby)

    @property
    def has_map(self) -> bool:
        """Whether there is a door to this page at all."""
        return self._plan is not None

    def fit(self, size: int) -> None:
        """The view has room for so many windows."""
        self._size = size
        self._update()

    def turn(self, by: int) -> None:
        """Turn pages of the windows."""
        self._page = self.state.windows.page + by
        self._update()

    def choose(self, number: int) -> None:
        """Show the way to this window."""
        self._chosen = number
        self._update()

    def choose_another(self) -> None:
        """Back to the choice."""
        self._chosen = None
        self._update()

    def done(self) -> None:
        """“知道了”, after a number was taken."""
        self._journey.abandon()

    def _on_journey(self, state: JourneyState) -> None:
        if state.page is not Page.MAP:
            self._page, self._chosen = 0, None
        self._update()

    def _on_lobby(self, _: LobbyState) -> None:
        self._update()

    def _update(self) -> None:
        plan, way = self._plan, self._journey.state.way
        if plan is None:
            return
        lobby = self._watch.state.lobby
        known = [w for w in (lobby.board.windows if lobby else ()) if plan.window(w.number) is not None]
        goal = None
        if way is not None:
            goal = goal_of(plan, way.zone, way.windows)
        elif self._chosen is not None:
            goal = window_goal(plan, self._chosen)
        station = self.state.station
        self._set(
            FloorMapState(
                plan,
                station,
                paged(sorted(known, key=lambda w: w.number), self._page, self._size),
                tuple(known),
                guide(plan, station, goal) if goal is not None else None,
                way is not None,
            )
        )

"""What the home page shows (首页)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk_app.journey_state import Purpose
from kiosk_app.view_model import ViewModel

if TYPE_CHECKING:
    from hall.queueing.board import ZoneWait
    from kiosk_app.journey import Journey
    from kiosk_app.lobby_watch import LobbyState, LobbyWatch


@dataclass(frozen=True, slots=True)
class HomeState:
    """The home page.

    Attributes:
        zones: zones with windows, in order.
        notices: the hall's own lines, in its own language.
        online: False while the database is away.
        open: whether numbers are given now.
    """

    zones: tuple[ZoneWait, ...] = ()
    notices: tuple[str, ...] = ()
    online: bool = True
    open: bool = False


class HomeViewModel(ViewModel[HomeState]):
    """The doors and the live waits.

    Args:
        has_map: the hall has a map, so there is a door to it.
    """

    def __init__(self, journey: Journey, watch: LobbyWatch, notices: tuple[str, ...], *, has_map: bool) -> None:
        super().__init__(HomeState(notices=notices))
        self._journey = journey
        self._notices = notices
        self.has_map = has_map
        watch.changed.connect(self._follow)
        self._follow(watch.state)

    def take_number(self) -> None:
        """取号办事."""
        self._journey.open(Purpose.TICKET)

    def check_in(self) -> None:
        """预约签到."""
        self._journey.open(Purpose.CHECK_IN)

    def ask_progress(self) -> None:
        """进度查询."""
        self._journey.open(Purpose.PROGRESS)

    def read_guides(self) -> None:
        """办事指南."""
        self._journey.open(Purpose.GUIDE)

    def open_map(self) -> None:
        """大厅地图."""
        self._journey.open_map()

    def complain(self) -> None:
        """投诉·办不成事."""
        self._journey.open(Purpose.COMPLAINT)

    def ask_help(self) -> None:
        """人工帮助."""
        self._journey.ask_help()

    def _follow(self, known: LobbyState) -> None:
        lobby = known.lobby
        self._set(
            HomeState(
                zones=lobby.board.zones if lobby else (),
                notices=self._notices,
                online=known.online,
                open=lobby is not None and lobby.opening.open,
            )
        )

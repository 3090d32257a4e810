"""What of a kiosk stands first (首屏): the window with its home page, before the rest is built behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QTimeZone

from kiosk_app.doors import Knowledge
from kiosk_app.idle import IdleWatch
from kiosk_app.journey import Journey
from kiosk_app.journey_state import Page
from kiosk_app.lobby_watch import LobbyWatch
from kiosk_app.screens.departments.view_model import DepartmentsViewModel
from kiosk_app.screens.front_pages import build_front_view
from kiosk_app.screens.home.view_model import HomeViewModel
from kiosk_app.shell import KioskWindow

if TYPE_CHECKING:
    from kiosk_app.front_facts import FrontFacts
    from kiosk_app.view_model import ViewModel


class Front:
    """The first parts of a kiosk; `kiosk_app.kiosk.Kiosk` joins the rest to them.

    Args:
        use_language: switches the interface's language.
        quit_app: ends the event loop.
    """

    def __init__(
        self, facts: FrontFacts, *, use_language: Callable[[str], None], quit_app: Callable[[], None]
    ) -> None:
        self.facts = facts
        self._zone = QTimeZone(facts.zone_name.encode())
        self.watch = watch = LobbyWatch(departments=facts.departments)
        self.journey = Journey(
            Knowledge(
                told=lambda: watch.state.known,
                online=lambda: watch.state.online and watch.state.lobby is not None,
                guides=lambda: bool(watch.state.catalogue.items),
                departments=lambda: bool(watch.state.catalogue.departments),
            ),
            done_seconds=facts.done_seconds,
            language=facts.language,
        )
        self.idle = IdleWatch(self.journey, idle_seconds=facts.idle_seconds, warn_seconds=facts.warn_seconds)
        self.home = HomeViewModel(self.journey, watch, facts.notices, has_map=facts.has_map)
        self.departments = DepartmentsViewModel(self.journey, watch)
        models: dict[Page, ViewModel[Any]] = {Page.HOME: self.home, Page.DEPARTMENTS: self.departments}
        self.window = KioskWindow(
            facts.hall_name,
            lambda page, look: build_front_view(page, self, look),
            lambda page: models.get(page),
            self.journey,
            watch,
            self.idle,
            use_language=use_language,
            now=self.now,
            closed=quit_app,
        )

    def now(self) -> datetime:
        """The wall clock in the hall's zone, without naming the zone, for the head line only."""
        now = QDateTime.currentDateTime()
        found = (now.toTimeZone(self._zone) if self._zone.isValid() else now).toPython()
        assert isinstance(found, datetime)
        return found

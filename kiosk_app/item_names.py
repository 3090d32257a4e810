"""The name of an item in the language of the interface (事项名称), looked up in the kiosk's catalogue."""

from __future__ import annotations

from kiosk_app.guide_words import name_of
from kiosk_app.journey import Journey
from kiosk_app.lobby_watch import LobbyWatch


class ItemNames:
    """Names for tickets, appointments and matters, which carry the Chinese one only."""

    def __init__(self, journey: Journey, watch: LobbyWatch) -> None:
        self._journey = journey
        self._watch = watch

    def pair(self, code: str, name: str) -> tuple[str, str]:
        """The name to show large, and the Chinese one to show below it, empty when it is the same.

        Args:
            code: of the item; one that is offered no more keeps its Chinese name.
            name: the Chinese one; empty stays empty, nobody is told more than was found.
        """
        if not name or self._journey.state.language != "en":
            return name, ""
        return name_of(name, self._watch.state.catalogue.english_of(code), english=True)

    def shown(self, code: str, name: str) -> str:
        """The name to show where there is room for one."""
        return self.pair(code, name)[0]

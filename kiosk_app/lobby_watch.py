"""Keeps the kiosk's picture of the hall fresh (大厅现况): re-reads when the feed says that something changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from hall.errors import HallError
from kiosk_app.catalogue_file import CatalogueFile
from kiosk_app.lobby import KioskCatalogue

if TYPE_CHECKING:
    from hall.catalogue.item import Department
    from kiosk_app.desk import KioskDesk
    from kiosk_app.lobby import Lobby
    from kiosk_app.ports import Background

# Kinds of the journal that change what the kiosk shows.
_RELEVANT = ("ticket.", "window.", "catalogue.", "calendar.")


EMPTY = KioskCatalogue()


@dataclass(frozen=True, slots=True)
class LobbyState:
    """What is known of the hall.

    Attributes:
        online: False while the database is away; the rest is then the last that was known.
        lobby: None before the first reading.
    """

    online: bool = True
    catalogue: KioskCatalogue = EMPTY
    lobby: Lobby | None = None

    @property
    def known(self) -> bool:
        """True when nobody has to wait for it any longer: it was read, or can't be read now."""
        return self.lobby is not None or not self.online


class LobbyWatch(QObject):
    """Re-reads on the worker; one reading at a time, changes in between lead to one more.

    Args:
        departments: what an earlier run knew of them, until the catalogue is there.
    """

    changed = Signal(object)  # LobbyState

    def __init__(self, parent: QObject | None = None, *, departments: tuple[Department, ...] = ()) -> None:
        super().__init__(parent)
        self._kept = CatalogueFile(None)
        self._remembered = self._told = False
        self.state = LobbyState(catalogue=KioskCatalogue(departments) if departments else EMPTY)
        self._means: tuple[KioskDesk, Background] | None = None
        self._reading = False
        self._again = False
        self._catalogue_too = True

    def join(self, desk: KioskDesk, background: Background, kept: CatalogueFile) -> None:
        """The rest of the kiosk is there: by what to read, and where the catalogue is kept."""
        self._means, self._kept = (desk, background), kept

    @Slot(object)
    def on_changed(self, kinds: frozenset[str]) -> None:
        """The feed: these kinds of things changed."""
        if any(kind.startswith("catalogue.") for kind in kinds):
            self._catalogue_too = True
        if any(kind.startswith(_RELEVANT) for kind in kinds):
            self._read()

    @Slot()
    def refresh(self) -> None:
        """Read all anew: at the start, after a reconnect, every half minute."""
        if not self._remembered and self._means is not None:
            self._remembered = True
            self._means[1].run(self._kept.load, self._remember, _nothing_kept)
        self._catalogue_too = True
        self._read()

    @Slot(bool)
    def on_online(self, online: bool) -> None:
        """The feed lost the database, or found it again (it then asks for a refresh)."""
        if not online:
            self._set(replace(self.state, online=False))

    def _read(self) -> None:
        if self._reading or self._means is None:
            self._again = True
            return
        desk, background = self._means
        self._reading, self._again = True, False
        catalogue_too, self._catalogue_too = self._catalogue_too, False

        def work() -> tuple[KioskCatalogue | None, Lobby]:
            catalogue = desk.read_catalogue() if catalogue_too else None
            if catalogue is not None:
                self._kept.keep(catalogue)
            return catalogue, desk.read_lobby()

        background.run(work, self._done, self._failed)

    def _done(self, read: tuple[KioskCatalogue | None, Lobby]) -> None:
        catalogue, lobby = read
        self._reading = False
        self._told = self._told or catalogue is not None
        self._set(LobbyState(True, catalogue or self.state.catalogue, lobby))
        if self._again:
            self._read()

    def _remember(self, catalogue: KioskCatalogue | None) -> None:
        """What an earlier run knew; the database's own word takes its place as soon as it comes."""
        if catalogue is not None and not self._told:
            self._set(replace(self.state, catalogue=catalogue))

    def _failed(self, error: Exception) -> None:
        self._reading = False
        self._catalogue_too = True
        if not isinstance(error, HallError):
            raise error
        self._set(replace(self.state, online=False))

    def _set(self, state: LobbyState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _nothing_kept(error: Exception) -> None:
    raise error

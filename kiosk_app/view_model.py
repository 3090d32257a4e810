"""The base of the kiosk's view-models: a frozen state, replaced whole, and one signal."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

S = TypeVar("S")


class StateSignals(QObject):
    """The signal of a view-model; a QObject of its own, since a generic class can't be one."""

    changed = Signal(object)


class ViewModel(Generic[S]):
    """Holds ``state`` and says when it changed; decides, never draws.

    While its page is not shown it rests: its state goes on, nobody draws it.
    """

    def __init__(self, state: S) -> None:
        self.state = state
        self._signals = StateSignals()
        self._rests = self._changed = False

    @property
    def state_changed(self) -> SignalInstance:
        """Emitted with each new state."""
        return self._signals.changed

    def rest(self) -> None:
        """The page goes from the screen: say nothing until `wake`."""
        self._rests = True

    def wake(self, *, drawn: bool = False) -> None:
        """The page comes on the screen: say what changed meanwhile, unless it is ``drawn`` already."""
        self._rests, changed, self._changed = False, self._changed, False
        if changed and not drawn:
            self._signals.changed.emit(self.state)

    def part_from_views(self) -> None:
        """All views there were are going to be built anew."""
        self._signals = StateSignals()

    def _set(self, state: S) -> None:
        if state == self.state:
            return
        self.state = state
        if self._rests:
            self._changed = True
        else:
            self._signals.changed.emit(state)

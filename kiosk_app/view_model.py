"""The base of the kiosk's view-models: a frozen state, replaced whole, and one signal."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

S = TypeVar("S")


class StateSignals(QObject):
    """The signal of a view-model; a QObject of its own, since a generic class can't be one."""

    changed = Signal(object)


class ViewModel(Generic[S]):
    """Holds ``state`` and says when it changed; decides, never draws."""

    def __init__(self, state: S) -> None:
        self.state = state
        self._signals = StateSignals()

    @property
    def state_changed(self) -> SignalInstance:
        """Emitted with each new state."""
        return self._signals.changed

    def _set(self, state: S) -> None:
        if state != self.state:
            self.state = state
            self._signals.changed.emit(state)

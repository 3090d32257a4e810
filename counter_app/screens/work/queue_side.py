"""The left column: the waiting and the ones put aside, with what may be done to a chosen one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.actions import Action
from counter_app.screens.work.queue_panel import ROW, TicketList, person_words, wait_words
from counter_app.screens.work.state import WorkState
from counter_app.widgets import ActionButton, label
from hall.queueing.ticket import Ticket, TicketState

ASIDE_ROWS = 2


class QueueSide(QWidget):
    """See `WorkState`; F2 and F3 put the focus into the lists."""

    pressed = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue_side")
        self._waiting_title = label("queue_title", 17, bold=True)
        self._aside_title = label("aside_title", 17, bold=True)
        self._waiting = TicketList("queue")
        self._aside = TicketList("aside")
        self._aside.setFixedHeight(ASIDE_ROWS * ROW + 4)
        self._buttons = {
            Action.CALL_TICKET: ActionButton(f"action_{Action.CALL_TICKET}"),
            Action.BRING_BACK: ActionButton(f"action_{Action.BRING_BACK}"),
        }
        self._waiting.itemSelectionChanged.connect(self._waiting_chosen)
        self._aside.itemSelectionChanged.connect(self._aside_chosen)
        self._occupied = False
        buttons = QHBoxLayout()
        for action, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, a=action: self.pressed.emit(a))
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._waiting_title)
        column.addWidget(self._waiting, 1)
        column.addWidget(self._aside_title)
        column.addWidget(self._aside)
        column.addLayout(buttons)

    def show_words(self, words: dict[Action, tuple[str, str, str]]) -> None:
        """Name, key and hint of the two buttons."""
        for action, button in self._buttons.items():
            button.set_words(*words[action])

    def render_state(self, state: WorkState, now: datetime | None) -> None:
        """Draw ``state`` at ``now``."""
        if state.snapshot is None:
            return
        self._occupied = state.snapshot.current is not None
        self._waiting_title.setText(self.tr("队列 F2（{count}）").format(count=len(state.snapshot.waiting)))
        self._aside_title.setText(self.tr("挂起与过号 F3（{count}）").format(count=len(state.snapshot.aside)))
        for action, button in self._buttons.items():
            button.setEnabled(action in state.allowed)
        self.tick(state, now)

    def tick(self, state: WorkState, now: datetime | None) -> None:
        """Waits go on."""
        if state.snapshot is None or now is None:
            return
        waiting, aside = state.snapshot.waiting, state.snapshot.aside
        notes = [self.tr("{minutes} 分钟").format(minutes=wait_words(t, now)) for t in waiting]
        self._waiting.show_tickets(waiting, notes, [person_words(t) for t in waiting])
        kinds = {TicketState.SUSPENDED: self.tr("挂起"), TicketState.MISSED: self.tr("过号")}
        self._aside.show_tickets(aside, [kinds[t.state] for t in aside], [person_words(t) for t in aside])

    def chosen(self, action: Action) -> Ticket | None:
        """The ticket chosen for an action. 作废 means the ticket at the window, unless the focus is in
        a list."""
        if action is Action.CALL_TICKET:
            return self._waiting.chosen
        if action is Action.BRING_BACK:
            return self._aside.chosen
        if action is Action.VOID and (self.has_focus_in() or not self._occupied):
            return self._waiting.chosen or self._aside.chosen
        return None

    def enter_action(self) -> Action:
        """What Enter means in the list that has the focus."""
        return Action.BRING_BACK if self._aside.hasFocus() else Action.CALL_TICKET

    def has_focus_in(self) -> bool:
        """True when one of the lists has the focus."""
        return self._waiting.hasFocus() or self._aside.hasFocus()

    def focus_waiting(self) -> None:
        """F2."""
        self._waiting.take_focus()

    def focus_aside(self) -> None:
        """F3."""
        self._aside.take_focus()

    def _waiting_chosen(self) -> None:
        if self._waiting.selectedItems():
            self._aside.clearSelection()

    def _aside_chosen(self) -> None:
        if self._aside.selectedItems():
            self._waiting.clearSelection()

"""Draws the work page and forwards keys and clicks (办理页)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.actions import HOT_KEYS, Action
from counter_app.screens.work.action_bar import ActionBar
from counter_app.screens.work.action_words import ActionWords
from counter_app.screens.work.bottom_bar import BottomBar
from counter_app.screens.work.form_drawer import FormDrawer
from counter_app.screens.work.forms import in_minutes
from counter_app.screens.work.head import HeadLine
from counter_app.screens.work.materials import Materials
from counter_app.screens.work.queue_side import QueueSide
from counter_app.screens.work.state import WorkState
from counter_app.screens.work.ticket_panel import TicketPanel
from counter_app.screens.work.view_model import WorkViewModel
from counter_app.widgets import MessageBar
from hall.queueing.identity_check import CheckedIdentity
from hall.staffing.window import WindowState

SIDE_WIDTH = 300
CAMERA_WIDTH = 392
CAMERA_PART = 0.3


class WorkView(QWidget):
    """Head, message, queue | ticket, actions, materials | camera, bottom."""

    call_bar_wanted = Signal()
    health_wanted = Signal()
    page_wanted = Signal(str)

    def __init__(
        self,
        view_model: WorkViewModel,
        camera: QWidget,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("work_page")
        self._vm = view_model
        self._clock = clock
        self._words = ActionWords(self)
        self._head = HeadLine()
        self._message = MessageBar()
        self._queue = QueueSide()
        self._ticket = TicketPanel()
        self._actions = ActionBar()
        self._materials = Materials()
        self._form = FormDrawer()
        self._bottom = BottomBar()
        self._lay_out(camera)
        self._connect()
        self._following: Action | None = None
        self._busy = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._retranslate()
        self.render_state(view_model.state)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.render_state(self._vm.state)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Of fixed width, so that opening a form moves nothing.
        self._camera.setFixedWidth(max(CAMERA_WIDTH, int(self.width() * CAMERA_PART)))
        self._queue.setFixedWidth(max(SIDE_WIDTH, int(self.width() * 0.2)))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        self._focus_next()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    @Slot(object)
    def show_card(self, checked: CheckedIdentity) -> None:
        """A card was compared with the ticket at the window."""
        self._ticket.show_card(checked)
        self._ticket.render_state(self._vm.state, self._vm.state.now(self._clock()))

    @Slot(object)
    def render_state(self, state: WorkState) -> None:
        """Draw ``state``."""
        now = state.now(self._clock())
        paused = state.snapshot is not None and state.snapshot.window.state is WindowState.PAUSED
        self._head.render_state(state, now)
        self._message.show_message(state.message, self._words.hint())
        self._queue.render_state(state, now)
        self._ticket.render_state(state, now)
        self._actions.show_actions(state.allowed, state.next_action, paused=paused)
        self._materials.render_state(state)
        self._bottom.render_state(state)
        if state.form is not None:
            self._middle.setCurrentWidget(self._form)
            self._form.render_form(state.form, busy=state.busy is not None)
        elif self._middle.currentWidget() is self._form:
            self._form.forget()
            self._middle.setCurrentIndex(0)
            self._following = None
        acted, self._busy = self._busy and state.busy is None, state.busy is not None
        if state.next_action is not self._following or acted:
            self._following = state.next_action
            self._focus_next(acted=acted)

    def show_doors(self, doors: Sequence[tuple[str, str, str]]) -> None:
        """Buttons of the other pages (name, words, key) that the clerk is offered."""
        self._bottom.show_doors(doors)

    def press_key(self, action: Action) -> None:
        """A hot key of the page or of the call bar."""
        self._vm.press(action, self._queue.chosen(action), key=HOT_KEYS[action])

    def press_enter(self) -> None:
        """Enter: send the form, else the button that has the focus, else 开始."""
        if self._vm.state.form is not None:
            self._vm.submit()
            return
        in_list = self._queue.enter_action() if self._queue.has_focus_in() else None
        action = in_list or self._actions.focused() or self._vm.state.next_action
        if action is not None:
            self._vm.press(action, self._queue.chosen(action), key="Return")

    def _focus_next(self, *, acted: bool = False) -> None:
        """The next step gets the focus; news from elsewhere do not take it out of the queue or another page."""
        if not self.isVisible():
            return  # it would take the keys away from the page in front
        form_open = self._vm.state.form is not None
        if self._following is not None and not form_open and (acted or not self._queue.has_focus_in()):
            self._actions.focus(self._following)

    @Slot(object)
    def _clicked(self, action: Action) -> None:
        self._vm.press(action, self._queue.chosen(action))

    @Slot(int)
    def _quick_return(self, minutes: int) -> None:
        now = self._vm.state.now(self._clock())
        if now is not None:
            self._vm.edit(back_at=in_minutes(minutes, now))

    @Slot(dict)
    def _edited(self, fields: dict[str, object]) -> None:
        self._vm.edit(**fields)

    @Slot()
    def _escape(self) -> None:
        if self._vm.state.form is not None:
            self._vm.cancel_form()
        elif self._queue.has_focus_in() and self._following is not None:
            self._actions.focus(self._following)
        else:
            self._vm.say(None)

    @Slot()
    def _tick(self) -> None:
        state = self._vm.state
        now = state.now(self._clock())
        self._head.tick(state, now)
        self._ticket.tick(state, now)
        self._queue.tick(state, now)

    def _retranslate(self) -> None:
        words = self._words.all()
        self._actions.show_words(words)
        self._queue.show_words(words)

    def _connect(self) -> None:
        self._vm.state_changed.connect(self.render_state)
        self._actions.pressed.connect(self._clicked)
        self._queue.pressed.connect(self._clicked)
        self._bottom.pressed.connect(self._clicked)
        self._bottom.call_bar_wanted.connect(self.call_bar_wanted)
        self._bottom.health_wanted.connect(self.health_wanted)
        self._bottom.page_wanted.connect(self.page_wanted)
        self._form.edited.connect(self._edited)
        self._form.quick_return.connect(self._quick_return)
        self._form.submitted.connect(self._vm.submit)
        self._form.cancelled.connect(self._vm.cancel_form)
        plain: dict[str, Callable[[], object]] = {
            "Return": self.press_enter,
            "Enter": self.press_enter,
            "F2": self._queue.focus_waiting,
            "F3": self._queue.focus_aside,
            "F8": self.call_bar_wanted.emit,
            "F9": self.health_wanted.emit,
            "Escape": self._escape,
            "P": self._pause_key,
        }
        keys: dict[str, Callable[[], object]] = {
            key: partial(self.press_key, action) for action, key in HOT_KEYS.items()
        }
        for key, slot in (keys | plain).items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)

    @Slot()
    def _pause_key(self) -> None:
        snapshot = self._vm.state.snapshot
        paused = snapshot is not None and snapshot.window.state is WindowState.PAUSED
        self.press_key(Action.RESUME_WINDOW if paused else Action.PAUSE)

    def _lay_out(self, camera: QWidget) -> None:
        self._middle = QStackedWidget()
        working = QWidget()
        column = QVBoxLayout(working)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._actions)
        column.addWidget(self._materials, 1)
        self._middle.addWidget(working)
        self._middle.addWidget(self._form)
        centre = QVBoxLayout()
        centre.setSpacing(10)
        centre.addWidget(self._ticket)
        centre.addWidget(self._middle, 1)
        self._camera = camera
        body = QHBoxLayout()
        body.setContentsMargins(12, 0, 12, 0)
        body.setSpacing(12)
        body.addWidget(self._queue)
        body.addLayout(centre, 1)
        body.addWidget(camera)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.addWidget(self._message)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        outer.addLayout(top)
        outer.addLayout(body, 1)
        outer.addSpacing(10)
        outer.addWidget(self._bottom)

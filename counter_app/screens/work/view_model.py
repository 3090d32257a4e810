"""The work page decides here: which key does what, when, and what is said about it (办理页)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from counter_app.actions import Action
from counter_app.desk import Desk
from counter_app.drafts import Drafts
from counter_app.model import DeskSnapshot, DeviceLight, Finished, Message, RatingLine, Tone
from counter_app.screens.work.form_rules import ACTIONS, FORMS, FormRules, work_of
from counter_app.screens.work.forms import FormKind, FormState, opened
from counter_app.screens.work.state import WorkState
from counter_app.screens.work.words import Words
from counter_app.worker import Worker
from hall.errors import HallError
from hall.queueing.calling import Call
from hall.queueing.ticket import Ticket, TicketState
from hall.staffing.service import SignedIn

log = logging.getLogger(__name__)

# A key that acted does nothing when pressed again within this time: the first press may already have changed what
# the key means (Enter: 开始, then 完成).
REPEAT_SECONDS = 1.0


class WorkViewModel(QObject):
    """See `WorkState`."""

    state_changed = Signal(object)
    service_finished = Signal(object)  # Ticket: its rating may be asked
    going_on = Signal()  # the next citizen is called: an open question ends
    capture_wanted = Signal(object)  # Ticket
    signed_out = Signal(str)  # why, when it was not the clerk who signed out

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        drafts: Drafts,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self._drafts = drafts
        self._clock = clock
        self._words = Words(self)
        self._rules = FormRules(self)
        self._trouble: Message | None = None
        self._reading = False
        self._read_again = False
        self._last_key = ("", float("-inf"))
        self.state = WorkState(calls_needed=desk.profile.tickets.calls_before_missed)

    # ---- from outside ----------------------------------------------------------------------------------

    def begin(self, signed: SignedIn) -> None:
        """A clerk signed in."""
        self._set(
            WorkState(
                signed=signed,
                online=self.state.online,
                lights=self.state.lights,
                troubles=self.state.troubles,
                calls_needed=self.state.calls_needed,
            )
        )
        self.refresh()

    def refresh(self) -> None:
        """Read the desk again; while a reading is on its way one more follows it, not ten."""
        if self.state.signed is None:
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._worker.run(self._desk.read, self._was_read, self._not_read)

    def set_online(self, online: bool) -> None:
        """The database came or went."""
        if online == self.state.online:
            return
        self._set(replace(self.state, online=online, message=self._words.database(online=online)))

    def set_lights(self, lights: tuple[DeviceLight, ...]) -> None:
        """A device's status changed."""
        self._set(replace(self.state, lights=lights))

    def set_troubles(self, count: int) -> None:
        """So many devices need a hand."""
        self._set(replace(self.state, troubles=count))

    def set_rating(self, line: RatingLine) -> None:
        """The rating went on."""
        self._set(replace(self.state, rating=line))

    def say(self, message: Message | None) -> None:
        """Show a line in the message bar."""
        self._set(replace(self.state, message=message))

    # ---- keys and buttons ------------------------------------------------------------------------------

    def press(self, action: Action, ticket: Ticket | None = None, *, key: str = "") -> bool:
        """Do an action if it makes sense now; False when it was swallowed.

        Args:
            ticket: the ticket chosen in the queue, for 点名叫号, 恢复 and 作废.
            key: the key that was pressed, empty for the mouse.
        """
        if action not in self.state.allowed or self.state.signed is None or self._doubled(key):
            return False
        if action in FORMS:
            return self._open(FORMS[action], ticket)
        if action is Action.CAPTURE:
            assert self.state.snapshot is not None
            self.capture_wanted.emit(self.state.snapshot.current)
            return True
        return self._act(action, ticket)

    def edit(self, **fields: Any) -> None:
        """A field of the open form changed; it is kept as a draft at once."""
        if self.state.form is None:
            return
        form = replace(self.state.form, error="", **fields)
        self._drafts.put(_draft_key(form), form.draft)
        self._set(replace(self.state, form=form))

    def cancel_form(self) -> None:
        """Close the form; its draft stays for the next time it is opened."""
        self._set(replace(self.state, form=None))

    def submit(self) -> None:
        """Send the open form; on failure it stays open with all that was typed."""
        form, signed = self.state.form, self.state.signed
        if form is None or signed is None or self.state.busy is not None:
            return
        now = self.state.now(self._clock())
        if now is None:
            return
        self._last_key = ("Return", self._clock())  # it was Enter most often: a second one must not go further
        error = self._rules.missing(form, now)
        if error:
            self._set(replace(self.state, form=replace(form, error=error)))
        else:
            self._send(ACTIONS[form.kind], work_of(form, self._desk, signed.actor, now))

    def _open(self, kind: FormKind, ticket: Ticket | None) -> bool:
        snapshot, now = self.state.snapshot, self.state.now(self._clock())
        assert snapshot is not None and now is not None
        current = snapshot.current
        if kind is FormKind.CALL_TICKET:
            ticket = ticket if ticket in snapshot.waiting else (snapshot.waiting or (None,))[0]
        elif kind is FormKind.VOID:
            ticket = ticket or current
        elif kind is FormKind.PAUSE:
            ticket = None
        else:
            ticket = current
        if ticket is None and kind is not FormKind.PAUSE:
            self.say(self._words.choose_waiting())
            return False
        targets = snapshot.targets if kind is FormKind.TRANSFER else ()
        form = opened(kind, ticket, targets, self._drafts.get(f"form.{kind}"), now)
        self._set(replace(self.state, form=form, message=None))
        return True

    def _act(self, action: Action, ticket: Ticket | None) -> bool:
        assert self.state.signed is not None
        by, desk, undo = self.state.signed.actor, self._desk, self.state.undo
        if action is Action.BRING_BACK:
            aside = self.state.snapshot.aside if self.state.snapshot else ()
            chosen = ticket if ticket in aside else (aside[0] if len(aside) == 1 else None)
            if chosen is None:
                self.say(self._words.choose_aside())
                return False
            self._send(action, lambda: desk.bring_back(by, chosen))
            return True
        plain: dict[Action, Callable[[], object]] = {
            Action.CALL_NEXT: lambda: desk.call_next(by),
            Action.RECALL: lambda: desk.recall(by),
            Action.START: lambda: desk.start(by),
            Action.FINISH: lambda: desk.finish(by),
            Action.MISS: lambda: desk.miss(by),
            Action.RESUME_WINDOW: lambda: desk.resume_window(by),
            Action.SIGN_OUT: lambda: desk.sign_out(by),
            Action.HELP: lambda: desk.call_help(by),
        }
        if action is Action.UNDO_MISS and undo is not None:
            plain[action] = lambda: desk.undo_miss(by, undo.id)
        self._send(action, plain[action])
        return True

    def _send(self, action: Action, work: Callable[[], object]) -> None:
        self._set(replace(self.state, busy=action, message=None))

        def both() -> tuple[object, DeskSnapshot | None]:
            result = work()
            try:
                return result, self._desk.read()
            except HallError:
                return result, None  # done all the same; the next refresh shows it

        self._worker.run(both, lambda out: self._done(action, *out), lambda error: self._failed(action, error))

    def _done(self, action: Action, result: object, snapshot: DeskSnapshot | None) -> None:
        form = self.state.form
        if form is not None:
            self._drafts.drop(_draft_key(form))
        undo = result if action is Action.MISS and isinstance(result, Ticket) else None
        self._set(
            replace(
                self.state,
                busy=None,
                form=None,
                undo=undo,
                snapshot=snapshot or self.state.snapshot,
                read_at=self._clock() if snapshot else self.state.read_at,
                message=self._words.after(action, result),
            )
        )
        if isinstance(result, Call):
            self.going_on.emit()
        if isinstance(result, Finished) and not result.goes_on:
            self.service_finished.emit(result.ticket)
        if action is Action.SIGN_OUT:
            self._leave()
        elif snapshot is None:
            self.refresh()

    def _leave(self, why: str = "") -> None:
        self._set(
            WorkState(online=self.state.online, lights=self.state.lights, calls_needed=self.state.calls_needed)
        )
        self.signed_out.emit(why)

    def _failed(self, action: Action, error: Exception) -> None:
        if isinstance(error, HallError):
            text = error.message
        else:
            log.error("%s failed", action, exc_info=error)
            text = self._words.unexpected()
        form = replace(self.state.form, error=text) if self.state.form is not None else None
        message = None if form is not None else Message(Tone.WARN, text)
        self._set(replace(self.state, busy=None, form=form, message=message))
        self.refresh()

    def _was_read(self, snapshot: DeskSnapshot) -> None:
        self._reading = False
        if self.state.is_gone(snapshot):
            self._leave(self._words.left(snapshot))
            return
        undo = self.state.undo
        if undo is not None and not any(t.id == undo.id and t.state is TicketState.MISSED for t in snapshot.aside):
            undo = None  # back in the queue, or void
        message = None if self.state.message is self._trouble else self.state.message
        self._trouble = None
        self._set(replace(self.state, snapshot=snapshot, read_at=self._clock(), undo=undo, message=message))
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _not_read(self, error: Exception) -> None:
        self._reading = False
        if not isinstance(error, HallError):
            log.error("the desk can't be read", exc_info=error)
        self._read_again = False
        if self.state.online:
            text = error.message if isinstance(error, HallError) else self._words.not_read()
            self._trouble = Message(Tone.WARN, text)
            self.say(self._trouble)

    def _doubled(self, key: str) -> bool:
        last, at = self._last_key
        now = self._clock()
        if key and key == last and now - at < REPEAT_SECONDS:
            return True
        self._last_key = (key, now)
        return False

    def _set(self, state: WorkState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def _draft_key(form: FormState) -> str:
    return f"form.{form.kind}"

"""Decides for a page of lists (列表附页): reads, acts, keeps what is typed."""

from __future__ import annotations

import logging
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from counter_app.model import Message, Tone
from counter_app.screens.sheets.state import FieldKind, Form, Section, SheetState
from counter_app.worker import Worker
from hall.errors import HallError
from hall.identity import Actor
from hall.repeats import new_request
from hall.staffing.clerk import Clerk

log = logging.getLogger(__name__)

Data = TypeVar("Data")
SLOW_MS = 300


class SheetModel(QObject, Generic[Data]):
    """A page says what it reads, how that is shown, and what each action does; the rest is here.

    What is typed stays until it was sent, also when the form is closed or the lists are read again; it is forgotten
    when its writer signs out, and never written to a file: reasons for leave are private.
    """

    state_changed = Signal(object)
    # Journal kinds after which the lists are read again.
    followed: tuple[str, ...] = ()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._typed: dict[str, Mapping[str, str]] = {}
        self._requests: dict[str, str] = {}  # keys of what was begun and is not done, see `hall.repeats`
        self._reading = self._again = False
        self._session = 0
        self._trouble: Message | None = None
        self.clerk: Clerk | None = None
        self.by: Actor | None = None
        self.data: Data | None = None
        self.state = SheetState()
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._took_long)

    # ---- what a page gives -----------------------------------------------------------------------------

    @abstractmethod
    def read_data(self, by: Actor) -> Data:
        """Read everything; on the worker."""

    @abstractmethod
    def heading(self, data: Data | None) -> tuple[str, str]:
        """Title, and what there is to know at a glance."""

    @abstractmethod
    def sections(self, data: Data) -> tuple[Section, ...]:
        """The lists."""

    @abstractmethod
    def form_for(self, act: str, subject: str) -> Form | None:
        """The form of an action; None when there is nothing to fill in."""

    @abstractmethod
    def missing(self, form: Form) -> str:
        """What a form lacks, empty for nothing."""

    def hint(self, form: Form) -> str:
        """What follows from what was typed."""
        return ""

    @abstractmethod
    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        """What an action does, on the worker."""

    @abstractmethod
    def said(self, act: str, result: object) -> str:
        """What is said when it is done."""

    def taken(self, result: object) -> Data | None:
        """The lists that an action brought with it; None when they have to be read."""
        return None

    def request_of(self, act: str, subject: str) -> str:
        """The key of what is being filled in: the same for every try, until it is done or given up."""
        return self._requests.setdefault(f"{act}/{subject}", new_request())

    def forget_typed(self, act: str, subject: str) -> None:
        """It was sent, or the next form must not show it."""
        self._typed.pop(f"{act}/{subject}", None)
        self._requests.pop(f"{act}/{subject}", None)

    # ---- from outside ----------------------------------------------------------------------------------

    def begin(self, clerk: Clerk, by: Actor) -> None:
        """Somebody signed in who may open the page."""
        self.end()
        self.clerk, self.by = clerk, by
        self.retranslate()

    def end(self) -> None:
        """They left; forget what they saw and typed."""
        self._session += 1
        self._typed.clear()
        self._requests.clear()
        self._slow.stop()
        self._reading = self._again = False
        self.clerk = self.by = self.data = None
        self._set(SheetState())

    def follow(self, kinds: frozenset[str]) -> None:
        """Something was written somewhere in the hall."""
        if any(kind.startswith(self.followed) for kind in kinds):
            self.refresh()

    def refresh(self) -> None:
        """Read again; while a reading is on its way one more follows it, not ten."""
        by, session = self.by, self._session
        if by is None:
            return
        if self._reading:
            self._again = True
            return
        self._reading = True
        if self.data is None:
            self._slow.start()
        self._worker.run(
            lambda: self.read_data(by),
            lambda data: self._was_read(session, data),
            lambda error: self._not_read(session, error),
        )

    def retranslate(self) -> None:
        """Say everything anew, in the language of now."""
        title, summary = self.heading(self.data)
        lists = self.sections(self.data) if self.data is not None else ()
        self._set(replace(self.state, title=title, summary=summary, sections=lists))

    def describe(self) -> dict[str, Any]:
        """What is on the screen, for the remote hand: never a cell, it may hold why somebody needs leave."""
        state, section = self.state, self.state.section
        return {
            "section": section.name if section else None,
            "lines": {part.name: len(part.lines) for part in state.sections},
            "form": state.form.act if state.form else None,
            "form_error": state.form.error if state.form else None,
            "form_hint": state.form.hint if state.form else None,
            "busy": state.busy,
            "message": state.message.text if state.message else None,
        }

    # ---- keys and buttons ------------------------------------------------------------------------------

    def show_section(self, name: str) -> None:
        """Another list; an open form stays what it is."""
        self._set(replace(self.state, at=name, message=None))

    def choose(self, key: str) -> None:
        """A line was chosen."""
        section = self.state.section
        if section is not None:
            self._set(replace(self.state, chosen={**self.state.chosen, section.name: key}))

    def press(self, name: str) -> bool:
        """Do an action of the section, or open its form; False when it can't be done now."""
        section, line = self.state.section, self.state.line
        act = next((act for act in section.acts if act.name == name), None) if section else None
        if act is None or not self.state.may(act):
            return False
        subject = line.key if act.on_line and line is not None else ""
        form = self.form_for(name, subject)
        if form is None:
            self._send(name, subject, {})
            return True
        form = form.with_values(self._typed.get(f"{name}/{subject}", {}))
        self._set(replace(self.state, form=replace(form, hint=self.hint(form)), message=None))
        return True

    def edit(self, values: Mapping[str, str]) -> None:
        """Something was typed."""
        form = self.state.form
        if form is None or self.state.busy is not None:
            return
        form = form.with_values(values)
        self._typed[f"{form.act}/{form.subject}"] = {
            f.name: form.values.get(f.name, "") for f in form.fields if f.kind is not FieldKind.SECRET
        }
        self._set(replace(self.state, form=replace(form, hint=self.hint(form))))

    def cancel_form(self) -> None:
        """Close the form; what was typed is there when it is opened again."""
        if self.state.busy is None:
            self._set(replace(self.state, form=None))

    def submit(self) -> None:
        """Send the form; on failure it stays open with all that was typed."""
        form = self.state.form
        if form is None or self.state.busy is not None:
            return
        error = self.missing(form)
        if error:
            self._set(replace(self.state, form=replace(form, error=error)))
        else:
            self._send(form.act, form.subject, form.values)

    def say(self, tone: Tone, text: str) -> None:
        """Show a line in the message bar."""
        self._set(replace(self.state, message=Message(tone, text)))

    # ---- on the way ------------------------------------------------------------------------------------

    def _send(self, act: str, subject: str, values: Mapping[str, str]) -> None:
        work, session = self.work_of(act, subject, values), self._session
        self._set(replace(self.state, busy=act, message=None))
        self._slow.start()
        self._worker.run(
            work,
            lambda result: self._done(session, act, subject, result),
            lambda error: self._failed(session, act, error),
        )

    def _done(self, session: int, act: str, subject: str, result: object) -> None:
        if session != self._session:
            return
        self._slow.stop()
        self.forget_typed(act, subject)
        text = self.said(act, result)
        message = Message(Tone.GOOD, text) if text else None
        self._set(replace(self.state, busy=None, slow=False, form=None, message=message))
        brought = self.taken(result)
        if brought is None:
            self.refresh()
        else:
            self.data = brought
            self.retranslate()

    def _failed(self, session: int, act: str, error: Exception) -> None:
        if session != self._session:
            return
        self._slow.stop()
        text = self._words_of(error, act)
        form = replace(self.state.form, error=text) if self.state.form is not None else None
        message = None if form is not None else Message(Tone.WARN, text)
        self._set(replace(self.state, busy=None, slow=False, form=form, message=message))
        self.refresh()

    def _was_read(self, session: int, data: Data) -> None:
        if session != self._session:
            return
        self._reading = False
        self.data = data
        if self.state.busy is None:
            self._slow.stop()
            self._set(replace(self.state, slow=False))
        if self.state.message is self._trouble:
            self._set(replace(self.state, message=None))
        self._trouble = None
        self.retranslate()
        if self._again:
            self._again = False
            self.refresh()

    def _not_read(self, session: int, error: Exception) -> None:
        if session != self._session:
            return
        self._reading = self._again = False
        if self.state.busy is None:
            self._slow.stop()
            self._set(replace(self.state, slow=False))
        self._trouble = Message(Tone.WARN, self._words_of(error, "reading"))
        self._set(replace(self.state, message=self._trouble))

    def _words_of(self, error: Exception, act: str) -> str:
        if isinstance(error, HallError):
            return error.message
        log.error("%s failed", act, exc_info=error)
        return self.tr("操作没有完成，已填内容仍保留。请重试；仍不行请联系管理员。")

    @Slot()
    def _took_long(self) -> None:
        if self.state.busy is not None or self._reading:
            self._set(replace(self.state, slow=True))

    def _set(self, state: SheetState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

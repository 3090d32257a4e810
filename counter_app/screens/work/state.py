"""State of the work page (办理页)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.actions import Action, Situation, allowed, next_action
from counter_app.model import DeskSnapshot, DeviceLight, Lamp, Message, RatingLine
from counter_app.screens.work.forms import FormState
from hall.queueing.ticket import Ticket
from hall.staffing.service import SignedIn
from hall.staffing.window import WindowState
from qt_common.device_condition import Condition


@dataclass(frozen=True, slots=True)
class WorkState:
    """Everything the page shows.

    Attributes:
        read_at: `time.monotonic` when the snapshot arrived; the head line's clock runs on from there.
        busy: the action on its way to the database.
        undo: the ticket that 撤销过号 would bring back.
        lights: the station's devices.
        calls_needed: calls before 过号 may be pressed.
        troubles: devices that need a hand: the hall's for the guide desk, else this window's.
    """

    signed: SignedIn | None = None
    snapshot: DeskSnapshot | None = None
    read_at: float = 0.0
    busy: Action | None = None
    online: bool = True
    message: Message | None = None
    form: FormState | None = None
    undo: Ticket | None = None
    rating: RatingLine | None = None
    lights: tuple[DeviceLight, ...] = ()
    calls_needed: int = 3
    troubles: int = 0

    @property
    def situation(self) -> Situation:
        """What decides which actions make sense."""
        if self.snapshot is None:
            return Situation(WindowState.CLOSED, online=False)
        current = self.snapshot.current
        return Situation(
            window=self.snapshot.window.state,
            ticket=current.state if current else None,
            calls=current.calls if current else 0,
            calls_needed=self.calls_needed,
            waiting=len(self.snapshot.waiting),
            aside=len(self.snapshot.aside),
            may_undo=self.undo is not None,
            camera=self.lamp("document_camera") in (Lamp.OK, Lamp.UNSURE),
            busy=self.busy is not None or self.form is not None,
            online=self.online,
        )

    @property
    def allowed(self) -> frozenset[Action]:
        """Actions whose buttons are enabled."""
        return allowed(self.situation)

    @property
    def next_action(self) -> Action | None:
        """The action whose button has the focus; None when it can't be done now."""
        action = next_action(self.situation)
        return action if action in self.allowed else None

    def is_gone(self, snapshot: DeskSnapshot) -> bool:
        """Somebody else sits at the window now, or nobody does: it was handed over, or closed at its end."""
        return self.signed is not None and self.busy is None and snapshot.window.clerk != self.signed.clerk.number

    def lamp(self, kind: str) -> Lamp:
        """The lamp of a device."""
        return next((light.lamp for light in self.lights if light.kind == kind), Lamp.ABSENT)

    def condition(self, kind: str) -> Condition:
        """How a device is."""
        return next((light.condition for light in self.lights if light.kind == kind), Condition.ABSENT)

    def now(self, monotonic: float) -> datetime | None:
        """The hall's clock: the database's, run on by this machine's steady one."""
        if self.snapshot is None:
            return None
        return self.snapshot.at + timedelta(seconds=max(monotonic - self.read_at, 0.0))

    def find(self, ticket_id: int) -> Ticket | None:
        """A ticket of the queue, of those put aside, or the current one."""
        if self.snapshot is None:
            return None
        shown = (*self.snapshot.waiting, *self.snapshot.aside)
        if self.snapshot.current is not None:
            shown = (self.snapshot.current, *shown)
        return next((t for t in shown if t.id == ticket_id), None)

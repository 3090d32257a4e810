"""What the staff menu shows (工作人员菜单): a PIN, then device health, test print, reprint, closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from hall.errors import HallError
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing import Issuing
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.loudness import STEP, Loudness
from kiosk_app.ports import Background, DeviceLine, PrintFailure, Speaker, TicketPrinting
from kiosk_app.view_model import ViewModel

LONGEST_PIN = 8
TRIES = 5
LOCK_SECONDS = 60
SAMPLE = "现在的提示音量是这样。"


class StaffStage(StrEnum):
    """Which part of the menu."""

    PIN = "pin"
    MENU = "menu"
    REASON = "reason"  # why the last ticket is printed again


class StaffMessage(StrEnum):
    """What came of the last action."""

    NONE = ""
    CHECKING = "checking"
    WRONG_PIN = "wrong_pin"
    LOCKED = "locked"
    NO_PIN = "no_pin"  # no PIN is configured: the menu stays shut
    PRINTING = "printing"
    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    REPRINT_REFUSED = "reprint_refused"


class ReprintReason(StrEnum):
    """Why, in the journal's words."""

    JAMMED = "卡纸或缺纸，号票不完整"
    FAINT = "字迹不清"
    LOST = "群众未取到号票"


@dataclass(frozen=True, slots=True)
class StaffState:
    """The staff menu.

    Attributes:
        digits: how many of the PIN were typed; the PIN itself never stands in a state.
        devices: health of each device.
        last_label: number of the last ticket that went to the printer, empty for none.
        seconds_locked: until the PIN may be tried again.
        volume: of the spoken prompts, in percent.
    """

    stage: StaffStage = StaffStage.PIN
    digits: int = 0
    devices: tuple[DeviceLine, ...] = ()
    last_label: str = ""
    message: StaffMessage = StaffMessage.NONE
    seconds_locked: int = 0
    volume: int = 0


@dataclass
class _Pin:
    typed: str = field(default="", repr=False)
    failures: int = 0


class StaffViewModel(ViewModel[StaffState]):
    """Behind the hidden corner.

    Args:
        check_pin: compares with the configured hash; slow on purpose, runs on the worker.
        has_pin: False when none is configured.
        read_devices: health of the devices now.
        close_app: ends the kiosk.
        loudness, speaker: of the spoken prompts.
    """

    def __init__(
        self,
        journey: Journey,
        issuing: Issuing,
        desk: KioskDesk,
        background: Background,
        printer: TicketPrinting,
        *,
        check_pin: Callable[[str], bool],
        has_pin: bool,
        read_devices: Callable[[], tuple[DeviceLine, ...]],
        close_app: Callable[[], None],
        loudness: Loudness,
        speaker: Speaker,
    ) -> None:
        super().__init__(StaffState())
        self._journey = journey
        self._issuing = issuing
        self._desk = desk
        self._background = background
        self._printer = printer
        self._check_pin = check_pin
        self._has_pin = has_pin
        self._read_devices = read_devices
        self._close_app = close_app
        self._loudness = loudness
        self._speaker = speaker
        self._pin = _Pin()
        journey.changed.connect(self._follow)

    # ---- the PIN -------------------------------------------------------------------------------------------------

    def type_digit(self, digit: str) -> None:
        """A key of the keypad."""
        if len(self._pin.typed) < LONGEST_PIN and not self.state.seconds_locked:
            self._show_pin(self._pin.typed + digit)

    def delete(self) -> None:
        """The last digit goes."""
        self._show_pin(self._pin.typed[:-1])

    def clear(self) -> None:
        """All digits go."""
        self._show_pin("")

    def submit(self) -> None:
        """Check the PIN on the worker."""
        if not self._has_pin:
            self._set(replace(self.state, message=StaffMessage.NO_PIN))
        if not self._has_pin or self.state.seconds_locked or not self._pin.typed:
            return
        pin = self._pin.typed
        self._show_pin("")
        self._set(replace(self.state, message=StaffMessage.CHECKING))
        self._background.run(lambda: self._check_pin(pin), self._checked, self._raise)

    def tick(self) -> None:
        """Once a second: the lock runs down, the health is read anew."""
        if self.state.seconds_locked:
            left = self.state.seconds_locked - 1
            message = self.state.message if left else StaffMessage.NONE
            self._set(replace(self.state, seconds_locked=left, message=message))
        if self.state.stage is not StaffStage.PIN:
            self._set(replace(self.state, devices=self._read_devices()))

    def _checked(self, right: bool) -> None:
        if self._journey.state.page is not Page.STAFF:
            return
        if right:
            self._pin.failures = 0
            self.show_menu()
            return
        self._pin.failures += 1
        if self._pin.failures >= TRIES:
            self._pin.failures = 0
            self._set(StaffState(message=StaffMessage.LOCKED, seconds_locked=LOCK_SECONDS))
        else:
            self._set(StaffState(message=StaffMessage.WRONG_PIN))

    def show_menu(self) -> None:
        """The PIN was right."""
        last = self._issuing.last_printed
        label = last.ticket.label if last else ""
        self._set(
            StaffState(
                StaffStage.MENU, devices=self._read_devices(), last_label=label, volume=self._loudness.percent
            )
        )

    # ---- the menu ------------------------------------------------------------------------------------------------

    def test_print(self) -> None:
        """Print a test page."""
        if self._may_act():
            self._set(replace(self.state, message=StaffMessage.PRINTING))
            self._printer.print_test(self._printed, self._not_printed)

    def ask_reason(self) -> None:
        """补打: first the reason."""
        if self._may_act() and self.state.last_label:
            self._set(replace(self.state, stage=StaffStage.REASON, message=StaffMessage.NONE))

    def keep_menu(self) -> None:
        """Back to the menu without a reprint."""
        self._set(replace(self.state, stage=StaffStage.MENU))

    def reprint(self, reason: ReprintReason) -> None:
        """Put it on record, and only then print."""
        last = self._issuing.last_printed
        if self.state.stage is not StaffStage.REASON or last is None:
            return
        self._set(replace(self.state, stage=StaffStage.MENU, message=StaffMessage.PRINTING))

        def refused(error: Exception) -> None:
            self._set(replace(self.state, message=StaffMessage.REPRINT_REFUSED))
            if not isinstance(error, HallError):
                raise error

        self._background.run(
            lambda: self._desk.note_reprint(last.ticket.id, str(reason)),
            lambda _: self._printer.print_ticket(last, self._printed, self._not_printed, reprint=True),
            refused,
        )

    def louder(self) -> None:
        """大一点."""
        self._change_volume(STEP)

    def quieter(self) -> None:
        """小一点."""
        self._change_volume(-STEP)

    def _change_volume(self, by: int) -> None:
        """Change it and let it be heard."""
        if self._may_act():
            self._loudness.change(by)
            self._set(replace(self.state, volume=self._loudness.percent, message=StaffMessage.NONE))
            self._speaker.say(SAMPLE)

    def close_app(self) -> None:
        """End the kiosk."""
        if self._may_act():
            self._close_app()

    def home(self) -> None:
        """Leave; the PIN is asked anew next time."""
        self._journey.home()

    def _may_act(self) -> bool:
        return self.state.stage is StaffStage.MENU and self.state.message is not StaffMessage.PRINTING

    def _printed(self) -> None:
        self._set(replace(self.state, message=StaffMessage.PRINTED))

    def _not_printed(self, _: PrintFailure) -> None:
        self._set(replace(self.state, message=StaffMessage.NOT_PRINTED))

    def _follow(self, state: JourneyState) -> None:
        if state.page is not Page.STAFF:
            self._pin.typed = ""
            locked = self.state.seconds_locked
            self._set(
                StaffState(seconds_locked=locked, message=StaffMessage.LOCKED if locked else StaffMessage.NONE)
            )

    def _show_pin(self, typed: str) -> None:
        self._pin.typed = typed
        self._set(replace(self.state, digits=len(typed), message=StaffMessage.NONE))

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error

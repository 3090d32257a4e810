"""What the staff menu shows (工作人员菜单): a PIN, then device health, paper, prints, preview, volume, closing."""

from __future__ import annotations

from dataclasses import replace

from hall.errors import HallError
from hall.queueing.issue import IssuedTicket
from hall.queueing.ticket import Ticket
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.loudness import STEP, Loudness
from kiosk_app.ports import Background, PrintFailure, Speaker, TicketKind, TicketPrinting
from kiosk_app.screens.staff.means import StaffMeans
from kiosk_app.screens.staff.state import RecentTicket, ReprintReason, StaffMessage, StaffStage, StaffState
from kiosk_app.view_model import ViewModel

LONGEST_PIN = 8
SAMPLE = "现在的提示音量是这样。"
_KINDS = tuple(TicketKind)


class StaffViewModel(ViewModel[StaffState]):
    """Behind the hidden corner.

    Args:
        loudness, speaker: of the spoken prompts.
    """

    def __init__(
        self,
        journey: Journey,
        background: Background,
        printer: TicketPrinting,
        means: StaffMeans,
        loudness: Loudness,
        speaker: Speaker,
        names: ItemNames,
    ) -> None:
        super().__init__(StaffState())
        self._journey = journey
        self._desk = means.desk
        self._background = background
        self._printer = printer
        self._means = means
        self._loudness = loudness
        self._speaker = speaker
        self._names = names
        self._typed = ""
        self._show_lock()  # a restart does not end it
        journey.changed.connect(self._follow)

    # ---- the PIN -------------------------------------------------------------------------------------------------

    def type_digit(self, digit: str) -> None:
        """A key of the keypad."""
        if len(self._typed) < LONGEST_PIN and not self.state.seconds_locked:
            self._show_pin(self._typed + digit)

    def delete(self) -> None:
        """The last digit goes."""
        self._show_pin(self._typed[:-1])

    def clear(self) -> None:
        """All digits go."""
        self._show_pin("")

    def submit(self) -> None:
        """Check the PIN on the worker; the try is counted before."""
        means, pin = self._means, self._typed
        if not means.has_pin:
            self._set(replace(self.state, message=StaffMessage.NO_PIN))
        if not means.has_pin or means.guard.seconds_locked or not pin:
            return
        if self.state.message is StaffMessage.CHECKING:
            return
        self._show_pin("")
        self._set(replace(self.state, message=StaffMessage.CHECKING))

        def work() -> bool:
            means.guard.count()
            right = means.check_pin(pin)
            if right:
                means.guard.right()
            else:
                means.guard.wrong()
            return right

        self._background.run(work, self._checked, self._raise)

    def tick(self) -> None:
        """Once a second: the lock runs down, the health is read anew."""
        guard = self._means.guard
        if guard.tick():
            self._background.run(guard.keep, lambda _: None, self._raise)
        if self.state.stage is StaffStage.PIN:
            self._show_lock()
        else:
            self._set(replace(self.state, devices=self._means.read_devices(), paper_low=self._means.roll.low))

    def _checked(self, right: bool) -> None:
        if self._journey.state.page is not Page.STAFF:
            return
        if right:
            self.show_menu()
        else:
            self._set(StaffState(message=StaffMessage.WRONG_PIN))
            self._show_lock()

    def _show_lock(self) -> None:
        locked, message = self._means.guard.seconds_locked, self.state.message
        if locked:
            message = StaffMessage.LOCKED
        elif message is StaffMessage.LOCKED:
            message = StaffMessage.NONE
        self._set(replace(self.state, seconds_locked=locked, message=message))

    def show_menu(self) -> None:
        """The PIN was right."""
        problem = self._means.template_problem
        self._set(
            StaffState(
                StaffStage.MENU,
                devices=self._means.read_devices(),
                volume=self._loudness.percent,
                paper_low=self._means.roll.low,
                template_bad=bool(problem),
                template_problem=problem if self._journey.state.language == "zh" else "",
                millimetres=self._means.previews.millimetres,
            )
        )

    # ---- the menu ------------------------------------------------------------------------------------------------

    def test_print(self) -> None:
        """Print a test page."""
        if self._may_act():
            self._set(replace(self.state, message=StaffMessage.PRINTING))
            self._printer.print_test(self._printed, self._not_printed)

    def paper_changed(self) -> None:
        """“已换纸”: a new roll begins."""
        if self._may_act():
            self._means.paper_changed()
            self._set(replace(self.state, paper_low=False, message=StaffMessage.PAPER_NOTED))

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
            self._means.close_app()

    def home(self) -> None:
        """Leave; the PIN is asked anew next time."""
        self._journey.home()

    def keep_menu(self) -> None:
        """Back to the menu."""
        if self.state.stage is not StaffStage.PIN:
            self._set(replace(self.state, stage=StaffStage.MENU, chosen=None, recent=(), picture=b""))

    # ---- 补打 ----------------------------------------------------------------------------------------------------

    def choose_ticket(self) -> None:
        """补打: first which one."""
        if not self._may_act():
            return

        def read(tickets: tuple[Ticket, ...]) -> None:
            if self.state.stage is not StaffStage.MENU:
                return
            recent = tuple(_recent(t) for t in tickets)
            if recent:
                self._set(replace(self.state, stage=StaffStage.CHOOSE, recent=recent, message=StaffMessage.NONE))
            else:
                self._set(replace(self.state, message=StaffMessage.NOTHING_TO_REPRINT))

        self._background.run(self._desk.recent, read, lambda error: self._refused(error, StaffMessage.NOT_READ))

    def item_name(self, ticket: RecentTicket) -> str:
        """What it is for, in the language of the interface."""
        return self._names.shown(ticket.code, ticket.item)

    def choose(self, ticket: RecentTicket) -> None:
        """This one; then the reason."""
        if self.state.stage is StaffStage.CHOOSE:
            self._set(replace(self.state, stage=StaffStage.REASON, chosen=ticket))

    def reprint(self, reason: ReprintReason) -> None:
        """Put it on record, and only then print."""
        chosen = self.state.chosen
        if self.state.stage is not StaffStage.REASON or chosen is None:
            return
        self.keep_menu()
        self._set(replace(self.state, message=StaffMessage.PRINTING))

        def recorded(issued: IssuedTicket) -> None:
            self._printer.print_ticket(issued, self._printed, self._not_printed, reprint=True)

        self._background.run(
            lambda: self._desk.reprint(chosen.id, str(reason)),
            recorded,
            lambda error: self._refused(error, StaffMessage.REPRINT_REFUSED),
        )

    # ---- preview -------------------------------------------------------------------------------------------------

    def preview(self) -> None:
        """号票预览."""
        if self._may_act():
            self._set(replace(self.state, stage=StaffStage.PREVIEW, message=StaffMessage.NONE))
            self._draw(TicketKind.ORDINARY)

    def turn(self, by: int) -> None:
        """The next sort of ticket, or the one before."""
        if self.state.stage is StaffStage.PREVIEW and self.state.picture:
            self._draw(_KINDS[(_KINDS.index(self.state.kind) + by) % len(_KINDS)])

    def _draw(self, kind: TicketKind) -> None:
        self._set(replace(self.state, kind=kind, picture=b""))

        def drawn(picture: bytes) -> None:
            if self.state.stage is StaffStage.PREVIEW and self.state.kind is kind:
                self._set(replace(self.state, picture=picture))

        self._background.run(lambda: self._means.previews.draw(kind), drawn, self._raise)

    def show(self, **changes: object) -> None:
        """A part of the menu as it stands, for pictures."""
        self._set(replace(self.state, **changes))  # type: ignore[arg-type]

    # ---- ------------------------------------------------------------------------------------------------------

    def _may_act(self) -> bool:
        return self.state.stage is StaffStage.MENU and self.state.message is not StaffMessage.PRINTING

    def _printed(self) -> None:
        self._say(StaffMessage.PRINTED)

    def _not_printed(self, _: PrintFailure) -> None:
        self._say(StaffMessage.NOT_PRINTED)

    def _refused(self, error: Exception, message: StaffMessage) -> None:
        self._say(message)
        if not isinstance(error, HallError):
            raise error

    def _say(self, message: StaffMessage) -> None:
        if self.state.stage is not StaffStage.PIN:
            self._set(replace(self.state, message=message))

    def _follow(self, state: JourneyState) -> None:
        if state.page is not Page.STAFF:
            self._typed = ""
            self._set(StaffState())
            self._show_lock()

    def _show_pin(self, typed: str) -> None:
        self._typed = typed
        self._set(replace(self.state, digits=len(typed), message=StaffMessage.NONE))
        self._show_lock()

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error


def _recent(ticket: Ticket) -> RecentTicket:
    person = "" if any(letter.isdigit() for letter in ticket.holder) else ticket.holder
    time = f"{ticket.issued_at:%H:%M}"
    return RecentTicket(ticket.id, ticket.label, time, ticket.item_name, ticket.item, person)

"""The two phases at the kiosk, with a printer that does what the test says; no widgets, no clock, no threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from hall.business_calendar.calendar import WorkingCalendar
from hall.catalogue.guide import Guide
from hall.identity import ANONYMOUS
from hall.profile import HallProfile, Hours
from hall.queueing.issue import IssuedTicket
from hall.queueing.ticket import TicketState
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing import Issuing, Phase
from kiosk_app.paper_notes import PaperNotes
from kiosk_app.ports import PrintFailed, PrintFailure
from kiosk_app.trouble import Trouble
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, sample_store

T = TypeVar("T")


class AtOnce:
    """Runs the work where it is asked for."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - as the worker does
            failed(error)
        else:
            done(result)


class Always:
    """A calendar of working days only."""

    def is_workday(self, day: object) -> bool:
        return True


class Printer:
    """Fails as told; keeps what it printed; can hold its answer back."""

    def __init__(self) -> None:
        self.not_ready: PrintFailure | None = None
        self.failure: PrintFailure | None = None
        self.printed: list[str] = []
        self.held: Callable[[], None] | None = None
        self.hold = False

    def ask(self, ready: Callable[[], None], failed: PrintFailed) -> None:
        if self.not_ready is not None:
            failed(self.not_ready)
        elif self.hold:
            self.held = ready
        else:
            ready()

    def print_ticket(
        self, issued: IssuedTicket, done: Callable[[], None], failed: PrintFailed, *, reprint: bool = False
    ) -> None:
        self.printed.append(issued.ticket.label)
        if self.failure is not None:
            failed(self.failure)
        else:
            done()

    def print_guide(self, guide: Guide, done: Callable[[], None], failed: PrintFailed) -> None:
        raise AssertionError("no guide is printed here")

    def print_test(self, done: Callable[[], None], failed: PrintFailed) -> None:
        done()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Scene:
    def __init__(self) -> None:
        self.store: FakeStore = sample_store()
        profile = HallProfile("test", "测试大厅", hours=Hours(noon_service=True, every_day=True))
        desk = KioskDesk(self.store, lambda _: WorkingCalendar(Always()), profile, "kiosk-1")
        self.printer, self.clock = Printer(), Clock()
        self.notes = PaperNotes(None)
        self.issuing = Issuing(desk, AtOnce(), self.printer, confirm_seconds=60, clock=self.clock, notes=self.notes)

    def start(self) -> Phase:
        self.issuing.start(FOOD.code, ANONYMOUS)
        return self.issuing.state.phase

    def states(self) -> list[TicketState]:
        with self.store.reading() as uow:
            return [t.state for t in uow.tickets.in_state(uow.now.date(), tuple(TicketState))]

    def told(self) -> list[tuple[str, object]]:
        """What was put on record of the print and its end."""
        kept = {"ticket.print_told": "came_out", "ticket.waiting": "paperless"}
        return [(e.kind, e.payload[kept[e.kind]]) for e, _ in self.store.data.events if e.kind in kept]


@pytest.fixture
def scene(qapp: object) -> Scene:
    return Scene()


UNKNOWN = PrintFailure(Trouble.PRINTER_AWAY, False, "NotConnected: gone in the middle")
KNOWN = PrintFailure(Trouble.PAPER_OUT, True, "PaperOut: asked before")


def test_paper_confirms_the_number(scene: Scene) -> None:
    assert scene.start() is Phase.PAPER
    assert scene.states() == [TicketState.WAITING]


def test_a_printer_that_is_not_ready_uses_up_no_number(scene: Scene) -> None:
    scene.printer.not_ready = KNOWN
    assert scene.start() is Phase.NO_PRINTER
    assert scene.states() == []


@pytest.mark.parametrize(("failure", "trouble"), [(UNKNOWN, Trouble.NOT_PRINTED), (KNOWN, Trouble.PAPER_OUT)])
def test_after_the_print_has_begun_it_is_never_printed_again(
    scene: Scene, failure: PrintFailure, trouble: Trouble
) -> None:
    scene.printer.failure = failure
    assert scene.start() is (Phase.REMEMBER if failure is KNOWN else Phase.DOUBT)
    scene.issuing.no_paper()
    assert scene.issuing.state.trouble is trouble
    for _ in range(5):
        scene.issuing.tick()
    scene.issuing.remembered()
    scene.issuing.remembered()
    assert scene.issuing.state.phase is Phase.REMEMBERED
    assert scene.printer.printed == ["A001"]
    assert scene.states() == [TicketState.WAITING]


def test_a_paper_that_only_the_visitor_saw_counts_and_the_record_says_who_said_so(scene: Scene) -> None:
    scene.printer.failure = UNKNOWN
    assert scene.start() is Phase.DOUBT
    assert scene.issuing.state.trouble is Trouble.PRINT_UNKNOWN
    scene.issuing.remembered()
    assert scene.states() == [TicketState.PENDING_PRINT], "the question is answered first"
    scene.issuing.paper_is_there()
    scene.issuing.no_paper()
    assert scene.issuing.state.phase is Phase.PAPER
    assert scene.told() == [("ticket.print_told", True), ("ticket.waiting", False)]
    assert scene.printer.printed == ["A001"]


def test_a_printer_that_is_ready_again_goes_on_with_what_was_wanted_once(scene: Scene) -> None:
    scene.printer.not_ready = KNOWN
    assert scene.start() is Phase.NO_PRINTER
    scene.printer.not_ready = PrintFailure(Trouble.COVER_OPEN, True, "CoverOpen: to load paper")
    scene.issuing.tick()
    assert (scene.issuing.state.phase, scene.issuing.state.trouble) == (Phase.NO_PRINTER, Trouble.COVER_OPEN)
    scene.printer.not_ready = None
    for _ in range(3):
        scene.issuing.tick()
    assert (scene.issuing.state.phase, scene.printer.printed) == (Phase.PAPER, ["A001"])


def test_a_printer_that_comes_back_after_the_number_was_taken_on_the_screen_prints_nothing(scene: Scene) -> None:
    scene.printer.not_ready = KNOWN
    scene.start()
    scene.printer.not_ready, scene.printer.hold = None, True
    scene.issuing.ask_again()
    scene.issuing.take_on_screen()
    assert scene.printer.held is not None
    scene.printer.held()
    scene.issuing.remembered()
    assert (scene.states(), scene.printer.printed) == ([TicketState.WAITING], [])


def test_a_visitor_who_left_gets_no_number_from_a_printer_that_comes_back(scene: Scene) -> None:
    scene.printer.not_ready = KNOWN
    scene.start()
    scene.issuing.reset()
    scene.printer.not_ready = None
    scene.issuing.tick()
    assert scene.states() == []


def test_nobody_answers_and_the_number_voids_itself_for_that_reason(scene: Scene) -> None:
    scene.printer.failure = UNKNOWN
    scene.start()
    scene.clock.now = 60
    scene.issuing.tick()
    assert scene.issuing.state.phase is Phase.VOIDED
    (voided,) = [event.payload for event, _ in scene.store.data.events if event.kind == "ticket.voided"]
    assert voided["reason"] == "出票结果不明，无人答复"


def test_an_unconfirmed_number_counts_down_from_its_issue_and_dies(scene: Scene) -> None:
    scene.printer.failure = UNKNOWN
    scene.start()
    scene.clock.now = 59
    scene.issuing.tick()
    assert scene.issuing.state.seconds_left == 1
    assert scene.states() == [TicketState.PENDING_PRINT]
    scene.clock.now = 60
    scene.issuing.tick()
    assert scene.issuing.state.phase is Phase.VOIDED
    assert scene.states() == [TicketState.VOID]


def test_a_second_touch_while_busy_takes_no_second_number(scene: Scene) -> None:
    scene.printer.hold = True
    scene.start()
    scene.start()
    assert scene.printer.held is not None
    scene.printer.held()
    assert scene.states() == [TicketState.WAITING]


def test_a_printer_that_answers_after_the_visitor_left_gets_no_number(scene: Scene) -> None:
    scene.printer.hold = True
    scene.start()
    scene.issuing.reset()
    assert scene.printer.held is not None
    scene.printer.held()
    assert scene.states() == []
    assert scene.issuing.state.phase is Phase.IDLE

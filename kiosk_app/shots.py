"""Pictures of every page of the kiosk with sample states (截图), without a database.

Every widget is a whole window of its own, frame and page, as the visitor sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from hall.appointments.lookup import Arrival
from hall.ports import Store
from hall.profile import HallProfile
from hall.shown_code import CitizenCardRule
from kiosk_app import samples
from kiosk_app.desk import KioskDesk
from kiosk_app.identification import Identification
from kiosk_app.idle import IdleWatch
from kiosk_app.issuing import Issuing, IssuingState, Phase
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Notice, NoticeKind, Page, Purpose
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.loudness import Loudness
from kiosk_app.ports import ReaderState, ScannerState
from kiosk_app.screens.arrivals.view_model import ArrivalsViewModel
from kiosk_app.screens.code.view_model import CodeViewModel
from kiosk_app.screens.departments.view_model import DepartmentsViewModel
from kiosk_app.screens.home.view_model import HomeViewModel
from kiosk_app.screens.identify.view_model import IdentifyViewModel
from kiosk_app.screens.item.view_model import ItemViewModel
from kiosk_app.screens.items.view_model import ItemsViewModel
from kiosk_app.screens.notice.view_model import NoticeViewModel
from kiosk_app.screens.pages import ViewModels
from kiosk_app.screens.phone.view_model import PhoneViewModel
from kiosk_app.screens.progress.view_model import ProgressViewModel
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.screens.standing.view_model import StandingViewModel
from kiosk_app.screens.ticket.view_model import TicketViewModel
from kiosk_app.shell import KioskWindow
from kiosk_app.trouble import Trouble

SIZES: Mapping[str, QSize] = {"portrait": QSize(1080, 1920), "landscape": QSize(1920, 1080)}
LANGUAGES = ("zh", "en")
MODES = ("standard", "elder")


class Studio:
    """One kiosk in front of the camera: states are put into it, nothing moves by itself."""

    def __init__(self, language: str, *, elder: bool) -> None:
        desk = KioskDesk(cast("Store", None), lambda _: None, HallProfile("shots", ""), "kiosk-1")  # type: ignore[arg-type,return-value]
        background, printer = samples.NoBackground(), samples.NoPrinter()
        self.watch = LobbyWatch(desk, background)
        self.issuing = Issuing(desk, background, printer, confirm_seconds=60, clock=lambda: 0.0)
        self.journey = Journey(
            desk,
            background,
            self.issuing,
            is_online=lambda: True,
            is_open=lambda: True,
            done_seconds=12,
            language=language,
        )
        known = Identification(self.journey, self.issuing, desk, background, CitizenCardRule())
        cards, codes = samples.NoCards(), samples.NoCodes()
        self.models = ViewModels(
            HomeViewModel(self.journey, self.watch, samples.NOTICES),
            DepartmentsViewModel(self.journey, self.watch),
            ItemsViewModel(self.journey, self.watch),
            ItemViewModel(self.journey, self.watch, without_registration=True),
            IdentifyViewModel(self.journey, known, cards, codes, by_phone=True, without_registration=True),
            PhoneViewModel(self.journey, known),
            CodeViewModel(self.journey, known),
            ArrivalsViewModel(self.journey, known),
            StandingViewModel(self.journey),
            ProgressViewModel(self.issuing),
            TicketViewModel(self.journey, self.issuing),
            NoticeViewModel(self.journey, self.issuing, self.watch, samples.HOURS),
            StaffViewModel(
                self.journey,
                self.issuing,
                desk,
                background,
                printer,
                check_pin=lambda _: True,
                has_pin=True,
                read_devices=lambda: samples.DEVICES,
                close_app=lambda: None,
                loudness=Loudness(None),
                speaker=samples.NoSpeaker(),
            ),
        )
        self.idle = IdleWatch(self.journey, idle_seconds=45, warn_seconds=15)
        self.window = KioskWindow(
            samples.HALL_NAME,
            self.models,
            self.journey,
            self.watch,
            self.idle,
            use_language=lambda _: None,
            now=lambda: samples.NOW,
            closed=lambda: None,
        )
        self._base = JourneyState(language=language, elder=elder)
        self.journey.state = self._base
        self.window.setProperty("studio", self)
        self.put(samples.OPEN)

    def put(self, lobby: LobbyState) -> None:
        """What the hall is like."""
        self.watch.state = lobby
        self.watch.changed.emit(lobby)

    def go(self, page: Page, **changes: object) -> None:
        """Where the visitor is."""
        trail = () if page is Page.HOME else (Page.HOME,)
        self.journey.state = replace(self._base, page=page, trail=trail, **changes)  # type: ignore[arg-type]
        self.journey.changed.emit(self.journey.state)

    def issue(self, state: IssuingState) -> None:
        """How far the issuing is."""
        self.issuing.state = state
        self.issuing.changed.emit(state)


Scene = Callable[[Studio], None]


def _notice(kind: NoticeKind, trouble: Trouble | None = None, label: str = "") -> Scene:
    seconds = 36 if kind is NoticeKind.NO_PRINTER else 24
    return lambda s: s.go(Page.NOTICE, notice=Notice(kind, trouble, label), seconds_left=seconds)


def _closed(s: Studio) -> None:
    s.put(samples.CLOSED)
    _notice(NoticeKind.HALL_CLOSED)(s)


def _away(s: Studio) -> None:
    s.put(samples.AWAY)
    s.go(Page.HOME)


def _items(s: Studio) -> None:
    s.go(Page.ITEMS, department="qscjdglj")


def _search(s: Studio) -> None:
    s.go(Page.ITEMS, department="")
    for key in "SP":
        s.models.items.type_key(key)


def _reader(state: ReaderState) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.IDENTIFY, item=samples.FOOD)
        s.models.identify.show_reader(state)

    return scene


def _ask(purpose: Purpose, scanner: ScannerState, *, searching: bool = False) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.IDENTIFY, purpose=purpose, searching=searching)
        s.models.identify.show_scanner(scanner)

    return scene


def _another(page: Page, *, same_person: bool = False) -> Scene:
    def scene(s: Studio) -> None:
        s.go(page, item=samples.FOOD, same_person=same_person)
        s.models.identify.show_scanner(ScannerState.WAITING)

    return scene


def _code(purpose: Purpose, typed: str) -> Scene:
    def scene(s: Studio) -> None:
        s.go(Page.CODE, purpose=purpose)
        for key in typed:
            s.models.code.type_key(key)

    return scene


def _arrival(kind: NoticeKind, arrival: Arrival | None) -> Scene:
    return lambda s: s.go(Page.NOTICE, notice=Notice(kind, arrival=arrival), seconds_left=24)


def _phone(s: Studio) -> None:
    s.go(Page.PHONE, item=samples.FOOD)
    for digit in "1380000":
        s.models.phone.type_digit(digit)


def _ending(phase: Phase, trouble: Trouble | None = None) -> Scene:
    def scene(s: Studio) -> None:
        left = 52 if phase is Phase.REMEMBER else 0
        s.issue(IssuingState(phase, issued=samples.ISSUED, trouble=trouble, seconds_left=left))

    return scene


def _staff_menu(s: Studio) -> None:
    s.issuing.last_printed = samples.ISSUED
    s.go(Page.STAFF)
    s.models.staff.show_menu()


def _idle(s: Studio) -> None:
    _phone(s)
    for _ in range(48):
        s.idle.tick()


SCENES: Mapping[str, Scene] = {
    "home": lambda s: s.go(Page.HOME),
    "home_database_away": _away,
    "departments": lambda s: s.go(Page.DEPARTMENTS),
    "items": _items,
    "items_search": _search,
    "materials": lambda s: s.go(Page.MATERIALS, item=samples.SOCIAL),
    "materials_unknown": lambda s: s.go(Page.MATERIALS, item=samples.FOOD),
    "guide": lambda s: s.go(Page.GUIDE, item=samples.SOCIAL, purpose=Purpose.GUIDE),
    "identify": _reader(ReaderState.WAITING),
    "identify_lift": _reader(ReaderState.LIFT),
    "identify_absent": _reader(ReaderState.ABSENT),
    "identify_no_scanner": _ask(Purpose.TICKET, ScannerState.ABSENT),
    "agent": _another(Page.AGENT),
    "principal": _another(Page.PRINCIPAL),
    "principal_same_person": _another(Page.PRINCIPAL, same_person=True),
    "phone": _phone,
    "check_in": _ask(Purpose.CHECK_IN, ScannerState.WAITING),
    "check_in_unknown_code": _ask(Purpose.CHECK_IN, ScannerState.UNKNOWN),
    "check_in_searching": _ask(Purpose.CHECK_IN, ScannerState.WAITING, searching=True),
    "check_in_code": _code(Purpose.CHECK_IN, "K7MP"),
    "check_in_code_never": _code(Purpose.CHECK_IN, "K7MPO"),
    "arrivals": lambda s: s.go(Page.ARRIVALS, purpose=Purpose.CHECK_IN, arrivals=samples.ARRIVALS),
    "too_early": _arrival(NoticeKind.TOO_EARLY, samples.ARRIVALS[-1]),
    "forfeited": _arrival(NoticeKind.FORFEITED, samples.ARRIVALS[0]),
    "forfeited_meanwhile": _arrival(NoticeKind.FORFEITED, None),
    "no_appointment": _notice(NoticeKind.NO_APPOINTMENT),
    "ask_progress": _ask(Purpose.PROGRESS, ScannerState.WAITING),
    "ask_number": _code(Purpose.PROGRESS, "A023"),
    "standing": lambda s: s.go(Page.STANDING, purpose=Purpose.PROGRESS, standings=samples.STANDINGS),
    "standing_one": lambda s: s.go(Page.STANDING, purpose=Purpose.PROGRESS, standings=samples.STANDINGS[:1]),
    "no_ticket": _notice(NoticeKind.NO_TICKET),
    "printing": _ending(Phase.PRINTING),
    "ticket_paper": _ending(Phase.PAPER),
    "ticket_remember": _ending(Phase.REMEMBER, Trouble.PRINT_UNKNOWN),
    "ticket_remembered": _ending(Phase.REMEMBERED),
    "no_printer": _notice(NoticeKind.NO_PRINTER, Trouble.PAPER_OUT),
    "hall_closed": _closed,
    "database_away": _notice(NoticeKind.DATABASE_AWAY),
    "already_waiting": _notice(NoticeKind.ALREADY_WAITING, label="A021"),
    "number_void": _notice(NoticeKind.NUMBER_VOID),
    "help_called": _notice(NoticeKind.HELP_CALLED),
    "staff_pin": lambda s: s.go(Page.STAFF),
    "staff_menu": _staff_menu,
    "idle_question": _idle,
}


def shots(language: str, mode: str, sizes: Mapping[str, QSize] = SIZES) -> list[tuple[str, QWidget]]:
    """Every page in one language and mode.

    Args:
        language: ``"zh"`` or ``"en"``; is installed already.
        mode: ``"standard"`` or ``"elder"``.
        sizes: of the window, by name.
    """
    pictures: list[tuple[str, QWidget]] = []
    for size_name, wanted in sizes.items():
        for name, scene in SCENES.items():
            studio = Studio(language, elder=mode == "elder")
            studio.window.resize(wanted)
            scene(studio)
            pictures.append((f"kiosk_{name}_{size_name}", studio.window))
    return pictures

"""A kiosk in front of the camera (摄影棚): all its pages with sample states, without database and devices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from hall.ports import Store
from hall.shown_code import CitizenCardRule
from kiosk_app import samples
from kiosk_app.assembly import Parts, build_models
from kiosk_app.complaining import Complaining
from kiosk_app.complaint_draft import ComplaintDraft
from kiosk_app.desk import KioskDesk
from kiosk_app.doors import Knowledge, Means
from kiosk_app.guide_telling import GuideTelling, Telling
from kiosk_app.identification import Identification
from kiosk_app.idle import IdleWatch
from kiosk_app.issuing import Issuing, IssuingState
from kiosk_app.journey import Journey
from kiosk_app.journey_state import JourneyState, Page
from kiosk_app.lobby_watch import LobbyState, LobbyWatch
from kiosk_app.loudness import Loudness
from kiosk_app.matters_desk import MattersDesk
from kiosk_app.modes import STANDARD, Modes
from kiosk_app.paper_roll import PaperRoll
from kiosk_app.pin_guard import PinGuard
from kiosk_app.screens.departments.view_model import DepartmentsViewModel
from kiosk_app.screens.home.view_model import HomeViewModel
from kiosk_app.screens.pages import build_view
from kiosk_app.screens.staff.means import StaffMeans
from kiosk_app.shell import KioskWindow
from kiosk_app.staff_desk import StaffDesk
from kiosk_app.ticket_preview import TicketPreview
from qt_common.ticket_paper import load_layout


@dataclass(frozen=True, slots=True)
class _Front:
    home: HomeViewModel
    departments: DepartmentsViewModel


class Studio:
    """One kiosk in front of the camera: states are put into it, nothing moves by itself."""

    def __init__(self, language: str, modes: Modes = STANDARD) -> None:
        desk = KioskDesk(cast("Store", None), lambda _: None, samples.PROFILE, "kiosk-1")  # type: ignore[arg-type,return-value]
        background, printer = samples.NoBackground(), samples.NoPrinter()
        self.watch = LobbyWatch()
        self.issuing = Issuing(desk, background, printer, confirm_seconds=60, clock=lambda: 0.0)
        always = Knowledge(lambda: True, lambda: True, lambda: True, lambda: True)
        self.journey = Journey(always, done_seconds=12, language=language)
        self.journey.join(Means(desk, background, self.issuing, stopped_by=lambda *_: None))
        front = _Front(
            HomeViewModel(self.journey, self.watch, samples.PROFILE.notices, has_map=True),
            DepartmentsViewModel(self.journey, self.watch),
        )
        self.telling = GuideTelling(desk, background, printer)
        self.roll = PaperRoll(None, lambda: None)
        self.previews = TicketPreview(samples.PROFILE, load_layout(None), None)
        matters = MattersDesk(cast("Store", None), desk, lambda _: None, samples.PROFILE, "kiosk-1")  # type: ignore[arg-type,return-value]
        self.complaining = Complaining(self.journey, matters, background, samples.NoSlips())
        known = Identification(
            self.journey, self.issuing, desk, matters, self.complaining, background, CitizenCardRule()
        )
        cards, codes = samples.NoCards(), samples.NoCodes()
        self.models = build_models(
            Parts(
                self.journey,
                self.watch,
                self.issuing,
                desk,
                background,
                printer,
                known,
                self.telling,
                cards,
                codes,
                Loudness(None),
                samples.NoSpeaker(),
                samples.PROFILE,
                samples.PLAN,
                "kiosk-1",
                self.complaining,
            ),
            StaffMeans(
                desk=StaffDesk(cast("Store", None), "kiosk-1"),
                check_pin=lambda _: True,
                has_pin=True,
                guard=PinGuard(None),
                read_devices=lambda: samples.DEVICES,
                close_app=lambda: None,
                roll=self.roll,
                paper_changed=lambda: None,
                previews=self.previews,
                template_problem=samples.TEMPLATE_PROBLEM,
            ),
            front,
        )
        self.idle = IdleWatch(self.journey, idle_seconds=45, warn_seconds=15)
        self.window = KioskWindow(
            samples.HALL_NAME,
            lambda page, look: build_view(page, self.models, look),
            self.models.of,
            self.journey,
            self.watch,
            self.idle,
            use_language=lambda _: None,
            now=lambda: samples.NOW,
            closed=lambda: None,
        )
        self._base = JourneyState(language=language, modes=modes)
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

    def tell(self, state: Telling) -> None:
        """How far the paper of a guide is."""
        self.telling.state = state
        self.telling.changed.emit(state)

    def issue(self, state: IssuingState) -> None:
        """How far the issuing is."""
        self.issuing.state = state
        self.issuing.changed.emit(state)

    def complain(self, draft: ComplaintDraft) -> None:
        """What a complaint is so far."""
        self.complaining.draft = draft
        self.complaining.changed.emit(draft)

"""Builds the view-models of all pages from the kiosk's parts (装配): for the running kiosk and for its pictures."""

from __future__ import annotations

from dataclasses import dataclass

from hall.floor_map.plan import FloorPlan
from hall.profile import HallProfile
from kiosk_app.complaining import Complaining
from kiosk_app.desk import KioskDesk
from kiosk_app.guide_telling import GuideTelling
from kiosk_app.identification import Identification
from kiosk_app.issuing import Issuing
from kiosk_app.item_names import ItemNames
from kiosk_app.journey import Journey
from kiosk_app.lobby_watch import LobbyWatch
from kiosk_app.loudness import Loudness
from kiosk_app.ports import Background, CardWatch, CodeWatch, Speaker, TicketPrinting
from kiosk_app.screens.arrivals.view_model import ArrivalsViewModel
from kiosk_app.screens.code.view_model import CodeViewModel
from kiosk_app.screens.complaint.view_model import ComplaintViewModel
from kiosk_app.screens.floor_map.view_model import FloorMapViewModel
from kiosk_app.screens.front_pages import FrontModels
from kiosk_app.screens.guide.view_model import GuideViewModel
from kiosk_app.screens.identify.view_model import IdentifyViewModel
from kiosk_app.screens.item.view_model import ItemViewModel
from kiosk_app.screens.items.view_model import ItemsViewModel
from kiosk_app.screens.matters.view_model import MattersViewModel
from kiosk_app.screens.notice.view_model import NoticeViewModel
from kiosk_app.screens.pages import ViewModels
from kiosk_app.screens.phone.view_model import PhoneViewModel
from kiosk_app.screens.progress.view_model import ProgressViewModel
from kiosk_app.screens.prove.view_model import ProveViewModel
from kiosk_app.screens.staff.means import StaffMeans
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.screens.standing.view_model import StandingViewModel
from kiosk_app.screens.ticket.view_model import TicketViewModel


@dataclass(frozen=True, slots=True)
class Parts:
    """What the pages work with."""

    journey: Journey
    watch: LobbyWatch
    issuing: Issuing
    desk: KioskDesk
    background: Background
    printer: TicketPrinting
    identification: Identification
    telling: GuideTelling
    cards: CardWatch
    codes: CodeWatch
    loudness: Loudness
    speaker: Speaker
    profile: HallProfile
    plan: FloorPlan | None
    station: str
    complaining: Complaining


def build_models(parts: Parts, staff: StaffMeans, front: FrontModels) -> ViewModels:
    """The view-model of each page; those of ``front`` stand already."""
    journey, watch, issuing, known = parts.journey, parts.watch, parts.issuing, parts.identification
    complaining = parts.complaining
    names = ItemNames(journey, watch)
    tickets = parts.profile.tickets
    hours = tuple(f"{s.opens:%H:%M}–{s.closes:%H:%M}" for s in parts.profile.hours.sessions)
    return ViewModels(
        home=front.home,
        departments=front.departments,
        items=ItemsViewModel(journey, watch),
        item=ItemViewModel(journey, watch, without_registration=tickets.without_registration),
        guide=GuideViewModel(journey, watch, parts.telling, parts.profile),
        identify=IdentifyViewModel(
            journey,
            known,
            complaining,
            parts.cards,
            parts.codes,
            by_phone=tickets.by_phone,
            without_registration=tickets.without_registration,
        ),
        phone=PhoneViewModel(journey, known, complaining),
        code=CodeViewModel(journey, known),
        arrivals=ArrivalsViewModel(journey, known, names),
        standing=StandingViewModel(journey, names),
        progress=ProgressViewModel(issuing),
        ticket=TicketViewModel(journey, issuing, names, has_map=parts.plan is not None),
        notice=NoticeViewModel(journey, issuing, watch, hours, names),
        prove=ProveViewModel(journey, known),
        matters=MattersViewModel(journey, names),
        complaint=ComplaintViewModel(journey, complaining, watch, parts.profile.complaint_phone),
        floor_map=FloorMapViewModel(journey, watch, parts.plan, parts.station),
        staff=StaffViewModel(journey, parts.background, parts.printer, staff, parts.loudness, parts.speaker, names),
    )

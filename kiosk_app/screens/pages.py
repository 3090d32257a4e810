"""All view-models of the kiosk, and the view for each page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk_app.journey_state import Page
from kiosk_app.look import Look
from kiosk_app.screens.arrivals.view import ArrivalsView
from kiosk_app.screens.arrivals.view_model import ArrivalsViewModel
from kiosk_app.screens.code.view import CodeView
from kiosk_app.screens.code.view_model import CodeViewModel
from kiosk_app.screens.complaint.choosing import AboutView, KindView, WindowChoiceView
from kiosk_app.screens.complaint.receipt_view import ReceiptView
from kiosk_app.screens.complaint.tags_view import TagsView
from kiosk_app.screens.complaint.view_model import ComplaintViewModel
from kiosk_app.screens.departments.view_model import DepartmentsViewModel
from kiosk_app.screens.floor_map.view import FloorMapView
from kiosk_app.screens.floor_map.view_model import FloorMapViewModel
from kiosk_app.screens.front_pages import build_front_view
from kiosk_app.screens.guide.view import GuideView
from kiosk_app.screens.guide.view_model import GuideViewModel
from kiosk_app.screens.home.view_model import HomeViewModel
from kiosk_app.screens.identify.view import IdentifyView
from kiosk_app.screens.identify.view_model import IdentifyViewModel
from kiosk_app.screens.item.view import ItemView
from kiosk_app.screens.item.view_model import ItemViewModel
from kiosk_app.screens.items.view import ItemsView
from kiosk_app.screens.items.view_model import ItemsViewModel
from kiosk_app.screens.matters.view import MattersView
from kiosk_app.screens.matters.view_model import MattersViewModel
from kiosk_app.screens.notice.view import NoticeView
from kiosk_app.screens.notice.view_model import NoticeViewModel
from kiosk_app.screens.phone.view import PhoneView
from kiosk_app.screens.phone.view_model import PhoneViewModel
from kiosk_app.screens.progress.view import ProgressView
from kiosk_app.screens.progress.view_model import ProgressViewModel
from kiosk_app.screens.prove.view import ProveView
from kiosk_app.screens.prove.view_model import ProveViewModel
from kiosk_app.screens.staff.view import StaffView
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.screens.standing.view import StandingView
from kiosk_app.screens.standing.view_model import StandingViewModel
from kiosk_app.screens.ticket.view import TicketView
from kiosk_app.screens.ticket.view_model import TicketViewModel
from kiosk_app.view_model import ViewModel

# Where the view-model is not named after the page.
_NAMES: Mapping[Page, str] = {
    Page.MATERIALS: "item",
    Page.AGENT: "identify",
    Page.PRINCIPAL: "identify",
    Page.MAP: "floor_map",
    Page.COMPLAINT_ABOUT: "complaint",
    Page.COMPLAINT_WINDOW: "complaint",
    Page.COMPLAINT_TAGS: "complaint",
    Page.COMPLAINT_RECEIPT: "complaint",
}


@dataclass(frozen=True, slots=True)
class ViewModels:
    """They live as long as the kiosk; views come and go with the look."""

    home: HomeViewModel
    departments: DepartmentsViewModel
    items: ItemsViewModel
    item: ItemViewModel
    guide: GuideViewModel
    identify: IdentifyViewModel
    phone: PhoneViewModel
    code: CodeViewModel
    arrivals: ArrivalsViewModel
    standing: StandingViewModel
    progress: ProgressViewModel
    ticket: TicketViewModel
    notice: NoticeViewModel
    floor_map: FloorMapViewModel
    prove: ProveViewModel
    matters: MattersViewModel
    complaint: ComplaintViewModel
    staff: StaffViewModel

    def of(self, page: Page) -> ViewModel[Any] | None:
        """The one that a page draws; None where there is none."""
        found: ViewModel[Any] | None = getattr(self, _NAMES.get(page, page.value), None)
        return found


def build_view(page: Page, models: ViewModels, look: Look) -> QWidget:
    """The view of one page in one look."""
    match page:
        case Page.HOME | Page.DEPARTMENTS | Page.WAIT:
            return build_front_view(page, models, look)
        case Page.ITEMS:
            return ItemsView(models.items, look)
        case Page.MATERIALS:
            return ItemView(models.item, look)
        case Page.GUIDE:
            return GuideView(models.guide, look)
        case Page.IDENTIFY | Page.AGENT | Page.PRINCIPAL:
            return IdentifyView(models.identify, look)
        case Page.PHONE:
            return PhoneView(models.phone, look)
        case Page.CODE:
            return CodeView(models.code, look)
        case Page.ARRIVALS:
            return ArrivalsView(models.arrivals, look)
        case Page.STANDING:
            return StandingView(models.standing, look)
        case Page.PROGRESS:
            return ProgressView(models.progress, look)
        case Page.TICKET:
            return TicketView(models.ticket, look)
        case Page.NOTICE:
            return NoticeView(models.notice, look)
        case Page.PROVE:
            return ProveView(models.prove, look)
        case Page.MATTERS:
            return MattersView(models.matters, look)
        case Page.COMPLAINT:
            return KindView(models.complaint, look)
        case Page.COMPLAINT_ABOUT:
            return AboutView(models.complaint, look)
        case Page.COMPLAINT_WINDOW:
            return WindowChoiceView(models.complaint, look)
        case Page.COMPLAINT_TAGS:
            return TagsView(models.complaint, look)
        case Page.COMPLAINT_RECEIPT:
            return ReceiptView(models.complaint, look)
        case Page.MAP:
            return FloorMapView(models.floor_map, look)
        case Page.STAFF:
            return StaffView(models.staff, look)

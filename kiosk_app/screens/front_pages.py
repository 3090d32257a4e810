"""The pages that stand before the rest of the kiosk is built (首屏页面)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kiosk_app.journey_state import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk_app.look import Look
    from kiosk_app.screens.departments.view_model import DepartmentsViewModel
    from kiosk_app.screens.home.view_model import HomeViewModel


class FrontModels(Protocol):
    """Their view-models."""

    @property
    def home(self) -> HomeViewModel: ...
    @property
    def departments(self) -> DepartmentsViewModel: ...


def build_front_view(page: Page, models: FrontModels, look: Look) -> QWidget:
    """The view of one of these pages in one look; each is loaded when it is first built.

    Raises:
        KeyError: the page is not one of them.
    """
    match page:
        case Page.HOME:
            from kiosk_app.screens.home.view import HomeView

            return HomeView(models.home, look)
        case Page.DEPARTMENTS:
            from kiosk_app.screens.departments.view import DepartmentsView

            return DepartmentsView(models.departments, look)
        case Page.WAIT:
            from kiosk_app.screens.wait.view import WaitView

            return WaitView(look)
    raise KeyError(page)

"""The doors of the home page (首页的门): which are open, which are shut, and which nobody knows of yet.

The home page stands before the rest of the kiosk is built and before the database answered. What is not known then
is neither promised nor refused: the visitor sees 请稍候, and goes on by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk_app.issuing_state import Phase
from kiosk_app.journey_state import FIRST_PAGE, Notice, NoticeKind, Page, Purpose
from kiosk_app.page_turning import PageTurner

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from hall.catalogue.item import ServiceItem
    from kiosk_app.desk import KioskDesk
    from kiosk_app.issuing import Issuing
    from kiosk_app.ports import Background


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the kiosk knows of its hall, asked when it matters.

    Attributes:
        told: it was read, or can't be read now; before that nothing may be promised and nothing be refused.
        online: it was read and the database is there.
        guides: the catalogue is known, perhaps from an earlier day.
        departments: those of the catalogue are known at least.
    """

    told: Callable[[], bool]
    online: Callable[[], bool]
    guides: Callable[[], bool]
    departments: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Means:
    """What a journey needs of the rest of the kiosk, which is built behind the home page.

    Attributes:
        stopped_by: what stands in the way behind a door, or of an item; see `kiosk_app.hindering`.
    """

    desk: KioskDesk
    background: Background
    issuing: Issuing
    stopped_by: Callable[[Purpose, ServiceItem | None], Notice | None]


class Doors(PageTurner):
    """Opens the doors of the home page.

    A touch that comes before the kiosk can answer it leads to 请稍候 and goes on by itself (`look_again`).

    Args:
        done_seconds: pages that end a visit go home by themselves after this.
    """

    def __init__(
        self, knows: Knowledge, *, done_seconds: int, language: str = "zh", parent: QObject | None = None
    ) -> None:
        super().__init__(done_seconds, language, parent)
        self.default_language = language
        self._knows = knows
        self._means: Means | None = None
        self._then: Callable[[], None] | None = None  # what the visitor waits for
        self._early = False  # a door was opened before anybody knew whether it is open

    def join(self, means: Means) -> None:
        """The rest of the kiosk is there."""
        self._means = means

    def open(self, purpose: Purpose) -> None:
        """Take one of the doors of the home page."""
        self._early = not self._answers(purpose)
        if self._early and not (FIRST_PAGE[purpose] is Page.DEPARTMENTS and self._knows.departments()):
            self._wait(lambda: self.open(purpose))
        elif not self._early and (notice := self._shut(purpose)) is not None:
            self.show_notice(notice)
        else:
            self.go(FIRST_PAGE[purpose], purpose=purpose, department="", item=None)

    def choose_department(self, code: str) -> None:
        """On to the department's items; an empty code is the search over all of them."""
        if self._early and not self._answers(self.state.purpose):
            self._wait(lambda: self.choose_department(code))
        elif self._early and (notice := self._shut(self.state.purpose)) is not None:
            self.show_notice(notice)
        else:
            self.go(Page.ITEMS, department=code, item=None)

    def open_map(self) -> None:
        """大厅地图: choose a window there."""
        if self._means is None:
            self._wait(self.open_map)
        else:
            self.go(Page.MAP, way=None)

    def look_again(self) -> None:
        """More is known: whoever waits goes on, and nobody is left behind a door that turns out to be shut."""
        page, purpose = self.state.page, self.state.purpose
        if page is Page.WAIT and self._then is not None:
            then, self._then = self._then, None
            then()
        elif page is Page.DEPARTMENTS and self._early and self._answers(purpose):
            self._early = False
            if (notice := self._shut(purpose)) is not None:
                self.show_notice(notice)

    def _answers(self, purpose: Purpose) -> bool:
        """Whether it is known what lies behind a door."""
        if self._means is None:
            return False
        return self._knows.told() or (purpose is Purpose.GUIDE and self._knows.guides())

    def _shut(self, purpose: Purpose, item: ServiceItem | None = None) -> Notice | None:
        """Why a door, or an item behind it, can't be had; None when it can."""
        if not self._knows.online() and not (purpose is Purpose.GUIDE and self._knows.guides()):
            return Notice(NoticeKind.DATABASE_AWAY)
        return self._stopped_by(purpose, item)

    def _stopped_by(self, purpose: Purpose, item: ServiceItem | None) -> Notice | None:
        return self._means.stopped_by(purpose, item) if self._means is not None else None

    def _wait(self, then: Callable[[], None] | None) -> None:
        self._then = then
        if self.state.page is not Page.WAIT:
            self.go(Page.WAIT)

    @property
    def _phase(self) -> Phase:
        return self._means.issuing.state.phase if self._means is not None else Phase.IDLE

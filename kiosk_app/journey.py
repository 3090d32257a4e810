"""A visit's way through the kiosk's pages (办事流程); `kiosk_app.page_turning` holds the state that the pages draw.

Home → departments → items → materials → identification → issuing → ticket; for an appointment and for a question
home → identification. Everything personal leaves the memory with `home`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from hall.appointments.lookup import Arrival
from hall.catalogue.item import ServiceItem
from hall.identity import ANONYMOUS, Holder
from kiosk_app.desk import KioskDesk
from kiosk_app.issuing import BUSY, UNCONFIRMED, Issuing, IssuingState, Phase
from kiosk_app.journey_state import (
    FIRST_PAGE,
    ITEM_PAGE,
    REFUSALS,
    TOLD_OF_HELP,
    JourneyState,
    Notice,
    NoticeKind,
    Page,
    Purpose,
    Way,
)
from kiosk_app.modes import STANDARD
from kiosk_app.page_turning import PageTurner
from kiosk_app.ports import Background
from kiosk_app.trouble import trouble_of


class Journey(PageTurner):
    """Moves the visitor from page to page.

    Args:
        stopped_by: what stands in the way behind a door, or of an item; see `kiosk_app.hindering`.
        has_guides: the catalogue is known, perhaps from an earlier day.
        done_seconds: pages that end a visit go home by themselves after this.
    """

    wiped = Signal()  # everything personal must be forgotten now

    def __init__(
        self,
        desk: KioskDesk,
        background: Background,
        issuing: Issuing,
        *,
        is_online: Callable[[], bool],
        has_guides: Callable[[], bool] = lambda: False,
        stopped_by: Callable[[Purpose, ServiceItem | None], Notice | None],
        done_seconds: int,
        language: str = "zh",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(done_seconds, language, parent)
        self.default_language = language
        self._desk = desk
        self._background = background
        self._issuing = issuing
        self._is_online = is_online
        self._has_guides = has_guides
        self._stopped_by = stopped_by
        issuing.changed.connect(self._follow_issuing)

    def open(self, purpose: Purpose) -> None:
        """Take one of the doors of the home page."""
        if not self._is_online() and not (purpose is Purpose.GUIDE and self._has_guides()):
            self.show_notice(Notice(NoticeKind.DATABASE_AWAY))
        elif (notice := self._stopped_by(purpose, None)) is not None:
            self.show_notice(notice)
        else:
            self.go(FIRST_PAGE[purpose], purpose=purpose, department="", item=None)

    def choose_department(self, code: str) -> None:
        """On to the department's items; an empty code is the search over all of them."""
        self.go(Page.ITEMS, department=code, item=None)

    def choose_item(self, item: ServiceItem) -> None:
        """On to the item's materials, or its guide; where no number can be had, to why, when and where."""
        purpose = self.state.purpose
        if (notice := self._stopped_by(purpose, item)) is not None:
            self.show_notice(notice)
        else:
            self.go(ITEM_PAGE.get(purpose, Page.MATERIALS), item=item)

    def read_guide(self, item: ServiceItem) -> None:
        """The guide of an item that can't be had now."""
        self.go(Page.GUIDE, purpose=Purpose.GUIDE, item=item)

    def take_number(self, item: ServiceItem | None = None) -> None:
        """From a guide, or a forfeited appointment, straight to taking a number for the same item."""
        item = item or self.state.item
        away = None if self._is_online() else Notice(NoticeKind.DATABASE_AWAY)
        if (notice := away or self._stopped_by(Purpose.TICKET, item)) is not None:
            self.show_notice(notice)
        else:
            self.go(Page.MATERIALS, purpose=Purpose.TICKET, item=item)

    def materials_ready(self) -> None:
        """“已带齐”: on to the identification."""
        self.go(Page.IDENTIFY)

    def for_another(self) -> None:
        """替别人办理: first the document of whoever stands here."""
        self.go(Page.AGENT)

    def agent_known(self) -> None:
        """Then that of the person it is for."""
        self.go(Page.PRINCIPAL)

    def same_person(self) -> None:
        """The first document again: ask for the other one."""
        self._set(replace(self.state, same_person=True))

    def by_phone(self) -> None:
        """On to the number pad."""
        self.go(Page.PHONE)

    def by_code(self) -> None:
        """On to the keyboard for a code or a number."""
        self.go(Page.CODE)

    def choose_arrival(self, arrivals: tuple[Arrival, ...]) -> None:
        """Several appointments: which one?"""
        self.go(Page.ARRIVALS, arrivals=arrivals)

    def without_registration(self) -> None:
        """免登记: issue at once."""
        self.identified(ANONYMOUS)

    def identified(self, holder: Holder, principal: Holder | None = None) -> None:
        """The visitor is known, and for whom they came: issue. People are passed on, never kept here."""
        if self.state.item is not None and self._issuing.state.phase not in BUSY:
            self._issuing.start(self.state.item.code, holder, principal)

    def open_map(self) -> None:
        """大厅地图: choose a window there."""
        self.go(Page.MAP, way=None)

    def show_way(self) -> None:
        """“怎么走” for the number just taken; the visit ends there, nothing of it stays but the place."""
        issued = self._issuing.state.issued
        if issued is None or self._issuing.state.phase not in (Phase.PAPER, Phase.REMEMBERED):
            return
        way = Way(issued.ticket.zone, issued.windows)
        self.home()
        self._set(replace(self.state, page=Page.MAP, way=way))

    def open_staff(self) -> None:
        """The hidden corner; the staff's menu has the usual look."""
        if self.state.page is Page.HOME:
            self.go(Page.STAFF, modes=STANDARD)

    def back(self) -> None:
        """One page back; where a number is at stake it is given up first."""
        if not self.can_go_back:
            return
        self._issuing.reset()
        *rest, page = self.state.trail
        fresh = replace(self.state, notice=None, seconds_left=0, searching=False, same_person=False)
        self._set(replace(fresh, page=page, trail=tuple(rest)))

    @property
    def can_go_back(self) -> bool:
        """False on home, and while a number is being issued or stands on the screen."""
        phase = self._issuing.state.phase
        return bool(self.state.trail) and phase not in BUSY and phase not in UNCONFIRMED

    def home(self) -> None:
        """Home, forgetting everything personal; language and modes stay for the same person."""
        self._issuing.give_up()
        self._issuing.reset()
        self.wiped.emit()
        self._set(JourneyState(modes=self.state.modes, language=self.state.language))

    def abandon(self) -> None:
        """Nobody is here any more: home as the next person expects it."""
        self.home()
        self._set(JourneyState(language=self.default_language))

    def ask_help(self) -> None:
        """人工帮助: ring the guide desk and say so."""
        self._ring(str(self.state.page))

    def ask_home_visit(self) -> None:
        """上门服务 for somebody who can't come (Q-16): the guide desk comes and takes name, address and reason."""
        self._ring("home_visit")

    def _ring(self, about: str) -> None:
        issued = self._issuing.state.issued
        keep_page = issued is not None and self._issuing.state.phase in UNCONFIRMED

        def done(_: None) -> None:
            if keep_page:
                self._issuing.help_called()
            else:
                self.show_notice(Notice(NoticeKind.HELP_CALLED))

        def failed(error: Exception) -> None:
            trouble_of(error)
            if not keep_page:
                self.show_notice(Notice(NoticeKind.HELP_FAILED))

        ticket = issued.ticket.id if issued is not None else None
        self._background.run(lambda: self._desk.call_help(about, ticket), done, failed)

    def tick(self) -> None:
        """Once a second: pages that end a visit go home by themselves."""
        left = self.state.seconds_left
        if left > 1:
            self._set(replace(self.state, seconds_left=left - 1))
        elif left == 1:
            self.abandon()

    def database_is_back(self) -> None:
        """The kiosk comes back by itself."""
        notice = self.state.notice
        if self.state.page is Page.NOTICE and notice and notice.kind is NoticeKind.DATABASE_AWAY:
            self.home()

    @Slot(object)
    def _follow_issuing(self, state: IssuingState) -> None:
        done = self._done_seconds
        if state.phase in BUSY:
            self._end_on(Page.PROGRESS, None, 0)
        elif state.phase in UNCONFIRMED:
            self._end_on(Page.TICKET, None, 0)
        elif state.phase in (Phase.PAPER, Phase.REMEMBERED):
            self._end_on(Page.TICKET, None, done)
        elif state.phase is Phase.NO_PRINTER:
            if self.state.notice not in TOLD_OF_HELP:  # the printer is asked again meanwhile
                self._notice(Notice(NoticeKind.NO_PRINTER, state.trouble))
        elif state.phase is Phase.VOIDED:
            self._notice(Notice(NoticeKind.NUMBER_VOID))
        elif state.phase is Phase.REFUSED:
            why, item = state.refusal, self.state.item
            label, hindrance = (why.label, why.hindrance) if why else ("", None)
            refused = Notice(REFUSALS[state.trouble], state.trouble, label, why, hindrance=hindrance, item=item)
            known = self._stopped_by(Purpose.TICKET, self.state.item) if self.state.item else None
            self._notice(known if known is not None and known.kind is refused.kind else refused)

"""A visit's way through the kiosk's pages (办事流程); `kiosk_app.page_turning` holds the state that the pages draw.

Home → departments → items → materials → identification → issuing → ticket; for an appointment and for a question
home → identification. Everything personal leaves the memory with `home`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from kiosk_app.doors import Doors
from kiosk_app.issuing_state import BUSY, UNCONFIRMED, IssuingState, Phase
from kiosk_app.journey_state import (
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
from kiosk_app.trouble import trouble_of

if TYPE_CHECKING:
    from hall.appointments.lookup import Arrival
    from hall.catalogue.item import ServiceItem
    from hall.identity import Holder
    from kiosk_app.doors import Means


class Journey(Doors):
    """Moves the visitor from page to page."""

    wiped = Signal()  # everything personal must be forgotten now

    def join(self, means: Means) -> None:
        """The rest of the kiosk is there."""
        super().join(means)
        means.issuing.changed.connect(self._follow_issuing)

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
        if not self._answers(Purpose.TICKET):
            self._wait(lambda: self.take_number(item))
        elif (notice := self._shut(Purpose.TICKET, item)) is not None:
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
        from hall.identity import ANONYMOUS  # late: nobody is identified before the home page

        self.identified(ANONYMOUS)

    def identified(self, holder: Holder, principal: Holder | None = None) -> None:
        """The visitor is known, and for whom they came: issue. People are passed on, never kept here."""
        if self._means is not None and self.state.item is not None and self._phase not in BUSY:
            self._means.issuing.start(self.state.item.code, holder, principal)

    def show_way(self) -> None:
        """“怎么走” for the number just taken; the visit ends there, nothing of it stays but the place."""
        issued = self._means.issuing.state.issued if self._means is not None else None
        if issued is None or self._phase not in (Phase.PAPER, Phase.REMEMBERED):
            return
        way = Way(issued.ticket.zone, issued.windows)
        self.home()
        self._set(replace(self.state, page=Page.MAP, way=way))

    def open_staff(self) -> None:
        """The hidden corner; the staff's menu has the usual look."""
        if self.state.page is Page.HOME and self._means is not None:
            self.go(Page.STAFF, modes=STANDARD)

    def back(self) -> None:
        """One page back; where a number is at stake it is given up first."""
        if not self.can_go_back:
            return
        if self._means is not None:
            self._means.issuing.reset()
        *rest, page = self.state.trail
        fresh = replace(self.state, notice=None, seconds_left=0, searching=False, same_person=False)
        self._set(replace(fresh, page=page, trail=tuple(rest)))

    @property
    def can_go_back(self) -> bool:
        """False on home, and while a number is being issued or stands on the screen."""
        return bool(self.state.trail) and self._phase not in BUSY and self._phase not in UNCONFIRMED

    @property
    def _phase(self) -> Phase:
        return self._means.issuing.state.phase if self._means is not None else Phase.IDLE

    def home(self) -> None:
        """Home, forgetting everything personal; language and modes stay for the same person."""
        if self._means is not None:
            self._means.issuing.give_up()
            self._means.issuing.reset()
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
        means = self._means
        if means is None:
            self._wait(lambda: self._ring(about))
            return
        issued = means.issuing.state.issued
        keep_page = issued is not None and self._phase in UNCONFIRMED
        if not self._knows.told():
            self._wait(None)  # the worker is still about to reach the database

        def done(_: None) -> None:
            if keep_page:
                means.issuing.help_called()
            else:
                self.show_notice(Notice(NoticeKind.HELP_CALLED))

        def failed(error: Exception) -> None:
            trouble_of(error)
            if not keep_page:
                self.show_notice(Notice(NoticeKind.HELP_FAILED))

        ticket = issued.ticket.id if issued is not None else None
        means.background.run(lambda: means.desk.call_help(about, ticket), done, failed)

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

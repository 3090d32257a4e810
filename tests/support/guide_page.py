"""The guide desk's page over the fake store, with a printer made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from counter_app.guide_desk import GuideDesk
from counter_app.guide_model import Failed, PaperTrouble
from counter_app.screens.guide.view_model import GuideModel
from devices.id_card_reader.id_number import check_digit
from hall.business_calendar.calendar import WorkingCalendar
from hall.errors import HallError, Unavailable
from hall.identity import Actor, Role
from hall.queueing.issue import IssuedTicket
from hall.queueing.outlook import Forecaster
from hall.queueing.ticket import TicketState
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import PROFILE, open_window, sample_store

T = TypeVar("T")
ROLES = frozenset({Role.CLERK, Role.GUIDE})
WANG_NUMBER = "41021119800101123" + check_digit("41021119800101123")
MEI_NUMBER = "41021119850505222" + check_digit("41021119850505222")


class EveryDay:
    def is_workday(self, day: date) -> bool:
        return True


class AtOnce:
    """Runs work in the caller's thread; ``away`` loses the database."""

    def __init__(self) -> None:
        self.away = False

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            if self.away:
                raise Unavailable("away")
            result = work()
        except HallError as error:
            failed(error)
        else:
            done(result)


class Paper:
    """A ticket printer; its answers wait until the test gives them when ``holding``."""

    def __init__(self) -> None:
        self.asked_trouble: PaperTrouble | None = None
        self.print_trouble: PaperTrouble | None = None
        self.printed: list[IssuedTicket] = []

    def ask(self, ready: Callable[[], None], failed: Failed) -> None:
        if self.asked_trouble is None:
            ready()
        else:
            failed(self.asked_trouble)

    def print_ticket(self, issued: IssuedTicket, done: Callable[[], None], failed: Failed) -> None:
        self.printed.append(issued)
        if self.print_trouble is None:
            done()
        else:
            failed(self.print_trouble)


class Guide:
    """A page somebody signed in to."""

    def __init__(self, roles: frozenset[Role] = ROLES) -> None:
        self.store: FakeStore = sample_store()
        open_window(self.store, 3, "1027")
        self.worker, self.paper, self.time = AtOnce(), Paper(), 100.0
        forecaster = Forecaster(self.store, PROFILE.order.rules, clock=lambda: self.time)
        calendar = WorkingCalendar(EveryDay())
        desk = GuideDesk(self.store, "counter-3", PROFILE, lambda _uow: calendar, forecaster)
        self.model = GuideModel(desk, self.worker, self.worker, self.paper, clock=lambda: self.time)
        with self.store.reading() as uow:
            clerk = replace(uow.clerks.get("1027"), roles=roles)
        self.news: list[str] = []
        self.rings: list[bool] = []
        self.model.news.connect(lambda message: self.news.append(message.text))
        self.model.rang.connect(lambda: self.rings.append(True))
        self.model.begin(clerk, Actor("1027", roles, "counter-3"))
        self.model.refresh()

    def open(self, section: str, act: str, line: str = "", **values: str) -> None:
        self.model.show_section(section)
        if line:
            self.model.choose(line)
        assert self.model.press(act)
        if values:
            self.model.edit(values)
            self.model.submit()

    def error(self) -> str:
        form = self.model.state.form
        assert form is not None
        return form.error

    def tickets(self, *states: TicketState) -> list[str]:
        with self.store.reading() as uow:
            return [t.label for t in uow.tickets.in_state(self.store.now.date(), states)]

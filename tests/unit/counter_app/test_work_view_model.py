"""The work page's decisions, over the fake store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from counter_app.actions import Action
from counter_app.desk import Desk
from counter_app.drafts import Drafts
from counter_app.model import Tone
from counter_app.no_database import CALENDAR
from counter_app.screens.work.forms import FormKind
from counter_app.screens.work.view_model import WorkViewModel
from hall.errors import HallError, Unavailable
from hall.queueing.ticket import TicketState
from hall.staffing.window import Post
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, MARRIAGE, PROFILE, SHOP, PlainHasher, sample_store, take_ticket

T = TypeVar("T")


class AtOnce:
    """Runs work in the caller's thread; `hold` keeps it back until `release`."""

    def __init__(self) -> None:
        self.holding = False
        self.held: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def go() -> None:
            try:
                result = work()
            except HallError as error:
                failed(error)
            else:
                done(result)

        if self.holding:
            self.held.append(go)
        else:
            go()

    def release(self) -> None:
        self.holding = False
        for go in self.held:
            go()
        self.held.clear()


class Page:
    """A signed-in page with a clock of its own."""

    def __init__(self) -> None:
        self.store: FakeStore = sample_store()
        self.worker = AtOnce()
        self.time = 100.0
        self.desk = Desk(self.store, 3, "counter-3", PROFILE, PlainHasher(), lambda _uow: CALENDAR)
        self.model = WorkViewModel(self.desk, self.worker, Drafts(None), clock=lambda: self.time)
        self.model.begin(self.desk.sign_in("1027", "pw-1027", Post.A))

    def press(self, action: Action, key: str = "") -> bool:
        self.time += 2
        return self.model.press(action, key=key)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page()


def test_a_second_key_while_the_first_is_on_its_way_is_swallowed(page: Page) -> None:
    take_ticket(page.store, FOOD)
    take_ticket(page.store, SHOP)
    page.model.refresh()
    page.worker.holding = True
    assert page.press(Action.CALL_NEXT, "Space")
    assert not page.press(Action.CALL_NEXT, "Space")
    page.worker.release()
    assert page.store.kinds.count("ticket.called") == 1


def test_the_same_key_within_a_second_does_not_take_the_next_step(page: Page) -> None:
    take_ticket(page.store, FOOD)
    page.model.refresh()
    page.press(Action.CALL_NEXT, "Space")
    assert page.press(Action.START, "Return")
    page.time += 0.5
    assert not page.model.press(Action.FINISH, key="Return")
    page.time += 0.6
    assert page.model.press(Action.FINISH, key="Return")


@pytest.mark.req("Q-03")
def test_a_ticket_of_an_item_the_window_is_not_authorised_for_is_refused_in_words(page: Page) -> None:
    take_ticket(page.store, FOOD)
    foreign = take_ticket(page.store, MARRIAGE)
    page.model.refresh()
    page.press(Action.CALL_TICKET)
    assert page.model.state.form is not None
    actor = page.model.state.signed
    assert actor is not None
    page.model.edit(ticket=foreign, reason="熟人")
    page.model.submit()
    form = page.model.state.form
    assert form is not None
    assert "未被授权办理“结婚登记”" in form.error
    assert page.store.data.tickets[foreign.id].state is TicketState.WAITING


def test_a_failure_is_a_calm_line_and_the_page_shows_the_truth(page: Page) -> None:
    ticket = take_ticket(page.store, FOOD)
    page.model.refresh()
    stolen = page.store.data.tickets[ticket.id].voided()
    page.store.data.tickets[ticket.id] = stolen
    page.press(Action.CALL_NEXT)
    message = page.model.state.message
    assert message is not None
    assert (message.tone, message.text) == (Tone.INFO, "当前没有可以呼叫的号票。")
    assert page.model.state.snapshot is not None
    assert page.model.state.snapshot.waiting == ()


def test_a_draft_is_offered_again_only_for_the_same_ticket(page: Page) -> None:
    take_ticket(page.store, FOOD)
    take_ticket(page.store, SHOP)
    page.model.refresh()
    page.press(Action.CALL_NEXT)
    page.press(Action.VOID)
    page.model.edit(reason="取错事项")
    page.model.cancel_form()
    page.press(Action.VOID)
    assert page.model.state.form is not None
    assert (page.model.state.form.kind, page.model.state.form.reason) == (FormKind.VOID, "取错事项")
    page.model.submit()
    page.press(Action.CALL_NEXT)
    page.press(Action.VOID)
    assert page.model.state.form is not None
    assert page.model.state.form.reason == ""


def test_the_clock_of_the_page_is_the_databases_and_runs_on(page: Page) -> None:
    page.time += 90
    now = page.model.state.now(page.time)
    assert now is not None
    assert (now - page.store.now).total_seconds() == pytest.approx(90)


def test_reading_fails_calmly_and_the_note_goes_when_it_works_again(page: Page) -> None:
    def away() -> object:
        raise Unavailable("gone")

    reading = page.store.reading
    page.store.reading = away  # type: ignore[method-assign, assignment]
    page.model.refresh()
    assert page.model.state.message is not None
    page.store.reading = reading  # type: ignore[method-assign]
    page.model.refresh()
    assert page.model.state.message is None

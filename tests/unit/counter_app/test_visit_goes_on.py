"""A visit of several steps at the desk, and a window that somebody else took over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from counter_app.actions import Action
from counter_app.model import Tone
from hall.queueing.ticket import TicketState
from hall.queueing.visit import plan_steps
from hall.staffing.window import WindowState
from tests.support.sample_hall import FOOD, MARRIAGE, ZHANG, open_window, take_ticket
from tests.unit.counter_app.test_work_view_model import Page


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page()


def serve(page: Page) -> None:
    for action in (Action.CALL_NEXT, Action.START, Action.FINISH):
        assert page.press(action)


@pytest.mark.req("Q-13", "R-01")
@pytest.mark.parametrize(
    ("opened", "words"),
    [(True, "请群众到 5 号窗口等候办理“结婚登记”，仍用原号"), (False, "目前没有开放的窗口，请联系导办台")],
)
def test_between_two_steps_the_clerk_is_told_where_it_goes_on_and_nobody_is_asked_for_a_rating(
    page: Page, opened: bool, words: str
) -> None:
    rated: list[object] = []
    page.model.service_finished.connect(rated.append)
    if opened:
        open_window(page.store, 5, "1031")
    ticket = take_ticket(page.store, FOOD)
    with page.store.begin() as uow:
        plan_steps(uow, ticket.id, (MARRIAGE.code,), by=ZHANG)
        uow.commit()
    page.model.refresh()
    serve(page)
    message = page.model.state.message
    assert message is not None
    assert message.tone is Tone.GOOD
    assert f"{ticket.label} 本环节已办完" in message.text and words in message.text
    assert rated == []
    assert page.store.data.tickets[ticket.id].state is TicketState.WAITING
    last = take_ticket(page.store, FOOD)
    page.model.refresh()
    serve(page)
    assert [t.id for t in rated] == [last.id]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("clerk", "words"), [("1031", "已由 李娜 接岗"), (None, "本窗口已关闭，您已签退")])
def test_who_no_longer_sits_at_the_window_is_told_and_led_to_the_sign_in_page(
    page: Page, clerk: str | None, words: str
) -> None:
    told: list[str] = []
    page.model.signed_out.connect(told.append)
    page.model.refresh()
    assert told == []
    window = page.store.data.windows[3]
    state = WindowState.OPEN if clerk else WindowState.CLOSED
    page.store.data.windows[3] = replace(window, clerk=clerk, state=state)
    page.model.refresh()
    assert len(told) == 1 and words in told[0]
    assert page.model.state.signed is None

"""Signing in and out, pausing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hall.errors import BadInput, NotAllowed
from hall.queueing.calling import call_next
from hall.staffing.service import (
    SignInRefused,
    WindowTaken,
    pause_window,
    resume_window,
    sign_in,
    sign_out,
)
from hall.staffing.window import Post, WindowState, WindowStateError
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import LI, PROFILE, ZHANG, PlainHasher, open_window, sample_store, take_ticket
from tests.unit.hall.queueing.test_calling import do


@pytest.fixture
def store() -> FakeStore:
    return sample_store()


def enter(store: FakeStore, clerk: str, password: str, number: int = 3) -> object:
    return do(store, sign_in, number, clerk, password, Post.A, hasher=PlainHasher(), station="counter-3")


@pytest.mark.parametrize(("clerk", "password"), [("1027", "wrong"), ("9999", "pw-9999"), ("", ""), ("1027", "")])
def test_a_refused_sign_in_does_not_say_what_was_wrong(store: FakeStore, clerk: str, password: str) -> None:
    with pytest.raises(SignInRefused) as refused:
        enter(store, clerk, password)
    assert refused.value.message == "工号或密码不正确，请重新输入。"
    assert store.data.windows[3].state is WindowState.CLOSED


def test_signing_in_opens_the_window(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    window = store.data.windows[3]
    assert (window.state, window.clerk, window.post) == (WindowState.OPEN, "1027", Post.A)


def test_a_window_has_one_clerk_who_may_come_back_after_a_crash(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    with pytest.raises(WindowTaken):
        enter(store, "1031", "pw-1031")
    enter(store, "1027", "pw-1027")
    with store.reading() as uow:
        ticket = uow.tickets.at_window(uow.now.date(), 3)
    assert ticket is not None and ticket.label == "A001"


@pytest.mark.req("W-09")
def test_a_post_opens_only_to_someone_trained(store: FakeStore) -> None:
    from dataclasses import replace

    with store.begin() as uow:
        uow.clerks.put(replace(uow.clerks.get("1031"), trained_items=frozenset()))
        uow.commit()
    with pytest.raises(NotAllowed) as refused:
        enter(store, "1031", "pw-1031")
    assert "岗前培训" in refused.value.message


@pytest.mark.req("W-01")
def test_a_pause_needs_reason_whereabouts_and_return(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    back = store.now + timedelta(minutes=20)
    for reason, whereabouts, at in (("", "区人社局", back), ("送件", " ", back), ("送件", "区人社局", store.now)):
        with pytest.raises(BadInput):
            do(store, pause_window, 3, reason=reason, whereabouts=whereabouts, back_at=at, by=ZHANG)
    do(store, pause_window, 3, reason="送件", whereabouts="区人社局", back_at=back, by=ZHANG)
    pause = store.data.windows[3].pause
    assert pause is not None and (pause.whereabouts, pause.back_at) == ("区人社局", back)
    store.now += timedelta(minutes=75)
    do(store, resume_window, 3, by=ZHANG)
    assert store.data.events[-1][0].payload["seconds"] == 75 * 60


def test_a_window_with_a_ticket_neither_pauses_nor_closes(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    take_ticket(store)
    do(store, call_next, 3, by=ZHANG, profile=PROFILE)
    with pytest.raises(WindowStateError):
        do(store, sign_out, 3, by=ZHANG)
    with pytest.raises(WindowStateError):
        back = store.now + timedelta(minutes=5)
        do(store, pause_window, 3, reason="送件", whereabouts="区人社局", back_at=back, by=ZHANG)


def test_nobody_signs_another_out(store: FakeStore) -> None:
    open_window(store, 3, "1027")
    with pytest.raises(NotAllowed):
        do(store, sign_out, 3, by=LI)
    do(store, sign_out, 3, by=ZHANG)
    assert store.data.windows[3].clerk is None

"""Signing in at a desk that is no window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall.errors import NotAllowed
from hall.identity import Role
from hall.staffing.desk_sign_in import sign_in_at_desk, sign_out_at_desk
from hall.staffing.service import SignInRefused
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import PlainHasher, sample_store
from tests.unit.hall.queueing.test_calling import do

USEFUL = frozenset({Role.CHIEF, Role.CENTRE})


def enter(store: FakeStore, password: str = "pw-1027") -> object:
    return do(
        store, sign_in_at_desk, "1027", password, useful=USEFUL, hasher=PlainHasher(), station="office-1"
    )  # fmt: skip


def test_a_chief_signs_in_without_a_window_and_it_is_on_record() -> None:
    store = sample_store()
    clerk = store.data.clerks["1027"]
    store.data.clerks["1027"] = replace(clerk, roles=frozenset({Role.CHIEF}))
    with pytest.raises(SignInRefused):
        enter(store, "wrong")
    signed = enter(store)
    assert signed.clerk.password_hash == ""  # type: ignore[attr-defined]
    do(store, sign_out_at_desk, by=signed.actor)  # type: ignore[attr-defined]
    assert store.kinds == ["desk.signed_in", "desk.signed_out"]
    assert all(w.clerk is None for w in store.data.windows.values())


def test_who_finds_no_page_there_is_told_so_and_nothing_is_on_record() -> None:
    store = sample_store()
    with pytest.raises(NotAllowed, match="no page") as refused:
        enter(store)
    assert "没有可在管理席使用的功能" in refused.value.message
    assert store.kinds == []

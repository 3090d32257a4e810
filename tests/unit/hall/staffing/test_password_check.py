"""A password is checked outside the writing transaction."""

from __future__ import annotations

import pytest

from hall.staffing.password_check import check_first
from hall.staffing.service import SignInRefused, sign_in
from hall.staffing.window import Post
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import PlainHasher, sample_store


class CountingHasher(PlainHasher):
    def __init__(self) -> None:
        self.checks = 0

    def matches(self, password_hash: str, password: str) -> bool:
        self.checks += 1
        return super().matches(password_hash, password)


def sign_in_with(store: FakeStore, password: str, hasher: CountingHasher) -> None:
    checked = check_first(store, "1027", password, hasher)
    hasher.checks = 0
    with store.begin() as uow:
        sign_in(uow, 3, "1027", password, Post.A, hasher=checked, station="counter-3")
        uow.commit()


def test_the_writing_transaction_does_not_hash_again() -> None:
    store, hasher = sample_store(), CountingHasher()
    sign_in_with(store, "pw-1027", hasher)
    assert hasher.checks == 0
    assert store.data.windows[3].clerk == "1027"


def test_a_wrong_password_never_reaches_the_writing_transaction() -> None:
    store, hasher = sample_store(), CountingHasher()
    with pytest.raises(SignInRefused):
        sign_in_with(store, "wrong", hasher)
    assert store.data.windows[3].clerk is None


def test_a_password_changed_in_between_is_checked_anew() -> None:
    store, hasher = sample_store(), CountingHasher()
    checked = check_first(store, "1027", "pw-1027", hasher)
    with store.begin() as uow:
        clerk = uow.clerks.get("1027")
        uow.clerks.put(
            type(clerk)(clerk.number, clerk.name, clerk.department, clerk.roles, "plain:new", clerk.trained_items)
        )
        uow.commit()
    with store.begin() as uow, pytest.raises(SignInRefused):
        sign_in(uow, 3, "1027", "pw-1027", Post.A, hasher=checked, station="counter-3")

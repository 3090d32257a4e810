"""Checking a password before the writing transaction (先验口令): a slow hash must not keep the one writer."""

from __future__ import annotations

from hall.ports import PasswordHasher, Store
from hall.staffing.service import authenticated


class CheckedOnce:
    """A hasher for one password that checks it against the same hash only once.

    Args:
        hasher: does the work, also when the hash was changed in between.
    """

    def __init__(self, hasher: PasswordHasher) -> None:
        self._hasher = hasher
        self._known: dict[tuple[str, str], bool] = {}

    def hash(self, password: str) -> str:
        """A new hash."""
        return self._hasher.hash(password)

    def matches(self, password_hash: str, password: str) -> bool:
        """As the hasher says, remembered."""
        key = (password_hash, password)
        if key not in self._known:
            self._known[key] = self._hasher.matches(password_hash, password)
        return self._known[key]


def check_first(store: Store, staff_number: str, password: str, hasher: PasswordHasher) -> PasswordHasher:
    """Check number and password in a reading snapshot; give the result to the use case that signs in.

    Raises:
        SignInRefused: one of them is wrong; it is not said which.
        Unavailable: the database is away.
    """
    once = CheckedOnce(hasher)
    with store.reading() as uow:
        authenticated(uow, staff_number, password, once)
    return once

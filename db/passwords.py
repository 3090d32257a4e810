"""Passwords of staff (口令): argon2id."""

from __future__ import annotations

from argon2 import PasswordHasher as Argon2
from argon2 import Type
from argon2.exceptions import InvalidHashError, VerificationError


class Argon2Passwords:
    """argon2id as RFC 9106 recommends for little memory; fills `hall.ports.PasswordHasher`."""

    def __init__(self, *, time_cost: int = 3, memory_kib: int = 65536) -> None:
        self._argon2 = Argon2(time_cost=time_cost, memory_cost=memory_kib, parallelism=4, type=Type.ID)
        # Verified instead of a hash that does not exist, so that nobody learns from the time who exists.
        self._nobody = self._argon2.hash("nobody signs in with this")

    def hash(self, password: str) -> str:
        """A new hash."""
        return self._argon2.hash(password)

    def matches(self, password_hash: str, password: str) -> bool:
        """True when the password fits; takes the same time for an empty or damaged hash."""
        try:
            return self._argon2.verify(password_hash or self._nobody, password) and bool(password_hash)
        except InvalidHashError:
            self.matches("", password)
            return False
        except VerificationError:
            return False

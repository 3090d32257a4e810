"""What else is outside (其他外部端口): the change feed, the document store, passwords."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from hall.documents.page import StoredFile
    from hall.journal.record import Change

if TYPE_CHECKING:
    from hall.queueing.board import CallsNow


class ChangeFeed(Protocol):
    """What the journal grows by as it is committed, in order, each once (变更流)."""

    def after(self, seq: int, *, limit: int = 500) -> Sequence[Change]:
        """The records with a higher seq, by seq.

        Raises:
            Unavailable: the database can't be reached.
        """

    def head(self) -> int:
        """The newest seq, 0 for none.

        Raises:
            Unavailable: the database can't be reached.
        """

    def wait(self, seq: int, timeout: float) -> bool:
        """Wait until there may be records after ``seq``; False when ``timeout`` seconds passed without a sign.

        True as well when the journal ends before ``seq``, because a backup was put back.

        Raises:
            Unavailable: the connection broke; the reader refreshes fully once it is back.
        """

    def calls_now(self, branch: str = "") -> CallsNow:
        """Who is at which window of a branch, for a board that has the rest (`Board.with_calls`).

        One short statement on the connection that heard of the call: nothing of what can't wait waits for more.

        Raises:
            Unavailable: the database can't be reached, or the feed was closed.
        """

    def close(self) -> None:
        """Release the connection."""


class DocumentStore(Protocol):
    """Content-addressed, encrypted files outside the database."""

    def put(self, content: bytes, media_type: str) -> StoredFile:
        """Write durably (temporary name, fsync, rename); the same content is stored once.

        Raises:
            Unavailable: the store can't be written.
        """

    def get(self, digest: str) -> bytes:
        """The plain content, its digest checked.

        Raises:
            NotFound: no such file.
            Unavailable: it can't be read, or it was changed.
        """


class PasswordHasher(Protocol):
    """argon2id."""

    def hash(self, password: str) -> str:
        """A new hash."""

    def matches(self, password_hash: str, password: str) -> bool:
        """True when the password fits; takes the same time for an empty hash."""

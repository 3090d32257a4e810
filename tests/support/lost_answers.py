"""A connection that is lost between COMMIT and its answer: what was sent is done, and nobody is told.

On PostgreSQL a real line is cut by `LossyLine`; SQLite has none, there the answer is withheld by `LosesAnswers`.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from db.store import SqlStore
from hall.errors import Unavailable

DONE = b"COMMIT\x00"  # the tag of a finished COMMIT in the server's answer


class LossyLine:
    """Stands between psycopg and the server; once armed, the next COMMIT is done and its answer never comes.

    Attributes:
        url: the database's address by this line.
        cut: how often an answer was lost.
    """

    def __init__(self, url: str) -> None:
        self._server = sa.make_url(url)
        self._listener = socket.create_server(("127.0.0.1", 0))
        here = self._server.set(port=self._listener.getsockname()[1])
        self.url = here.render_as_string(hide_password=False)
        self.cut = 0
        self._armed = threading.Event()
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def lose_next_answer(self) -> None:
        """Arm it."""
        self._armed.set()

    def close(self) -> None:
        """End everything."""
        for each in (self._listener, *self._open):
            _end(each)
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection((self._server.host, self._server.port))
            self._open += [client, server]
            threading.Thread(target=self._to_server, args=(client, server), daemon=True).start()
            threading.Thread(target=self._to_client, args=(client, server), daemon=True).start()

    def _to_server(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                server.sendall(data)
        _end(server)

    def _to_client(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                if self._armed.is_set() and DONE in data:
                    self._armed.clear()
                    self.cut += 1
                    break
                client.sendall(data)
        _end(client)


def _end(line: socket.socket) -> None:
    with contextlib.suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


@contextmanager
def lossy_line(url: str) -> Iterator[LossyLine]:
    """A line to the PostgreSQL at ``url``, ended after the block."""
    line = LossyLine(url)
    try:
        yield line
    finally:
        line.close()


class _Unit:
    def __init__(self, inner: Any, owner: LosesAnswers) -> None:
        self._inner, self._owner = inner, owner

    def __enter__(self) -> Self:
        self._inner.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._inner.__exit__(kind, error, trace)

    def commit(self) -> None:
        self._inner.commit()
        if self._owner.armed:
            self._owner.armed = False
            raise Unavailable("the answer to COMMIT was lost")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class LosesAnswers:
    """A store over ``store``; once armed, the next commit is done and its answer never comes."""

    def __init__(self, store: SqlStore) -> None:
        self._store, self._begin = store, store.begin
        self.armed = False

    def lose_next_answer(self) -> None:
        """Arm it."""
        self.armed = True

    def begin(self) -> Any:
        return _Unit(self._begin(), self)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

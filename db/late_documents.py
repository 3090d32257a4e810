"""A document store that opens when it is first used: the app starts though its keys or its folder are away."""

from __future__ import annotations

import threading
from collections.abc import Callable

from hall.documents.page import StoredFile
from hall.ports import DocumentStore


class LateDocuments:
    """Fills `hall.ports.DocumentStore`.

    Args:
        open_it: opens the store; tried again with each use until it succeeds.
    """

    def __init__(self, open_it: Callable[[], DocumentStore]) -> None:
        self._open_it = open_it
        self._lock = threading.Lock()
        self._store: DocumentStore | None = None

    def put(self, content: bytes, media_type: str) -> StoredFile:
        """As `DocumentStore.put`; what opening raises is raised here."""
        return self._opened().put(content, media_type)

    def get(self, digest: str) -> bytes:
        """As `DocumentStore.get`; what opening raises is raised here."""
        return self._opened().get(digest)

    def _opened(self) -> DocumentStore:
        with self._lock:
            if self._store is None:
                self._store = self._open_it()
            return self._store

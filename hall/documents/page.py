"""A photographed page (拍摄页)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the document store.

    Attributes:
        digest: SM3 of the plain content, 64 hex digits; also its address in the store.
        size: bytes of the plain content.
        media_type: such as ``"image/jpeg"``.
    """

    digest: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class CapturedPage:
    """A page as it was taken and as it was straightened.

    Attributes:
        ticket: the ticket it belongs to.
        original: the camera's picture, kept always.
        straightened: the page cut out and made flat; None when its edges were not certain (never a silent crop).
        dpi: true resolution of the straightened page, None without it.
        codes: number of codes read on it; their contents may be personal and are kept only in the store.
        by, window: clerk and window.
        at: when.
        id: key in the database, 0 before it is stored.
    """

    ticket: int
    original: StoredFile
    straightened: StoredFile | None
    dpi: int | None
    codes: int
    by: str
    window: int
    at: datetime
    id: int = 0

"""A clerk's photo on the plate (公示牌照片): what may be one, and whose it is (W-02)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hall.errors import BadInput
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.staffing.clerk import Clerk

MAX_BYTES = 2_000_000
MAX_SIDE = 4000  # pixels
SCHEME = "document:"


class PhotoRefused(BadInput):
    """Not a picture that may stand on a plate (照片不合要求)."""

    default_message = "照片须为 JPEG 或 PNG 图片，不超过 2 MB，边长不超过 4000 像素。"


def photo_url(digest: str) -> str:
    """What `Clerk.photo` holds for a file of the document store: ``document:`` and its digest."""
    return f"{SCHEME}{digest}"


def photo_digest(url: str) -> str:
    """Digest in the document store of what `Clerk.photo` holds.

    Raises:
        PhotoRefused: not an address in the document store.
    """
    if not url.startswith(SCHEME):
        raise PhotoRefused("not an address in the document store")
    return url.removeprefix(SCHEME)


def photo_digests(clerks: Iterable[Clerk]) -> frozenset[str]:
    """Digests of all their photos: files that a sweep keeps."""
    return frozenset(photo_digest(clerk.photo) for clerk in clerks if clerk.photo.startswith(SCHEME))


def set_photo(uow: UnitOfWork, number: str, digest: str, *, by: Actor) -> Clerk:
    """Give a clerk the photo that was stored under ``digest``; the journal holds no picture and no address of it.

    Raises:
        NotAllowed: not an administrator.
        NotFound: no such staff number.
    """
    by.must_be(Role.ADMIN)
    clerk = replace(uow.clerks.get(number), photo=photo_url(digest))
    uow.clerks.put(clerk)
    uow.record(Event("clerk.photo", f"clerk:{clerk.number}", {"clerk": clerk.number}), by=by)
    return clerk

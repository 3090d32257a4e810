"""The same request twice (重复提交): whoever does not know whether it was taken sends it again, and it counts once.

A connection that is lost after COMMIT was sent leaves the asker without an answer. What no rule makes the only one
of its kind carries a key: made when the form is begun, sent with every try, unique in the table.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TypeVar

from hall.errors import Conflict
from hall.ports import Store, UnitOfWork
from hall.ports.registers import Register

Row = TypeVar("Row")
T = TypeVar("T")


class SentOtherwise(Conflict):
    """The first try was taken, and said something else (此前提交的内容已登记); nothing was changed."""

    default_message = "此前提交的内容已经登记，这次改动没有登记。请在列表中核对，需要更改请对已登记的那一条办理。"


def new_request() -> str:
    """A fresh key; it says nothing about anybody."""
    return secrets.token_hex(16)


def sent_before(register: Register[Row], request: str | None) -> Row | None:
    """What came of an earlier try; None for none, or without a key."""
    return next(iter(register.where(request=request)), None) if request else None


def once(store: Store, work: Callable[[UnitOfWork], T]) -> T:
    """Do ``work``, which looks for its earlier try, in a transaction of its own.

    The earlier try may still be on its way into the database: then this one is refused there, and finds it when it
    looks again.

    Raises:
        HallError: as ``work``; nothing was written.
        Unavailable: the database went away; nothing was written, or it is not known that it was.
    """
    try:
        return _do(store, work)
    except SentOtherwise:
        raise
    except Conflict:
        return _do(store, work)


def _do(store: Store, work: Callable[[UnitOfWork], T]) -> T:
    with store.begin() as uow:
        result = work(uow)
        uow.commit()
    return result

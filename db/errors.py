"""Where errors of the database drivers become errors of the rules; nobody else catches them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import sqlalchemy as sa

from hall.errors import Conflict, HallError, Unavailable

DISK_FULL = "数据库所在磁盘已满，数据未写入，请立即联系管理员清理磁盘。"
BUSY = "系统繁忙，数据未写入，请稍候重试。"


class ReadOnlyUnit(RuntimeError):
    """A reading unit of work was asked to write: a mistake in the program."""


class SchemaMismatch(HallError):
    """The database's tables are not those this program knows (数据库版本不符)."""

    default_message = "数据库版本与程序不符，请联系管理员。"


def translate(error: Exception, dbapi: ModuleType) -> HallError | None:
    """The rules' name for a driver's error; None for a mistake in the program, which is raised as it is."""
    detail = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    if isinstance(error, dbapi.IntegrityError):
        return Conflict(_without_values(error, detail))
    if isinstance(error, _kinds(dbapi, "SerializationFailure", "DeadlockDetected")):
        return Conflict(detail)
    if isinstance(error, _kinds(dbapi, "DiskFull")) or "disk is full" in detail:
        return Unavailable(detail, message=DISK_FULL)
    if isinstance(error, dbapi.OperationalError | dbapi.InterfaceError):
        busy = "locked" in detail or isinstance(error, _kinds(dbapi, "LockNotAvailable"))
        return Unavailable(detail, message=BUSY if busy else None)
    if type(error) is dbapi.DatabaseError:  # SQLite: malformed file, not a database
        return Unavailable(detail)
    return None


def _kinds(dbapi: ModuleType, *names: str) -> tuple[type[Exception], ...]:
    """PostgreSQL's own kinds of errors by name; none for SQLite, whose driver has no such list."""
    known = getattr(dbapi, "errors", None)
    return tuple(getattr(known, name) for name in names) if known is not None else ()


def _without_values(error: Exception, detail: str) -> str:
    # PostgreSQL quotes the row in its message; only the constraint's name may reach a log.
    diagnosis = getattr(error, "diag", None)
    if diagnosis is not None:
        return f"{type(error).__name__}: {diagnosis.table_name} {diagnosis.constraint_name}"
    return detail


@contextmanager
def translated(dbapi: Any) -> Iterator[None]:
    """Raise the rules' errors for those of a driver, also when SQLAlchemy wrapped them.

    Raises:
        Unavailable, Conflict: see `translate`.
    """
    try:
        yield
    except sa.exc.DBAPIError as error:
        original = error.orig
        named = translate(original, dbapi) if isinstance(original, Exception) else None
        if named is None:
            raise
        raise named from None
    except dbapi.Error as error:
        named = translate(error, dbapi)
        if named is None:
            raise
        raise named from None

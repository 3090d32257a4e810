"""One program a station (单实例): a second one is refused."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLockFile

from hall.errors import HallError
from qt_common.digest import sha256_hex

log = logging.getLogger(__name__)


class AlreadyRunning(HallError):
    """The same station's program runs already (程序已在运行)."""


def only_one(folder: Path, app: str, config: Path) -> QLockFile | None:
    """Hold the lock of a station, known by its configuration file, for as long as the result lives.

    A lock left behind by a crash or a power cut does not count. None when the folder can't be written to: a kiosk
    that might run twice is better than none.

    Raises:
        AlreadyRunning: another process holds it.
    """
    name = f"{app}-{sha256_hex(str(config.resolve()).encode())[:12]}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log.warning("no lock is held: %s", error)
        return None
    lock = QLockFile(str(folder / name))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() is QLockFile.LockError.LockFailedError:
        raise AlreadyRunning(f"{app} runs already with this configuration", message="本机已经运行着这个程序。")
    log.warning("no lock is held: %s", lock.error())
    return None

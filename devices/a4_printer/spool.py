"""Documents into a folder (打印到文件夹): ``spool:///dir``, for a print server that watches it, or to keep as PDF.

A document appears under its final name only when it is whole and on the disk. The folder has no paper: those read
NOT_SUPPORTED.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from uuid import uuid4

from devices.a4_printer.interface import JobId
from devices.core.address import Address
from devices.core.clock import utc_now
from devices.core.errors import AddressError, HardwareFault, NotConnected, Unsupported
from devices.core.status import DeviceStatus, Health, Link

# A few scanned pages; with less, the next document would break off.
LEAST_FREE = 16 << 20
FULL = "存放打印文件的磁盘已满，请联系管理员。"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class SpoolFolder:
    """A folder; see `devices.a4_printer.interface.A4Printer`. File names hold no title: it might name a person."""

    model = "PDF folder"
    verified = True

    def __init__(self, address: Address) -> None:
        address.check_options(())
        if address.authority or not address.path.strip("/"):
            raise AddressError(f"{address.url!r} needs an absolute path, such as spool:///var/spool/hall")
        self._folder = Path(address.path)
        self._is_open = False

    def open(self) -> None:
        self._is_open = True
        try:
            self.probe()
        except NotConnected:
            self.close()
            raise

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        if not self._is_open or not self._folder.is_dir() or not os.access(self._folder, os.W_OK):
            raise NotConnected(f"{self._folder}: not open, absent or not writable")
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError as error:
            raise NotConnected(f"{self._folder}: {error}") from error
        health = Health.OK if free >= LEAST_FREE else Health.FAULT
        detail = "" if health is Health.OK else "the disk is full"
        return DeviceStatus(Link.ONLINE, health, utc_now(), detail=detail)

    def print_pdf(self, pdf: bytes, title: str) -> JobId:
        if not pdf.startswith(b"%PDF-"):
            raise Unsupported(f"{len(pdf)} bytes that are no PDF")
        self.probe()
        job = JobId(f"{utc_now():%Y%m%d-%H%M%S}-{uuid4().hex[:8]}")
        unfinished = self._folder / f".{job}.part"
        try:
            with unfinished.open("xb") as stream:
                stream.write(pdf)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.rename(self._folder / f"{job}.pdf")
        except OSError as error:
            _remove(unfinished)
            if error.errno in _NO_ROOM:
                raise HardwareFault(f"{self._folder}: {error}", message=FULL) from error
            raise NotConnected(f"{self._folder}: {error}") from error
        return job


def _remove(unfinished: Path) -> None:
    try:
        unfinished.unlink(missing_ok=True)
    except OSError:
        pass  # a folder that takes no more changes; a name that begins with a dot is no document

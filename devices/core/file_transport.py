"""File transport (文件): bytes appended to a file, or a character device such as ``/dev/usb/lp0``.

A regular file takes everything and never answers; a character device is read as well.
"""

from __future__ import annotations

import os
import select
import stat
import time
from pathlib import Path

from devices.core.errors import DeviceTimeout, NotConnected


class FileTransport:
    """One file; see `devices.core.transport.Transport`. ``is_device`` tells whether anything can answer."""

    def __init__(self, path: Path, *, url: str = "") -> None:
        self.url = url or f"file://{path}"
        self.is_device = False
        self._path = path
        self._descriptor = -1

    def open(self) -> None:
        self.close()
        try:
            self.is_device = self._path.exists() and stat.S_ISCHR(self._path.stat().st_mode)
            if self.is_device:
                self._descriptor = os.open(self._path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
            else:
                self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        except OSError as error:
            raise NotConnected(f"{self.url}: {error}") from error

    def close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            try:
                os.close(descriptor)
            except OSError:
                pass  # a device that is gone

    @property
    def is_open(self) -> bool:
        return self._descriptor >= 0

    def check_in_place(self) -> None:
        """Make sure that what is written is found at the address.

        Raises:
            NotConnected: the file was moved away or deleted since it was opened; it is closed now.
        """
        self._check_open()
        try:
            in_place = os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except OSError:
            in_place = False
        if not in_place:
            self.close()
            raise NotConnected(f"{self.url}: no longer the file that was opened")

    def write(self, data: bytes, *, timeout: float) -> None:
        self._check_open()
        deadline = time.monotonic() + timeout
        view = memoryview(data)
        while view:
            try:
                view = view[os.write(self._descriptor, view) :]
            except BlockingIOError as error:
                left = deadline - time.monotonic()
                if left <= 0 or not select.select([], [self._descriptor], [], left)[1]:
                    detail = f"{self.url}: {len(view)} of {len(data)} bytes not taken in {timeout:g} s"
                    raise DeviceTimeout(detail, outcome_known=False) from error
            except OSError as error:
                self.close()
                raise NotConnected(f"{self.url}: {error}", outcome_known=len(view) == len(data)) from error

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        self._check_open()
        if not self.is_device:
            return b""  # nobody will ever write back: waiting would only lose time
        try:
            if not select.select([self._descriptor], [], [], max(timeout, 0.0))[0]:
                return b""
            return os.read(self._descriptor, max_bytes)
        except BlockingIOError:
            return b""
        except OSError as error:
            self.close()
            raise NotConnected(f"{self.url}: {error}") from error

    def sync(self) -> None:
        """Make a regular file's bytes durable.

        Raises:
            NotConnected: the disk refused.
        """
        self._check_open()
        try:
            os.fsync(self._descriptor)
        except OSError as error:
            raise NotConnected(f"{self.url}: {error}", outcome_known=False) from error

    def discard_input(self) -> None:
        try:
            while self.is_open and self.is_device and self.read(65536, timeout=0):
                pass
        except NotConnected:
            pass  # the next read or write reports it

    def _check_open(self) -> None:
        if self._descriptor < 0:
            raise NotConnected(f"{self.url}: not open")

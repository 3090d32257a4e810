"""The simulators' ends of the wire: a loopback TCP port or a pseudo-terminal (pty)."""

from __future__ import annotations

import errno
import os
import select
import socket
import tty
from pathlib import Path
from typing import Protocol

# Connections that wait to be accepted. Beyond it the kernel drops the SYN and the peer repeats it after 1 s: a
# driver that only sends opens and closes faster than the simulator accepts.
BACKLOG = 512


class Wire(Protocol):
    """One peer at a time; all calls but ``wake`` come from the host's thread."""

    url: str

    def start(self) -> None:
        """Make the address exist."""

    def stop(self) -> None:
        """Remove the address."""

    def poll(self, timeout: float) -> bytes | None:
        """Bytes that arrived within ``timeout`` seconds, ``b""`` for none, None when the peer just left."""

    def send(self, data: bytes) -> None:
        """Send to the peer, silently nothing when there is none (as on a cable)."""

    def hang_up(self) -> None:
        """Drop the peer now."""


class TcpWire:
    """A listening port on 127.0.0.1; the port stays the same across stop and start (a power cycle)."""

    def __init__(self, port: int = 0, scheme: str = "tcp") -> None:
        self._port = port
        self._scheme = scheme
        self._listener: socket.socket | None = None
        self._peer: socket.socket | None = None
        self.url = ""

    def start(self) -> None:
        if self._listener is not None:
            return
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        listener.listen(BACKLOG)
        listener.setblocking(False)
        self._port = listener.getsockname()[1]
        self._listener = listener
        self.url = f"{self._scheme}://127.0.0.1:{self._port}"

    def stop(self) -> None:
        self.hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def poll(self, timeout: float) -> bytes | None:
        if self._listener is None:
            select.select([], [], [], timeout)
            return b""
        watched = [self._listener] if self._peer is None else [self._peer]
        ready, _, _ = select.select(watched, [], [], timeout)
        if not ready:
            return b""
        if self._peer is None:
            self._peer, _ = self._listener.accept()
            self._peer.setblocking(True)
            self._peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return b""
        try:
            data = self._peer.recv(65536)
        except OSError:
            data = b""
        if data:
            return data
        self.hang_up()
        return None

    def send(self, data: bytes) -> None:
        if self._peer is None:
            return
        try:
            self._peer.sendall(data)
        except OSError:
            self.hang_up()

    def hang_up(self) -> None:
        if self._peer is not None:
            self._peer.close()
            self._peer = None


class PtyWire:
    """A pseudo-terminal behind a symlink that survives a replug, as a udev name does.

    The slave is kept open here, or the master would read EIO whenever the driver closes it; raw mode is set, or
    the line would echo.
    """

    def __init__(self, link: Path, baud: int = 9600) -> None:
        self._link = link
        self._master = -1
        self._slave = -1
        self.url = f"serial://{link}?baud={baud}"

    def start(self) -> None:
        if self._master >= 0:
            return
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(os.ttyname(self._slave))

    def stop(self) -> None:
        if self._master < 0:
            return
        self._link.unlink(missing_ok=True)
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def poll(self, timeout: float) -> bytes | None:
        if self._master < 0:
            select.select([], [], [], timeout)
            return b""
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return b""
        try:
            return os.read(self._master, 65536)
        except OSError as error:
            if error.errno in (errno.EIO, errno.EAGAIN):
                return b""
            raise

    def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view and self._master >= 0:
            try:
                view = view[os.write(self._master, view) :]
            except BlockingIOError:
                if not select.select([], [self._master], [], 0.5)[1]:
                    return  # nobody reads: a real cable loses the bytes too

    def hang_up(self) -> None:
        """A serial line has no connection to drop: unplug and plug in again."""
        self.stop()
        self.start()

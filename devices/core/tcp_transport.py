"""TCP transport (网口): printers on port 9100, LED controllers, serial servers."""

from __future__ import annotations

import socket
import time

from devices.core.errors import DeviceTimeout, NotConnected

# A device on the same network answers a SYN within milliseconds; the kernel repeats a lost one after 1 s, so
# 1.5 s holds two of them and a device that comes back during an attempt is still found by that attempt.
CONNECT_SECONDS = 1.5


class TcpTransport:
    """One TCP connection; see `devices.core.transport.Transport`.

    Args:
        connect_timeout: seconds one attempt to connect may take.
    """

    def __init__(self, host: str, port: int, *, url: str = "", connect_timeout: float = CONNECT_SECONDS) -> None:
        self.url = url or f"tcp://{host}:{port}"
        self._address = (host, port)
        self._connect_timeout = connect_timeout
        self._socket: socket.socket | None = None

    def open(self) -> None:
        self.close()
        try:
            connection = socket.create_connection(self._address, timeout=self._connect_timeout)
        except OSError as error:
            raise NotConnected(f"{self.url}: {error}") from error
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._socket = connection

    def close(self) -> None:
        connection, self._socket = self._socket, None
        if connection is None:
            return
        try:
            connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # the peer was faster
        connection.close()

    @property
    def is_open(self) -> bool:
        return self._socket is not None

    def write(self, data: bytes, *, timeout: float) -> None:
        connection = self._connected()
        deadline = time.monotonic() + timeout
        view = memoryview(data)
        while view:
            try:
                connection.settimeout(max(deadline - time.monotonic(), 0.0))
                view = view[connection.send(view) :]
            except (TimeoutError, BlockingIOError) as error:
                detail = f"{self.url}: {len(view)} of {len(data)} bytes not taken in {timeout:g} s"
                raise DeviceTimeout(detail, outcome_known=False) from error
            except OSError as error:
                self.close()
                known = len(view) == len(data)
                raise NotConnected(f"{self.url}: {error}", outcome_known=known) from error

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        connection = self._connected()
        try:
            connection.settimeout(max(timeout, 0.0))
            data = connection.recv(max_bytes)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            self.close()
            raise NotConnected(f"{self.url}: {error}") from error
        if not data:
            self.close()
            raise NotConnected(f"{self.url}: closed by the device")
        return data

    def discard_input(self) -> None:
        try:
            while self.is_open and self.read(65536, timeout=0):
                pass
        except NotConnected:
            pass  # the next read or write reports it

    def _connected(self) -> socket.socket:
        if self._socket is None:
            raise NotConnected(f"{self.url}: not open")
        return self._socket

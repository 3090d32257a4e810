"""HTTP over a `Transport` (网络打印的HTTP连接), so that this wire is recorded and replayed like any other."""

from __future__ import annotations

import http.client
import io
from typing import Any

from devices.core.errors import NotConnected
from devices.core.transport import Transport


class HttpWire(http.client.HTTPConnection):
    """A connection whose bytes go through ``transport``, opened by `connect`.

    Whoever made the transport closes it: http.client calls `close` as soon as it has read an answer's head.

    Raises:
        DeviceError: from every call, as the transport raises it; `TimeoutError` for an answer that does not come.
    """

    def __init__(self, transport: Transport, host: str, port: int, *, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._transport = transport
        self._seconds = timeout

    def connect(self) -> None:
        self._transport.open()
        self.sock = _Socket(self._transport, self._seconds)


class _Socket:
    """What http.client asks of a socket."""

    def __init__(self, transport: Transport, timeout: float) -> None:
        self._transport = transport
        self._timeout = timeout

    def sendall(self, data: bytes) -> None:
        self._transport.write(bytes(data), timeout=self._timeout)

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Answer(self._transport, self._timeout))

    def close(self) -> None:
        """Nothing, see `HttpWire`."""


class _Answer(io.RawIOBase):
    def __init__(self, transport: Transport, timeout: float) -> None:
        self._transport = transport
        self._timeout = timeout

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer)
        try:
            data = self._transport.read(len(view), timeout=self._timeout)
        except NotConnected:
            return 0  # the end of the connection; whether it may end here is for http.client to say
        if not data:
            raise TimeoutError
        view[: len(data)] = data
        return len(data)

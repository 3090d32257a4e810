"""Serial transport (串口): ``serial:///dev/ttyS1?baud=9600`` or, by the adapter's ids, ``serial://1a86:7523``.

An unplugged adapter shows as three different exceptions (`serial.SerialException`, plain `OSError`,
`termios.error`) while ``is_open`` stays True; all three mean the same here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import serial

from devices.core.errors import DeviceTimeout, NotConnected

if sys.platform == "win32":
    _GONE: tuple[type[Exception], ...] = (OSError,)
else:
    import termios

    # SerialException is an OSError; TypeError is what pyserial raises when the descriptor went away under it.
    _GONE = (OSError, termios.error, TypeError)


@dataclass(frozen=True, slots=True)
class LineSettings:
    """Baud rate, data bits 7 or 8, parity N, E or O, stop bits 1 or 2, hardware flow control."""

    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: int = 1
    rtscts: bool = False


class SerialTransport:
    """One serial port, opened for ourselves only; see `devices.core.transport.Transport`.

    Args:
        port: the port's path, or a function that finds it when opening (discovery by USB ids).
    """

    def __init__(self, port: str | Callable[[], str], line: LineSettings, *, url: str = "") -> None:
        self.url = url or f"serial://{port}"
        self._port_name = port
        self._line = line
        self._port: serial.Serial | None = None

    def open(self) -> None:
        self.close()
        # A port object whose settings were refused stays broken: a new one for every attempt.
        port = serial.Serial()
        try:
            port.port = self._port_name if isinstance(self._port_name, str) else self._port_name()
            port.baudrate = self._line.baud
            port.bytesize = self._line.bits
            port.parity = self._line.parity
            port.stopbits = self._line.stop
            port.rtscts = self._line.rtscts
            port.exclusive = True
            port.open()
            port.reset_input_buffer()
        except _GONE as error:
            _close(port)
            raise NotConnected(f"{self.url}: {error}") from error
        self._port = port

    def close(self) -> None:
        port, self._port = self._port, None
        if port is not None:
            _close(port)

    @property
    def is_open(self) -> bool:
        return self._port is not None

    def write(self, data: bytes, *, timeout: float) -> None:
        port = self._opened()
        try:
            port.write_timeout = timeout
            port.write(data)
        except serial.SerialTimeoutException as error:
            detail = f"{self.url}: {len(data)} bytes not taken in {timeout:g} s"
            raise DeviceTimeout(detail, outcome_known=False) from error
        except _GONE as error:
            self.close()
            raise NotConnected(f"{self.url}: {error}", outcome_known=False) from error

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        port = self._opened()
        try:
            if port.timeout != timeout:
                port.timeout = timeout
            data: bytes = port.read(1)
            more = min(port.in_waiting, max_bytes - 1) if data else 0
            if more > 0:
                data += port.read(more)
        except _GONE as error:
            self.close()
            raise NotConnected(f"{self.url}: {error}") from error
        return data

    def discard_input(self) -> None:
        if self._port is None:
            return
        try:
            self._port.reset_input_buffer()
        except _GONE:
            self.close()  # the next read or write reports it

    def _opened(self) -> serial.Serial:
        if self._port is None:
            raise NotConnected(f"{self.url}: not open")
        return self._port


def _close(port: serial.Serial) -> None:
    try:
        port.close()
    except _GONE:
        pass  # unplugged: there is nothing left to close

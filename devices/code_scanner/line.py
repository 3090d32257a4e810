"""Driver of any serial scanner that sends a code and a suffix (通用串口扫码器)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from devices.code_scanner.interface import ScannedCode
from devices.code_scanner.stream import CodeStream
from devices.codec.nls import Suffix
from devices.core.clock import utc_now
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport

log = logging.getLogger(__name__)


class LineScanner:
    """`CodeScanner` for a scanner that only sends.

    It cannot be asked how it is: its health is DEGRADED until a first code came since it was opened, then OK.
    """

    model = "serial scanner"
    verified = False

    def __init__(
        self,
        transport: Transport,
        suffix: Suffix = Suffix.ANY,
        *,
        binary: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = CodeStream(transport, suffix, binary=binary, clock=clock)

    def open(self) -> None:
        self._stream.open()
        log.warning("%s at %s: not verified on the real device", self.model, self._stream.transport.url)

    def close(self) -> None:
        self._stream.close()

    def probe(self) -> DeviceStatus:
        """Whether the line is still there; a code that comes meanwhile is kept."""
        self._stream.pump(0)
        if self._stream.heard:
            return DeviceStatus(link=Link.ONLINE, health=Health.OK, at=utc_now())
        detail = "no code heard yet, and the scanner cannot be asked"
        return DeviceStatus(link=Link.ONLINE, health=Health.DEGRADED, at=utc_now(), detail=detail)

    def wait_code(self, timeout_s: float, cancelled: Callable[[], bool]) -> ScannedCode | None:
        return self._stream.wait_code(timeout_s, cancelled)

    def forget(self) -> None:
        self._stream.forget()

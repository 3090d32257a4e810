"""Driver of Newland scanners (新大陆扫码器) over their serial commands."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from enum import StrEnum

from devices.code_scanner.interface import ScannedCode
from devices.code_scanner.stream import CodeStream
from devices.codec.nls import Suffix, encode_command
from devices.core.clock import utc_now
from devices.core.errors import DeviceError, DeviceTimeout, ProtocolError
from devices.core.status import DeviceStatus, Health, Link
from devices.core.transport import Transport

log = logging.getLogger(__name__)

ANSWER_SECONDS = 1.0
_SUFFIX_ON = "TSUENA1"


class Mode(StrEnum):
    """When the scanner's light is on (识读模式)."""

    TRIGGER = "trigger"  # only while a code is waited for
    AUTO = "auto"  # always


_MODE_COMMANDS = {Mode.TRIGGER: "SCNMOD0", Mode.AUTO: "SCNMOD2"}


class NewlandScanner:
    """`CodeScanner` with suffix and mode set when opened, until power-off, so that the flash does not wear.

    Args:
        answer_timeout: seconds for the answer to a command.
    """

    model = "Newland NLS"
    verified = False

    def __init__(
        self,
        transport: Transport,
        mode: Mode = Mode.TRIGGER,
        *,
        binary: bool = False,
        answer_timeout: float = ANSWER_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = CodeStream(transport, Suffix.CRLF, binary=binary, clock=clock)
        self._mode = mode
        self._answer_timeout = answer_timeout

    def open(self) -> None:
        """Connect and set the scanner up; see `Driver.open`."""
        self._stream.open()
        try:
            for command in ("TSUSET0D0A", _SUFFIX_ON, _MODE_COMMANDS[self._mode]):
                self._command(command)
        except DeviceError:
            self.close()
            raise
        log.warning("%s at %s: not verified on the real device", self.model, self._stream.transport.url)

    def close(self) -> None:
        self._stream.close()

    def probe(self) -> DeviceStatus:
        """Set the suffix once more: it changes nothing and must be answered."""
        self._command(_SUFFIX_ON)
        return DeviceStatus(link=Link.ONLINE, health=Health.OK, at=utc_now())

    def wait_code(self, timeout_s: float, cancelled: Callable[[], bool]) -> ScannedCode | None:
        if self._mode is Mode.AUTO:
            return self._stream.wait_code(timeout_s, cancelled)
        self._stream.forget()  # the question begins with the light
        self._command("SCNTRG1")
        code = self._stream.wait_code(timeout_s, cancelled)
        if code is None:
            self._command("SCNTRG0")
        return code

    def forget(self) -> None:
        self._stream.forget()

    def _command(self, text: str) -> None:
        """Send a command and wait for its own answer; codes that come meanwhile are kept.

        Raises:
            DeviceTimeout: no answer.
            ProtocolError: the scanner refused it.
        """
        self._stream.transport.write(encode_command(text), timeout=self._answer_timeout)
        deadline = self._stream.clock() + self._answer_timeout
        while (left := deadline - self._stream.clock()) > 0:
            self._stream.pump(left)
            while (reply := self._stream.take_reply()) is not None:
                if reply.text.lstrip("@#") != text:
                    continue  # the late answer to an earlier command
                if not reply.done:
                    raise ProtocolError(f"the scanner refused {text}")
                return
        raise DeviceTimeout(f"no answer to {text}")

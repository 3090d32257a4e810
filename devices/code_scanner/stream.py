"""Codes from a transport: what all serial scanners share."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable

from devices.code_scanner.interface import ScannedCode
from devices.codec.nls import CommandReply, Receiver, Scan, Suffix
from devices.core.errors import ProtocolError
from devices.core.transport import Transport

log = logging.getLogger(__name__)

POLL_SECONDS = 0.1
# A code comes at the line's full speed: after this pause it has ended, or lost its suffix.
SILENCE_SECONDS = 0.1
MAX_KEPT = 8


class CodeStream:
    """Reads a scanner's line, keeps the latest codes and the answers to commands.

    Args:
        binary: whether codes that are no text are wanted.
    """

    def __init__(
        self, transport: Transport, suffix: Suffix, *, binary: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.transport = transport
        self.clock = clock
        self.heard = False
        self._suffix = suffix
        self._binary = binary
        self._receiver = Receiver(suffix)
        self._codes: deque[ScannedCode] = deque(maxlen=MAX_KEPT)
        self._replies: deque[CommandReply] = deque(maxlen=MAX_KEPT)

    def open(self) -> None:
        self.heard = False
        self._receiver = Receiver(self._suffix)
        self.forget()
        self.transport.open()

    def close(self) -> None:
        self.transport.close()

    def forget(self) -> None:
        """Drop codes and answers that came already."""
        self.transport.discard_input()
        self._receiver.silence()
        self._codes.clear()
        self._replies.clear()

    def pump(self, seconds: float) -> None:
        """Read for at most ``seconds``, less when something comes.

        Raises:
            NotConnected: the line is gone.
        """
        pending = self._receiver.pending > 0
        data = self.transport.read(4096, timeout=min(seconds, SILENCE_SECONDS) if pending else seconds)
        if data:
            events = self._receiver.receive(data)
        elif pending and seconds >= SILENCE_SECONDS:
            events = self._receiver.silence()
        else:
            return
        for event in events:
            if isinstance(event, Scan):
                self.heard = True
                self._codes.append(ScannedCode(event.payload))
            elif isinstance(event, CommandReply):
                self._replies.append(event)
            else:
                log.warning("ignored %d stray bytes", event.length)

    def take_reply(self) -> CommandReply | None:
        """The oldest answer to a command that was not taken yet."""
        return self._replies.popleft() if self._replies else None

    def wait_code(self, timeout_s: float, cancelled: Callable[[], bool]) -> ScannedCode | None:
        """See `CodeScanner.wait_code`."""
        deadline = self.clock() + timeout_s
        while not self._codes:
            # A code that has begun is waited for: it would be lost in the middle.
            if cancelled() or (self.clock() >= deadline and not self._receiver.pending):
                return None
            if self.clock() >= deadline + 10:
                return None  # a line that never falls silent
            self.pump(POLL_SECONDS)
        code = self._codes.popleft()
        if not self._binary and code.text is None:
            raise ProtocolError(
                f"{len(code.raw)} bytes that are no text", message="扫到的内容无法识别，请重新扫码。"
            )
        return code

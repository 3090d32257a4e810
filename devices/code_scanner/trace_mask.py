"""What may stand in the trace of a scanner's wire (线路跟踪脱敏): that a code came and how long it was.

A code may be a person's: each of its bytes becomes ``x``. Ends of lines and the answers to commands stay.
"""

from __future__ import annotations

from devices.codec.nls import MAX_REPLY, REPLY_HEAD, TAIL

_ENDS = b"\r\n"


class CodeMask:
    """A `devices.core.trace.Mask`; keeps nothing back."""

    def __init__(self) -> None:
        self._matched = 0
        self._reply = b""

    def __call__(self, direction: str, data: bytes) -> bytes:
        if direction != "read":
            return data  # commands
        return bytes(self._shown(byte) for byte in data)

    def _shown(self, byte: int) -> int:
        if self._matched == len(REPLY_HEAD):
            self._reply += bytes([byte])
            if self._reply.endswith(TAIL) or len(self._reply) > MAX_REPLY:
                self._matched, self._reply = 0, b""
            return byte
        if byte == REPLY_HEAD[self._matched]:
            self._matched += 1
            return byte
        self._matched = int(byte == REPLY_HEAD[0])
        return byte if byte in _ENDS or self._matched else ord("x")

"""What may stand in the trace of a card reader's wire (线路跟踪脱敏): nothing of a person.

Each card is replaced by one that never existed – same layout, same length –, so that a masked trace still replays
through the whole driver. A check byte that was right stays right, a wrong one stays as wrong. The card's serial
number and every byte outside a frame become zeros.
"""

from __future__ import annotations

from functools import reduce
from operator import xor

from devices.codec.sam_v import MAX_LENGTH, MIN_LENGTH, PREAMBLE

_HEAD = len(PREAMBLE) + 2
_TEXT, _TYPE, _EXTRA_ADDRESS, _MODULE_NUMBER = 256, 248, 70, 16
_STATUS_BYTES = 3
# Numbers of GB 11643's own example and, for the foreigner's cards, with the right check and nobody behind them.
_NUMBER, _FOREIGNER, _FOREIGNER_2017 = "11010519491231002X", "911156194912310011", "XXX110000000000"
_BORN = "19491231"


class CardMask:
    """A `devices.core.trace.Mask` for SAM_V; keeps at most one frame back."""

    def __init__(self) -> None:
        self._kept = b""

    def __call__(self, direction: str, data: bytes) -> bytes:
        if direction == "write":
            return data  # questions hold nothing of a person
        if direction == "end":
            rest, self._kept = self._kept, b""
            return bytes(len(rest))
        self._kept += data
        masked = b""
        while self._kept:
            start = self._kept.find(PREAMBLE)
            if start != 0:
                noise = _noise(self._kept) if start < 0 else start
                if noise == 0:
                    break
                masked += bytes(noise)
                self._kept = self._kept[noise:]
                continue
            if len(self._kept) < _HEAD:
                break
            length = int.from_bytes(self._kept[len(PREAMBLE) : _HEAD], "big")
            if not MIN_LENGTH <= length <= MAX_LENGTH:
                masked += bytes(1)
                self._kept = self._kept[1:]
                continue
            if len(self._kept) < _HEAD + length:
                break
            masked += _masked_frame(self._kept[: _HEAD + length])
            self._kept = self._kept[_HEAD + length :]
        return masked


def _noise(data: bytes) -> int:
    """How many bytes at the front can't begin a preamble."""
    for length in range(min(len(data), len(PREAMBLE) - 1), 0, -1):
        if PREAMBLE.startswith(data[-length:]):
            return len(data) - length
    return len(data)


def _masked_frame(frame: bytes) -> bytes:
    head, data, check = frame[: _HEAD + _STATUS_BYTES], frame[_HEAD + _STATUS_BYTES : -1], frame[-1]
    wrong_by = reduce(xor, frame[len(PREAMBLE) : -1]) ^ check
    shown = head + _masked_data(data)
    return shown + bytes([reduce(xor, shown[len(PREAMBLE) :]) ^ wrong_by])


def _masked_data(data: bytes) -> bytes:
    if len(data) == _MODULE_NUMBER:
        return data  # the reader's, not a person's
    for fields in (2, 3):
        lengths = [int.from_bytes(data[2 * i : 2 * i + 2], "big") for i in range(fields)]
        if len(data) == 2 * fields + sum(lengths) and lengths[0] == _TEXT:
            start = 2 * fields
            text = _nobody(data[start + _TYPE : start + _TYPE + 2])
            return data[:start] + text + bytes(len(data) - start - _TEXT)
    return bytes(len(data))


def _nobody(mark: bytes) -> bytes:
    """The text of a card that never existed, with this type character."""
    letter = mark.decode("utf-16-le", "replace")
    text = bytearray(" ".encode("utf-16-le") * (_TEXT // 2))

    def put(offset: int, value: str) -> None:
        encoded = value.encode("utf-16-le")
        text[offset : offset + len(encoded)] = encoded

    if letter == "I":
        put(0, "NOBODY")
        put(120, "1")
        put(122, _FOREIGNER_2017)
        put(152, "XXX")
        put(220, _BORN)
    else:
        put(0, "某某某")
        put(30, "1")
        put(36, _BORN)
        put(122, _FOREIGNER if letter == "Y" else _NUMBER)
    put(188, "20200101")
    put(204, "20400101")
    if letter in ("J", "I", "Y"):
        put(_TYPE, letter)
    return bytes(text)

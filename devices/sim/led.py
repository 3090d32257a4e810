"""Simulated window LEDs (模拟窗口LED屏): BX controller, serial strip, plain text; nothing shared with the codec.

Commands: ``state`` – what it shows, how many orders came, the picture's path –, ``refuse`` times=1: the BX answers
the next orders with ``A0 01``, ``draw`` path="…": the picture there and now. With a folder every change is drawn to
``window_led.png`` in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from devices.sim.device import Reply
from devices.sim.led_picture import save_strip


def _crc_table() -> list[int]:
    """CRC-16/ARC by table; the codec computes it bit by bit."""
    table = []
    for index in range(256):
        value = index
        for _ in range(8):
            value = (value >> 1) ^ (0xA001 * (value & 1))
        table.append(value)
    return table


_CRC = _crc_table()
_ORIGINALS = {b"\xa6\x02": 0xA5, b"\xa6\x01": 0xA6, b"\x5b\x02": 0x5A, b"\x5b\x01": 0x5B}


class _SimLed:
    """What the three have in common: a line of text, and its picture."""

    name = "window_led"
    size = (128, 16)

    def __init__(self, folder: Path | None = None) -> None:
        self.faults: set[str] = set()
        self.push: Callable[[bytes], None] = lambda data: None
        self._picture = folder / "window_led.png" if folder else None
        self._received = b""
        self._text = ""
        self._running = False
        self._orders = 0
        self._refusals = 0
        self._show("")

    def _show(self, text: str) -> None:
        changed = text != self._text
        self._text = text
        self._orders += 1
        if self._picture is not None and (changed or not self._picture.exists()):
            save_strip(self._picture, text, *self.size)

    def disconnected(self) -> None:
        self._received = b""

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        if do == "draw":
            save_strip(Path(str(args["path"])), self._text, *self.size)
        elif do == "refuse":
            self._refusals = int(args.get("times", 1))
        elif do != "state":
            raise ValueError(f"unknown command {do!r}; known: state refuse draw")
        picture = str(self._picture) if self._picture else None
        return {"text": self._text, "running": self._running, "orders": self._orders - 1, "picture": picture}


class SimBxLed(_SimLed):
    """A BX-5K controller on TCP."""

    def receive(self, data: bytes) -> bytes:
        answers = b""
        *packets, self._received = (self._received + data).split(b"\x5a")
        self._received = self._received[-8192:]
        for packet in packets:
            start = packet.rfind(b"\xa5")
            if start >= 0 and (body := _plain(packet[start + 1 :])) is not None:
                answers += self._obey(body)
        return answers

    def _obey(self, body: bytes) -> bytes:
        data = body[14:-2]
        if self._refusals:
            self._refusals -= 1
            return _packet(b"\xa0\x01\x04\x00\x00")
        if len(data) < 6 or data[:2] != b"\xa3\x06":
            return _packet(b"\xa0\x01\x02\x00\x00")
        rest = data[6 + data[5] :]  # after the numbers of the areas to delete
        if data[5]:
            self._running = False
            self._show("")
        area = rest[3:]
        if rest[:1] == b"\x01" and len(area) >= 27:
            self.size = (int.from_bytes(area[5:7], "little") * 8, int.from_bytes(area[7:9], "little"))
            self._running = area[19] == 3
            length = int.from_bytes(area[23:27], "little")
            self._show(area[27 : 27 + length].decode("gbk", "replace"))
        return _packet(b"\xa0\x00\x00\x00\x00") if data[2] else b""


class SimStripLed(_SimLed):
    """A strip on a serial line, address 1."""

    def receive(self, data: bytes) -> bytes:
        *frames, self._received = (self._received + data).split(b"\x0d")
        self._received = self._received[-1024:]
        for frame in frames:
            start = frame.find(b"\x40\x01")
            if start >= 0:
                self._show(frame[start + 2 :].decode("gbk", "replace"))
        return b""


class SimTextLed(_SimLed):
    """A screen that takes lines of GB18030 text."""

    def receive(self, data: bytes) -> bytes:
        *lines, self._received = (self._received + data).split(b"\r\n")
        self._received = self._received[-1024:]
        for line in lines:
            self._show(line.decode("gb18030", "replace"))
        return b""


def _plain(escaped: bytes) -> bytes | None:
    """Without escapes and with its check sum right, else None."""
    body = re.sub(rb"[\xa6\x5b][\x01\x02]", lambda pair: bytes([_ORIGINALS[pair[0]]]), escaped)
    if len(body) < 16:
        return None
    crc = 0
    for byte in body[:-2]:
        crc = (crc >> 8) ^ _CRC[(crc ^ byte) & 0xFF]
    return body if body[-2:] == bytes((crc & 0xFF, crc >> 8)) else None


def _packet(data: bytes) -> bytes:
    """An answer of the controller (address 1) to the host."""
    body = b"\x00\x80\x01\x00" + bytes(6) + b"\x51\x02" + bytes((len(data), 0)) + data
    crc = 0
    for byte in body:
        crc = (crc >> 8) ^ _CRC[(crc ^ byte) & 0xFF]
    body += bytes((crc & 0xFF, crc >> 8))
    pairs = {original: pair for pair, original in _ORIGINALS.items()}
    return b"\xa5" * 8 + b"".join(pairs.get(byte, bytes([byte])) for byte in body) + b"\x5a"

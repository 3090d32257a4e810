"""Simulated code scanner (模拟扫码器): Newland's commands from the literal frames, codes of any content. Commands:

- ``scan`` text="…" [encoding=utf-8|gb18030|…] or hex="…" or size=4096, [when=now|triggered]: a code under the
  window, now or as soon as the trigger is pulled; seen only while the light is on;
- ``refuse`` command="SCNMOD2": that command is answered with 15;
- ``settings`` [mode=0|2] [suffix="0D0A"|""]: as if set at the factory; ``state``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from devices.sim.device import Reply

_COMMAND = re.compile(rb"\x7e\x010000([@#])([A-Z]{6}[0-9A-Za-z]*);\x03")


class SimScanner:
    """Out of the box: light always on, no suffix – so a driver that does not set its scanner up is found out."""

    name = "code_scanner"

    def __init__(self) -> None:
        self.faults: set[str] = set()
        self.push: Callable[[bytes], None] = lambda data: None
        self._received = b""
        self._mode = 2
        self._suffix_on = False
        self._suffix = b"\r"
        self._triggered = False
        self._waiting = b""
        self._refused: set[str] = set()
        self._scans = 0
        self._kept = 0

    def receive(self, data: bytes) -> bytes:
        self._received += data
        answers = b""
        while match := _COMMAND.search(self._received):
            self._received = self._received[match.end() :]
            answers += self._obey(match[1], match[2])
        self._received = self._received[-64:]
        return answers

    def _obey(self, storage: bytes, command: bytes) -> bytes:
        text = command.decode()
        known = self._carry_out(text) if text not in self._refused else False
        self._kept += known and storage == b"@"
        answer = b"\x02\x010000" + storage + command + (b"\x06" if known else b"\x15") + b";\x03"
        if self._triggered and self._waiting:
            answer += self._light(self._waiting)
            self._waiting = b""
        return answer

    def _carry_out(self, text: str) -> bool:
        if text in ("SCNTRG0", "SCNTRG1"):
            self._triggered = text[-1] == "1"
        elif text in ("SCNMOD0", "SCNMOD2"):
            self._mode = int(text[-1])
            self._triggered = False
        elif text in ("TSUENA0", "TSUENA1"):
            self._suffix_on = text[-1] == "1"
        elif text.startswith("TSUSET"):
            self._suffix = bytes.fromhex(text[6:])
        else:
            return False
        return True

    def _light(self, payload: bytes) -> bytes:
        self._triggered = False
        self._scans += 1
        return payload + (self._suffix if self._suffix_on else b"")

    def disconnected(self) -> None:
        self._received = b""

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        seen = None
        if do == "scan":
            seen = self._scan(_payload(args), str(args.get("when", "now")))
        elif do == "refuse":
            self._refused.add(str(args["command"]))
        elif do == "settings":
            self._mode = int(args.get("mode", self._mode))
            if "suffix" in args:
                self._suffix = bytes.fromhex(args["suffix"])
                self._suffix_on = bool(self._suffix)
        elif do != "state":
            raise ValueError(f"unknown command {do!r}; known: scan refuse settings state")
        return {
            "seen": seen,
            "mode": self._mode,
            "suffix": self._suffix.hex() if self._suffix_on else "",
            "triggered": self._triggered,
            "scans": self._scans,
            "kept_settings": self._kept,
        }

    def _scan(self, payload: bytes, when: str) -> bool:
        if when not in ("now", "triggered"):
            raise ValueError(f"when={when}; known: now triggered")
        if when == "triggered":
            self._waiting = payload
            return False
        if self._mode == 0 and not self._triggered:
            return False
        self.push(self._light(payload))
        return True


def _payload(args: Mapping[str, Any]) -> bytes:
    if "text" in args:
        return str(args["text"]).encode(args.get("encoding", "utf-8"))
    if "hex" in args:
        return bytes.fromhex(args["hex"])
    if "size" in args:
        return (b"0123456789ABCDEF" * (int(args["size"]) // 16 + 1))[: int(args["size"])]
    raise ValueError("scan needs text, hex or size")

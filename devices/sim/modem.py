"""Simulated SMS modem (模拟短信猫): AT commands, and a reader of PDUs of its own. Commands:

- ``card`` state=ready|locked|missing; ``network`` state=1 (home), 2 (searching), 3 (refused), 5 (roaming);
  ``signal`` value=0…31|99;
- ``fail`` error="CMS 38" [at=prompt|text] [times=1] [after=0]: that error instead of the prompt or of the verdict,
  after so many good messages;
- ``say`` text="+CMTI: \\"SM\\",3": something unasked; ``state``: the messages put together, parts, echo.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from devices.sim.device import Reply

_PINS = {"ready": "READY", "locked": "SIM PIN", "missing": ""}


class SimModem:
    """Out of the box: echo on, text mode, numbered errors off."""

    name = "sms_modem"

    def __init__(self) -> None:
        self.faults: set[str] = set()
        self.push: Callable[[bytes], None] = lambda data: None
        self._received = b""
        self._expected = -1  # length of the PDU the prompt was given for
        self._echo = True
        self._numbered = False
        self._pdu_mode = False
        self._card = "ready"
        self._network = 1
        self._signal = 21
        self._failures: list[tuple[str, int, str]] = []
        self._parts: list[dict[str, Any]] = []

    def receive(self, data: bytes) -> bytes:
        self._received += data
        answers = b""
        while self._received:
            if self._expected >= 0:
                end = re.search(rb"[\x1a\x1b]", self._received)
                if end is None:
                    break
                text, self._received = self._received[: end.start()], self._received[end.end() :]
                answers += self._text(text) if end[0] == b"\x1a" else b"\r\nOK\r\n"
                self._expected = -1
            else:
                line, end_of_line, rest = self._received.partition(b"\r")
                if not end_of_line:
                    break
                self._received = rest
                answers += (line + b"\r" if self._echo else b"") + self._line(line)
        self._received = self._received[-4096:]
        return answers

    def disconnected(self) -> None:
        self._received = b""
        self._expected = -1

    def _line(self, line: bytes) -> bytes:
        command = line.strip(b"\x1b\n \x00").decode("ascii", "replace").upper()
        if not command:
            return b""
        if match := re.fullmatch(r"AT\+CMGS=(\d+)", command):
            return self._begin(int(match[1]))
        if command == "AT+CPIN?":
            return self._info(f"+CPIN: {_PINS[self._card]}") if self._card != "missing" else self._error("CME", 10)
        information = {
            "AT": "",
            "AT+CREG?": f"+CREG: 0,{self._network}",
            "AT+CSQ": f"+CSQ: {self._signal},99",
        }
        if command in ("ATE0", "ATE1"):
            self._echo = command == "ATE1"
        elif command in ("AT+CMEE=0", "AT+CMEE=1"):
            self._numbered = command[-1] == "1"
        elif command in ("AT+CMGF=0", "AT+CMGF=1"):
            self._pdu_mode = command[-1] == "0"
        elif command not in information:
            return b"\r\nERROR\r\n"
        return self._info(information.get(command, ""))

    def _begin(self, length: int) -> bytes:
        if not self._pdu_mode or not 8 <= length <= 164:
            return self._error("CMS", 304)
        if forced := self._forced("prompt"):
            return forced
        self._expected = length
        return b"\r\n> "

    def _text(self, text: bytes) -> bytes:
        if forced := self._forced("text"):
            return forced
        if self._card != "ready":
            return self._error("CMS", 310)
        if self._network not in (1, 5):
            return self._error("CMS", 331)
        try:
            pdu = bytes.fromhex(text.decode("ascii"))
            if len(pdu) - 1 - pdu[0] != self._expected:
                return self._error("CMS", 304)
            self._parts.append(_read_submit(pdu))
        except (ValueError, IndexError):
            return self._error("CMS", 304)
        return self._info(f"+CMGS: {len(self._parts) % 256}")

    def _forced(self, at: str) -> bytes:
        for index, (where, after, error) in enumerate(self._failures):
            if where == at and len(self._parts) >= after:
                del self._failures[index]
                family, _, code = error.partition(" ")
                return self._error(family, int(code)) if code else b"\r\nERROR\r\n"
        return b""

    def _info(self, line: str) -> bytes:
        return (f"\r\n{line}\r\n" if line else "").encode() + b"\r\nOK\r\n"

    def _error(self, family: str, code: int) -> bytes:
        numbered = self._numbered or family == "CMS"
        return f"\r\n+{family} ERROR: {code}\r\n".encode() if numbered else b"\r\nERROR\r\n"

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        if do == "card":
            if args["state"] not in _PINS:
                raise ValueError(f"card {args['state']!r}; known: {', '.join(_PINS)}")
            self._card = args["state"]
        elif do == "network":
            self._network = int(args["state"])
        elif do == "signal":
            self._signal = int(args["value"])
        elif do == "fail":
            at = args.get("at", "text")
            if at not in ("prompt", "text"):
                raise ValueError(f"at={at}; known: prompt text")
            failure = (at, int(args.get("after", 0)), str(args["error"]))
            self._failures += [failure] * int(args.get("times", 1))
        elif do == "say":
            self.push(f"\r\n{args['text']}\r\n".encode())
        elif do != "state":
            raise ValueError(f"unknown command {do!r}; known: card network signal fail say state")
        return {"messages": _messages(self._parts), "parts": len(self._parts), "echo": self._echo}


def _read_submit(pdu: bytes) -> dict[str, Any]:
    """Number and text of an SMS-SUBMIT in UCS2, read byte by byte as TS 23.040 lays it out."""
    at = 1 + pdu[0]  # after the service centre
    first, digits, kind = pdu[at], pdu[at + 2], pdu[at + 3]
    if first & 0x03 != 0x01 or first & 0x18 != 0x10:
        raise ValueError("no SMS-SUBMIT with a relative validity")
    size = (digits + 1) // 2
    nibbles = "".join(f"{byte & 15:X}{byte >> 4:X}" for byte in pdu[at + 4 : at + 4 + size])
    if not nibbles[:digits].isdigit() or nibbles[digits:].strip("F"):
        raise ValueError("digits")
    protocol, coding, _validity, length = pdu[at + 4 + size : at + 8 + size]
    content = pdu[at + 8 + size :]
    if protocol or coding != 0x08 or len(content) != length or length > 140:
        raise ValueError("user data")
    reference, total, number = 0, 1, 1
    if first & 0x40:
        if content[:3] != b"\x05\x00\x03":
            raise ValueError("header")
        reference, total, number = content[3:6]
        content = content[6:]
    text = content.decode("utf-16-be")  # strict: a part that cuts a surrogate pair is refused
    address = ("+" if kind == 0x91 else "") + nibbles[:digits]
    return {"number": address, "reference": reference, "total": total, "part": number, "text": text}


def _messages(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Whole messages only, put together from their parts in order."""
    messages: list[dict[str, Any]] = []
    gathered: list[dict[str, Any]] = []
    for part in parts:
        if gathered and part["reference"] != gathered[0]["reference"]:
            gathered = []
        gathered.append(part)
        if [one["part"] for one in gathered] == list(range(1, part["total"] + 1)):
            text = "".join(one["text"] for one in gathered)
            messages.append({"number": part["number"], "text": text, "parts": part["total"]})
            gathered = []
    return messages

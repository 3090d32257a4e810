"""Simulated SAM_V reader (模拟身份证读卡器): any fictitious card may be laid on it.

Written from the literal frames of the manuals and sharing nothing with the codec. Commands:

- ``lay_card`` kind=domestic|hmt|foreigner_2017|foreigner_2023 [seed] [fingerprint] [any field of `people.Person`];
- ``remove_card``; ``state``;
- ``answer`` to=find|select|read|extra|status|reset|module with="41" or a name of `STATUS` [times]: that status
  instead of the true answer, for the next ``times`` requests (default 1);
- ``asleep_after_read`` on=true|false: a card read once answers no find until it is lifted, as real ones do.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import Any

from devices.sim.device import Reply
from devices.sim.people import Person, fictitious_person

STATUS = {
    "checksum": 0x10,
    "length": 0x11,
    "command": 0x21,
    "not_permitted": 0x23,
    "unknown": 0x24,
    "card_authentication": 0x31,
    "sam_authentication": 0x32,
    "verify": 0x33,
    "card_type": 0x40,
    "read_failed": 0x41,
    "random_number": 0x47,
    "self_test": 0x60,
    "unauthorised": 0x66,
    "find_failed": 0x80,
    "select_failed": 0x81,
    "ok": 0x90,
    "empty_field": 0x91,
    "found": 0x9F,
}
_REQUEST = re.compile(rb"\xaa\xaa\xaa\x96\x69(..)", re.DOTALL)
_MODULE = bytes.fromhex("0500 0100 2b2a3301 87d61200 15cd5b07")


class SimSamV:
    """The reader and the card on it."""

    name = "id_card_reader"

    def __init__(self) -> None:
        self.faults: set[str] = set()
        self.push: Callable[[bytes], None] = lambda data: None
        self._received = b""
        self._card: Person | None = None
        self._photo = b""
        self._fingerprint: bytes | None = None
        self._selected = False
        self._asleep = False
        self._sleeps_after_read = False
        self._forced: dict[str, list[int]] = {}
        self._answers: dict[bytes, tuple[str, Callable[[], bytes]]] = {
            b"\x10\xff": ("reset", self._reset),
            b"\x11\xff": ("status", lambda: _answer(0x90)),
            b"\x12\xff": ("module", lambda: _answer(0x90, _MODULE)),
            b"\x20\x01": ("find", self._find),
            b"\x20\x02": ("select", self._select),
            b"\x30\x01": ("read", self._read),
            b"\x30\x03": ("extra", self._extra),
        }

    def receive(self, data: bytes) -> bytes:
        self._received += data
        answers = b""
        while match := _REQUEST.search(self._received):
            end = match.end() + int.from_bytes(match[1], "big")
            if end - match.end() > 64:  # no request is that long
                self._received = self._received[match.start() + 1 :]
                continue
            if len(self._received) < end:
                break
            answers += self._serve(self._received[match.start(1) : end])
            self._received = self._received[end:]
        if len(self._received) > 256:
            self._received = self._received[-16:]
        return answers

    def disconnected(self) -> None:
        self._received = b""

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        if do == "lay_card":
            self._lay(dict(args))
        elif do == "remove_card":
            self._card = None
            self._selected = self._asleep = False
        elif do == "answer":
            self._force(str(args["to"]), str(args["with"]), int(args.get("times", 1)))
        elif do == "asleep_after_read":
            self._sleeps_after_read = bool(args.get("on", True))
        elif do != "state":
            raise ValueError(f"unknown command {do!r}; known: lay_card remove_card answer asleep_after_read state")
        return {"card": self._card.kind if self._card else None, "selected": self._selected}

    def _lay(self, args: dict[str, Any]) -> None:
        fingerprint = args.pop("fingerprint", False)
        seed = int(args.pop("seed", 0))
        self._card = fictitious_person(args.pop("kind", "domestic"), seed=seed, **args)
        chance = random.Random(seed)
        # The vendors' images begin with "WLf"; the rest stands for what only their library unpacks.
        self._photo = b"WLf\0" + chance.randbytes(1020)
        self._fingerprint = None if not fingerprint else b"" if fingerprint == "empty" else chance.randbytes(1024)
        self._selected = self._asleep = False

    def _force(self, to: str, what: str, times: int) -> None:
        if to not in {name for name, _ in self._answers.values()}:
            raise ValueError(f"unknown request {to!r}")
        status = STATUS[what] if what in STATUS else int(what, 16)
        self._forced.setdefault(to, []).extend([status] * times)

    def _serve(self, frame: bytes) -> bytes:
        check = 0
        for byte in frame:
            check ^= byte
        if check:
            return _answer(0x10)
        known = self._answers.get(frame[2:4])
        if known is None:
            return _answer(0x21)
        name, serve = known
        forced = self._forced.get(name)
        return _answer(forced.pop(0)) if forced else serve()

    def _reset(self) -> bytes:
        self._selected = False
        return _answer(0x90)

    def _find(self) -> bytes:
        self._selected = False
        if self._card is None or self._asleep:
            return bytes.fromhex("AAAAAA9669 0004 000080 84")
        return bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97")

    def _select(self) -> bytes:
        if self._card is None or self._asleep:
            return _answer(0x81)
        self._selected = True
        return _answer(0x90, bytes.fromhex("0011223344556677"))

    def _read(self) -> bytes:
        if self._card is None or not self._selected:
            return bytes.fromhex("AAAAAA9669 0004 000041 45")
        self._asleep = self._sleeps_after_read
        parts = [_text(self._card), self._photo]
        if self._fingerprint is not None:
            parts.append(self._fingerprint)
        lengths = b"".join(bytes(divmod(len(part), 256)) for part in parts)
        return _answer(0x90, lengths + b"".join(parts))

    def _extra(self) -> bytes:
        if self._card is None or not self._selected:
            return _answer(0x41)
        if not self._card.extra_address:
            return _answer(0x91)
        return _answer(0x90, _pad(self._card.extra_address, 70))


def _answer(status: int, data: bytes = b"") -> bytes:
    body = bytes(divmod(len(data) + 4, 256)) + b"\0\0" + bytes([status]) + data
    check = 0
    for byte in body:
        check ^= byte
    return b"\xaa\xaa\xaa\x96\x69" + body + bytes([check])


def _pad(value: str, size: int) -> bytes:
    """UTF-16LE filled up with blanks; what is too long is cut by bytes, as the issuing software does."""
    return (value.encode("utf-16-le") + b" \0" * size)[:size]


def _text(person: Person) -> bytes:
    """The 256 bytes of text, field after field as they lie on the card."""
    pad = _pad
    tail = pad(person.valid_from, 16) + pad(person.valid_to, 16)
    if person.kind == "foreigner_2017":
        return (
            pad(person.english_name, 120)
            + pad(person.sex, 2)
            + pad(person.id_number, 30)
            + pad(person.country, 6)
            + pad(person.name, 30)
            + tail
            + pad(person.birth, 16)
            + pad(person.count, 4)
            + pad(person.issuer, 8)
            + pad("I", 8)
        )
    middle = pad(person.id_number, 36) + pad(person.issuer, 30) + tail
    if person.kind == "foreigner_2023":
        english = pad(person.english_name, 92)
        return (
            pad(person.name, 30)
            + pad(person.sex, 2)
            + pad(person.count, 4)
            + pad(person.birth, 16)
            + english[:70]
            + middle
            + english[70:]
            + pad(person.country, 6)
            + pad("Y", 2)
            + pad(person.former_number_link, 6)
        )
    head = pad(person.name, 30) + pad(person.sex, 2) + pad(person.nation, 4) + pad(person.birth, 16)
    head += pad(person.address, 70) + middle
    if person.kind == "hmt":
        return head + pad(person.pass_number, 18) + pad(person.count, 4) + pad("", 6) + pad("J", 8)
    return head + pad("", 36)

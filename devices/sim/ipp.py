"""Simulated A4 printer (模拟A4打印机): IPP in HTTP, from the bytes of RFC 8010; no code of the codec.

It keeps each document in its folder as ``document-0001.pdf``. Commands: ``documents`` lists what was printed.
Faults of its own: paper_out, paper_low, cover_open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from devices.sim.device import Fault, Reply

LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
JOB_NAME = re.compile(rb"\x42\x00\x08job-name(..)", re.DOTALL)
REASONS = {
    Fault.PAPER_OUT: b"media-empty-error",
    Fault.PAPER_LOW: b"media-low-warning",
    Fault.COVER_OPEN: b"cover-open-error",
}
STOPPING = {Fault.PAPER_OUT, Fault.COVER_OPEN}
PRINT_JOB, GET_PRINTER_ATTRIBUTES = b"\x00\x02", b"\x00\x0b"


class IppSim:
    """The printer; see the module.

    Args:
        folder: where documents are left; None keeps only their sizes.
    """

    name = "a4_printer"

    def __init__(self, folder: Path | None = None) -> None:
        self.faults: set[str] = set()
        self.push: Callable[[bytes], None] = lambda _: None
        self._folder = folder
        self._buffer = b""
        self._documents: list[Reply] = []

    def receive(self, data: bytes) -> bytes:
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not found or length is None or len(rest) < int(length[1]):
            return b""
        body, self._buffer = rest[: int(length[1])], rest[int(length[1]) :]
        answer = self._answer(body)
        status = (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        )
        return status % len(answer) + answer

    def disconnected(self) -> None:
        self._buffer = b""

    def command(self, do: str, args: Mapping[str, Any]) -> Reply:
        if do == "documents":
            return {"documents": list(self._documents)}
        raise ValueError(f"an A4 printer does not understand {do!r}")

    def _answer(self, body: bytes) -> bytes:
        operation, request_id = body[2:4], body[4:8]
        charset = request_id + b"\x01\x47\x00\x12attributes-charset\x00\x05utf-8"
        if operation == GET_PRINTER_ATTRIBUTES:
            return b"\x02\x00\x00\x00" + charset + b"\x04" + self._state() + b"\x03"
        if operation == PRINT_JOB and not self.faults & STOPPING:
            self._print(body)
            job = b"\x21\x00\x06job-id\x00\x04" + len(self._documents).to_bytes(4, "big")
            return (
                b"\x02\x00\x00\x00" + charset + b"\x02" + job + b"\x23\x00\x09job-state\x00\x04\x00\x00\x00\x03\x03"
            )
        return b"\x02\x00\x05\x01" + charset + b"\x03"  # server-error-operation-not-supported

    def _state(self) -> bytes:
        state = b"\x05" if self.faults & STOPPING else b"\x03"
        reasons = [word for fault, word in REASONS.items() if fault in self.faults] or [b"none"]
        parts = [b"\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00" + state]
        name = b"\x00\x15printer-state-reasons"
        for word in reasons:
            parts.append(b"\x44" + name + len(word).to_bytes(2, "big") + word)
            name = b"\x00\x00"
        parts.append(b"\x22\x00\x19printer-is-accepting-jobs\x00\x01\x01")
        return b"".join(parts)

    def _print(self, body: bytes) -> None:
        document = body[body.index(b"%PDF-") :]
        title = ""
        if match := JOB_NAME.search(body):
            length = int.from_bytes(match[1], "big")
            title = body[match.end() : match.end() + length].decode()
        number = len(self._documents) + 1
        path = None
        if self._folder is not None:
            path = self._folder / f"document-{number:04}.pdf"
            path.write_bytes(document)
        self._documents.append({"title": title, "bytes": len(document), "path": str(path) if path else None})

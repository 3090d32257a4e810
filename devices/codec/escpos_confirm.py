"""Answers of an ESC/POS printer that come in their turn (按序应答): proof that all before them is done.

``DLE EOT`` may be answered ahead of the buffer; these two may not:

- ``GS ( H`` function 48, process ID: ``1D 28 48 06 00 30 30 d1…d4``, answered by ``37 22 d1…d4 00`` once all data
  before it has been processed; each d is a printable ASCII character;
- ``GS r 1``, paper sensor: ``1D 72 01``, answered in its turn by one byte ``0xx0xxxx``.

Source: Epson ESC/POS command reference; from memory, to be verified on the printer. Sans-I/O.
"""

from __future__ import annotations

ID_LENGTH = 4
ASK_PAPER = b"\x1d\x72\x01"
PAPER_MASK = 0x90
_HEAD = b"\x37\x22"
_ANSWER_LENGTH = len(_HEAD) + ID_LENGTH + 1


def ask_process_id(number: int) -> bytes:
    """Ask for the answer with this number, 0 to 9999."""
    return b"\x1d\x28\x48\x06\x00\x30\x30" + process_id(number)


def process_id(number: int) -> bytes:
    """Four digits.

    Raises:
        ValueError: outside 0 … 9999.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"process id {number}")
    return b"%04d" % number


class ProcessIdReader:
    """Printer bytes → the process IDs answered; any slicing gives the same, seven bytes are held at most."""

    def __init__(self) -> None:
        self._kept = b""

    def receive(self, data: bytes) -> list[bytes]:
        """Take bytes; return the IDs that they completed, and drop everything else."""
        found = []
        for byte in data:
            self._kept = (self._kept + bytes([byte]))[-_ANSWER_LENGTH:]
            if len(self._kept) == _ANSWER_LENGTH and self._kept.startswith(_HEAD) and byte == 0:
                found.append(self._kept[len(_HEAD) : -1])
                self._kept = b""
        return found


def is_paper_answer(byte: int) -> bool:
    """Whether ``byte`` can be the answer to ``GS r 1``."""
    return byte & PAPER_MASK == 0

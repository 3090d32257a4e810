"""The code on a ticket (号票二维码): what stands in its QR code, for scanners at the window and at the kiosk.

``HALL1|2025-03-03|A023|12|1f0c9a2e``: version, day, label, id, check. The check is the CRC-32 of what stands before
it, eight hex digits: it finds a misread, it is no proof of anything. Who scans a code looks the ticket up by its id
and compares day and label. Nothing personal stands in it.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import date

from hall.errors import BadInput
from hall.queueing.ticket import Ticket

VERSION = "HALL1"
_FORM = re.compile(r"HALL1\|(\d{4}-\d{2}-\d{2})\|([A-Z]{1,2}\d{3,})\|(\d{1,18})\|([0-9a-f]{8})", re.ASCII)


@dataclass(frozen=True, slots=True)
class TicketCode:
    """What a ticket's QR code says."""

    day: date
    label: str
    ticket: int

    @property
    def text(self) -> str:
        """The payload of the QR code."""
        body = f"{VERSION}|{self.day.isoformat()}|{self.label}|{self.ticket}"
        return f"{body}|{_check(body)}"


def code_of(ticket: Ticket) -> TicketCode:
    """The code of a stored ticket."""
    return TicketCode(ticket.day, ticket.label, ticket.id)


def read_ticket_code(text: str) -> TicketCode:
    """Read a payload.

    Raises:
        BadInput: it is no ticket's code, or was misread.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise BadInput("not a ticket code", message="这不是号票上的二维码，请扫描号票。")
    day, label, ticket, check = found.groups()
    if _check(f"{VERSION}|{day}|{label}|{ticket}") != check:
        raise BadInput("ticket code misread", message="二维码识读有误，请重新扫描。")
    try:
        return TicketCode(date.fromisoformat(day), label, int(ticket))
    except ValueError as error:
        raise BadInput("ticket code with an impossible day", message="二维码识读有误，请重新扫描。") from error


def _check(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"

"""The code on a ticket (号票二维码): what stands in its QR code, for scanners at the window and at the kiosk.

``HALL2.250303.A023.12.K7MPQ2XW5TBH4RZC``: version, day, label, id, seal. The seal (签章) is the first 80 bits of a
keyed hash of what stands before it; its key is the hall's own and not in the database, so that nobody makes a code
for a ticket he does not hold, and one of another hall is none here. Only characters of a QR code's alphanumeric
mode, so that the code on paper stays coarse. Who scans one looks the ticket up by its id and compares day and
label. Nothing personal stands in it.
"""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hall.errors import BadInput
from hall.queueing.ticket import Ticket

VERSION = "HALL2"
SEAL_BYTES = 10  # 16 characters; whoever guesses needs 2**79 tries at a counter on average
Sign = Callable[[str], bytes]  # a keyed hash, at least SEAL_BYTES long
_FORM = re.compile(rf"{VERSION}\.(\d{{6}})\.([A-Z]{{1,2}}\d{{3,9}})\.(\d{{1,18}})\.([A-Z2-7]{{16}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class TicketCode:
    """What a code says of itself; nothing of it counts before `is_genuine`."""

    day: date
    label: str
    ticket: int
    seal: str = ""

    def sealed(self, sign: Sign) -> str:
        """The payload of the QR code."""
        return f"{self._body}.{_seal(self._body, sign)}"

    def is_genuine(self, sign: Sign) -> bool:
        """Whether this hall made it, and nobody changed it; takes the same time for each wrong one."""
        return hmac.compare_digest(self.seal, _seal(self._body, sign))

    @property
    def _body(self) -> str:
        return f"{VERSION}.{self.day:%y%m%d}.{self.label}.{self.ticket}"


def code_of(ticket: Ticket, sign: Sign) -> str:
    """The payload for a stored ticket."""
    return TicketCode(ticket.day, ticket.label, ticket.id).sealed(sign)


def read_ticket_code(text: str) -> TicketCode:
    """Read a payload; scanners that type mix up capitals, so either will do.

    Raises:
        BadInput: it has not the form of a ticket's code.
    """
    found = _FORM.fullmatch(text.strip().upper())
    if found is None:
        raise BadInput("not a ticket code", message="这不是号票上的二维码，请扫描号票。")
    day, label, ticket, seal = found.groups()
    try:
        return TicketCode(date(2000 + int(day[:2]), int(day[2:4]), int(day[4:])), label, int(ticket), seal)
    except ValueError as error:
        raise BadInput("ticket code with an impossible day", message="二维码识读有误，请重新扫描。") from error


def _seal(body: str, sign: Sign) -> str:
    return base64.b32encode(sign(body)[:SEAL_BYTES]).decode()

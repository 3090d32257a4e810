"""What a scanned or typed code says (出示的码): Q-18. Who scans sends what he likes, so all is checked here.

- a ticket's code (号票二维码), see `hall.queueing.ticket_code`;
- an appointment's code (预约码): eight characters of `CODE_LETTERS`;
- the receipt number of a complaint (受理编号), eleven characters: a letter for the kind, the day, four random
  characters of `CODE_LETTERS`, such as ``T250303K7MP``;
- the business number of a ticket (业务编号): the day and the number, such as ``250303A023``;
- an identity code (电子身份码): a citizen's number of 18 characters, date of birth and check character right
  (GB 11643-1999). Codes that only the issuing platform can read (动态二维码) need the platform and are refused;
- the number of a 市民之家一卡通, by the hall's own rule (⚙).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from hall.errors import BadInput
from hall.identity import Holder, HolderKind
from hall.queueing.ticket_code import VERSION, TicketCode, read_ticket_code

LONGEST = 128
# As `hall.appointments.booking` makes them: none that reads as another.
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8
COMPLAINT_LENGTH = 11
_COMPLAINT = re.compile(f"[TBJY][0-9]{{6}}[{CODE_LETTERS}]{{4}}", re.ASCII)
_BUSINESS = re.compile(r"([0-9]{6})([A-Z]{1,2}[0-9]{3,6})", re.ASCII)
_APPOINTMENT = re.compile(f"[{CODE_LETTERS}]{{{CODE_LENGTH}}}", re.ASCII)
_CITIZEN = re.compile(r"[0-9]{17}[0-9X]", re.ASCII)
_DIGITS = re.compile(r"[0-9]{1,32}", re.ASCII)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


class UnknownCode(BadInput):
    """The code is none that the hall knows (无法识别的码); what stood in it is kept nowhere."""

    default_message = "这个码不能识别，请换身份证、一卡通或预约码。"


@dataclass(frozen=True, slots=True)
class CitizenCardRule:
    """What numbers the hall's 一卡通 has (⚙): 开封§10.

    Attributes:
        lengths: how many digits.
        luhn: the last digit is a check digit (ISO/IEC 7812-1), as on bank and transport cards.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    lengths: tuple[int, ...] = (16, 19)
    luhn: bool = True


@dataclass(frozen=True, slots=True)
class AppointmentCode:
    """The code of an appointment; the repr hides it."""

    text: str

    def __repr__(self) -> str:
        return "AppointmentCode()"


@dataclass(frozen=True, slots=True)
class ComplaintNumber:
    """The receipt number of a complaint. It opens nothing alone: card or telephone have to fit."""

    text: str


@dataclass(frozen=True, slots=True)
class BusinessNumber:
    """A ticket of some day, by its number alone (业务编号)."""

    day: date
    label: str

    @property
    def text(self) -> str:
        """As it is printed and typed: ``250303A023``."""
        return f"{self.day:%y%m%d}{self.label}"


ShownCode = TicketCode | AppointmentCode | ComplaintNumber | BusinessNumber | Holder


def read_shown(text: str, rule: CitizenCardRule) -> ShownCode:
    """Tell what was shown.

    Raises:
        UnknownCode: too long, other characters, a wrong check digit, or no code of ours.
        BadInput: a ticket's code that was misread.
    """
    shown = text.strip()
    if not 1 <= len(shown) <= LONGEST or not (shown.isascii() and shown.isprintable()):
        raise UnknownCode(f"{len(text)} characters that are no code")
    shown = shown.upper()
    if shown.startswith(f"{VERSION}."):
        return read_ticket_code(shown)
    if _APPOINTMENT.fullmatch(shown):
        return AppointmentCode(shown)
    if (number := read_number(shown)) is not None:
        return number
    if is_citizen_number(shown):
        return Holder(HolderKind.QR, id_number=shown)
    if _DIGITS.fullmatch(shown) and len(shown) in rule.lengths and (has_luhn_digit(shown) or not rule.luhn):
        return Holder(HolderKind.CITIZEN_CARD, id_number=shown)
    raise UnknownCode(f"{len(shown)} characters of no known form")


def read_number(text: str) -> ComplaintNumber | BusinessNumber | None:
    """A receipt number or a business number; None for anything else, also for a day that does not exist."""
    shown = text.strip().upper()
    if _COMPLAINT.fullmatch(shown):
        return ComplaintNumber(shown)
    found = _BUSINESS.fullmatch(shown)
    if found is None:
        return None
    digits, label = found.groups()
    try:
        return BusinessNumber(date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:])), label)
    except ValueError:
        return None


def is_citizen_number(number: str) -> bool:
    """True for a citizen's number (公民身份号码): form, a date of birth that exists, check character."""
    if not _CITIZEN.fullmatch(number):
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return number[17] == _CHECKS[total % 11]


def has_luhn_digit(digits: str) -> bool:
    """True when the last of ``digits`` is their check digit (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0

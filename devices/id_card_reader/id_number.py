"""Numbers on identity documents and their check digits (证件号码校验), without I/O.

- Citizens and 港澳台居民居住证: GB 11643-1999, 18 characters; the check is ISO 7064 MOD 11-2.
- 外国人永久居留身份证, 2023: 18 digits, ``9`` + province 2 + country 3 + birth 8 + sequence 3 + the same check.
- 外国人永久居留身份证, 2017: three letters and twelve digits (country, province and city 4, birth 6, sequence,
  check); its check digit is not published, so only the form is checked.
"""

from __future__ import annotations

import re
from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
_EIGHTEEN = re.compile(r"[0-9]{17}[0-9X]", re.ASCII)
_FOREIGNER_2017 = re.compile(r"[A-Z]{3}[0-9]{12}", re.ASCII)


def check_digit(first_seventeen: str) -> str:
    """The 18th character for seventeen digits (校验码).

    Raises:
        ValueError: not seventeen digits.
    """
    if not re.fullmatch(r"[0-9]{17}", first_seventeen, re.ASCII):
        raise ValueError("seventeen digits are needed")
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, first_seventeen, strict=True))
    return CHECK_DIGITS[total % 11]


def is_valid_citizen_number(number: str) -> bool:
    """Whether ``number`` is a citizen's number (公民身份号码): form, a date of birth that exists, check digit."""
    return (
        bool(_EIGHTEEN.fullmatch(number))
        and number[17] == check_digit(number[:17])
        and birth_of(number) is not None
    )


def is_valid_foreigner_number(number: str) -> bool:
    """Whether ``number`` is one of a foreigner's permanent residence card, of 2023 or of 2017."""
    if _FOREIGNER_2017.fullmatch(number):
        return True
    return number.startswith("9") and is_valid_citizen_number(number)


def birth_of(number: str) -> date | None:
    """The date of birth inside an 18-character number; None when it is not a date.

    Six digits stand before it on a citizen's card (division) and on a foreigner's of 2023 (``9``, province,
    country).
    """
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None

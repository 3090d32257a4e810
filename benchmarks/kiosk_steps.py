"""Steps that many visits share, and documents of people who don't exist."""

from __future__ import annotations

from benchmarks.kiosk_place import DEPARTMENT, ITEM, Place
from devices.id_card_reader.id_number import check_digit
from hall.shown_code import has_luhn_digit

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # of appointment codes: none is taken for another


def pick(place: Place, door: str = "door_take_number") -> None:
    """From home to an item."""
    place.press(door)
    place.press(f"department_{DEPARTMENT}")
    place.press(f"item_{ITEM}")


def paper(place: Place) -> None:
    """The ticket comes out and is taken."""
    place.arrives("ticket", phase="paper")
    place.press("done")


def by_phone(place: Place, number: int) -> None:
    """A number by telephone."""
    pick(place)
    place.press("materials_ready")
    place.press("by_phone")
    place.keys(phone_number(number))
    place.press("phone_submit")
    paper(place)


def phone_number(number: int) -> str:
    """Another for each visit."""
    return f"138{number:08d}"


def citizen_card(number: int) -> str:
    """Sixteen digits with their check digit (一卡通)."""
    digits = f"622202{number:09d}"
    return next(digits + last for last in "0123456789" if has_luhn_digit(digits + last))


def citizen_number(number: int) -> str:
    """An id number with its check digit, of a place that does not exist (示例区)."""
    digits = f"410299{1950 + number // 1000 % 50}0101{number % 1000:03d}"
    return digits + check_digit(digits)


def appointment_code(number: int) -> str:
    """Eight letters and digits, another for each visit."""
    code = ""
    for _ in range(8):
        number, letter = divmod(number, len(LETTERS))
        code = LETTERS[letter] + code
    return code

"""From the text on a card to an `IdCard`: dates, codes and the checks (证件信息核验)."""

from __future__ import annotations

from datetime import date, datetime

from devices.codec.sam_v_card import LONG_TERM, CardText, Layout
from devices.id_card_reader.id_number import birth_of, is_valid_citizen_number, is_valid_foreigner_number
from devices.id_card_reader.interface import CardKind, IdCard, Sex
from devices.id_card_reader.nations import NATIONS

_KINDS = {layout: CardKind[layout.name] for layout in Layout}
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}


def to_id_card(text: CardText, *, photo: bytes = b"", extra_address: str = "") -> IdCard:
    """Check the fields and give them their types.

    Raises:
        ValueError: the id number fails its check, contradicts the date of birth, or a date is none. The text
            of the error holds no personal data.
    """
    kind = _KINDS[text.layout]
    birth = _date(text.birth, "birth")
    _check_number(text, birth)
    nation = NATIONS.get(text.nation, "") if kind is CardKind.DOMESTIC else ""
    return IdCard(
        kind=kind,
        name=text.name,
        id_number=text.id_number,
        sex=_SEXES.get(text.sex, Sex.NOT_STATED),
        nation=nation,
        birth=birth,
        address=text.address,
        issuer=text.issuer,
        valid_from=_date(text.valid_from, "valid_from"),
        valid_to=None if text.valid_to == LONG_TERM else _date(text.valid_to, "valid_to"),
        english_name=text.english_name,
        pass_number=text.pass_number,
        country=text.country,
        issue_count=int(text.count) if text.count.isascii() and text.count.isdigit() else 0,
        photo=photo,
        extra_address=extra_address,
    )


def _check_number(text: CardText, birth: date) -> None:
    foreigner = text.layout in (Layout.FOREIGNER_2017, Layout.FOREIGNER_2023)
    check = is_valid_foreigner_number if foreigner else is_valid_citizen_number
    if not check(text.id_number):
        raise ValueError("the id number fails its check")
    if len(text.id_number) == 18 and birth_of(text.id_number) != birth:
        raise ValueError("the id number contradicts the date of birth")


def _date(value: str, field: str) -> date:
    """``YYYYMMDD`` as a date."""
    if not (len(value) == 8 and value.isascii() and value.isdigit()):
        raise ValueError(f"{field} is not a date")
    try:
        return datetime.strptime(value, "%Y%m%d").date()  # noqa: DTZ007 - a day on a card has no zone
    except ValueError:
        raise ValueError(f"{field} is not a date") from None

"""Fictitious people with plausible cards (虚构人员): every check digit valid, nobody real.

The division codes end in 99, which GB/T 2260 gives to no county, so no such number was ever issued. The check
digit is computed by the recursion of ISO 7064 MOD 11-2, not by the table of weights that the driver uses.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

KINDS = ("domestic", "hmt", "foreigner_2017", "foreigner_2023")
# A character outside the BMP takes two units of UTF-16; 䶮 was in the private use area for long.
RARE_NAMES = ("龙䶮", "陈𠮷", "㐂永明", "𠮷田𠮷", "张㛃")

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志文晓雪梅"
_PLACES = (
    ("410299", "河南省开封市示例区", "开封市公安局示例分局"),
    ("410199", "河南省郑州市示例县", "示例县公安局"),
    ("110199", "北京市示例区", "北京市公安局示例分局"),
    ("440199", "广东省广州市示例区", "广州市公安局示例分局"),
    ("659999", "新疆维吾尔自治区示例市", "示例市公安局"),
)
_STREETS = ("人民路", "解放大道", "建设街", "文化路", "朝阳胡同")
_FOREIGNERS = (("GBR", "826", "WHITEFIELD, ANNA MARIA", "安娜"), ("FRA", "250", "DUPONT, JEAN-LUC", "让吕克"))
_LONG_NAME = "RAMACHANDRAN, VENKATANARASIMHARAJUVARIPETA"


@dataclass(frozen=True, slots=True)
class Person:
    """What stands on a fictitious card; the fields are text, as on the card."""

    kind: str = "domestic"
    name: str = ""
    sex: str = "1"
    nation: str = "01"
    birth: str = "19800101"
    address: str = ""
    id_number: str = ""
    issuer: str = ""
    valid_from: str = ""
    valid_to: str = ""
    pass_number: str = ""
    count: str = ""
    english_name: str = ""
    country: str = ""
    former_number_link: str = ""
    extra_address: str = ""


def mod_11_2(digits: str) -> str:
    """The check character of ISO 7064 MOD 11-2 by its recursion."""
    remainder = 0
    for digit in digits:
        remainder = (remainder + int(digit)) * 2 % 11
    check = (12 - remainder) % 11
    return "X" if check == 10 else str(check)


def fictitious_person(kind: str = "domestic", *, seed: int = 0, **given: Any) -> Person:
    """A person of ``kind``, the same for the same seed; ``given`` replaces single fields.

    Raises:
        ValueError: unknown kind or field, or a field that is not text.
    """
    if kind not in KINDS:
        raise ValueError(f"unknown card {kind!r}; known: {', '.join(KINDS)}")
    known = {field.name for field in fields(Person)}
    unknown = sorted(set(given) - known)
    if unknown:
        raise ValueError(f"unknown field {', '.join(unknown)}; known: {', '.join(sorted(known))}")
    if not all(isinstance(value, str) for value in given.values()):
        raise ValueError("fields of a card are text")
    chance = random.Random(f"{kind}/{seed}")
    born = date(1945, 1, 1) + timedelta(days=chance.randrange(365 * 62))
    issued = date(2016, 1, 1) + timedelta(days=chance.randrange(365 * 9))
    person = Person(
        kind=kind,
        sex=chance.choice("12"),
        birth=f"{born:%Y%m%d}",
        valid_from=f"{issued:%Y%m%d}",
        valid_to=_expiry(issued, born, kind),
    )
    maker = {"domestic": _domestic, "hmt": _hmt, "foreigner_2017": _foreigner, "foreigner_2023": _foreigner}[kind]
    return replace(maker(person, chance), **given)


def _expiry(issued: date, born: date, kind: str) -> str:
    """居民身份证法 §5: 16 to 25 ten years, to 45 twenty, from 46 long-term; residents' permits five."""
    if kind == "hmt":
        years = 5
    elif kind.startswith("foreigner"):
        years = 10
    else:
        age = issued.year - born.year
        if age >= 46:
            return "长期"
        years = 5 if age < 16 else 10 if age <= 25 else 20
    day = min(issued.day, 28)
    return f"{issued.replace(year=issued.year + years, day=day):%Y%m%d}"


def _sequence(person: Person, chance: random.Random) -> str:
    """Three digits, the last odd for a man and even for a woman."""
    return f"{chance.randrange(100):02d}{chance.choice('13579' if person.sex == '1' else '02468')}"


def _domestic(person: Person, chance: random.Random) -> Person:
    code, place, issuer = chance.choice(_PLACES)
    stem = code + person.birth + _sequence(person, chance)
    name = chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, chance.choice((1, 2, 2))))
    return replace(
        person,
        name=name,
        nation=chance.choice(("01", "01", "01", "03", "08", "11")),
        address=f"{place}{chance.choice(_STREETS)}{chance.randrange(1, 300)}号{chance.randrange(1, 30)}单元",
        id_number=stem + mod_11_2(stem),
        issuer=issuer,
    )


def _hmt(person: Person, chance: random.Random) -> Person:
    code = chance.choice(("810000", "820000", "830000"))
    stem = code + person.birth + _sequence(person, chance)
    letter = {"810000": "H", "820000": "M", "830000": ""}[code]
    return replace(
        _domestic(person, chance),
        nation="",
        id_number=stem + mod_11_2(stem),
        pass_number=letter + f"{chance.randrange(10**8):08d}",
        count="01",
    )


def _foreigner(person: Person, chance: random.Random) -> Person:
    letters, digits, english, chinese = chance.choice(_FOREIGNERS)
    if person.kind == "foreigner_2017":
        number = f"{letters}4199{person.birth[2:]}{chance.randrange(100):02d}"
        return replace(
            person, name=chinese, english_name=english, id_number=number, country=letters, issuer="1500", count="01"
        )
    stem = f"941{digits}{person.birth}{_sequence(person, chance)}"
    english = _LONG_NAME if chance.random() < 0.3 else english
    return replace(
        person, name=chinese, english_name=english, id_number=stem + mod_11_2(stem), country=letters, count="01"
    )

"""People as the rules see them: actors and their roles, and the citizen behind a ticket (办事人).

Masking follows the hall's habit for public notices (办件公示): 王建国 → 王*国, 李梅 → 李*, and of an id number the
first four and the last four characters stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from hall.errors import NotAllowed

SECRET = "encrypted at rest"
Secret = Annotated[str, SECRET]  # text that may name or describe a person


class Role(StrEnum):
    """What a person may do (角色)."""

    CITIZEN = "citizen"  # 办事群众, at the kiosk
    CLERK = "clerk"  # 窗口人员
    GUIDE = "guide"  # 导办台
    CHIEF = "chief"  # 首席代表
    UNIT_LEADER = "unit_leader"  # 派驻单位领导
    CENTRE = "centre"  # 中心领导
    SUPERVISOR = "supervisor"  # 督查股
    DISCIPLINE = "discipline"  # 纪检监察
    ADMIN = "admin"  # 管理员
    SYSTEM = "system"  # 系统自动


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, from where (操作人); stands on every journal record.

    Attributes:
        name: staff number (工号), or ``"citizen"`` / ``"system"``; never a citizen's name.
        roles: what they may do.
        station: the machine, such as ``"counter-3"`` or ``"kiosk-1"``.
    """

    name: str
    roles: frozenset[Role]
    station: str

    def must_be(self, *roles: Role) -> None:
        """Check the role in the use case, not in the button.

        Raises:
            NotAllowed: the actor has none of ``roles``.
        """
        if not self.roles.intersection(roles):
            raise NotAllowed(f"{self.name} has {sorted(self.roles)}, needs one of {[str(r) for r in roles]}")


def citizen_at(station: str) -> Actor:
    """The unnamed person in front of a kiosk."""
    return Actor("citizen", frozenset({Role.CITIZEN}), station)


def system_at(station: str) -> Actor:
    """The software itself, such as the timer that voids an unconfirmed ticket."""
    return Actor("system", frozenset({Role.SYSTEM}), station)


class HolderKind(StrEnum):
    """How the citizen showed who they are (身份核验方式)."""

    ID_CARD = "id_card"  # 身份证
    RESIDENCE_PERMIT = "residence_permit"  # 港澳台居民居住证
    FOREIGNER_PERMIT = "foreigner_permit"  # 外国人永久居留证
    CITIZEN_CARD = "citizen_card"  # 市民之家一卡通
    QR = "qr"  # 电子身份码
    PHONE = "phone"  # 手机号
    NONE = "none"  # 免登记


@dataclass(frozen=True, slots=True)
class Holder:
    """The person a ticket belongs to; its fields never reach a log, a journal payload or ``repr``.

    Attributes:
        kind: how they were identified.
        name: full name, may hold characters outside GBK (䶮, 𠮷).
        id_number: id, card or permit number; empty for PHONE and NONE.
        phone: mobile number, optional.
    """

    kind: HolderKind
    name: str = field(default="", repr=False)
    id_number: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)

    @property
    def masked(self) -> str:
        """What may be shown: the masked name, else the masked number or phone, else empty."""
        return mask_name(self.name) if self.name else self.masked_document

    @property
    def masked_document(self) -> str:
        """The number they were identified by, masked: of the card, else of the phone, else empty."""
        if self.id_number:
            return mask_number(self.id_number)
        return mask_phone(self.phone) if self.phone else ""

    @property
    def key_source(self) -> str:
        """What "the same person" is decided by; empty when nobody was identified.

        The database stores only a keyed hash of it.
        """
        if self.id_number:
            return f"id:{self.id_number.upper()}"
        return f"phone:{self.phone}" if self.phone else ""


ANONYMOUS = Holder(HolderKind.NONE)


def mask_name(name: str) -> str:
    """王建国 → 王*国, 李梅 → 李*, 欧阳建国 → 欧**国; one character stays as it is."""
    if len(name) <= 1:
        return name
    if len(name) == 2:
        return name[0] + "*"
    return name[0] + "*" * (len(name) - 2) + name[-1]


def mask_number(number: str) -> str:
    """410211198001011234 → 4102**********1234; short numbers keep only the last two."""
    if len(number) < 10:
        return "*" * max(len(number) - 2, 0) + number[-2:]
    return number[:4] + "*" * (len(number) - 8) + number[-4:]


def mask_phone(phone: str) -> str:
    """13812345678 → 138****5678."""
    return phone[:3] + "*" * max(len(phone) - 7, 0) + phone[-4:] if len(phone) >= 8 else mask_number(phone)

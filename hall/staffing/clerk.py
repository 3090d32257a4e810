"""A member of staff (窗口人员)."""

from __future__ import annotations

from dataclasses import dataclass, field

from hall.identity import Role


@dataclass(frozen=True, slots=True)
class Clerk:
    """A clerk (窗口人员), as 公示牌 and sign-in need them.

    Attributes:
        number: staff number (工号), such as ``"1027"``.
        name: full name; staff names are public on the plate (安康八3).
        department: code of the sending department.
        roles: what they may do.
        password_hash: argon2id, never shown.
        trained_items: codes of the items they were trained and passed for (W-09).
        phone: office phone for the plate.
        photo: URL in the document store, empty for none.
    """

    number: str
    name: str
    department: str
    roles: frozenset[Role]
    password_hash: str = field(repr=False, default="")
    trained_items: frozenset[str] = frozenset()
    phone: str = ""
    photo: str = ""
    active: bool = True

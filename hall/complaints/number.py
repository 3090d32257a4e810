"""The receipt number of a complaint (受理编号): ``T250303K7MP``, see `hall.shown_code.ComplaintNumber`."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date

from hall.complaints.complaint import ComplaintKind
from hall.shown_code import CODE_LETTERS

LETTERS: Mapping[ComplaintKind, str] = {
    ComplaintKind.COMPLAINT: "T",
    ComplaintKind.UNRESOLVED: "B",
    ComplaintKind.SUGGESTION: "J",
    ComplaintKind.PRAISE: "Y",
}


def new_number(kind: ComplaintKind, day: date) -> str:
    """A fresh number; the table refuses one that is there already."""
    return f"{LETTERS[kind]}{day:%y%m%d}{''.join(secrets.choice(CODE_LETTERS) for _ in range(4))}"

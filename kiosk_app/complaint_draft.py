"""What a complaint at the kiosk is so far (投诉登记的状态); nothing personal, the person is never kept here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hall.complaints.complaint import ComplaintKind, Tag
from hall.complaints.receipt import Receipt


class Slip(StrEnum):
    """The paper with the receipt number."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"  # no printer, or nobody knows


@dataclass(frozen=True, slots=True)
class ComplaintDraft:
    """The choices so far.

    Attributes:
        label, window, item: what it is about; at most one is set.
        request: the key of this complaint, the same for every try; empty before a kind was chosen.
        has_card: a card was shown; a telephone number may follow.
        sending: on its way to the database.
        receipt: once it is taken down.
        earlier: what was taken down is an earlier try, the choices changed since are not in it.
    """

    kind: ComplaintKind = ComplaintKind.COMPLAINT
    label: str = ""
    window: int | None = None
    item: str = ""
    tags: tuple[Tag, ...] = ()
    wants_call: bool = False
    request: str = ""
    has_card: bool = False
    sending: bool = False
    receipt: Receipt | None = None
    earlier: bool = False
    slip: Slip = Slip.NONE

    @property
    def says_something(self) -> bool:
        """Whether it can go on to who complains."""
        return bool(self.tags) or self.wants_call

    @property
    def may_be_anonymous(self) -> bool:
        """Not where somebody has to be helped, or called."""
        return self.kind is not ComplaintKind.UNRESOLVED and not self.wants_call

"""What the person gets in the hand (受理回执): the receipt number and how to ask by it; nothing of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hall.complaints.complaint import Complaint, ComplaintKind


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt.

    Attributes:
        answer_by: last day of the limit for the answer; None when nobody can say.
        by_card, by_phone: with what one may ask how it stands; neither when there is nobody to answer.
    """

    number: str
    kind: ComplaintKind
    received_at: datetime
    answer_by: date | None
    by_card: bool
    by_phone: bool

    @property
    def anonymous(self) -> bool:
        """True when there is nobody to answer, and nothing to ask with."""
        return not (self.by_card or self.by_phone)


def receipt_of(complaint: Complaint) -> Receipt:
    """The receipt of what was taken down."""
    person = complaint.person
    return Receipt(
        complaint.number,
        complaint.kind,
        complaint.received_at,
        None if complaint.anonymous else complaint.answer_by,
        bool(person.id_number),
        bool(person.phone),
    )

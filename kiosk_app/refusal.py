"""Why a rule said no (规则不允许的原因), as the kiosk's pages keep it: the kind of refusal, the facts it named.

An error itself holds on to all that was at hand when it was raised, the visitor's card with it; this does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hall.errors import HallError

if TYPE_CHECKING:
    from hall.queueing.availability import Hindrance


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refusal; the words are those of `kiosk_app.refusal_words`.

    Attributes:
        label: a number that the visitor has already: of a ticket, or of what was filed.
        pending: nobody knows yet whether they have it.
        at, opens_at: of the appointment meant.
        hindrance: what stands in the way of a number.
    """

    kind: type[HallError]
    label: str = ""
    pending: bool = False
    at: datetime | None = None
    opens_at: datetime | None = None
    hindrance: Hindrance | None = None


FACTS = ("label", "pending", "at", "opens_at", "hindrance")


def refusal_from(error: Exception) -> Refusal | None:
    """Kind and facts of an error of the rules; None for any other."""
    if not isinstance(error, HallError):
        return None
    return Refusal(type(error), **{name: getattr(error, name) for name in FACTS if hasattr(error, name)})

"""One matter of a person (我的事项) as it is told: a visit, a complaint; cases (办件) join as one more source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hall.identity import Holder
from hall.ports import UnitOfWork


class MatterKind(StrEnum):
    """What kind of matter."""

    VISIT = "visit"  # 到厅办事
    COMPLAINT = "complaint"  # 投诉、办不成事、建议、表扬


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter, as its person is told; no name, no number of a document.

    Attributes:
        number: business number or receipt number.
        day: when it began.
        what: of what sort, in the kind's own terms; a complaint's `ComplaintKind`.
        title: name of the item, empty when none is meant.
        state: in the kind's own terms: a `TicketState`, a `ComplaintState`.
        due: last day of the limit that runs, if any.
        item: code of the item, empty when ``title`` is.
        note: the answer, when it was given; ``repr`` hides it.
    """

    kind: MatterKind
    number: str
    day: date
    state: str
    title: str = field(default="", repr=False)
    what: str = ""
    due: date | None = None
    note: str = field(default="", repr=False)
    item: str = field(default="", repr=False)


# Tells a person's matters since a day; each kind of matter brings one.
MatterSource = Callable[[UnitOfWork, Holder, date], Sequence[Matter]]

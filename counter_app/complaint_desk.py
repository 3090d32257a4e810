"""The complaints page's use cases over the store (投诉处理操作): one method, one transaction, on the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from counter_app.desk import Desk
from hall.complaints import handling
from hall.complaints.complaint import Complaint, ComplaintRecord
from hall.complaints.concerned import possible_handlers
from hall.complaints.handling import Channel
from hall.complaints.intake import ComplaintWish, file_complaint
from hall.complaints.reading import complaints_for, records_of, taken_down_by
from hall.identity import Actor
from hall.ports import UnitOfWork
from hall.repeats import once

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ComplaintSnapshot:
    """Everything the page shows, read in one snapshot.

    Attributes:
        complaints: what the reader may see: open ones by their limit, then closed ones.
        records, handlers: what was done, and staff numbers of who may be charged, by complaint.
        taken: what the reader took down today.
        names, items: by staff number and item code.
    """

    at: datetime
    complaints: Sequence[Complaint]
    records: Mapping[int, Sequence[ComplaintRecord]]
    handlers: Mapping[int, Sequence[str]]
    taken: Sequence[Complaint]
    names: Mapping[str, str]
    items: Mapping[str, str]

    def complaint(self, key: str) -> Complaint:
        """The one of a line."""
        return next(c for c in self.complaints if str(c.id) == key)


@dataclass(frozen=True, slots=True)
class ComplaintDesk:
    """See ``hall.complaints``."""

    desk: Desk

    def read(self, by: Actor) -> ComplaintSnapshot:
        """Everything the page shows.

        Raises:
            Unavailable: the database is away.
        """
        with self.desk.store.reading() as uow:
            seen = complaints_for(uow, by)
            return ComplaintSnapshot(
                at=uow.now,
                complaints=seen,
                records={c.id: records_of(uow, c) for c in seen},
                handlers={c.id: [h.number for h in possible_handlers(uow, c)] for c in seen if c.is_open},
                taken=taken_down_by(uow, by),
                names={clerk.number: clerk.name for clerk in uow.clerks.all()},
                items={item.code: item.name for item in uow.catalogue.items()},
            )

    def file(self, by: Actor, wish: ComplaintWish) -> Complaint:
        """登记; the same request twice is taken down once."""
        return once(
            self.desk.store,
            lambda uow: file_complaint(
                uow, wish, by=by, profile=self.desk.profile, calendar=self.desk.calendar_of(uow)
            ),
        )

    def assign(self, by: Actor, complaint: int, handler: str) -> Complaint:
        """交办."""
        return self._do(lambda uow: handling.assign(uow, complaint, handler, by=by))

    def refer(self, by: Actor, complaint: int, reason: str) -> Complaint:
        """移交纪检."""
        return self._do(lambda uow: handling.refer(uow, complaint, reason, by=by))

    def investigate(self, by: Actor, complaint: int, finding: str) -> Complaint:
        """调查."""
        return self._do(lambda uow: handling.investigate(uow, complaint, finding, by=by))

    def answer(self, by: Actor, complaint: int, words: str) -> Complaint:
        """答复."""
        return self._do(
            lambda uow: handling.answer(
                uow, complaint, words, by=by, profile=self.desk.profile, calendar=self.desk.calendar_of(uow)
            )
        )

    def note_missed_call(self, by: Actor, complaint: int) -> Complaint:
        """联系不上."""
        return self._do(lambda uow: handling.note_missed_call(uow, complaint, by=by))

    def feed_back(self, by: Actor, complaint: int, channel: Channel, words: str) -> Complaint:
        """反馈."""
        return self._do(lambda uow: handling.feed_back(uow, complaint, channel, words, by=by))

    def reopen(self, by: Actor, complaint: int, reason: str) -> Complaint:
        """重新调查."""
        return self._do(lambda uow: handling.reopen(uow, complaint, reason, by=by))

    def close(self, by: Actor, complaint: int) -> Complaint:
        """办结."""
        return self._do(lambda uow: handling.close(uow, complaint, by=by, profile=self.desk.profile))

    def _do(self, work: Callable[[UnitOfWork], T]) -> T:
        with self.desk.store.begin() as uow:
            result = work(uow)
            uow.commit()
        return result

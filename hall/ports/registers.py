"""Registers (登记簿): rows of one kind, found by equality, changed by guarded writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from hall.appointments.appointment import Appointment
    from hall.complaints.complaint import Complaint, ComplaintRecord
    from hall.progress.guess import Guess
    from hall.queueing.overtime import Overtime
    from hall.queueing.steps import ServiceStep
    from hall.queueing.suggestion import SuggestionRecord
    from hall.staffing.assignment import Assignment
    from hall.staffing.attendance import Attendance, VacancyRecord
    from hall.staffing.chief import ChiefRepresentative
    from hall.staffing.first_contact import FirstContact
    from hall.staffing.help_call import HelpCall
    from hall.staffing.leave import LeaveSlip
    from hall.staffing.service_request import ServiceRequest
    from hall.staffing.training import Training
    from hall.supervision.device_health import DeviceHealth
    from hall.supervision.station_beat import StationBeat

Row = TypeVar("Row")


class Register(Protocol[Row]):
    """A register. Rows are frozen dataclasses with ``id`` (0 before they are stored) and ``version``.

    Fields of type ``Holder`` and ``Secret`` are encrypted and never change after `add`.
    """

    def add(self, row: Row) -> Row:
        """Store a new row; returns it with its id.

        Raises:
            Conflict: a row that must be the only one of its kind is there already.
        """

    def get(self, row_id: int) -> Row:
        """One row.

        Raises:
            NotFound: no such id.
        """

    def save(self, before: Row, after: Row) -> Row:
        """Store ``after`` if the row still has ``before.version``; returns it with the new version.

        Raises:
            Conflict: the row changed in between.
        """

    def where(self, **equal: object) -> Sequence[Row]:
        """Rows whose fields equal all of ``equal``, by id; a ``Holder`` finds the rows of the same person.

        Raises:
            TypeError: a field does not exist or can't be searched for.
        """


class Registers(Protocol):
    """All registers of the hall."""

    @property
    def appointments(self) -> Register[Appointment]: ...
    @property
    def attendance(self) -> Register[Attendance]: ...
    @property
    def leave(self) -> Register[LeaveSlip]: ...
    @property
    def assignments(self) -> Register[Assignment]: ...
    @property
    def chiefs(self) -> Register[ChiefRepresentative]: ...
    @property
    def trainings(self) -> Register[Training]: ...
    @property
    def vacancies(self) -> Register[VacancyRecord]: ...
    @property
    def first_contacts(self) -> Register[FirstContact]: ...
    @property
    def service_requests(self) -> Register[ServiceRequest]: ...
    @property
    def help_calls(self) -> Register[HelpCall]: ...
    @property
    def suggestions(self) -> Register[SuggestionRecord]: ...
    @property
    def overtime(self) -> Register[Overtime]: ...
    @property
    def steps(self) -> Register[ServiceStep]: ...
    @property
    def device_health(self) -> Register[DeviceHealth]: ...
    @property
    def station_beats(self) -> Register[StationBeat]: ...
    @property
    def complaints(self) -> Register[Complaint]: ...
    @property
    def complaint_records(self) -> Register[ComplaintRecord]: ...
    @property
    def guesses(self) -> Register[Guess]: ...

"""The registers (登记簿), all of one make."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Any, Generic

from db import complaint_tables
from db import register_tables as tables
from db.crypto import Keys
from db.repositories.layout import Layout, Row
from db.session import Session
from hall.appointments.appointment import Appointment
from hall.complaints.complaint import Complaint, ComplaintRecord
from hall.errors import Conflict, NotFound
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

APPOINTMENTS = Layout(tables.appointments, Appointment)
ATTENDANCE = Layout(tables.attendance, Attendance)
LEAVE = Layout(tables.leave_slips, LeaveSlip)
ASSIGNMENTS = Layout(tables.assignments, Assignment)
CHIEFS = Layout(tables.chiefs, ChiefRepresentative)
TRAININGS = Layout(tables.trainings, Training)
VACANCIES = Layout(tables.vacancies, VacancyRecord)
FIRST_CONTACTS = Layout(tables.first_contacts, FirstContact)
SERVICE_REQUESTS = Layout(tables.service_requests, ServiceRequest)
HELP_CALLS = Layout(tables.help_calls, HelpCall)
SUGGESTIONS = Layout(tables.suggestions, SuggestionRecord)
OVERTIME = Layout(tables.overtime, Overtime)
STEPS = Layout(tables.ticket_steps, ServiceStep)
DEVICE_HEALTH = Layout(tables.device_health, DeviceHealth)
STATION_BEATS = Layout(tables.station_beats, StationBeat)
COMPLAINTS = Layout(complaint_tables.complaints, Complaint)
COMPLAINT_RECORDS = Layout(complaint_tables.complaint_records, ComplaintRecord)
GUESSES = Layout(complaint_tables.guesses, Guess)


class SqlRegister(Generic[Row]):
    """Fills `hall.ports.Register`."""

    def __init__(self, layout: Layout[Row], session: Session, keys: Keys, zone: tzinfo) -> None:
        self._layout = layout
        self._session = session
        self._keys = keys
        self._zone = zone

    def add(self, row: Row) -> Row:
        """Store a new row; returns it with its id.

        Raises:
            Conflict: a row that must be the only one of its kind is there already.
        """
        cells = self._layout.to_row(row, secrets.token_hex(8), self._keys)
        return _changed(row, id=int(self._session.one(self._layout.add, cells)[0]))

    def get(self, row_id: int) -> Row:
        """One row.

        Raises:
            NotFound: no such id.
        """
        row = self._session.first(self._layout.get, {"id": row_id})
        if row is None:
            raise NotFound(f"{self._layout.table.name} {row_id}")
        return self._layout.from_row(row, self._zone, self._keys)

    def save(self, before: Row, after: Row) -> Row:
        """Store ``after`` if the row still has ``before.version``; returns it with the new version.

        Raises:
            Conflict: the row changed in between.
        """
        if self._session.change(self._layout.save, self._layout.to_change(before, after)) != 1:
            raise Conflict(f"{self._layout.table.name} {before.id}: version {before.version} is no longer current")
        return _changed(after, version=before.version + 1)

    def where(self, **equal: object) -> Sequence[Row]:
        """Rows whose fields equal all of ``equal``, by id; a ``Holder`` finds the rows of the same person.

        Raises:
            TypeError: a field does not exist or can't be searched for.
        """
        wanted = self._layout.searchable(equal, self._keys)
        if wanted is None:
            return ()
        rows = self._session.all(
            self._layout.find(wanted), {name: value for name, value in wanted.items() if value is not None}
        )
        return [self._layout.from_row(row, self._zone, self._keys) for row in rows]


class SqlRegisters:
    """Fills `hall.ports.Registers`; a register is made when it is asked for."""

    def __init__(self, session: Session, keys: Keys, zone: tzinfo) -> None:
        self._session = session
        self._keys = keys
        self._zone = zone

    def _of(self, layout: Layout[Row]) -> SqlRegister[Row]:
        return SqlRegister(layout, self._session, self._keys, self._zone)

    @property
    def appointments(self) -> SqlRegister[Appointment]:
        """预约"""
        return self._of(APPOINTMENTS)

    @property
    def attendance(self) -> SqlRegister[Attendance]:
        """签到记录"""
        return self._of(ATTENDANCE)

    @property
    def leave(self) -> SqlRegister[LeaveSlip]:
        """请假条"""
        return self._of(LEAVE)

    @property
    def assignments(self) -> SqlRegister[Assignment]:
        """轮岗记录"""
        return self._of(ASSIGNMENTS)

    @property
    def chiefs(self) -> SqlRegister[ChiefRepresentative]:
        """首席代表"""
        return self._of(CHIEFS)

    @property
    def trainings(self) -> SqlRegister[Training]:
        """岗前培训"""
        return self._of(TRAININGS)

    @property
    def vacancies(self) -> SqlRegister[VacancyRecord]:
        """空岗记录"""
        return self._of(VACANCIES)

    @property
    def first_contacts(self) -> SqlRegister[FirstContact]:
        """首问登记"""
        return self._of(FIRST_CONTACTS)

    @property
    def service_requests(self) -> SqlRegister[ServiceRequest]:
        """代办与上门服务"""
        return self._of(SERVICE_REQUESTS)

    @property
    def help_calls(self) -> SqlRegister[HelpCall]:
        """求助"""
        return self._of(HELP_CALLS)

    @property
    def suggestions(self) -> SqlRegister[SuggestionRecord]:
        """调整建议"""
        return self._of(SUGGESTIONS)

    @property
    def overtime(self) -> SqlRegister[Overtime]:
        """延时服务"""
        return self._of(OVERTIME)

    @property
    def steps(self) -> SqlRegister[ServiceStep]:
        """号随人走"""
        return self._of(STEPS)

    @property
    def device_health(self) -> SqlRegister[DeviceHealth]:
        """设备健康"""
        return self._of(DEVICE_HEALTH)

    @property
    def station_beats(self) -> SqlRegister[StationBeat]:
        """站点心跳"""
        return self._of(STATION_BEATS)

    @property
    def complaints(self) -> SqlRegister[Complaint]:
        """投诉"""
        return self._of(COMPLAINTS)

    @property
    def complaint_records(self) -> SqlRegister[ComplaintRecord]:
        """投诉办理记录"""
        return self._of(COMPLAINT_RECORDS)

    @property
    def guesses(self) -> SqlRegister[Guess]:
        """查询试错"""
        return self._of(GUESSES)


def _changed(row: Row, **changes: Any) -> Row:
    changed: Row = replace(row, **changes)  # type: ignore[type-var]  # rows are dataclasses; Layout checked it
    return changed

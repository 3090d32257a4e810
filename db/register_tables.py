"""Tables of the registers (登记簿): appointments, staff, requests, and counted places.

Columns bear the names of the dataclasses' fields (`db.repositories.layout`); a person is five columns, encrypted
but for the kind, found by ``…_lookup``. ``token`` binds a row's encrypted values to it.
"""

from __future__ import annotations

import sqlalchemy as sa

from db.columns import day as _day
from db.columns import number as _number
from db.columns import person as _person
from db.columns import register as _register
from db.columns import request as _request
from db.columns import sole_request
from db.columns import text as _text
from db.columns import texts as _texts
from db.columns import time as _time
from db.tables import metadata, one_of
from db.types import UtcTime
from hall.appointments.appointment import AppointmentState, Channel
from hall.appointments.place import PlaceKind
from hall.queueing.balancing import Change
from hall.queueing.suggestion import SuggestionState
from hall.staffing.first_contact import ContactState, Handling
from hall.staffing.leave import LeaveState
from hall.staffing.service_request import RequestKind, RequestState
from hall.staffing.window import Post

appointments = _register(
    "appointments",
    sa.Column("code", sa.Text, nullable=False, unique=True),
    _text("item"),
    _time("at"),
    _time("ends", nullable=True),
    _day("day"),
    *_texts("channel", "state", "external_id", "holder"),
    *_person("person"),
    *_texts("clerk", "clerk_phone"),
    sa.Column("ticket", sa.ForeignKey("tickets.id")),
    _time("arrived_at", nullable=True),
    _time("booked_at", nullable=True),
    _request(),
    one_of("state", AppointmentState),
    one_of("channel", Channel),
    sa.Index("ix_appointments_day", "day", "state"),
    sa.Index("ix_appointments_person", "person_lookup", "day"),
)
sole_request(appointments)
sa.Index(
    "uq_appointments_external", appointments.c.external_id, unique=True,
    sqlite_where=sa.text("external_id <> ''"), postgresql_where=sa.text("external_id <> ''"),
)  # fmt: skip

places = sa.Table(
    "places",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("starts", UtcTime, primary_key=True),
    _day("day"),
    _time("ends"),
    _number("capacity"),
    _number("taken"),
    one_of("kind", PlaceKind),
    sa.CheckConstraint("taken >= 0", name="taken_not_negative"),
    sa.Index("ix_places_day", "kind", "item", "day"),
    sa.Index("ix_places_all_of_day", "day", "kind"),
)

delegations = _register(
    "delegations",
    *_texts("department", "items"),
    sa.Column("window", sa.ForeignKey("windows.number"), nullable=False),
    _day("starts"),
    _day("ends"),
    *_texts("basis", "filed_by"),
    _day("revoked_on", nullable=True),
)

attendance = _register(
    "attendance",
    _day("day"),
    _text("clerk"),
    _number("window"),
    _text("post"),
    _time("signed_in"),
    _time("signed_out", nullable=True),
    one_of("post", Post),
    sa.Index("ix_attendance_day", "day", "window"),
)
# A clerk has one open stay at a window, whatever crashes in between. Two clerks may overlap (先进后出).
sa.Index(
    "uq_attendance_open", attendance.c.window, attendance.c.clerk, unique=True,
    sqlite_where=sa.text("signed_out IS NULL"), postgresql_where=sa.text("signed_out IS NULL"),
)  # fmt: skip

leave_slips = _register(
    "leave_slips",
    *_texts("clerk", "department"),
    _number("window", nullable=True),
    _time("starts"),
    _time("ends"),
    *_texts("days", "reason"),
    sa.Column("annual", sa.Boolean, nullable=False),
    *_texts("needed", "signed", "state"),
    _time("requested_at", nullable=True),
    _time("left_at", nullable=True),
    _time("back_at", nullable=True),
    one_of("state", LeaveState),
    sa.Index("ix_leave_slips_state", "state"),
    sa.Index("ix_leave_slips_clerk", "clerk"),
)

assignments = _register(
    "assignments",
    _text("clerk"),
    _number("window"),
    _text("post"),
    _day("starts"),
    _day("ends", nullable=True),
    _day("filed_on"),
    _text("approved_by"),
    one_of("post", Post),
    sa.Index("ix_assignments_window", "window"),
)

chiefs = _register(
    "chiefs",
    *_texts("department", "clerk", "authority"),
    sa.Column("holds_seal", sa.Boolean, nullable=False),
    _day("since"),
    _day("until", nullable=True),
    _text("stand_in"),
    _time("away_from", nullable=True),
    _time("away_until", nullable=True),
    sa.Index("ix_chiefs_department", "department"),
)

trainings = _register(
    "trainings",
    *_texts("clerk", "item"),
    _day("trained_on"),
    sa.Column("passed", sa.Boolean, nullable=False),
    _text("examiner"),
    _time("recorded_at"),
    sa.Index("ix_trainings_clerk", "clerk"),
)

vacancies = _register(
    "vacancies",
    _day("day"),
    _number("window"),
    _time("since"),
    _time("found_at"),
    _time("ended_at", nullable=True),
    sa.UniqueConstraint("window", "since"),
    sa.Index("ix_vacancies_day", "day"),
)

first_contacts = _register(
    "first_contacts",
    _day("day"),
    _time("at"),
    *_texts("clerk", "station"),
    *_person("person"),
    sa.Column("question", sa.LargeBinary),
    *_texts("handling", "passed_to", "state", "outcome"),
    sa.Column("closed_by", sa.Text),
    _time("closed_at", nullable=True),
    _request(),
    one_of("handling", Handling),
    one_of("state", ContactState),
    sa.Index("ix_first_contacts_state", "state", "day"),
)
sole_request(first_contacts)

service_requests = _register(
    "service_requests",
    _day("day"),
    *_texts("kind", "item"),
    *_person("principal"),
    *_person("agent"),
    _text("relation"),
    sa.Column("address", sa.LargeBinary),
    _text("reason"),
    _time("requested_at"),
    _time("wanted_at", nullable=True),
    sa.Column("ticket", sa.ForeignKey("tickets.id")),
    _text("state"),
    sa.Column("clerk", sa.Text),
    _text("outcome"),
    _time("done_at", nullable=True),
    _request(),
    one_of("kind", RequestKind),
    one_of("state", RequestState),
    sa.Index("ix_service_requests_state", "state", "day"),
    sa.Index("ix_service_requests_ticket", "ticket"),
)
sole_request(service_requests)

help_calls = _register(
    "help_calls",
    _day("day"),
    _time("at"),
    *_texts("station", "page"),
    _number("ticket", nullable=True),
    sa.Column("answered_by", sa.Text),
    _time("answered_at", nullable=True),
    sa.Index("ix_help_calls_day", "day"),
)

suggestions = _register(
    "suggestions",
    _day("day"),
    _time("at"),
    _text("change"),
    _number("window"),
    _text("items"),
    sa.Column("before", sa.Float, nullable=False),
    sa.Column("after", sa.Float, nullable=False),
    _text("state"),
    sa.Column("decided_by", sa.Text),
    _time("decided_at", nullable=True),
    sa.Column("measured", sa.Float),
    _time("measured_at", nullable=True),
    one_of("change", Change),
    one_of("state", SuggestionState),
    sa.Index("ix_suggestions_day", "day"),
)

overtime = _register(
    "overtime",
    _day("day"),
    _number("window"),
    _text("clerk"),
    _time("closing"),
    _time("until"),
    _number("tickets"),
    sa.UniqueConstraint("day", "window"),
)

ticket_steps = _register(
    "ticket_steps",
    sa.Column("ticket", sa.ForeignKey("tickets.id"), nullable=False),
    _day("day"),
    _number("position"),
    _text("item"),
    _number("window"),
    _text("clerk"),
    _time("called_at"),
    _time("started_at"),
    _time("finished_at"),
    sa.UniqueConstraint("ticket", "position"),
    sa.Index("ix_ticket_steps_day", "day"),
)

device_health = _register(
    "device_health",
    *_texts("station", "kind"),
    _time("since"),
    *_texts("link", "health", "paper", "cover", "cutter"),
    sa.Column("ready", sa.Boolean, nullable=False),
    _text("detail"),
    sa.UniqueConstraint("station", "kind"),
)

station_beats = _register(
    "station_beats",
    _text("station"),
    _time("at"),
    _number("every_s"),
    sa.UniqueConstraint("station"),
)

"""Tables of complaints and of questions for one's own matters (投诉、进度查询); see `db.columns`."""

from __future__ import annotations

import sqlalchemy as sa

from db.columns import day, number, person, register, request, sole_request, text, texts, time
from db.tables import one_of, ticket_holders
from hall.complaints.complaint import ComplaintKind, ComplaintState, ComplaintStep, Office

complaints = register(
    "complaints",
    sa.Column("number", sa.Text, nullable=False, unique=True),
    day("day"),
    *texts("kind", "office"),
    time("received_at"),
    *texts("received_by", "station"),
    *person("person"),
    text("tags"),
    sa.Column("text", sa.LargeBinary),
    sa.Column("wants_call", sa.Boolean, nullable=False),
    text("item"),
    sa.Column("ticket", sa.ForeignKey("tickets.id")),
    number("window", nullable=True),
    *texts("clerk", "department", "state", "handler"),
    day("assign_by", nullable=True),
    day("answer_by", nullable=True),
    day("feed_back_by", nullable=True),
    time("answered_at", nullable=True),
    time("closed_at", nullable=True),
    number("tries"),
    request(),
    one_of("kind", ComplaintKind),
    one_of("office", Office),
    one_of("state", ComplaintState),
    sa.Index("ix_complaints_day", "day", "state"),
    sa.Index("ix_complaints_state", "state"),
    sa.Index("ix_complaints_person", "person_lookup"),
)

sole_request(complaints)

complaint_records = register(
    "complaint_records",
    sa.Column("complaint", sa.ForeignKey("complaints.id"), nullable=False, index=True),
    text("step"),
    time("at"),
    *texts("by", "to"),
    sa.Column("text", sa.LargeBinary),
    one_of("step", ComplaintStep),
)

guesses = register(
    "guesses",
    day("day"),
    time("at"),
    *texts("station", "number"),
    sa.Index("ix_guesses_station", "day", "station"),
    sa.Index("ix_guesses_number", "day", "number"),
)

# All visits of a person, over many days.
sa.Index("ix_ticket_holders_person", ticket_holders.c.lookup, ticket_holders.c.day)

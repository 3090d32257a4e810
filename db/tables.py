"""Tables of the hall's database (数据表), the same for SQLite and PostgreSQL.

What must never happen is forbidden here as well as in the rules: a number given twice on a day, two tickets at one
window, two ratings of one service, a state that does not exist.

The journal has no trigger that refuses changes: whoever can write rows can drop a trigger too. What protects it is
the chain of keyed hashes, whose key is not in the database (`db.verify`).
"""

from __future__ import annotations

import sqlalchemy as sa

from db.catalogue_tables import departments as departments
from db.catalogue_tables import guide_lines as guide_lines
from db.catalogue_tables import items as items
from db.catalogue_tables import materials as materials
from db.metadata import metadata as metadata
from db.metadata import one_of as one_of
from db.metadata import quoted as quoted
from db.types import UtcTime
from hall.identity import HolderKind
from hall.queueing.ticket import AT_A_WINDOW, PriorityClass, TicketState
from hall.rating.rating import Outcome
from hall.staffing.window import Post, WindowKind, WindowState

# Conditions of partial indexes. Queries must repeat them literally, or the index is not used.
IS_WAITING = f"state = '{TicketState.WAITING}'"
IS_AT_A_WINDOW = f"state IN ({quoted(AT_A_WINDOW)})"

windows = sa.Table(
    "windows",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("contact", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("clerk", sa.Text),
    sa.Column("post", sa.Text),
    sa.Column("pause_reason", sa.Text),
    sa.Column("pause_whereabouts", sa.Text),
    sa.Column("pause_since", UtcTime),
    sa.Column("pause_back_at", UtcTime),
    sa.Column("temporary_until", UtcTime),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("temporary_from", UtcTime),
    sa.Column("temporary_reason", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("branch", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()),
    one_of("kind", WindowKind),
    one_of("state", WindowState),
    one_of("post", Post),
    sa.CheckConstraint("(state = 'closed') = (clerk IS NULL)", name="clerk_unless_closed"),
    sa.CheckConstraint("(state = 'paused') = (pause_reason IS NOT NULL)", name="reason_when_paused"),
)

window_items = sa.Table(
    "window_items",
    metadata,
    sa.Column("window", sa.ForeignKey("windows.number"), primary_key=True),
    sa.Column("item", sa.ForeignKey("items.code"), primary_key=True),
    sa.Column("special", sa.Boolean, nullable=False),
)

clerks = sa.Table(
    "clerks",
    metadata,
    sa.Column("number", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("roles", sa.Text, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("photo", sa.Text, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)

clerk_items = sa.Table(
    "clerk_items",
    metadata,
    sa.Column("clerk", sa.ForeignKey("clerks.number"), primary_key=True),
    sa.Column("item", sa.ForeignKey("items.code"), primary_key=True),
)

# A ticket repeats name and department of its item: it says what was valid when it was issued.
tickets = sa.Table(
    "tickets",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("prefix", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("item", sa.Text, nullable=False),
    sa.Column("item_name", sa.Text, nullable=False),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("issued_at", UtcTime, nullable=False),
    sa.Column("queued_at", UtcTime, nullable=False),
    sa.Column("station", sa.Text, nullable=False),
    sa.Column("priority", sa.SmallInteger, nullable=False),
    sa.Column("priority_reason", sa.Text, nullable=False),
    sa.Column("holder_kind", sa.Text, nullable=False),
    sa.Column("holder", sa.Text, nullable=False),  # masked
    sa.Column("window", sa.Integer),
    sa.Column("clerk", sa.Text),
    sa.Column("only_window", sa.Integer),
    *(sa.Column(name, UtcTime) for name in ("called_at", "started_at", "finished_at", "priority_from")),
    sa.Column("calls", sa.Integer, nullable=False),
    sa.Column("requeues", sa.Integer, nullable=False),
    sa.Column("paperless", sa.Boolean, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("branch", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("people", sa.Integer, nullable=False, server_default="1"),
    sa.Column("step", sa.Integer, nullable=False, server_default="1"),
    sa.Column("next_items", sa.Text, nullable=False, server_default=sa.text("''")),
    *(sa.Column(f"estimate_{name}", sa.Integer) for name in ("low", "high")),
    *(sa.Column(f"estimate_{name}", sa.Float) for name in ("told", "raw")),
    sa.UniqueConstraint("day", "prefix", "number"),
    one_of("state", TicketState),
    one_of("holder_kind", HolderKind),
    sa.CheckConstraint(
        f"priority BETWEEN {min(PriorityClass):d} AND {max(PriorityClass):d}", name="priority_known"
    ),
    sa.CheckConstraint("number > 0", name="number_positive"),
    sa.CheckConstraint(
        f'NOT ({IS_AT_A_WINDOW}) OR ("window" IS NOT NULL AND clerk IS NOT NULL)', name="window_when_called"
    ),
)
sa.Index(
    "uq_tickets_at_window", tickets.c.day, tickets.c.window, unique=True,
    sqlite_where=sa.text(IS_AT_A_WINDOW), postgresql_where=sa.text(IS_AT_A_WINDOW),
)  # fmt: skip
sa.Index(
    "ix_tickets_waiting", tickets.c.day, tickets.c.prefix, tickets.c.item,
    sqlite_where=sa.text(IS_WAITING), postgresql_where=sa.text(IS_WAITING),
)  # fmt: skip

ticket_counters = sa.Table(
    "ticket_counters",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("prefix", sa.Text, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)

# Who called what, for the interleave of priority and ordinary tickets; a re-queued ticket forgets its window.
ticket_calls = sa.Table(
    "ticket_calls",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket", sa.ForeignKey("tickets.id"), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("window", sa.Integer, nullable=False),
    sa.Column("priority", sa.SmallInteger, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Index("ix_ticket_calls_window", "day", "window", "id"),
)

# Encrypted fields; `lookup` is a keyed hash of what makes somebody the same person.
ticket_holders = sa.Table(
    "ticket_holders",
    metadata,
    sa.Column("ticket", sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("lookup", sa.LargeBinary),
    sa.Column("name", sa.LargeBinary),
    sa.Column("id_number", sa.LargeBinary),
    sa.Column("phone", sa.LargeBinary),
    sa.Index("ix_ticket_holders_lookup", "day", "lookup"),
)

ratings = sa.Table(
    "ratings",
    metadata,
    sa.Column("ticket", sa.ForeignKey("tickets.id"), primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("item", sa.Text, nullable=False),
    sa.Column("department", sa.Text, nullable=False),
    sa.Column("clerk", sa.Text, nullable=False),
    sa.Column("window", sa.Integer, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("level", sa.SmallInteger),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("named", sa.Boolean, nullable=False),
    one_of("outcome", Outcome),
    sa.CheckConstraint("level BETWEEN 1 AND 5", name="level_known"),
    sa.CheckConstraint("(outcome = 'rated') = (level IS NOT NULL)", name="level_when_rated"),
    sa.Index("ix_ratings_at", "at"),
)

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket", sa.ForeignKey("tickets.id"), nullable=False, index=True),
    sa.Column("original_digest", sa.Text, nullable=False),
    sa.Column("original_size", sa.Integer, nullable=False),
    sa.Column("original_type", sa.Text, nullable=False),
    sa.Column("straightened_digest", sa.Text),
    sa.Column("straightened_size", sa.Integer),
    sa.Column("straightened_type", sa.Text),
    sa.Column("dpi", sa.Integer),
    sa.Column("codes", sa.Integer, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("window", sa.Integer, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
)

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("station", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),  # the text that was hashed, not JSON of the database's making
    sa.Column("prev_hash", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)

# One row. Revisions rise with every change, so that what is read over and over can be kept in memory.
journal_head = sa.Table(
    "journal_head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("catalogue_revision", sa.Integer, nullable=False),
    sa.Column("windows_revision", sa.Integer, nullable=False),
    sa.CheckConstraint("id = 1", name="one_row"),
)

holiday_overrides = sa.Table(
    "holiday_overrides",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("works", sa.Boolean, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
)

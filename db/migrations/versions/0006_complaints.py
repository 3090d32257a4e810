"""Complaints with all their steps, wrong answers to 进度查询, a person's visits over many days (投诉、进度查询)."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from db.types import UtcTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcTime(), nullable=nullable)


def _row() -> Iterator[sa.Column[int] | sa.Column[str]]:
    yield _number("id")
    yield _text("token")


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in sorted(values))
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}_known"))


def upgrade() -> None:
    """Add the tables and the index."""
    op.create_table(
        "complaints",
        *_row(),
        _text("number"),
        _day("day"),
        _text("kind"),
        _text("office"),
        _time("received_at"),
        _text("received_by"),
        _text("station"),
        _text("person_kind"),
        *(sa.Column(f"person_{part}", sa.LargeBinary()) for part in ("lookup", "name", "id_number", "phone")),
        _text("tags"),
        sa.Column("text", sa.LargeBinary()),
        sa.Column("wants_call", sa.Boolean(), nullable=False),
        _text("item"),
        _number("ticket", nullable=True),
        _number("window", nullable=True),
        _text("clerk"),
        _text("department"),
        _text("state"),
        _text("handler"),
        *(_day(f"{name}_by", nullable=True) for name in ("assign", "answer", "feed_back")),
        _time("answered_at", nullable=True),
        _time("closed_at", nullable=True),
        _number("tries"),
        _number("version"),
        _one_of("complaints", "kind", "complaint", "unresolved", "suggestion", "praise"),
        _one_of("complaints", "office", "supervision", "discipline"),
        _one_of("complaints", "state", "received", "assigned", "investigating", "answered", "fed_back", "closed"),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_complaints_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
        sa.UniqueConstraint("number", name=op.f("uq_complaints_number")),
    )
    op.create_index("ix_complaints_day", "complaints", ["day", "state"])
    op.create_index("ix_complaints_state", "complaints", ["state"])
    op.create_index("ix_complaints_person", "complaints", ["person_lookup"])
    op.create_table(
        "complaint_records",
        *_row(),
        _number("complaint"),
        _text("step"),
        _time("at"),
        _text("by"),
        _text("to"),
        sa.Column("text", sa.LargeBinary()),
        _number("version"),
        _one_of(
            "complaint_records", "step",
            "receive", "assign", "refer", "investigate", "answer", "miss", "feed_back", "reopen", "close",
        ),
        sa.ForeignKeyConstraint(["complaint"], ["complaints.id"], name=op.f("fk_complaint_records_complaint")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_records")),
    )  # fmt: skip
    op.create_index(op.f("ix_complaint_records_complaint"), "complaint_records", ["complaint"])
    op.create_table(
        "guesses",
        *_row(),
        _day("day"),
        _time("at"),
        _text("station"),
        _text("number"),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guesses")),
    )
    op.create_index("ix_guesses_station", "guesses", ["day", "station"])
    op.create_index("ix_guesses_number", "guesses", ["day", "number"])
    op.create_index("ix_ticket_holders_person", "ticket_holders", ["lookup", "day"])

"""Appointments, places, estimates, steps, overtime, delegations (预约、名额、预计等候、号随人走、延时、委托)."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from db.types import UtcTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcTime(), nullable=nullable)


def _sealed(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def _person(name: str) -> Iterator[sa.Column[object] | sa.Column[str]]:
    yield _text(f"{name}_kind")
    for part in ("lookup", "name", "id_number", "phone"):
        yield _sealed(f"{name}_{part}")


def _row() -> Iterator[sa.Column[int] | sa.Column[str]]:
    yield _number("id")
    yield _text("token")


def upgrade() -> None:
    """Add the tables and the new columns of tickets and windows."""
    op.create_table(
        "overtime",
        *_row(),
        _day("day"),
        _number("window"),
        _text("clerk"),
        _time("closing"),
        _time("until"),
        _number("tickets"),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overtime")),
        sa.UniqueConstraint("day", "window", name=op.f("uq_overtime_day_window")),
    )
    op.create_table(
        "places",
        _text("kind"),
        _text("item"),
        _time("starts"),
        _day("day"),
        _time("ends"),
        _number("capacity"),
        _number("taken"),
        sa.CheckConstraint("kind IN ('appointment', 'quota_day', 'quota_slot')", name=op.f("ck_places_kind_known")),
        sa.CheckConstraint("taken >= 0", name=op.f("ck_places_taken_not_negative")),
        sa.PrimaryKeyConstraint("kind", "item", "starts", name=op.f("pk_places")),
    )
    op.create_index("ix_places_day", "places", ["kind", "item", "day"], unique=False)
    op.create_table(
        "suggestions",
        *_row(),
        _day("day"),
        _time("at"),
        _text("change"),
        _number("window"),
        _text("items"),
        sa.Column("before", sa.Float(), nullable=False),
        sa.Column("after", sa.Float(), nullable=False),
        _text("state"),
        sa.Column("decided_by", sa.Text(), nullable=True),
        _time("decided_at", nullable=True),
        sa.Column("measured", sa.Float(), nullable=True),
        _time("measured_at", nullable=True),
        _number("version"),
        sa.CheckConstraint("change IN ('add_items', 'move', 'open')", name=op.f("ck_suggestions_change_known")),
        sa.CheckConstraint(
            "state IN ('confirmed', 'declined', 'measured', 'proposed')", name=op.f("ck_suggestions_state_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestions")),
    )
    op.create_index("ix_suggestions_day", "suggestions", ["day"], unique=False)
    op.create_table(
        "appointments",
        *_row(),
        _text("code"),
        _text("item"),
        _time("at"),
        _time("ends", nullable=True),
        _day("day"),
        _text("channel"),
        _text("state"),
        _text("external_id"),
        _text("holder"),
        *_person("person"),
        _text("clerk"),
        _text("clerk_phone"),
        sa.Column("ticket", sa.Integer(), nullable=True),
        _time("arrived_at", nullable=True),
        _time("booked_at", nullable=True),
        _number("version"),
        sa.CheckConstraint("channel IN ('online', 'phone', 'window')", name=op.f("ck_appointments_channel_known")),
        sa.CheckConstraint(
            "state IN ('arrived', 'booked', 'cancelled', 'forfeited')", name=op.f("ck_appointments_state_known")
        ),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_appointments_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
        sa.UniqueConstraint("code", name=op.f("uq_appointments_code")),
    )
    op.create_index("ix_appointments_day", "appointments", ["day", "state"], unique=False)
    op.create_index("ix_appointments_person", "appointments", ["person_lookup", "day"], unique=False)
    op.create_index(
        "uq_appointments_external",
        "appointments",
        ["external_id"],
        unique=True,
        sqlite_where=sa.text("external_id <> ''"),
        postgresql_where=sa.text("external_id <> ''"),
    )
    op.create_table(
        "delegations",
        *_row(),
        _text("department"),
        _text("items"),
        _number("window"),
        _day("starts"),
        _day("ends"),
        _text("basis"),
        _text("filed_by"),
        _day("revoked_on", nullable=True),
        _number("version"),
        sa.ForeignKeyConstraint(["window"], ["windows.number"], name=op.f("fk_delegations_window")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
    )
    op.create_table(
        "ticket_steps",
        *_row(),
        _number("ticket"),
        _day("day"),
        _number("position"),
        _text("item"),
        _number("window"),
        _text("clerk"),
        _time("called_at"),
        _time("started_at"),
        _time("finished_at"),
        _number("version"),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_ticket_steps_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_steps")),
        sa.UniqueConstraint("ticket", "position", name=op.f("uq_ticket_steps_ticket_position")),
    )
    op.create_index("ix_ticket_steps_day", "ticket_steps", ["day"], unique=False)
    op.add_column("tickets", sa.Column("branch", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("tickets", sa.Column("people", sa.Integer(), server_default="1", nullable=False))
    op.add_column("tickets", sa.Column("step", sa.Integer(), server_default="1", nullable=False))
    op.add_column("tickets", sa.Column("next_items", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("tickets", sa.Column("estimate_low", sa.Integer(), nullable=True))
    op.add_column("tickets", sa.Column("estimate_high", sa.Integer(), nullable=True))
    op.add_column("tickets", sa.Column("estimate_told", sa.Float(), nullable=True))
    op.add_column("tickets", sa.Column("estimate_raw", sa.Float(), nullable=True))
    op.add_column("tickets", _time("priority_from", nullable=True))
    op.add_column("windows", _time("temporary_from", nullable=True))
    op.add_column("windows", sa.Column("temporary_reason", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("windows", sa.Column("branch", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("windows", sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False))

"""Registers of the staff: attendance, leave, 轮岗, chiefs, training, 空岗, 首问, 代办, help (人员登记簿)."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from db.types import UtcTime

revision = "0003"
down_revision = "0002"
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
    """Add the tables."""
    op.create_table(
        "assignments",
        *_row(),
        _text("clerk"),
        _number("window"),
        _text("post"),
        _day("starts"),
        _day("ends", nullable=True),
        _day("filed_on"),
        _text("approved_by"),
        _number("version"),
        sa.CheckConstraint("post IN ('A', 'B')", name=op.f("ck_assignments_post_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    op.create_index("ix_assignments_window", "assignments", ["window"], unique=False)
    op.create_table(
        "attendance",
        *_row(),
        _day("day"),
        _text("clerk"),
        _number("window"),
        _text("post"),
        _time("signed_in"),
        _time("signed_out", nullable=True),
        _number("version"),
        sa.CheckConstraint("post IN ('A', 'B')", name=op.f("ck_attendance_post_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index("ix_attendance_day", "attendance", ["day", "window"], unique=False)
    op.create_index(
        "uq_attendance_open",
        "attendance",
        ["window", "clerk"],
        unique=True,
        sqlite_where=sa.text("signed_out IS NULL"),
        postgresql_where=sa.text("signed_out IS NULL"),
    )
    op.create_table(
        "chiefs",
        *_row(),
        _text("department"),
        _text("clerk"),
        _text("authority"),
        sa.Column("holds_seal", sa.Boolean(), nullable=False),
        _day("since"),
        _day("until", nullable=True),
        _text("stand_in"),
        _time("away_from", nullable=True),
        _time("away_until", nullable=True),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chiefs")),
    )
    op.create_index("ix_chiefs_department", "chiefs", ["department"], unique=False)
    op.create_table(
        "first_contacts",
        *_row(),
        _day("day"),
        _time("at"),
        _text("clerk"),
        _text("station"),
        *_person("person"),
        _sealed("question"),
        _text("handling"),
        _text("passed_to"),
        _text("state"),
        _text("outcome"),
        sa.Column("closed_by", sa.Text(), nullable=True),
        _time("closed_at", nullable=True),
        _number("version"),
        sa.CheckConstraint(
            "handling IN ('guided', 'handled', 'taken_over')", name=op.f("ck_first_contacts_handling_known")
        ),
        sa.CheckConstraint("state IN ('closed', 'open')", name=op.f("ck_first_contacts_state_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_first_contacts")),
    )
    op.create_index("ix_first_contacts_state", "first_contacts", ["state", "day"], unique=False)
    op.create_table(
        "help_calls",
        *_row(),
        _day("day"),
        _time("at"),
        _text("station"),
        _text("page"),
        sa.Column("ticket", sa.Integer(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        _time("answered_at", nullable=True),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_calls")),
    )
    op.create_index("ix_help_calls_day", "help_calls", ["day"], unique=False)
    op.create_table(
        "leave_slips",
        *_row(),
        _text("clerk"),
        _text("department"),
        sa.Column("window", sa.Integer(), nullable=True),
        _time("starts"),
        _time("ends"),
        _text("days"),
        _text("reason"),
        sa.Column("annual", sa.Boolean(), nullable=False),
        _text("needed"),
        _text("signed"),
        _text("state"),
        _time("requested_at", nullable=True),
        _time("left_at", nullable=True),
        _time("back_at", nullable=True),
        _number("version"),
        sa.CheckConstraint(
            "state IN ('approved', 'back', 'cancelled', 'left', 'refused', 'requested')",
            name=op.f("ck_leave_slips_state_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave_slips")),
    )
    op.create_index("ix_leave_slips_clerk", "leave_slips", ["clerk"], unique=False)
    op.create_index("ix_leave_slips_state", "leave_slips", ["state"], unique=False)
    op.create_table(
        "trainings",
        *_row(),
        _text("clerk"),
        _text("item"),
        _day("trained_on"),
        sa.Column("passed", sa.Boolean(), nullable=False),
        _text("examiner"),
        _time("recorded_at"),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
    )
    op.create_index("ix_trainings_clerk", "trainings", ["clerk"], unique=False)
    op.create_table(
        "vacancies",
        *_row(),
        _day("day"),
        _number("window"),
        _time("since"),
        _time("found_at"),
        _time("ended_at", nullable=True),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancies")),
        sa.UniqueConstraint("window", "since", name=op.f("uq_vacancies_window_since")),
    )
    op.create_index("ix_vacancies_day", "vacancies", ["day"], unique=False)
    op.create_table(
        "service_requests",
        *_row(),
        _day("day"),
        _text("kind"),
        _text("item"),
        *_person("principal"),
        *_person("agent"),
        _text("relation"),
        _sealed("address"),
        _text("reason"),
        _time("requested_at"),
        _time("wanted_at", nullable=True),
        sa.Column("ticket", sa.Integer(), nullable=True),
        _text("state"),
        sa.Column("clerk", sa.Text(), nullable=True),
        _text("outcome"),
        _time("done_at", nullable=True),
        _number("version"),
        sa.CheckConstraint("kind IN ('agent', 'home_visit')", name=op.f("ck_service_requests_kind_known")),
        sa.CheckConstraint(
            "state IN ('assigned', 'cancelled', 'done', 'open')", name=op.f("ck_service_requests_state_known")
        ),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_service_requests_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_requests")),
    )
    op.create_index("ix_service_requests_state", "service_requests", ["state", "day"], unique=False)
    op.create_index("ix_service_requests_ticket", "service_requests", ["ticket"], unique=False)

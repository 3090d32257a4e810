"""The first tables (初始表结构)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.types import UtcTime
from hall.journal.record import GENESIS

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables and the journal's head row."""
    op.create_table(
        "clerks",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_clerks")),
    )
    op.create_table(
        "departments",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_departments")),
    )
    op.create_table(
        "holiday_overrides",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("works", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_holiday_overrides")),
    )
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
    )
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("catalogue_revision", sa.Integer(), nullable=False),
        sa.Column("windows_revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_journal_head_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "ticket_counters",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "prefix", name=op.f("pk_ticket_counters")),
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("item_name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("issued_at", UtcTime(), nullable=False),
        sa.Column("queued_at", UtcTime(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("priority_reason", sa.Text(), nullable=False),
        sa.Column("holder_kind", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=True),
        sa.Column("clerk", sa.Text(), nullable=True),
        sa.Column("only_window", sa.Integer(), nullable=True),
        sa.Column("called_at", UtcTime(), nullable=True),
        sa.Column("started_at", UtcTime(), nullable=True),
        sa.Column("finished_at", UtcTime(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("requeues", sa.Integer(), nullable=False),
        sa.Column("paperless", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "holder_kind IN ('citizen_card', 'foreigner_permit', "
            "'id_card', 'none', 'phone', 'qr', 'residence_permit')",
            name=op.f("ck_tickets_holder_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('called', 'finished', 'missed', 'pending_print', 'serving', 'suspended', 'void', 'waiting')",
            name=op.f("ck_tickets_state_known"),
        ),
        sa.CheckConstraint(
            "NOT (state IN ('called', 'serving')) OR (\"window\" IS NOT NULL AND clerk IS NOT NULL)",
            name=op.f("ck_tickets_window_when_called"),
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_tickets_number_positive")),
        sa.CheckConstraint("priority BETWEEN 1 AND 5", name=op.f("ck_tickets_priority_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tickets")),
        sa.UniqueConstraint("day", "prefix", "number", name=op.f("uq_tickets_day_prefix_number")),
    )
    op.create_index(
        "ix_tickets_waiting",
        "tickets",
        ["day", "prefix", "item"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_tickets_at_window",
        "tickets",
        ["day", "window"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_table(
        "windows",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=True),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("pause_reason", sa.Text(), nullable=True),
        sa.Column("pause_whereabouts", sa.Text(), nullable=True),
        sa.Column("pause_since", UtcTime(), nullable=True),
        sa.Column("pause_back_at", UtcTime(), nullable=True),
        sa.Column("temporary_until", UtcTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'closed') = (clerk IS NULL)", name=op.f("ck_windows_clerk_unless_closed")),
        sa.CheckConstraint(
            "(state = 'paused') = (pause_reason IS NOT NULL)", name=op.f("ck_windows_reason_when_paused")
        ),
        sa.CheckConstraint(
            "kind IN ('不动产登记综合窗口', '专项综合窗口', '办不成事反映窗口', '发证窗口', '导办台', "
            "'市场准入综合窗口', '建设工程综合窗口', '政策咨询窗口', '无差别综合窗口', '社会事务综合窗口', "
            "'银行窗口')",
            name=op.f("ck_windows_kind_known"),
        ),
        sa.CheckConstraint("post IN ('A', 'B')", name=op.f("ck_windows_post_known")),
        sa.CheckConstraint("state IN ('closed', 'open', 'paused')", name=op.f("ck_windows_state_known")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_windows")),
    )
    op.create_table(
        "items",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("statutory_days", sa.Integer(), nullable=True),
        sa.Column("promised_days", sa.Integer(), nullable=True),
        sa.Column("fee", sa.Text(), nullable=False),
        sa.Column("pinyin", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
        sa.Column("public_weekend", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('上报件', '即办件', '承诺件', '联办件')", name=op.f("ck_items_kind_known")),
        sa.CheckConstraint("statutory_days >= 0 AND promised_days >= 0", name=op.f("ck_items_days_not_negative")),
        sa.ForeignKeyConstraint(["department"], ["departments.code"], name=op.f("fk_items_department")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_items")),
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("original_digest", sa.Text(), nullable=False),
        sa.Column("original_size", sa.Integer(), nullable=False),
        sa.Column("original_type", sa.Text(), nullable=False),
        sa.Column("straightened_digest", sa.Text(), nullable=True),
        sa.Column("straightened_size", sa.Integer(), nullable=True),
        sa.Column("straightened_type", sa.Text(), nullable=True),
        sa.Column("dpi", sa.Integer(), nullable=True),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_pages_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_ticket"), "pages", ["ticket"], unique=False)
    op.create_table(
        "ratings",
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=True),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(outcome = 'rated') = (level IS NOT NULL)", name=op.f("ck_ratings_level_when_rated")),
        sa.CheckConstraint(
            "outcome IN ('declined', 'no_pad', 'rated', 'silent')", name=op.f("ck_ratings_outcome_known")
        ),
        sa.CheckConstraint("level BETWEEN 1 AND 5", name=op.f("ck_ratings_level_known")),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_ratings_ticket")),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_ratings")),
    )
    op.create_table(
        "ticket_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_ticket_calls_ticket")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_calls")),
    )
    op.create_index("ix_ticket_calls_window", "ticket_calls", ["day", "window", "id"], unique=False)
    op.create_table(
        "ticket_holders",
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("id_number", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["ticket"], ["tickets.id"], name=op.f("fk_ticket_holders_ticket")),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_ticket_holders")),
    )
    op.create_index("ix_ticket_holders_lookup", "ticket_holders", ["day", "lookup"], unique=False)
    op.create_table(
        "clerk_items",
        sa.Column("clerk", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["clerk"], ["clerks.number"], name=op.f("fk_clerk_items_clerk")),
        sa.ForeignKeyConstraint(["item"], ["items.code"], name=op.f("fk_clerk_items_item")),
        sa.PrimaryKeyConstraint("clerk", "item", name=op.f("pk_clerk_items")),
    )
    op.create_table(
        "materials",
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("deferrable", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.code"], name=op.f("fk_materials_item")),
        sa.PrimaryKeyConstraint("item", "position", name=op.f("pk_materials")),
    )
    op.create_table(
        "window_items",
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("special", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.code"], name=op.f("fk_window_items_item")),
        sa.ForeignKeyConstraint(["window"], ["windows.number"], name=op.f("fk_window_items_window")),
        sa.PrimaryKeyConstraint("window", "item", name=op.f("pk_window_items")),
    )
    head = sa.table(
        "journal_head",
        *(sa.column(name) for name in ("id", "seq", "hash")),
        sa.column("catalogue_revision"),
        sa.column("windows_revision"),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": GENESIS, "catalogue_revision": 0, "windows_revision": 0}])

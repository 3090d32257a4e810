"""What is sent twice is taken down once: the sender's key of a request (重复提交)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLES = ("complaints", "service_requests", "first_contacts", "appointments")


def upgrade() -> None:
    """Add the keys; rows that are there have none."""
    for table in TABLES:
        op.add_column(table, sa.Column("request", sa.Text(), nullable=True))
        op.create_index(f"uq_{table}_request", table, ["request"], unique=True)

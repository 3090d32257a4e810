"""Ratings of a stretch of time are found without reading all of them (满意度公示)."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_ratings_at", "ratings", ["at"])

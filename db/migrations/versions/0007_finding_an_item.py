"""Everyday words, pinyin of characters, and an index for a day's places (俗称、读音、名额)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, with the readings of the catalogue that is there."""
    from db.pinyin import readings_of  # here: every program imports the migrations, few run them

    op.create_table(
        "item_synonyms",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item"], ["items.code"], name=op.f("fk_item_synonyms_item")),
        sa.PrimaryKeyConstraint("word", "item", name=op.f("pk_item_synonyms")),
    )
    readings = op.create_table(
        "pinyin_readings",
        sa.Column("character", sa.Text(), nullable=False),
        sa.Column("readings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("character", name=op.f("pk_pinyin_readings")),
    )
    op.create_index("ix_places_all_of_day", "places", ["day", "kind"])
    names = op.get_bind().execute(sa.text("SELECT name FROM items")).scalars()
    rows = [
        {"character": character, "readings": " ".join(found)} for character, found in readings_of(names).items()
    ]
    if rows:
        op.bulk_insert(readings, rows)

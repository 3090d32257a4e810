"""Tables for finding an item (查找): everyday words and the pinyin of characters; nothing personal."""

from __future__ import annotations

import sqlalchemy as sa

from db.tables import metadata

item_synonyms = sa.Table(
    "item_synonyms",
    metadata,
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("item", sa.ForeignKey("items.code"), primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
)

# Readings without tones, separated by blanks, the commonest first; filled when something is imported.
pinyin_readings = sa.Table(
    "pinyin_readings",
    metadata,
    sa.Column("character", sa.Text, primary_key=True),
    sa.Column("readings", sa.Text, nullable=False),
)

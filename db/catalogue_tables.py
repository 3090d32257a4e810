"""Tables of the catalogue (事项目录): departments, items, their materials and guides."""

from __future__ import annotations

import sqlalchemy as sa

from db.metadata import metadata, one_of
from hall.catalogue.elements import Element
from hall.catalogue.item import ItemKind


def _later(name: str) -> sa.Column[str]:
    """A text that rows written before it came do not have."""
    return sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''"))


departments = sa.Table(
    "departments",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    _later("english"),
)

items = sa.Table(
    "items",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("department", sa.ForeignKey("departments.code"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("prefix", sa.Text, nullable=False),
    sa.Column("statutory_days", sa.Integer),
    sa.Column("promised_days", sa.Integer),
    sa.Column("fee", sa.Text, nullable=False),
    sa.Column("pinyin", sa.Text, nullable=False),
    sa.Column("zone", sa.Text, nullable=False),
    sa.Column("minutes", sa.Float, nullable=False),
    sa.Column("public_weekend", sa.Boolean, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    _later("english"),
    one_of("kind", ItemKind),
    sa.CheckConstraint("statutory_days >= 0 AND promised_days >= 0", name="days_not_negative"),
)

materials = sa.Table(
    "materials",
    metadata,
    sa.Column("item", sa.ForeignKey("items.code"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("deferrable", sa.Boolean, nullable=False),
    sa.Column("originals", sa.Integer),
    sa.Column("copies", sa.Integer),
    *map(_later, ("form", "source", "note", "english")),
)

# 办事指南要素: one row per line, in the order of their element.
guide_lines = sa.Table(
    "guide_lines",
    metadata,
    sa.Column("item", sa.ForeignKey("items.code"), primary_key=True),
    sa.Column("element", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("text", sa.Text, nullable=False),
    one_of("element", Element),
)

"""Guides of the items, details of materials, English names (办事指南要素、材料份数、英文名称)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ELEMENTS = (
    "basis", "complaints", "conditions", "fee_basis", "forms", "notes", "payment", "phone", "questions",
    "responsible", "result", "special", "steps",
)  # fmt: skip


def upgrade() -> None:
    """Add the columns and the table; what is known of no item stays unknown."""
    for table in ("departments", "items"):
        op.add_column(table, _text("english"))
    for name in ("originals", "copies"):
        op.add_column("materials", sa.Column(name, sa.Integer()))
    for name in ("form", "source", "note", "english"):
        op.add_column("materials", _text(name))
    known = ", ".join(f"'{element}'" for element in ELEMENTS)
    op.create_table(
        "guide_lines",
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(f"element IN ({known})", name=op.f("ck_guide_lines_element_known")),
        sa.ForeignKeyConstraint(["item"], ["items.code"], name=op.f("fk_guide_lines_item")),
        sa.PrimaryKeyConstraint("item", "element", "position", name=op.f("pk_guide_lines")),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''"))

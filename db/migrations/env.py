"""Run by Alembic; the connection and its transaction are the caller's (`db.schema`)."""

from __future__ import annotations

from alembic import context

import db.complaint_tables
import db.register_tables
import db.search_tables  # noqa: F401 - puts its tables into the metadata
from db.tables import metadata

# SQLite changes a column by copying its table: render_as_batch.
context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
context.run_migrations()

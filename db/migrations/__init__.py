"""Alembic migrations of the hall's database; applied by `db.schema.upgrade`."""

"""The moment of an observation."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now, zone-aware."""
    return datetime.now(UTC)

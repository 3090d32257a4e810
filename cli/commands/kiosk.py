"""``hallctl kiosk``: run the kiosk of this station."""

from __future__ import annotations

from typing import Any

from cli.station import add_app


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    add_app(commands, "kiosk", "抽号机 / ticket kiosk")

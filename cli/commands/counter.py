"""``hallctl counter``: run the counter of this station."""

from __future__ import annotations

from typing import Any

from cli.station import add_app


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    add_app(commands, "counter", "窗口工作台 / counter station")

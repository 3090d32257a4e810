"""``hallctl devices …``: drivers, simulators and the devices on this machine; one module per action."""

from __future__ import annotations

import sys
from typing import Any

from cli.discovery import add_commands


def add_parser(commands: Any) -> None:
    """Add the command and its actions to ``commands``."""
    parser = commands.add_parser("devices", help="设备：驱动、模拟器 / drivers and simulators")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, title="actions")
    add_commands(sys.modules[__name__], actions)

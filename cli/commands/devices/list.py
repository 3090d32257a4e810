"""``hallctl devices list``: which drivers and simulators there are for each kind of device."""

from __future__ import annotations

import argparse
from typing import Any

from cli.output import add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the action to ``commands``."""
    parser = commands.add_parser("list", help="各类设备的驱动与模拟器 / drivers and simulators of each kind")
    add_json_option(parser)
    parser.set_defaults(run=run)


def devices_by_kind() -> dict[str, dict[str, list[str]]]:
    """Kind → the schemes its drivers understand, and its simulators; kinds that have neither are left out."""
    from counter_app.screen_pad import PadScreen, with_screen_pad
    from devices.core.registry import KINDS
    from devices.sim.catalogue import SIMULATORS
    from qt_common.qt_drivers import qt_registry

    registry = with_screen_pad(qt_registry(), PadScreen())
    found: dict[str, dict[str, list[str]]] = {}
    for kind in sorted({*KINDS, *SIMULATORS}):
        try:
            drivers = [f"{scheme}://" for scheme in registry.schemes(kind)] if kind in KINDS else []
        except ModuleNotFoundError as error:
            if error.name not in {f"devices.{kind}", f"devices.{kind}.drivers"}:
                raise
            drivers = []  # a kind that is planned and has no driver yet
        simulators = [kind] if kind in SIMULATORS else []
        if drivers or simulators:
            found[kind] = {"drivers": drivers, "simulators": simulators}
    return found


def run(options: argparse.Namespace) -> int:
    """Print the list; 0."""
    found = devices_by_kind()
    for kind, entry in found.items():
        simulated = "有模拟器 / simulated" if entry["simulators"] else "无模拟器 / no simulator"
        print(f"{kind}: {' '.join(entry['drivers']) or '—'} ({simulated})")
    return finish(found, ok=True, as_json=options.json)

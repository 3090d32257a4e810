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
    """Kind → the schemes of its drivers and the names of its simulators; a kind that has neither is left out."""
    from counter_app.screen_pad import PadScreen, with_screen_pad
    from devices.core.registry import KINDS
    from devices.sim.catalogue import SIMULATORS
    from qt_common.qt_drivers import qt_registry

    registry = with_screen_pad(qt_registry(), PadScreen())
    found: dict[str, dict[str, list[str]]] = {}
    for kind in sorted(KINDS):
        try:
            drivers = [f"{scheme}://" for scheme in registry.schemes(kind)]
        except ModuleNotFoundError as error:
            if error.name not in {f"devices.{kind}", f"devices.{kind}.drivers"}:
                raise
            drivers = []  # a kind that is planned and has no driver yet
        # A kind's simulators bear its name and say what differs: window_led, window_led_strip …
        simulators = sorted(name for name in SIMULATORS if name.startswith(kind))
        if drivers or simulators:
            found[kind] = {"drivers": drivers, "simulators": simulators}
    return found


def run(options: argparse.Namespace) -> int:
    """Print the list; 0."""
    found = devices_by_kind()
    for kind, entry in found.items():
        simulated = " ".join(entry["simulators"]) or "—"
        print(f"{kind}: {' '.join(entry['drivers']) or '—'}（模拟器 / simulators: {simulated}）")
    return finish(found, ok=True, as_json=options.json)

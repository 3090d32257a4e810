"""``hallctl devices list`` tells every kind that has a driver or a simulator."""

from __future__ import annotations

from cli.commands.devices.list import devices_by_kind
from devices.sim.catalogue import SIMULATORS


def test_drivers_and_simulators_are_listed_by_kind() -> None:
    found = devices_by_kind()
    assert {"serial://", "tcp://"} <= set(found["rating_pad"]["drivers"])
    assert found["rating_pad"]["simulators"] == ["rating_pad"]
    assert found["window_led"]["simulators"] == ["window_led", "window_led_strip", "window_led_text"]
    listed = [name for entry in found.values() for name in entry["simulators"]]
    assert sorted([*listed, "printer"]) == sorted(SIMULATORS), "printer is short for ticket_printer"
    assert all(entry["drivers"] and entry["simulators"] for entry in found.values())

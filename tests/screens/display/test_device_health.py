"""A display's own devices are on the record of the hall: how they are, and each change of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.crypto import load_keys, new_keys, save_keys
from db.store import SqlStore, open_store
from devices.core.registry import default_registry
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.led import SimBxLed
from devices.sim.voice import SimVoice
from devices.sim.wires import TcpWire
from display_app.main import Display, build
from hall.supervision.device_health import devices_in_need, health_of_station
from qt_common.machine_config import MachineConfig, load
from tests.support.journal_records import records_of
from tests.support.sample_hall import fill
from tests.support.stores import ZONE, make_sqlite

FILE = """\
[station]
name = "{station}"
[database]
url = "{url}"
keys = "{keys}"
[devices]
{device} = "{address}"
[display]
{display}
"""
WAIT_MS = 20_000
OpenDisplay = Callable[[str, str, str], Display]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    keys = tmp_path / "hall.keys"
    save_keys(new_keys(), keys)
    opened = open_store(make_sqlite(tmp_path), load_keys(keys), zone=ZONE)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def open_display(tmp_path: Path, store: SqlStore, qtbot: QtBot) -> Iterator[OpenDisplay]:
    """Start a display from its file, as the program does."""
    running = []

    def start(device: str, address: str, display: str) -> Display:
        file = tmp_path / "machine.toml"
        text = FILE.format(
            station="display-1",
            url=f"sqlite:///{tmp_path / 'hall.db'}",
            keys=tmp_path / "hall.keys",
            device=device,
            address=address,
            display=display,
        )
        file.write_text(text, encoding="utf-8")
        config: MachineConfig = load(file)
        built, late = build(config, registry=default_registry())
        running.append((built, late))
        built.app.view.show()
        built.start()
        return built

    yield start
    for built, late in running:
        built.close()
        late.close()


def on_record(store: SqlStore) -> list[tuple[str, str]]:
    with store.reading() as uow:
        return [(device.kind, device.link) for device in health_of_station(uow, "display-1")]


@pytest.fixture(params=["voice", "window_led"])
def device(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Host, str]]:
    """A device of a display: its kind, its simulator, and the display's part of the file."""
    if request.param == "voice":
        host: Host = SimVoice(tmp_path / "voice")
        display = 'kind = "main"\nspeak = true'
    else:
        host = SimHost(SimBxLed(), TcpWire())
        display = 'kind = "window"\nwindow = 3'
    host.start()
    yield request.param, host, display
    host.stop()


def test_a_displays_device_is_on_record_and_each_change_of_it_reaches_the_guide_desk(
    qtbot: QtBot, store: SqlStore, open_display: OpenDisplay, device: tuple[str, Host, str]
) -> None:
    kind, host, display = device
    open_display(kind, host.url, display)
    qtbot.waitUntil(lambda: on_record(store) == [(kind, "online")], timeout=WAIT_MS)
    host.command("fault", {"name": "go_awol"})
    qtbot.waitUntil(lambda: on_record(store) == [(kind, "offline")], timeout=WAIT_MS)
    with store.reading() as uow:
        assert [(d.station, d.kind) for d in devices_in_need(uow)] == [("display-1", kind)]
    host.command("clear")
    qtbot.waitUntil(lambda: on_record(store) == [(kind, "online")], timeout=WAIT_MS)
    changes = [entry.subject for entry in records_of(store) if entry.kind == "device.health"]
    assert changes == [f"device:display-1/{kind}"] * 3


def test_a_display_without_devices_starts_and_reports_none(
    qtbot: QtBot, store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display("rating_pad", "screen://2", 'kind = "main"')
    qtbot.waitUntil(lambda: display.describe()["stale"] == "", timeout=WAIT_MS)
    assert on_record(store) == []


def test_news_that_arrives_after_the_end_is_not_read(
    qtbot: QtBot, store: SqlStore, open_display: OpenDisplay
) -> None:
    display = open_display("voice", "voice+null://", 'kind = "main"')
    qtbot.waitUntil(lambda: display.describe()["stale"] == "", timeout=WAIT_MS)
    display.close()
    display.app.follower.slots.changed(frozenset({"device.health"}))
    display.app.follower.slots.refresh()

"""The demo's stations (工作站): one ``machine.toml`` and one process each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from cli.demo.children import Child, Children
from cli.demo.hall import Folder
from cli.demo.hand import Hand
from cli.demo.simulators import Simulator

WINDOW = 3
READY_SECONDS = 120.0
# The visit must work at night and on a Sunday, so the demo's hall never closes; a real one keeps its hours.
OPEN_ALWAYS = """
[profile_overrides]
notices = ["演示大厅：全天开放取号，数据均为虚构"]

[profile_overrides.hours]
every_day = true
sessions = [{ opens = 00:00:00, closes = 23:59:59.999999 }]
"""


@dataclass(frozen=True, slots=True)
class Station:
    """One station of the demo.

    Attributes:
        module: package of the app.
        toml: its sections beside station, database and demo.
    """

    name: str
    module: str
    toml: str


def stations(simulators: Mapping[str, Simulator], voice: str, *, big: bool) -> list[Station]:
    """Kiosk, counter, main board and window screen.

    Args:
        voice: address of the hall's voice.
        big: real sizes for pictures; False for windows that fit on a desk.
    """

    def url(kind: str) -> str:
        return json.dumps(simulators[kind].url)

    orientation = "portrait" if big else "landscape"
    board = (1920, 1080) if big else (1280, 720)
    return [
        Station(
            "kiosk-1",
            "kiosk_app",
            f"""
[devices]
ticket_printer = {url("ticket_printer")}
id_card_reader = {url("id_card_reader")}
voice = "voice+null://"

[kiosk]
fullscreen = false
orientation = "{orientation}"
done_seconds = 20
""",
        ),
        Station(
            f"counter-{WINDOW}",
            "counter_app",
            f"""
[devices]
rating_pad = {url("rating_pad")}
document_camera = {url("document_camera")}
code_scanner = {url("code_scanner")}

[counter]
window = {WINDOW}
call_bar = false
citizen_screen = {"true" if not big else "false"}
""",
        ),
        Station(
            "board-1",
            "display_app",
            f"""
[devices]
voice = {json.dumps(voice)}

[display]
kind = "main"
speak = true
fullscreen = false
width = {board[0]}
height = {board[1]}
""",
        ),
        Station(
            f"window-{WINDOW}",
            "display_app",
            f"""
[devices]
window_led = {url("window_led")}

[display]
kind = "window"
window = {WINDOW}
fullscreen = false
width = {1024 if big else 640}
height = {600 if big else 400}
""",
        ),
    ]


def write_config(station: Station, folder: Folder) -> Path:
    """Write a station's ``machine.toml``; free ports are chosen by the apps themselves."""
    path = folder.stations / f"{station.name}.toml"
    plan = resources.files("db.sample").joinpath("floor_map.toml").read_text(encoding="utf-8")
    (folder.stations / "floor_map.toml").write_text(plan, encoding="utf-8")
    head = f"""# 演示用配置，由 hallctl demo 生成 / made by hallctl demo
[station]
name = "{station.name}"
profile = "xiangfu"
floor_map = "floor_map.toml"

[database]
url = {json.dumps(folder.url)}
keys = {json.dumps(str(folder.keys))}
documents = {json.dumps(str(folder.documents))}

[demo]
control_port = 0
"""
    path.write_text(head + station.toml + OPEN_ALWAYS, encoding="utf-8")
    return path


def start_stations(children: Children, found: list[Station], folder: Folder) -> dict[str, Child]:
    """Start all stations; they are not ready yet."""
    return {
        station.name: children.start(station.name, station.module, "--config", str(write_config(station, folder)))
        for station in found
    }


def connect_hands(started: Mapping[str, Child], token: str) -> dict[str, Hand]:
    """Wait for the stations and connect to their remote hands.

    Raises:
        ChildError: one did not start.
    """
    hands = {}
    for name, child in started.items():
        port = int(child.ready("remote_hand", READY_SECONDS)["remote_hand"])
        hands[name] = Hand(name, port, token)
    return hands

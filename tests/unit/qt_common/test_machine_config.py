"""Configuration files: whatever is wrong is named with its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from qt_common.machine_config import ConfigError, load, load_profile

GOOD = """
[station]
name = "kiosk-1"
[database]
url = "sqlite:///hall.db"
keys = "keys.json"
[devices]
ticket_printer = "tcp://127.0.0.1:9100?profile=80mm"
[profile_overrides.tickets]
confirm_seconds = 20
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "machine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    config = load(write(tmp_path, GOOD))
    assert config.database.keys == (tmp_path / "keys.json").resolve()
    assert config.hall.tickets.confirm_seconds == 20
    assert config.hall.hall_name == "祥符区政务服务大厅"


def test_files_named_in_it_lie_beside_it(tmp_path: Path) -> None:
    config = load(write(tmp_path, GOOD + '[paper]\nticket = "my-ticket.toml"'))
    assert config.paper.ticket == (tmp_path / "my-ticket.toml").resolve()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (GOOD + "[kisok]\nidle = 1", "kisok"),
        (GOOD + "[kiosk]\nidle_second = 45", "kiosk.idle_second"),
        (GOOD + "[kiosk]\nidle_seconds = 1", "kiosk.idle_seconds"),
        (GOOD.replace('"kiosk-1"', '"自助机"'), "station.name"),
        (GOOD.replace('url = "sqlite:///hall.db"', ""), "database.url"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(tmp_path: Path, text: str, path: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load(write(tmp_path, text))
    assert path in refused.value.message


def test_an_unknown_key_in_the_profile_is_named(tmp_path: Path) -> None:
    config = load(write(tmp_path, GOOD + "calls_before_mised = 2"))
    with pytest.raises(ConfigError) as refused:
        _ = config.hall
    assert "tickets.calls_before_mised" in refused.value.message


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[station", b""])
def test_files_that_are_no_configuration(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "machine.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError):
        load(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize("name", ["xiangfu", "kaifeng", "pingqiao", "weidong", "ankang"])
def test_the_shipped_profiles_load(name: str) -> None:
    assert load_profile(name).name == name


def test_an_unknown_profile() -> None:
    with pytest.raises(ConfigError):
        load_profile("../secrets")


def test_the_floor_map_is_read_from_beside_the_file_and_named_when_it_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text('name = "一楼"\nwidth = 20\nheight = 10\n', encoding="utf-8")
    file = tmp_path / "machine.toml"
    file.write_text(
        '[station]\nname = "kiosk-1"\nfloor_map = "map.toml"\n[database]\nurl = "sqlite:///x"\nkeys = "k"\n',
        encoding="utf-8",
    )
    plan = load(file).floor_plan
    assert plan is not None and plan.name == "一楼"
    (tmp_path / "map.toml").write_text("width = -1", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"map\.toml") as refused:
        _ = load(file).floor_plan
    assert refused.value.message.startswith("map.toml：大厅地图有误")

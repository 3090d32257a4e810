"""The home page's facts come back as they were kept, for the very files they were made from only."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hall.catalogue.department import Department
from kiosk_app.front_facts import FrontFacts, FrontFile, facts_of
from qt_common.machine_config import load, sources_of

FACTS = FrontFacts(
    "祥符区政务服务大厅", "Asia/Shanghai", "zh", ("公告",), True, False, "portrait", 45, 15, 12,
    (Department("scjg", "市场监督管理局", "Market Bureau"),),
)  # fmt: skip
CONFIG = '[station]\nname = "kiosk-1"\n[database]\nurl = "sqlite:///x"\nkeys = "k"\n[kiosk]\nidle_seconds = 50\n'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    file = tmp_path / "machine.toml"
    file.write_text(CONFIG, encoding="utf-8")
    return file


def test_they_are_those_of_the_configuration_and_come_back(tmp_path: Path, machine: Path) -> None:
    config = load(machine)
    facts = replace(facts_of(config), departments=FACTS.departments)
    assert (facts.hall_name, facts.idle_seconds, facts.has_map) == ("祥符区政务服务大厅", 50, False)
    kept = FrontFile(tmp_path / "state", machine)
    assert kept.load() is None
    kept.keep(facts, sources_of(machine, config))
    assert FrontFile(tmp_path / "state", machine).load() == facts
    assert FrontFile(tmp_path / "state", tmp_path / "other.toml").load() is None, "another station's"


def test_a_configuration_that_was_changed_is_checked_before_anything_is_shown(
    tmp_path: Path, machine: Path
) -> None:
    kept = FrontFile(tmp_path, machine)
    kept.keep(FACTS, sources_of(machine, load(machine)))
    assert kept.load() == FACTS
    machine.write_text(CONFIG + "warn_seconds = 20\n", encoding="utf-8")
    assert kept.load() is None
    machine.unlink()
    assert kept.load() is None


def test_the_hall_s_profile_its_map_and_the_program_that_checks_count_too(tmp_path: Path, machine: Path) -> None:
    (tmp_path / "map.toml").write_text("", encoding="utf-8")
    machine.write_text(CONFIG.replace("[database]", 'floor_map = "map.toml"\n[database]'), encoding="utf-8")
    names = {path.name for path in sources_of(machine, load(machine))}
    assert names == {"machine.toml", "map.toml", "xiangfu.toml", "machine_config.py", "profile.py"}


def _with(document: dict[str, Any], name: str, value: object) -> bytes:
    facts = {**document["facts"], name: value}
    return json.dumps({**document, "facts": facts}).encode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hall_name", 7),
        ("language", "fr"),
        ("orientation", "upright"),
        ("idle_seconds", True),
        ("idle_seconds", -1),
        ("done_seconds", 10**9),
        ("notices", "公告"),
        ("notices", [7]),
        ("fullscreen", 1),
        ("departments", [{"code": "a"}]),
        ("departments", ["a"]),
        ("departments", None),
    ],
)
def test_a_value_that_does_not_fit_makes_all_of_it_none(
    tmp_path: Path, machine: Path, name: str, value: object
) -> None:
    kept = FrontFile(tmp_path, machine)
    kept.keep(FACTS, (machine,))
    (file,) = tmp_path.glob("front-*.json")
    file.write_bytes(_with(json.loads(file.read_bytes()), name, value))
    assert kept.load() is None


BROKEN = [b"", b"{", b"[]", b"7", b"\xff\xfe", b'{"form": 99}', b'{"form": 1}', b"[" * 9999]


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, machine: Path, content: bytes) -> None:
    kept = FrontFile(tmp_path, machine)
    kept.keep(FACTS, (machine,))
    (file,) = tmp_path.glob("front-*.json")
    file.write_bytes(content)
    assert kept.load() is None


def test_a_disk_that_does_not_take_it_costs_nothing_but_the_speed(tmp_path: Path, machine: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    FrontFile(tmp_path / "state", machine).keep(FACTS, (machine,))
    assert FrontFile(tmp_path / "state", machine).load() is None

"""The hall's map at the kiosk: choose a window, or be led to where the number just taken is served."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.project import ROOT
from qt_common.machine_config import MachineConfig
from tests.support.kiosk_hall import Visitor

SAMPLE = ROOT / "db" / "sample" / "floor_map.toml"


@pytest.fixture
def mapped(make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig) -> Visitor:
    station = config.station.model_copy(update={"floor_map": Path(SAMPLE)})
    return make_visitor(config.model_copy(update={"station": station}))


@pytest.mark.req("D-06")
def test_the_way_to_a_window_is_drawn_and_told(mapped: Visitor) -> None:
    mapped.press("door_map")
    mapped.arrives("map")
    mapped.press("map_window_3")
    mapped.reads("map_title", "去3号窗口怎么走")
    mapped.reads("way_0", "1. 向前走约 8 米")
    assert mapped.read("way_4") == "5. 3号窗口在您右手边"
    mapped.press("map_another")
    mapped.reads("map_title", "大厅地图：请选择窗口")
    mapped.press("home")
    mapped.arrives("home")


@pytest.mark.req("D-06")
def test_after_taking_a_number_the_visitor_is_shown_the_way_and_nothing_of_them_stays(mapped: Visitor) -> None:
    mapped.pick()
    mapped.press("without_registration")
    mapped.arrives("ticket", phase="paper")
    assert any(line.startswith("怎么走：") for line in mapped.papers()[0]["text"])
    paper = "".join(line.strip() for line in mapped.papers()[-1]["text"])
    assert "怎么走：向前走约8米" in paper and "3号窗口在您右手边" in paper
    mapped.press("show_way")
    mapped.arrives("map", label="")
    mapped.reads("map_title", "去3号窗口怎么走")
    assert not mapped.shows("map_window_3"), "the number leads there, nothing is to be chosen"
    mapped.press("map_done")
    mapped.arrives("home")


def test_in_a_hall_without_a_map_there_is_no_door_to_it(visitor: Visitor) -> None:
    visitor.until(lambda: visitor.shows("door_guide"))
    assert not visitor.shows("door_map")
    visitor.pick()
    visitor.press("without_registration")
    visitor.arrives("ticket", phase="paper")
    visitor.until(lambda: visitor.shows("done"))
    assert not visitor.shows("show_way")

"""``hallctl map`` says whether a floor map is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cli.__main__ import main
from cli.project import ROOT
from tests.unit.hall.floor_map.test_reading import SMALL

SAMPLE = ROOT / "db" / "sample" / "floor_map.toml"


def test_a_right_map_is_told_and_drawn(qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", str(SAMPLE), "--png", str(tmp_path / "map.png"), "--json"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert json.loads(said[-1]) == {"ok": True, "windows": 8, "unreachable": []}
    assert any("8号窗口：向前走约8米" in line for line in said)
    picture = QImage(str(tmp_path / "map.png"))
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 5


def test_a_wrong_map_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "map.toml"
    file.write_text(
        SMALL.replace("[[[10, 8], [10, 2], [4, 2]]]", "[[[10, 8], [10, 6]], [[4, 2], [6, 2]]]"), "utf-8"
    )
    assert main(["map", str(file), "--json"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["unreachable"] == [3]
    file.write_text(SMALL.replace("number = 3", "number = x"), "utf-8")
    assert main(["map", str(file)]) != 0
    assert "TOML" in capsys.readouterr().err

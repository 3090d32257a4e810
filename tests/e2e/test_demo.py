"""``hallctl demo --headless``: the whole visit in real processes, and what it leaves behind."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli.project import ROOT

pytestmark = [pytest.mark.timeout(600), pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")]
STEPS = {
    "home", "department", "item", "materials", "identify", "ticket", "sign_in", "call", "recall", "start", "page",
    "finish", "rate", "closed", "verify", "tamper",
}  # fmt: skip


def demo(*arguments: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "cli", "demo", *arguments],
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@dataclass(frozen=True)
class Played:
    """One run of the demo."""

    status: int
    said: str
    report: dict[str, Any]
    out: Path


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    out = tmp_path_factory.mktemp("visit") / "out"
    with demo("--headless", "--out", str(out), "--json") as program:
        said, _ = program.communicate(timeout=540)
    yield Played(program.returncode, said, json.loads(said.splitlines()[-1]), out)


@pytest.mark.req("Q-01", "Q-02", "Q-03", "Q-04", "D-05")
def test_paper_board_window_screen_voice_and_database_name_the_same_number(played: Played) -> None:
    assert played.status == 0, played.said[-3000:]
    assert played.report["ok"] is True
    ticket = played.report["ticket"]
    assert set(ticket) == {"paper", "board", "window_screen", "voice", "database"}
    assert set(ticket.values()) == {ticket["paper"]}
    assert re.fullmatch(r"[A-Z]+\d{3}", ticket["paper"])


@pytest.mark.req("R-01", "R-02", "C-23", "C-24")
def test_the_page_the_rating_and_the_journal_hold(played: Played) -> None:
    assert all(played.report["checks"].values())
    assert {"page_saved", "rating_recorded", "verify_ok", "tampering_found"} <= set(played.report["checks"])


def test_every_step_is_told_in_chinese_and_english_and_photographed(played: Played) -> None:
    steps = {step["name"]: step for step in played.report["steps"]}
    assert set(steps) >= STEPS
    for step in steps.values():
        assert step["ok"]
        assert step["zh"] in played.said
        assert step["en"] in played.said
        assert step["ms"] >= 0
    for name in STEPS - {"closed", "verify", "tamper"}:
        for picture in steps[name]["pictures"]:
            with Image.open(played.out / "screens" / picture) as image:
                assert min(image.size) >= 360
                assert len(image.convert("L").getcolors() or range(257)) > 16, f"{picture} is empty"


def test_it_leaves_paper_sound_and_database(played: Played) -> None:
    with Image.open(played.out / "ticket.png") as paper:
        assert paper.height > paper.width
    with wave.open(str(played.out / "call.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() > 3
    assert (played.out / "hall.db").stat().st_size > 50_000
    verify = subprocess.run(
        [sys.executable, "-P", "-m", "cli", "verify", "--database", str(played.out / "hall.db"), "--json"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert verify.returncode == 0
    assert json.loads(verify.stdout.splitlines()[-1])["records"] == played.report["journal_records"]


def test_no_personal_data_is_left_in_logs_or_file_names(played: Played) -> None:
    from devices.sim.people import fictitious_person

    person = fictitious_person("domestic", seed=7)
    texts = [log.read_text(encoding="utf-8", errors="replace") for log in (played.out / "logs").glob("*.log")]
    names = [str(path) for path in played.out.rglob("*")]
    assert len(texts) >= 8
    for secret in (person.name, person.id_number, person.address):
        assert not [text for text in (*texts, *names, played.said) if secret in text]
        for file in played.out.glob("hall.db*"):
            assert secret.encode() not in file.read_bytes()


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "letter.txt"
    mine.write_text("important")
    with demo("--headless", "--out", str(tmp_path), "--json") as program:
        said, _ = program.communicate(timeout=120)
    assert program.returncode == 1
    assert json.loads(said.splitlines()[-1])["ok"] is False
    assert mine.read_text() == "important"
    assert "请换一个空文件夹" in said


def test_a_demo_that_is_stopped_takes_all_its_programs_with_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with demo("--headless", "--out", str(out), "--json") as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.startswith("【") and "抽号机开机" in line:
                break
        children = processes_with(str(out))
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=120)
    assert len(children) >= 5
    assert processes_with(str(out)) == set()


def processes_with(argument: str) -> set[int]:
    """Processes, ours apart, whose command line names ``argument``."""
    found = set()
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            line = (folder / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if argument in line and "cli\0demo" not in line:
            found.add(int(folder.name))
    return found

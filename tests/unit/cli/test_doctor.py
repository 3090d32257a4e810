"""The doctor's checks notice a machine that is not fit, and say what to do."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cli.commands.doctor import outcome
from cli.doctor.check import Check, is_fit, report
from cli.doctor.machine_checks import check_disk, check_display, check_espeak, check_fonts, check_qt
from cli.doctor.python_checks import (
    check_calendar,
    check_module,
    check_packages,
    check_pyside,
    check_python,
    check_sqlite,
    check_time_zone,
    numbers,
)
from cli.project import ROOT


def test_the_whole_examination_ends_with_its_json_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli", "doctor", "--json"], cwd=ROOT, capture_output=True, text=True
    )
    document = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == (0 if document["ok"] else 1)
    assert {check["name"] for check in document["checks"]} >= {
        "python", "pyside6", "sqlite", "fonts", "espeak-ng", "libzbar", "zxing-cpp", "opencv", "disk", "display",
        "time_zone", "calendar", "locale",
    }  # fmt: skip
    assert all(check["hint"] for check in document["checks"] if not check["ok"])


def test_this_environment_has_what_is_pinned() -> None:
    assert check_python().ok
    assert check_pyside().ok
    assert check_packages(ROOT / "requirements.lock").ok
    assert check_time_zone().ok


def test_a_package_at_another_version_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("pytest==0.1 \\\n    --hash=sha256:00\nno-such-package==1\n")
    check = check_packages(lock)
    assert not check.ok
    assert "pytest" in check.detail and "no-such-package missing (lock: 1)" in check.detail


@pytest.mark.parametrize(
    ("version", "ok"), [("3.40.1", False), ("3.51.2", False), ("3.51.3", True), ("3.53.0", True)]
)
def test_an_old_sqlite_is_a_warning(version: str, ok: bool) -> None:
    check = check_sqlite(lambda: ("sqlite3", version))
    assert check.ok is ok
    assert is_fit([check])
    assert bool(check.hint) is not ok


def test_a_due_date_beyond_the_known_holidays_is_a_warning_and_a_year_unknown_an_error() -> None:
    assert check_calendar(date(2025, 6, 2)).ok
    late = check_calendar(date(2026, 12, 1))
    assert not late.ok and is_fit([late]) and "2027" in late.hint
    assert not is_fit([check_calendar(date(2099, 1, 1))])


def test_a_font_without_rare_characters_is_a_warning_and_no_font_an_error() -> None:
    assert check_fonts({"family": "Noto Sans CJK SC", "lacking": []}).ok
    poor = check_fonts({"family": "WenQuanYi Micro Hei", "lacking": ["䶮"]})
    assert not poor.ok and is_fit([poor]) and "䶮" in poor.hint
    assert not is_fit([check_fonts({"family": "", "lacking": []})])
    assert not is_fit([check_fonts({"error": "no Qt"})])


def test_qt_that_does_not_start_is_an_error() -> None:
    assert check_qt({"family": "x"}).ok
    assert not is_fit([check_qt({"error": "libEGL.so.1: cannot open"})])


def test_no_screen_is_well_and_a_screen_that_cannot_be_opened_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert check_display().ok
    monkeypatch.setenv("DISPLAY", ":54321")
    assert not check_display().ok


def test_a_missing_voice_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not is_fit([check_espeak()])
    silent = tmp_path / "espeak-ng"
    silent.write_text("#!/bin/sh\necho no such voice >&2\nexit 1\n")
    silent.chmod(0o755)
    assert check_espeak().detail == "no such voice"


def test_a_library_that_does_not_load_is_an_error() -> None:
    assert check_module("json", "json", "").ok
    assert not is_fit([check_module("libzbar", "no_such_module", "请安装 libzbar0。")])


def test_the_free_space_is_told(tmp_path: Path) -> None:
    assert "GiB free" in check_disk(tmp_path).detail


def test_a_check_that_breaks_has_failed_and_is_reported() -> None:
    def broken() -> Check:
        raise RuntimeError("nobody foresaw this")

    check = outcome("odd", broken)
    document = report([check])
    assert document["ok"] is False
    assert document["checks"][0]["name"] == "odd"
    assert "nobody foresaw this" in check.detail


@pytest.mark.parametrize(("text", "parts"), [("3.51.3", (3, 51, 3)), ("6.11rc1", (6, 11)), ("unknown", ())])
def test_versions_are_compared_by_their_numbers(text: str, parts: tuple[int, ...]) -> None:
    assert numbers(text) == parts

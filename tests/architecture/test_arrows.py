"""import-linter holds the arrows between the packages, and notices every planted violation."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.rules import PACKAGES, ROOT

# module, what it imports, the contract that must break
PLANTED = [
    ("kiosk_app.planted", "counter_app", "no app knows another"),
    ("display_app.planted", "kiosk_app", "no app knows another"),
    ("qt_common.planted", "kiosk_app", "Apps stand on"),
    ("db.planted", "cli", "Apps stand on"),
    ("devices.planted_rule", "hall", "Devices know no business rules"),
    ("devices.planted_qt", "PySide6.QtCore", "Devices know no business rules"),
    ("devices.planted_sql", "sqlalchemy", "Devices know no business rules"),
    ("hall.planted", "db", "Apps stand on"),
    ("hall.planted_sql", "sqlalchemy", "The rules know no library"),
    ("db.planted_qt", "PySide6.QtCore", "The database layer knows no Qt"),
    ("kiosk_app.screens.planted", "db", "Screens know neither"),
    ("counter_app.screens.planted", "devices", "Screens know neither"),
    ("display_app.screens.planted", "db", "Screens know neither"),
    ("qt_common.planted_db", "db", "What the apps share knows no database"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--config", ".importlinter", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": str(folder)})


def copy_of_the_tree(folder: Path) -> Path:
    for package in (name for name in PACKAGES if name != "benchmarks"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


@pytest.fixture(scope="module")
def words_of_the_linter(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the tree with all violations planted; one run, it takes seconds."""
    folder = copy_of_the_tree(tmp_path_factory.mktemp("tree"))
    for module, imports, _ in PLANTED:
        (folder / Path(*module.split("."))).with_suffix(".py").write_text(f"import {imports}\n")
    done = lint(folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return re.sub(r"\s+", " ", done.stdout)


def test_the_tree_keeps_the_arrows(tmp_path: Path) -> None:
    done = lint(copy_of_the_tree(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("module", "imports", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    module: str, imports: str, contract: str, words_of_the_linter: str
) -> None:
    broken = words_of_the_linter.partition("Broken contracts")[2]
    assert f"{module} -> {imports.split('.')[0]}" in broken
    assert contract in broken

"""The worked example of docs/adding-a-device.md is what it says: short, and under the whole contract."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from devices.core.registry import ENTRY_POINT_GROUP, default_registry

ROOT = Path(__file__).parents[3]
BLOCK = re.compile(r"```python\n# (\w+\.py)\n(.*?)```", re.DOTALL)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example's files, as they stand in the document."""
    text = (ROOT / "docs" / "adding-a-device.md").read_text(encoding="utf-8")
    for name, code in BLOCK.findall(text):
        (tmp_path / name).write_text(code, encoding="utf-8")
    return tmp_path


def test_the_examples_driver_is_shorter_than_eighty_lines(example: Path) -> None:
    assert len((example / "acme_pad.py").read_text(encoding="utf-8").splitlines()) < 80


@pytest.mark.timeout(300)
def test_the_example_passes_the_contract(example: Path) -> None:
    path = os.pathsep.join((str(example), str(ROOT)))
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/contract/devices",
         "-k", "rating_pad-acme"],
        cwd=ROOT,
        env={**clean, "HALL_CONTRACT_CASES": "acme_pad_cases", "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-4000:]
    assert int(re.findall(r"(\d+) passed", run.stdout)[0]) >= 25


def test_the_example_is_found_through_its_entry_point(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(example))
    entry = EntryPoint("rating_pad.acme", "acme_pad:make_pad", ENTRY_POINT_GROUP)
    driver = default_registry([entry]).make_driver("rating_pad", "acme+serial:///dev/ttyUSB1?baud=9600")
    assert driver.model == "Acme"
    assert not driver.verified

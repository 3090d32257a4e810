"""The index of requirements, the marks on tests, and what the two say together."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.project import ROOT
from cli.requirements import (
    REPORT_VARIABLE,
    Index,
    Requirement,
    Result,
    as_markdown,
    claims_in_sources,
    load_index,
    proofs,
    read_results,
)

SMALL = Index(
    groups={"Q": "numbers"},
    requirements={id_: Requirement(id_, f"does {id_}", "XF§1", "K") for id_ in ("Q-01", "Q-02", "Q-03")},
)


def test_the_index_names_every_requirement_once_with_its_source() -> None:
    index = load_index()
    assert len(index.requirements) == 71
    assert all(re.fullmatch(r"[A-Z]-\d\d", id_) and id_[0] in index.groups for id_ in index.requirements)
    assert all(entry.behaviour and entry.source and entry.apps for entry in index.requirements.values())


def test_the_page_lists_the_ids_of_the_index_in_order() -> None:
    page = (ROOT / "docs" / "requirements.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([A-Z]-\d\d) \|", page, re.MULTILINE) == list(load_index().requirements)


def test_every_id_that_a_test_claims_is_in_the_index() -> None:
    assert set(claims_in_sources(ROOT / "tests")) <= set(load_index().requirements)


def test_claims_are_found_on_functions_classes_modules_and_parameters(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text(
        "import pytest\npytestmark = pytest.mark.req('Q-01')\n"
        "@pytest.mark.req('Q-02')\nclass TestIt:\n    def test_one(self): ...\n"
        "@pytest.mark.parametrize('n', [pytest.param(1, marks=pytest.mark.req('Q-03'))])\ndef test_two(n): ...\n"
        "def helper(): ...\n"
    )
    assert claims_in_sources(tmp_path / "tests") == {
        "Q-01": ["tests/test_a.py::TestIt::test_one", "tests/test_a.py::test_two"],
        "Q-02": ["tests/test_a.py::TestIt::test_one"],
        "Q-03": ["tests/test_a.py::test_two"],
    }


def test_an_id_is_proven_when_all_its_tests_passed() -> None:
    results = [
        Result("tests/a.py::test_x[1]", ("Q-01",), True),
        Result("tests/a.py::test_x[2]", ("Q-01",), True),
        Result("tests/a.py::test_y", ("Q-02",), True),
        Result("tests/a.py::test_z", ("Q-02",), False),
    ]
    document = proofs(SMALL, results, {"Q-01": ["tests/a.py::test_x"]})
    assert document["Q-01"] == {"tests": ["tests/a.py::test_x[1]", "tests/a.py::test_x[2]"], "passed": True}
    assert document["Q-02"]["passed"] is False
    assert document["Q-03"] == {"tests": [], "passed": False}


def test_a_test_that_claims_an_id_but_did_not_run_proves_nothing() -> None:
    results = [Result("tests/a.py::test_x", ("Q-01",), True)]
    document = proofs(SMALL, results, {"Q-01": ["tests/a.py::test_x", "tests/broken.py::test_y"]})
    assert document["Q-01"] == {"tests": ["tests/a.py::test_x", "tests/broken.py::test_y"], "passed": False}


def test_the_page_links_each_id_to_its_tests() -> None:
    page = as_markdown(SMALL, {"Q-02": ["tests/unit/test_a.py::TestIt::test_a_call_is_heard"]})
    assert "| Q-02 | does Q-02 | XF§1 | K | [a call is heard](../tests/unit/test_a.py) |" in page
    assert "| Q-03 | does Q-03 | XF§1 | K | — |" in page


def run_pytest(folder: Path, source: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``source`` as a test file of its own with the plugin."""
    (folder / "conftest.py").write_text("pytest_plugins = ['tests.support.requirements']\n")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = req(id): x\n")
    (folder / "test_it.py").write_text(f"import pytest\n{source}")
    environment = os.environ | {"PYTHONPATH": str(ROOT), REPORT_VARIABLE: str(folder / "report.json")}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("workers", ["0", "1"])
def test_an_unknown_id_or_none_fails_the_test(tmp_path: Path, workers: str) -> None:
    source = "@pytest.mark.req('Q-99')\ndef test_x(): pass\n@pytest.mark.req()\ndef test_y(): pass\n"
    done = run_pytest(tmp_path, source, "-n", workers)
    assert done.returncode == 1
    assert "no requirement Q-99" in done.stdout
    assert "mark req without an id" in done.stdout


def test_results_reach_the_report_from_a_worker(tmp_path: Path) -> None:
    source = """
@pytest.mark.req('Q-01')
def test_passes(): pass
@pytest.mark.req('Q-01')
@pytest.mark.req('Q-02')
def test_fails(): assert False
@pytest.mark.req('Q-03')
def test_is_skipped(): pytest.skip('no device')
@pytest.fixture
def broken_end():
    yield
    assert False
@pytest.mark.req('Q-03')
def test_ends_badly(broken_end): pass
def test_claims_nothing(): pass
"""
    done = run_pytest(tmp_path, source, "-n", "1")
    assert done.returncode == 1
    report = tmp_path / "report.json"
    passed = {result.test.partition("::")[2]: result.passed for result in read_results(report)}
    assert passed == {
        "test_passes": True, "test_fails": False, "test_is_skipped": False, "test_ends_badly": False
    }  # fmt: skip
    ids = {entry["test"].partition("::")[2]: entry["ids"] for entry in json.loads(report.read_text())}
    assert sorted(ids["test_fails"]) == ["Q-01", "Q-02"]


def test_a_run_that_left_nothing_proves_nothing(tmp_path: Path) -> None:
    assert read_results(tmp_path / "absent.json") == []

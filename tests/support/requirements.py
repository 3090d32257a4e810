"""The mark ``req``: unknown ids fail the test; ``hallctl requirements`` is told how marked tests ended."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli.requirements import REPORT_VARIABLE, load_index

RESULTS = pytest.StashKey[dict[str, tuple[list[str], bool]]]()
PROPERTY = "requirements"  # travels with the report from an xdist worker to the controller


def ids_of(item: pytest.Item) -> list[str]:
    return [str(argument) for mark in item.iter_markers("req") for argument in mark.args]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if ids := ids_of(item):
            item.user_properties.append((PROPERTY, ids))


def pytest_runtest_setup(item: pytest.Item) -> None:
    # Not at collection: an error there loses its words on the way from a worker.
    if any(item.iter_markers("req")):
        unknown = [id_ for id_ in ids_of(item) if id_ not in load_index().requirements]
        if unknown or not ids_of(item):
            pytest.fail(
                f"no requirement {', '.join(unknown)}" if unknown else "mark req without an id", pytrace=False
            )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[RESULTS] = {}
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Recorder(config.stash[RESULTS]))


class Recorder:
    """Keeps, in the controller, whether each marked test passed in all its phases."""

    def __init__(self, results: dict[str, tuple[list[str], bool]]) -> None:
        self._results = results

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, ids in report.user_properties:
            if name == PROPERTY and isinstance(ids, list):
                _, so_far = self._results.get(report.nodeid, (ids, True))
                self._results[report.nodeid] = (ids, so_far and report.passed)

    def pytest_sessionfinish(self) -> None:
        if target := os.environ.get(REPORT_VARIABLE):
            entries = [{"test": test, "ids": ids, "passed": ok} for test, (ids, ok) in self._results.items()]
            Path(target).write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")

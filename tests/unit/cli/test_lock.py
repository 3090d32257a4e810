"""The lock files: complete, hashed, agreeing with pyproject.toml, and silent about where packages come from."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cli.lock import LOCKS, LockFile, index_environment, pins
from cli.project import ROOT

locks = pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)


@locks
def test_no_address_stands_in_a_lock(lock: LockFile) -> None:
    text = (ROOT / lock.name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)


@locks
def test_every_package_is_pinned_with_a_hash(lock: LockFile) -> None:
    text = (ROOT / lock.name).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in filter(None, map(str.strip, text.splitlines())):
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+( ;[^-]+)? .*--hash=sha256:[0-9a-f]{64}", line), line


@locks
def test_the_lock_fits_pyproject(lock: LockFile) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in lock.extras:
        wanted += project["optional-dependencies"][extra]
    pinned = {canonicalize_name(name): version for name, version in pins(ROOT / lock.name).items()}
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not in {lock.name}; run ./hallctl lock"
        assert requirement.specifier.contains(version), f"{version} is not {requirement}; run ./hallctl lock"


def test_the_development_lock_holds_all_of_the_other_at_the_same_versions() -> None:
    runtime, development = (pins(ROOT / lock.name) for lock in LOCKS)
    assert runtime.items() <= development.items()


def test_no_package_that_runs_with_the_suite_is_gpl_only() -> None:
    for name in pins(ROOT / "requirements.lock"):
        about = metadata(name)
        licence = " ".join([about.get("License-Expression") or about.get("License") or ""])
        licence += " ".join(value for value in about.get_all("Classifier") or [] if value.startswith("License"))
        if "GPL" in licence and "LGPL" not in licence and "Lesser" not in licence:
            raise AssertionError(f"{name}: {licence}")


def test_pips_indexes_and_folders_are_handed_to_uv() -> None:
    environment = index_environment(
        {
            "index-url": "https://a/simple",
            "extra-index-url": "https://b https://c",
            "find-links": "/d /e",
            "cert": "x",
        }
    )
    assert environment == {
        "UV_DEFAULT_INDEX": "https://a/simple",
        "UV_INDEX": "https://b https://c",
        "UV_FIND_LINKS": "/d,/e",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }

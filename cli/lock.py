"""The two lock files: every package pinned with its hashes, and no word of where it was fetched from.

uv resolves. It does not read pip's configuration, so the index, extra indexes and folders that pip is set to are
handed to it through its environment; they never reach the files.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cli.output import CommandError

OPTIONS = ("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")
OLDEST_PYTHON = "3.11"


@dataclass(frozen=True, slots=True)
class LockFile:
    """One lock file and which extras of the project it holds."""

    name: str
    extras: tuple[str, ...]

    def options(self) -> list[str]:
        """uv's options for the extras."""
        return [option for extra in self.extras for option in ("--extra", extra)]


LOCKS = (LockFile("requirements.lock", ()), LockFile("requirements-dev.lock", ("dev",)))


def index_environment(pip_settings: Mapping[str, str]) -> dict[str, str]:
    """uv's environment for pip's ``index-url``, ``extra-index-url`` and ``find-links``."""
    names = {"index-url": "UV_DEFAULT_INDEX", "extra-index-url": "UV_INDEX", "find-links": "UV_FIND_LINKS"}
    found = {}
    for setting, variable in names.items():
        if places := pip_settings.get(setting, "").split():
            # uv separates indexes by blanks and folders by commas.
            found[variable] = ("," if setting == "find-links" else " ").join(places)
    # pip looks in all its indexes and takes the best version; uv by itself would stop at the first that has any.
    return found | {"UV_INDEX_STRATEGY": "unsafe-best-match"}


def pip_settings() -> dict[str, str]:
    """What pip is set to: its files, and over them its environment."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    words = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout
    lines = re.findall(r"^(global|install|:env:)\.([\w-]+)='(.*)'$", words, re.MULTILINE)
    order = ("global", "install", ":env:")
    return {name: value for _, name, value in sorted(lines, key=lambda line: order.index(line[0]))}


@contextmanager
def uv_program() -> Iterator[str]:
    """The path of uv: the one on PATH, else one installed for the moment.

    Raises:
        CommandError: pip could not install it.
    """
    if found := shutil.which("uv"):
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="hallsuite-uv-") as folder:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "uv"]
        if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode:
            raise CommandError("无法安装 uv，请先安装 uv 后重试。", "pip could not install uv")
        yield str(Path(folder, "bin", "uv"))


def resolve(root: Path, folder: Path, *, upgrade: Sequence[str] = (), upgrade_all: bool = False) -> None:
    """Write the lock files of the project at ``root`` into ``folder``; pins already there are kept when they fit.

    Raises:
        CommandError: uv found no set of packages, or could not be had.
    """
    environment = os.environ | index_environment(pip_settings())
    chosen = ["--upgrade"] if upgrade_all else [part for name in upgrade for part in ("--upgrade-package", name)]
    with uv_program() as uv:
        for lock in LOCKS:
            command = [uv, "pip", "compile", "--quiet", *OPTIONS, "--python-version", OLDEST_PYTHON, *chosen]
            command += [*lock.options(), "pyproject.toml", "--output-file", str(folder / lock.name)]
            done = subprocess.run(command, cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)
            if done.returncode:
                raise CommandError(f"{lock.name} 未能生成，见上面的说明。", f"uv ended with {done.returncode}")


def stale_locks(root: Path) -> list[str]:
    """The names of the lock files that don't fit pyproject.toml any more."""
    with tempfile.TemporaryDirectory(prefix="hallsuite-lock-") as name:
        folder = Path(name)
        for lock in LOCKS:
            shutil.copy(root / lock.name, folder)
        resolve(root, folder)
        return [lock.name for lock in LOCKS if pins(folder / lock.name) != pins(root / lock.name)]


def pins(lock: Path) -> dict[str, str]:
    """Package → version of a lock file."""
    return dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))

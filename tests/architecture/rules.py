"""The rules of the tree that a look at the sources can decide; each returns its violations as ``path:line: why``"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("hall", "db", "devices", "qt_common", "kiosk_app", "counter_app", "display_app", "cli", "benchmarks")
LONGEST_FILE = 300

# Modules of Qt that are GPL or commercial only; the rest of what we use is LGPL.
GPL_QT = ("QtCharts", "QtDataVisualization", "QtGraphs", "QtHttpServer", "QtNetworkAuth", "QtQuick3D")

# Put together here so that this file does not break its own rule.
NOT_TO_BE_NAMED = tuple(
    "".join(parts)
    for parts in [
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("py", "pi.org"),
        ("pythonhosted", ".org"),
        ("deb.deb", "ian.org"),
        ("/tm", "p/w/"),
    ]
)

# Folders that are made, not written; .gitignore names them too.
BUILT = {
    *(".git", ".venv", "__pycache__", "build", "demo-output"),
    *(".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"),
}

Rule = Callable[[Path], list[str]]


def python_files(root: Path, *packages: str) -> Iterator[Path]:
    """The Python files of ``packages`` under ``root``."""
    for package in packages:
        yield from sorted((root / package).rglob("*.py"))


def parsed(root: Path, *packages: str) -> Iterator[tuple[Path, ast.Module]]:
    for path in python_files(root, *packages):
        yield path.relative_to(root), ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every absolute name imported, with its line: ``from a import b`` yields ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def hall_is_standard_library_only(root: Path) -> list[str]:
    """The rules run anywhere Python runs."""
    return [
        f"{path}:{line}: hall imports {name}"
        for path, tree in parsed(root, "hall")
        for line, name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names | {"hall", "__future__"}
    ]


def hall_neither_prints_nor_looks_at_the_clock(root: Path) -> list[str]:
    """Time is passed in, and rules have nobody to talk to."""
    found = []
    for path, tree in parsed(root, "hall"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            if called == "print":
                found.append(f"{path}:{node.lineno}: hall prints")
            elif re.fullmatch(
                r"(\w+\.)*(date|datetime)\.(now|utcnow|today)|time\.(time|time_ns|monotonic)", called
            ):
                found.append(f"{path}:{node.lineno}: hall looks at the clock: {called}()")
    return found


def view_models_know_no_widgets(root: Path) -> list[str]:
    """A view-model decides and never draws."""
    return [
        f"{path}:{line}: a view-model imports {name}"
        for path, tree in parsed(root, "qt_common", "kiosk_app", "counter_app", "display_app")
        if "view_model" in path.stem or "view_models" in path.parts
        for line, name in imported(tree)
        if re.match(r"PySide6\.QtWidgets\b", name)
    ]


def no_gpl_part_of_qt(root: Path) -> list[str]:
    """The suite is Apache-2.0 on LGPL Qt."""
    return [
        f"{path}:{line}: {name} is GPL"
        for path, tree in parsed(root, *PACKAGES)
        for line, name in imported(tree)
        if name.startswith(tuple(f"PySide6.{module}" for module in GPL_QT))
    ]


def translated_text_is_literal(root: Path) -> list[str]:
    """What stands in ``tr()`` must be found in the sources by the translation tools: no f-string, no built text."""
    found = []
    for path, tree in parsed(root, "qt_common", "kiosk_app", "counter_app", "display_app", "cli"):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = {"tr": node.args[:1], "translate": node.args[1:2]}.get(name, [])
            if any(isinstance(text, ast.JoinedStr | ast.BinOp | ast.Call) for text in texts):
                found.append(f"{path}:{node.lineno}: text inside {name}() is not a literal")
    return found


def files_are_short(root: Path) -> list[str]:
    """One idea each, at most `LONGEST_FILE` lines."""
    files = [*python_files(root, *PACKAGES, "tests"), root / "hallctl"]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files if path.exists()}
    return [f"{path.relative_to(root)}: {n} lines" for path, n in lengths.items() if n > LONGEST_FILE]


def folders_are_packages(root: Path) -> list[str]:
    """A folder without ``__init__.py`` is invisible to import-linter; Alembic alone loads its scripts by path."""
    folders = {path.parent for path in python_files(root, *PACKAGES) if "migrations" not in path.parts}
    return [
        f"{folder.relative_to(root)}: no __init__.py" for folder in folders if not (folder / "__init__.py").exists()
    ]


def nothing_of_this_machine(root: Path) -> list[str]:
    """No file names a path of the machine it was written on, or where packages were fetched from."""
    found = []
    for path in repository_files(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a recording
        for number, line in enumerate(text.splitlines(), 1):
            found += [
                f"{path.relative_to(root)}:{number}: names {word}" for word in NOT_TO_BE_NAMED if word in line
            ]
    return found


def repository_files(root: Path) -> list[Path]:
    """The files git keeps (or would keep); where git can't tell, all but those in hidden and built folders."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout
    except (FileNotFoundError, subprocess.CalledProcessError):  # no git here, no checkout, or another owner's
        files = (path for path in root.rglob("*") if path.is_file())
        return [path for path in files if not BUILT & set(path.relative_to(root).parts[:-1])]
    return [root / name for name in listed.decode().split("\0") if name and (root / name).is_file()]


RULES: tuple[Rule, ...] = (
    hall_is_standard_library_only,
    hall_neither_prints_nor_looks_at_the_clock,
    view_models_know_no_widgets,
    no_gpl_part_of_qt,
    translated_text_is_literal,
    files_are_short,
    folders_are_packages,
    nothing_of_this_machine,
)

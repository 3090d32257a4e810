"""Which errors of the rules can reach an app, found in the source: what its modules call, and what that calls.

A call by a bare name is followed through the imports; a call of an attribute is taken for every method of that name
in ``hall``, so that rather too much is found than too little. What the database raises stands in `FROM_BELOW`.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.crypto import WrongKey
from hall.business_calendar.calendar import YearNotLoaded
from hall.errors import Conflict, HallError, NotFound, Unavailable

ROOT = Path(__file__).parents[2]
FROM_BELOW: frozenset[type[HallError]] = frozenset({Conflict, NotFound, Unavailable, WrongKey, YearNotLoaded})
Function = ast.FunctionDef | ast.ClassDef
Name = tuple[str, str]  # module, name in it


@dataclass(frozen=True)
class _Source:
    """The functions of ``hall`` and what their modules import."""

    functions: dict[Name, Function]
    imports: dict[str, dict[str, Name]]
    methods: dict[str, list[tuple[str, ast.FunctionDef]]]


def errors_reaching(app: str) -> frozenset[type[HallError]]:
    """Exact types of the errors that calls from ``app`` into ``hall`` can raise."""
    source = _read(ROOT / "hall")
    seen: set[int] = set()
    found: set[type[HallError]] = set(FROM_BELOW)
    waiting: list[tuple[str, ast.AST]] = []
    for path in sorted((ROOT / app).rglob("*.py")):
        module, tree = _module(path), ast.parse(path.read_text(encoding="utf-8"))
        source.imports[module] = _imports(tree)
        waiting.append((module, tree))
    while waiting:
        module, node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        for called in _called(node):
            if isinstance(called, ast.Attribute):
                waiting += source.methods.get(called.attr, [])
                owner = source.imports[module].get(called.value.id) if isinstance(called.value, ast.Name) else None
                place = (".".join(filter(None, owner)), called.attr) if owner else None
            else:
                place = source.imports[module].get(called.id, (module, called.id))
            if place is None or not place[0].startswith("hall"):
                continue
            kind = _error(place)
            if kind is not None:
                found.add(kind)
            elif place in source.functions:
                waiting.append((place[0], source.functions[place]))
    return frozenset(found)


def _called(node: ast.AST) -> Iterator[ast.Name | ast.Attribute]:
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name | ast.Attribute):
            yield each.func
        elif isinstance(each, ast.Raise) and isinstance(each.exc, ast.Name):
            yield each.exc


def _read(folder: Path) -> _Source:
    source = _Source({}, {}, {})
    for path in sorted(folder.rglob("*.py")):
        module, tree = _module(path), ast.parse(path.read_text(encoding="utf-8"))
        source.imports[module] = _imports(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                source.functions[module, node.name] = node
            if isinstance(node, ast.ClassDef) and ".ports" not in module:
                for method in node.body:
                    if isinstance(method, ast.FunctionDef):
                        source.methods.setdefault(method.name, []).append((module, method))
    return source


def _imports(tree: ast.Module) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hall"):
            for name in node.names:
                found[name.asname or name.name] = (str(node.module), name.name)
    return found


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _error(place: Name) -> type[HallError] | None:
    try:
        kind = getattr(importlib.import_module(place[0]), place[1], None)
    except ModuleNotFoundError:
        return None
    return kind if isinstance(kind, type) and issubclass(kind, HallError) else None

"""Commands are found by their modules: a new command is a new file."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any


def add_commands(package: ModuleType, commands: Any) -> None:
    """Let every module of ``package`` add its parser to ``commands``, in the order of their names.

    A module's name is its command's, with underscores for hyphens; one that starts with an underscore is none.
    """
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if not found.name.startswith("_"):
            importlib.import_module(f"{package.__name__}.{found.name}").add_parser(commands)

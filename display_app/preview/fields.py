"""What can be changed of a panel by controls (面板选项表单), read from the options' own definitions."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from display_app.layouts.options import PanelOptions


class Shape(StrEnum):
    """Which control a value is changed with."""

    NUMBER = "number"
    WHOLE = "whole"
    SWITCH = "switch"
    CHOICE = "choice"
    LINE = "line"
    LIST = "list"  # texts, written with commas between them


@dataclass(frozen=True, slots=True)
class Field:
    """One option of a panel.

    Attributes:
        value: as it stands.
        low, high: of a number.
        choices: of a choice, and the known words of a list.
    """

    key: str
    shape: Shape
    value: Any
    low: float = 0.0
    high: float = 1000.0
    choices: tuple[str, ...] = ()


def fields_of(options: PanelOptions) -> tuple[Field, ...]:
    """The options of a panel, its own first, then those that all panels have."""
    common = list(PanelOptions.model_fields)
    own = [key for key in type(options).model_fields if key not in common and key != "panel"]
    return tuple(_field(options, key) for key in (*own, *common))


def _field(options: PanelOptions, key: str) -> Field:
    info, value = type(options).model_fields[key], getattr(options, key)
    kind: Any = info.annotation
    bounds = {
        name: getattr(rule, name) for rule in info.metadata for name in ("ge", "gt", "le") if hasattr(rule, name)
    }
    low, high = float(bounds.get("ge", bounds.get("gt", 0.0))), float(bounds.get("le", 1000.0))
    if typing.get_origin(kind) is Literal:
        return Field(key, Shape.CHOICE, value, choices=typing.get_args(kind))
    if isinstance(value, bool):
        return Field(key, Shape.SWITCH, value)
    if isinstance(value, int):
        return Field(key, Shape.WHOLE, value, low, high)
    if isinstance(value, float):
        return Field(key, Shape.NUMBER, value, low, high)
    if isinstance(value, tuple):
        inner = typing.get_args(kind)[0]
        return Field(key, Shape.LIST, value, choices=typing.get_args(inner) if _is_choice(inner) else ())
    return Field(key, Shape.LINE, "" if value is None else value)


def _is_choice(kind: Any) -> bool:
    return typing.get_origin(kind) is Literal

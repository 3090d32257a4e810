"""Reads a layout's file (读取版面); every problem is named in Chinese with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from display_app.layouts.grid import NotARectangle, spans, united
from display_app.layouts.schema import Layout
from hall.errors import BadInput
from qt_common.config_words import path as key_path
from qt_common.config_words import toml_problem, words

LONGEST = 64 * 1024  # characters


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and in which line of the file (from 1; 0 for the whole file)."""

    line: int
    message: str


class LayoutError(BadInput):
    """A layout can't be used (版面有误); ``problems`` names each by its line."""

    default_message = "版面文件有误，请修改后重试。"

    def __init__(self, name: str, problems: Sequence[Problem], detail: str) -> None:
        said = "；".join(f"第 {p.line} 行：{p.message}" if p.line else p.message for p in problems)
        super().__init__(f"{name}: {detail}", message=f"版面 {name} 有误：{said}。")
        self.problems = tuple(problems)


def load_layout(file: Path) -> Layout:
    """Read a layout.

    Raises:
        LayoutError: it can't be read, or is wrong.
    """
    try:
        with file.open(encoding="utf-8") as opened:
            text = opened.read(LONGEST + 1)
    except OSError as error:
        raise LayoutError(file.name, [Problem(0, "文件无法读取")], error.strerror or "unreadable") from error
    except UnicodeDecodeError as error:
        raise LayoutError(file.name, [Problem(0, toml_problem(error))], "not UTF-8") from error
    return parse_layout(text, file.name)


def parse_layout(text: str, name: str) -> Layout:
    """A layout from the text of its file.

    Raises:
        LayoutError: with every problem that was found.
    """
    if len(text) > LONGEST:
        raise LayoutError(name, [Problem(0, "文件过大")], f"{len(text)} characters")
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else len(text.splitlines())
        said = toml_problem(error) if isinstance(error, tomllib.TOMLDecodeError) else "嵌套过深"
        raise LayoutError(name, [Problem(line, said)], type(error).__name__) from error
    try:
        layout = Layout.model_validate(table)
    except ValidationError as error:
        found = [_explained(text, e["type"], e["loc"], e.get("ctx", {}), table) for e in error.errors()]
        raise LayoutError(name, found, str(error.error_count()) + " values don't fit") from error
    problems = list(_misplaced(text, layout))
    if problems:
        raise LayoutError(name, problems, "areas and panels don't fit")
    return layout


def line_of(text: str, location: Sequence[int | str]) -> int:
    """The line of a key, or of the nearest thing above it that the file has; 0 when it has none."""
    keys = [part for part in location if isinstance(part, str)]
    table: list[str] = []
    best, depth = 0, 0
    for number, line in enumerate(text.splitlines(), start=1):
        head = re.match(r"\s*\[+([^\[\]]+)\]+", line)
        assigned = re.match(r"\s*([A-Za-z0-9_.\"'-]+)\s*=", line)
        if head:
            here = table = _split(head[1])
        elif assigned:
            here = [*table, *_split(assigned[1])]
        else:
            continue
        if len(here) > depth and here == keys[: len(here)]:
            best, depth = number, len(here)
    return best


def _split(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _explained(text: str, kind: str, location: Sequence[int | str], bounds: dict[str, Any], table: Any) -> Problem:
    """One of pydantic's errors; the kind of panel that it puts into the path is not one of the file's keys."""
    where = list(location)
    if len(where) > 2 and where[0] == "panels":
        del where[2]
    if kind == "union_tag_not_found":
        return Problem(line_of(text, where), f"{key_path([*where, 'panel'])}：缺少此配置项（面板种类）")
    if kind == "union_tag_invalid":
        known = str(bounds.get("expected_tags", "")).replace("'", "").replace(", ", "、")
        said = f"{key_path([*where, 'panel'])}：没有这种面板，可用：{known}"
        return Problem(line_of(text, [*where, "panel"]), said)
    return Problem(line_of(text, where), f"{key_path(where)}：{words(kind, bounds)}")


def _misplaced(text: str, layout: Layout) -> Iterator[Problem]:
    """Lines of another length, areas that are no rectangle, panels without area and areas without panel."""
    cells = [line.split() for line in layout.areas]
    at = line_of(text, ["areas"])
    if len(cells) != len(layout.rows):
        yield Problem(at, f"areas：有 {len(cells)} 行，rows 有 {len(layout.rows)} 个权重，应当相同")
        return
    uneven = [n for n, names in enumerate(cells, start=1) if len(names) != len(layout.columns)]
    if uneven:
        told = "、".join(str(n) for n in uneven)
        yield Problem(at, f"areas：第 {told} 行的列数与 columns 的 {len(layout.columns)} 个权重不同")
        return
    try:
        found = spans(cells)
    except NotARectangle as error:
        yield Problem(at, f"areas：区域 {error.area} 不是矩形")
        return
    for name in layout.panels:
        where = line_of(text, ["panels", name])
        if layout.area_of(name) not in found:
            yield Problem(where, f"panels.{name}：areas 中没有区域 {layout.area_of(name)}")
            continue
        heir = layout.panels[name].gives_way_to
        if not heir:
            continue
        if heir not in layout.panels or layout.area_of(heir) not in found:
            yield Problem(where, f"panels.{name}.gives_way_to：没有面板 {heir}")
        elif united(found[layout.area_of(name)], found[layout.area_of(heir)]) is None:
            yield Problem(where, f"panels.{name}.gives_way_to：与面板 {heir} 合起来不是矩形")
    for area in found:
        if not layout.panels_in(area):
            yield Problem(at, f"areas：区域 {area} 没有面板")

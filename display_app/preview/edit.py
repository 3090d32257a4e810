"""Changes one value in the text of a layout (修改版面文件); comments and order stay as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

Value = str | bool | int | float | Sequence[str] | Sequence[float]

_HEAD = re.compile(r"^\s*\[+([^\[\]]+)\]+\s*(#.*)?$")


def set_value(text: str, table: str, key: str, value: Value | None) -> str:
    """The text with ``key`` of ``table`` set; None takes the key out.

    Args:
        table: dotted, such as ``panels.call``; empty for the keys before the first table. It is there already.
    """
    lines = text.splitlines()
    first, last = _table(lines, table)
    written = [] if value is None else [f"{key} = {literal(value)}"]
    for number in range(first, last):
        if re.match(rf"\s*{re.escape(key)}\s*=", lines[number]):
            end = _end_of_value(lines, number, last)
            lines[number:end] = written
            return "\n".join(lines) + "\n"
    at = last
    while at > first and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
        at -= 1  # before the empty lines and the comment of the next table
    lines[at:at] = written
    return "\n".join(lines) + "\n"


def literal(value: Value) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int):
        return str(value)
    return "[" + ", ".join(literal(one) for one in value) + "]"


def _table(lines: Sequence[str], table: str) -> tuple[int, int]:
    """The lines of a table, from the one after its head to the one of the next."""
    first = 0 if not table else None
    for number, line in enumerate(lines):
        head = _HEAD.match(line)
        if head is None:
            continue
        if first is not None:
            return first, number
        if _plain(head[1]) == table:
            first = number + 1
    return (len(lines) if first is None else first), len(lines)


def _plain(dotted: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in dotted.split("."))


def _end_of_value(lines: Sequence[str], number: int, last: int) -> int:
    """The line after a value; a list may go over several lines."""
    depth, quoted = 0, ""
    for at in range(number, last):
        line = lines[at].split("=", 1)[1] if at == number else lines[at]
        for character in line:
            if quoted:
                quoted = "" if character == quoted else quoted
            elif character in "\"'":
                quoted = character
            elif character == "#":
                break
            elif character == "[":
                depth += 1
            elif character == "]":
                depth -= 1
        quoted = ""
        if depth <= 0:
            return at + 1
    return last

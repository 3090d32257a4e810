"""Reads files of online appointments (网上预约文件): CSV, XLSX, or a JSON list of objects."""

from __future__ import annotations

import json
from pathlib import Path

from db.catalogue_file import MAX_BYTES, MAX_ROWS, decode, parse_table, refused
from hall.errors import NotFound

Rows = list[tuple[int, dict[str, str]]]


def read_appointments(path: Path) -> Rows:
    """Rows of text with their line; of JSON the place in the list, from 1.

    Raises:
        NotFound: it can't be opened.
        CatalogueRefused: it is too large, damaged, or in an unknown encoding.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotFound(f"can't open {path.name}: {error.strerror}", message=f"无法打开文件：{path.name}") from error
    if content[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return _json(content)
    table = parse_table(content)
    return [
        (line, dict(zip(table.headings, row, strict=False)))
        for line, row in enumerate(table.rows, start=2)
        if any(cell.strip() for cell in row)
    ]


def _json(content: bytes) -> Rows:
    if len(content) > MAX_BYTES:
        raise refused(f"文件超过 {MAX_BYTES // 1_000_000} MB")
    try:
        listed = json.loads(decode(content))
    except (ValueError, RecursionError) as error:
        raise refused(f"JSON 格式有误（{type(error).__name__}）") from None
    if len(listed) > MAX_ROWS:
        raise refused(f"超过 {MAX_ROWS} 行")
    rows: Rows = []
    for line, row in enumerate(listed, start=1):
        if not isinstance(row, dict):
            raise refused("应为对象", line=line)
        rows.append((line, {str(key): "" if value is None else str(value) for key, value in row.items()}))
    return rows

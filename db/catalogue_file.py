"""Reads catalogue files (事项目录文件): CSV in UTF-8 or GBK/GB18030, and XLSX.

Whatever is in the file, reading it is bounded: size, rows, columns, cells, and what a zipped file may grow to.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import openpyxl

from hall.catalogue.import_rows import CatalogueRefused, RowProblem
from hall.errors import NotFound

MAX_BYTES = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 64
MAX_CELL = 4_000
SPREADSHEET = b"PK\x03\x04"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text; ``rows[0]`` is line 2 of the file, empty lines stand as empty rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(path: Path) -> Table:
    """Read a CSV or XLSX file; which of them it is, its content says.

    Raises:
        NotFound: it can't be opened.
        CatalogueRefused: it is too large, damaged, or in an unknown encoding.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NotFound(f"can't open {path.name}: {error.strerror}", message=f"无法打开文件：{path.name}") from error
    return parse_table(content)


def parse_table(content: bytes) -> Table:
    """As `read_table`, from bytes."""
    if len(content) > MAX_BYTES:
        raise refused(f"文件超过 {MAX_BYTES // 1_000_000} MB")
    lines = _spreadsheet(content) if content.startswith(SPREADSHEET) else _csv(content)
    rows = list(islice(lines, MAX_ROWS + 2))
    if not rows:
        raise refused("文件是空的")
    if len(rows) > MAX_ROWS + 1:
        raise refused(f"超过 {MAX_ROWS} 行")
    problems = [
        RowProblem(line, reason) for line, row in enumerate(rows, start=1) if (reason := _too_much(row)) is not None
    ]
    if problems:
        raise CatalogueRefused(problems)
    return Table(rows[0], tuple(rows[1:]))


def refused(reason: str, line: int = 1) -> CatalogueRefused:
    """One problem of the whole file."""
    return CatalogueRefused([RowProblem(line, reason)])


def _too_much(row: Sequence[str]) -> str | None:
    if len(row) > MAX_COLUMNS:
        return f"超过 {MAX_COLUMNS} 列"
    if any(len(cell) > MAX_CELL for cell in row):
        return f"有单元格超过 {MAX_CELL} 字"
    if any(not (ch.isprintable() or ch in "\r\n\t\u3000\ufeff\xa0") for cell in row for ch in cell):
        return "含有不可显示的字符，请检查文件编码"
    return None


def decode(content: bytes) -> str:
    """UTF-8 with or without mark, else GB18030 (which holds GBK), strictly.

    Raises:
        CatalogueRefused: neither; every line that is neither is named.
    """
    if content.startswith(UTF16_MARKS):
        raise refused("文件是 UTF-16 编码，请另存为 CSV UTF-8 或 GBK/GB18030")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CatalogueRefused(
        [
            RowProblem(number, "含有既不是 UTF-8 也不是 GBK/GB18030 的字节")
            for number, line in enumerate(content.split(b"\n"), start=1)
            if not (_fits(line, "utf-8") or _fits(line, "gb18030"))
        ]
        or [RowProblem(1, "文件中混有 UTF-8 与 GBK/GB18030 两种编码")]
    )


def _fits(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _csv(content: bytes) -> Iterator[tuple[str, ...]]:
    if b"\0" in content:
        raise refused("文件不是 CSV 或 XLSX")
    reader = csv.reader(io.StringIO(decode(content), newline=""), strict=True)
    before = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise refused(f"CSV 格式有误（{error}）", line=reader.line_num) from None
        yield tuple(row)
        # A quoted cell over several lines: keep the count of lines right for the messages.
        yield from ((),) * (reader.line_num - before - 1)
        before = reader.line_num


def _spreadsheet(content: bytes) -> Iterator[tuple[str, ...]]:
    _refuse_bombs(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what the file says of its size is not to be believed
            for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=MAX_COLUMNS, values_only=True):
                yield _without_tail(tuple(_text(cell) for cell in row))
        finally:
            book.close()
    except CatalogueRefused:
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever the damage leads it to
        raise refused(f"XLSX 文件已损坏（{type(error).__name__}）") from None


def _refuse_bombs(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise refused("XLSX 文件解开后过大")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    with package.open(part) as xml:
                        if b"<!DOCTYPE" in xml.read(4096).upper():
                            raise refused("XLSX 文件含有不允许的内容")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise refused(f"XLSX 文件已损坏（{type(error).__name__}）") from None


def _without_tail(row: tuple[str, ...]) -> tuple[str, ...]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)

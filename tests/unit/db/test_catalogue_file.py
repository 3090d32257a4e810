"""Catalogue files: encodings, damage, bombs, ten thousand rows."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from db.catalogue_file import MAX_BYTES, MAX_CELL, MAX_COLUMNS, MAX_ROWS, parse_table, read_table
from db.import_catalogue import import_catalogue
from db.pinyin import to_pinyin
from db.store import SqlStore
from hall.catalogue.import_rows import CatalogueRefused
from hall.errors import NotAllowed, NotFound
from hall.identity import citizen_at, system_at
from tests.support.sample_hall import fill

HEAD = "编码,事项名称,部门,办件类型\n"
TEXT = HEAD + "1,食品经营许可,区市场监督管理局,承诺件\n2,结婚登记,区民政局,即办件\n"
BY = system_at("test")


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_every_usual_encoding_reads_the_same(encoding: str) -> None:
    table = parse_table(TEXT.encode(encoding))
    assert table.headings == ("编码", "事项名称", "部门", "办件类型")
    assert table.rows[1] == ("2", "结婚登记", "区民政局", "即办件")


def test_a_spreadsheet_reads_as_text() -> None:
    content = xlsx(("编码", "名"), (1, "食品"), (2.0, None), (2.5, True), (), ("x",))
    assert parse_table(content).rows == (("1", "食品"), ("2",), ("2.5", "True"), (), ("x",))


def test_a_cell_over_several_lines_keeps_the_count_of_lines() -> None:
    table = parse_table(b'a,b\n"1\n2",x\n3,y\n')
    assert [(line, row) for line, row in enumerate(table.rows, start=2) if row] == [
        (2, ("1\n2", "x")),
        (4, ("3", "y")),
    ]


def lines_of(refusal: pytest.ExceptionInfo[CatalogueRefused]) -> list[int]:
    return [problem.line for problem in refusal.value.problems]


def test_every_line_in_no_encoding_is_named() -> None:
    with pytest.raises(CatalogueRefused) as refusal:
        parse_table(HEAD.encode() + b"1,\xff\xff,x,y\n2,a,b,c\n3,\xff,x,y\n")
    assert lines_of(refusal) == [2, 4]


def test_two_encodings_in_one_file_are_refused() -> None:
    with pytest.raises(CatalogueRefused):
        parse_table("编码,事项\n".encode() + "1,食品经营许可证啊\n".encode("gbk") + "2,啊䶮\n".encode() + b"\xff")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfea\0b\0",
        b"a,b\n\0\0",
        b'a,b\n"open',
        b"a,b\n1,\x07\n",
        b"PK\x03\x04 not a zip",
        b"a" * (MAX_BYTES + 1),
        b"a\n" * (MAX_ROWS + 2),
        b"a," * (MAX_COLUMNS + 1),
        b"a\n" + b"x" * (MAX_CELL + 1),
        xlsx(("编码",))[:-100],
    ],
    ids=["empty", "utf-16", "nul", "quote", "bell", "no zip", "large", "rows", "columns", "cell", "cut off"],
)
def test_what_is_no_catalogue_is_refused(content: bytes) -> None:
    with pytest.raises(CatalogueRefused):
        parse_table(content)


def rezip(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, data if part.filename == name else old.read(part))
    return out.getvalue()


def test_bombs_are_refused() -> None:
    plain = xlsx(("编码",), (1,))
    huge = rezip(plain, "xl/worksheets/sheet1.xml", b" " * 210_000_000)
    assert len(huge) < 1_000_000
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    far = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">'
    )
    far += b'<c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
    for bomb in (huge, rezip(plain, "xl/workbook.xml", laughs), rezip(plain, "xl/worksheets/sheet1.xml", far)):
        with pytest.raises(CatalogueRefused):
            parse_table(bomb)


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_table(tmp_path / "none.csv")


def test_names_are_found_by_pinyin_and_initials() -> None:
    assert to_pinyin("食品经营许可 (A2)") == ("shipinjingyingxuke(a2)", "spjyxk(a2)")


def test_ten_thousand_rows_are_imported(sqlite_store: SqlStore, tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    rows = (f"{n},事项{n},部门{n % 40},即办件" for n in range(1, 10_001))
    file.write_text(HEAD + "\n".join(rows), encoding="gb18030")
    done = import_catalogue(sqlite_store, file, by=BY)
    assert (done.departments, done.items, done.switched_off) == (40, 10_000, 0)
    with sqlite_store.reading() as uow:
        assert len(uow.catalogue.items()) == 10_000
        assert len(uow.catalogue.departments()) == 40
    assert [record.kind for record in sqlite_store.feed().after(0)] == ["catalogue.imported"]


def test_every_bad_row_is_named_and_nothing_is_imported(sqlite_store: SqlStore, tmp_path: Path) -> None:
    fill(sqlite_store)
    with sqlite_store.reading() as uow:
        before = list(uow.catalogue.items())
    file = tmp_path / "c.csv"
    file.write_text(
        TEXT + "\n3,,区民政局,即办件\n2,离婚登记,区民政局,即办件\n5,好的,区民政局,别的\n", encoding="utf-8"
    )
    with pytest.raises(CatalogueRefused) as refusal:
        import_catalogue(sqlite_store, file, by=BY)
    assert lines_of(refusal) == [5, 6, 7]
    with pytest.raises(NotAllowed):
        import_catalogue(sqlite_store, file, by=citizen_at("kiosk-1"))
    with sqlite_store.reading() as uow:
        assert list(uow.catalogue.items()) == before
    assert sqlite_store.feed().head() == 0

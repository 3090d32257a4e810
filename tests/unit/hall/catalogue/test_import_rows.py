"""Catalogue rows: every bad one is named, and one bad row keeps all out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.import_rows import Catalogue, CatalogueRefused, check_rows, prefix_for
from hall.catalogue.item import ItemKind

HEADINGS = ["编码", "事项名称", "部门", "办件类型", "法定时限", "承诺时限", "申请材料", "收费"]
GOOD = ["2", "食品经营许可", "区市场监督管理局", "承诺件", "20", "10", "申请书；身份证", "不收费"]


def pinyin(text: str) -> tuple[str, str]:
    return ("full", "qscjdglj"[: len(text)])


def read(rows: list[list[str]], headings: list[str] = HEADINGS) -> Catalogue:
    return check_rows(headings, rows, to_pinyin=pinyin)


def reasons(rows: list[list[str]], headings: list[str] = HEADINGS) -> list[tuple[int, str]]:
    with pytest.raises(CatalogueRefused) as refused:
        read(rows, headings)
    return [(p.line, p.reason) for p in refused.value.problems]


def test_a_good_row() -> None:
    catalogue = read([GOOD, [], ["", "", "", ""]])
    (item,) = catalogue.items
    assert (item.code, item.kind, item.prefix) == ("SX002", ItemKind.COMMITMENT, "A")
    assert (item.statutory_days, item.promised_days) == (20, 10)
    assert [m.name for m in item.materials] == ["申请书", "身份证"]


def test_unknown_limits_stay_unknown() -> None:
    (item,) = read([["9", "甲", "乙", "即办件"]]).items
    assert (item.statutory_days, item.promised_days, item.materials, item.fee) == (None, None, (), "")


def test_english_headings_are_read_too() -> None:
    headings = ["no", "item", "department", "kind", "statutory_workdays", "promised_workdays", "materials", "fee"]
    assert read([GOOD], headings).items[0].name == "食品经营许可"


def test_missing_columns_are_all_named() -> None:
    found = reasons([GOOD], ["编码", "承诺时限"])
    assert [line for line, _ in found] == [1, 1, 1]
    assert "事项名称" in found[0][1] and "部门" in found[1][1] and "办件类型" in found[2][1]


def test_every_bad_row_is_named_with_line_and_reason() -> None:
    bad_kind = ["3", "丙", "丁", "特急件"]
    no_name = ["4", "", "丁", "即办件"]
    days = ["5", "戊", "丁", "承诺件", "二十", "-1"]
    longer = ["6", "己", "丁", "承诺件", "5", "10"]
    twin = ["02", "庚", "丁", "即办件"]
    garbled = ["7", "食\ufffd许可", "丁", "即办件"]
    found = reasons([GOOD, bad_kind, no_name, days, longer, twin, garbled])
    assert [line for line, _ in found] == [3, 4, 5, 5, 6, 7, 8]
    words = [reason for _, reason in found]
    assert "特急件" in words[0] and "为空" in words[1] and "二十" in words[2] and "超过法定时限" in words[4]
    assert "与第2行重复" in words[5] and "乱码" in words[6]


def test_the_same_item_twice_under_other_codes_is_named() -> None:
    assert reasons([GOOD, ["3", *GOOD[1:]]]) == [(3, "事项“食品经营许可”与第2行重复")]


def test_an_empty_file_is_refused() -> None:
    assert reasons([]) == [(1, "文件没有任何事项")]


def test_ten_thousand_rows() -> None:
    rows = [[str(n), f"事项{n}", f"部门{n % 40}", "即办件"] for n in range(1, 10_001)]
    catalogue = read(rows)
    assert len(catalogue.items) == 10_000
    assert len({d.code for d in catalogue.departments}) == 40
    assert len({i.prefix for i in catalogue.items}) == 40


@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=8))
def test_no_rows_crash_the_check(rows: list[list[str]]) -> None:
    try:
        read(rows)
    except CatalogueRefused as refused:
        assert refused.problems


def test_prefixes_never_read_as_digits() -> None:
    prefixes = [prefix_for(n) for n in range(60)]
    assert len(set(prefixes)) == 60
    assert not any(letter in "IO" for prefix in prefixes for letter in prefix)

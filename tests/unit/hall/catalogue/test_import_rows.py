"""Catalogue rows: every bad one is named, and one bad row keeps all out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.elements import Element
from hall.catalogue.import_rows import Catalogue, CatalogueRefused, check_rows, prefix_for
from hall.catalogue.item import ItemKind, Material
from hall.catalogue.material_notation import read_materials

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


GUIDED = [*HEADINGS, "英文名称", "部门英文名称", "设定依据", "办理流程", "常见问题", "咨询电话"]


def row(materials: str = "", english: str = "", basis: str = "", steps: str = "", asked: str = "") -> list[str]:
    return [*GOOD[:6], materials, "不收费", "Food licence", english, basis, steps, asked, "0371-00000001"]


@pytest.mark.req("C-01")
def test_a_row_tells_every_element_of_its_guide() -> None:
    cell = (
        "申请书【原件1｜格式：A4，签名｜英文：Application form】；"
        "身份证[复印件：2份|可容缺|来源：自备|备注：交验原件]"
    )
    basis, steps = "《食品安全法》第三十五条\n《许可法》第四条", "收件|受理|办结"
    made = check_rows(GUIDED, [row(cell, "Market Bureau", basis, steps, "在哪领表？导办台")], to_pinyin=pinyin)
    (item,) = made.items
    assert made.departments[0].english == "Market Bureau"
    assert item.english == "Food licence"
    assert item.materials == (
        Material("申请书", originals=1, form="A4，签名", english="Application form"),
        Material("身份证", True, copies=2, source="自备", note="交验原件"),
    )
    assert item.lines_of(Element.BASIS) == ("《食品安全法》第三十五条", "《许可法》第四条")
    assert item.lines_of(Element.STEPS) == ("收件", "受理", "办结")
    assert item.lines_of(Element.PHONE) == ("0371-00000001",)
    assert item.lines_of(Element.CONDITIONS) == ()


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"materials": "表【原件1｜复印贰】"}, "“申请材料”第1项：“复印贰”不是"),
        ({"materials": "证；表【原件1｜原件2】"}, "“申请材料”第2项：“原件2”重复"),
        ({"materials": "【原件1】"}, "“申请材料”第1项：缺少材料名称"),
        ({"materials": "表【来源：甲；乙】"}, "“申请材料”第1项：方括号没有成对"),
        ({"materials": f"表【备注：{'长' * 201}】"}, "说明超过200字"),
        ({"asked": "没有问号的话"}, "“常见问题”第1条应写成“问题？答案”"),
        ({"steps": "步" * 1001}, "“办理流程”第1条超过1000字"),
    ],
)
def test_what_is_wrong_in_a_guide_is_named_by_row_and_column(cells: dict[str, str], reason: str) -> None:
    with pytest.raises(CatalogueRefused) as refusal:
        check_rows(GUIDED, [row(**cells)], to_pinyin=pinyin)
    (problem,) = refusal.value.problems
    assert problem.line == 2
    assert reason in problem.reason


def test_two_english_names_of_one_department_are_refused() -> None:
    second = ["3", "别的", *row(english="Other")[2:]]
    with pytest.raises(CatalogueRefused, match="1 bad rows") as refusal:
        check_rows(GUIDED, [row(english="Market Bureau"), second], to_pinyin=pinyin)
    assert "第3行：部门英文名称“Other”与前面的“Market Bureau”不一致" in refusal.value.message


@pytest.mark.parametrize("name", ["申请表[一式两份]", "表【旧】", "图纸（A3）", "表[旧]【说明】", "表[未闭合"])
def test_brackets_of_an_older_file_stay_part_of_the_name(name: str) -> None:
    assert read_materials(name) == ((Material(name),), [])


@given(st.text(max_size=200))
def test_whatever_a_cell_holds_is_materials_or_reasons(text: str) -> None:
    materials, reasons = read_materials(text)
    assert all(material.name for material in materials) or reasons

"""The list of everyday words: every row is checked, every problem named with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.item import ItemKind, ServiceItem
from hall.catalogue.synonym import WORD, Synonym, SynonymsRefused, check_synonyms

ITEMS = (
    ServiceItem("SX001", "个体工商户设立登记", "a", ItemKind.INSTANT, "A"),
    ServiceItem("SX002", "变更登记", "a", ItemKind.INSTANT, "A"),
    ServiceItem("SX003", "变更登记", "b", ItemKind.INSTANT, "B"),
)
HEADINGS = ("词", "事项编码或名称")


def test_codes_and_names_are_understood_and_the_order_stays() -> None:
    rows = [("开店", "个体工商户设立登记"), (), ("开店", "SX002"), (" 改名 ", " SX003 ")]
    assert check_synonyms(HEADINGS, rows, ITEMS) == (
        Synonym("开店", "SX001"),
        Synonym("开店", "SX002"),
        Synonym("改名", "SX003"),
    )


def test_every_problem_is_named_with_its_line() -> None:
    rows = [
        ("开店", "没有"),
        ("", "SX001"),
        ("开 店", "SX001"),
        ("改名", "变更登记"),
        ("摆摊", "SX001"),
        ("摆摊", "SX001"),
    ]
    with pytest.raises(SynonymsRefused) as refused:
        check_synonyms(HEADINGS, rows, ITEMS)
    assert [(p.line, p.reason) for p in refused.value.problems] == [
        (2, "没有在办事项“没有”"),
        (3, "“词”和“事项编码或名称”都要填写"),
        (4, "词“开 店”应为1–12个汉字、字母或数字"),
        (5, "事项“变更登记”有2个，请改填编码（SX002、SX003）"),
        (7, "与第6行重复"),
    ]
    assert refused.value.message.startswith("俗称表未导入：共5处问题。第2行：")


def test_a_file_without_the_columns_is_refused() -> None:
    with pytest.raises(SynonymsRefused, match="bad rows") as refused:
        check_synonyms(("词", "别的"), [], ITEMS)
    assert refused.value.problems[0].reason == "缺少列“事项编码或名称”"


@given(st.lists(st.tuples(st.text(max_size=14), st.sampled_from(["SX001", "SX002", "变更登记", "x", ""]))))
def test_whatever_is_in_the_rows_all_is_taken_or_all_refused(rows: list[tuple[str, str]]) -> None:
    try:
        taken = check_synonyms(HEADINGS, rows, ITEMS)
    except SynonymsRefused as refused:
        assert refused.problems
        assert all(2 <= p.line <= len(rows) + 1 and p.reason for p in refused.problems)
    else:
        assert len(set(taken)) == len(taken)
        assert all(WORD.fullmatch(s.word) for s in taken)

"""Layouts from files: what is wrong is said in Chinese with its line, and nothing else is ever raised."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_app.layouts.reader import LayoutError, load_layout, parse_layout
from display_app.layouts.shipped import layouts_for, shipped, shipped_names, shipped_text

GOOD = """\
title = "试"
columns = [60, 40]
rows = [1, 2]
areas = [
  "head  head",
  "call  list",
]

[panels.head]
panel = "head"

[panels.call]
panel = "current_call"
zones = ["A"]

[panels.list]
panel = "recent_calls"
rows = 8
"""


def test_a_layout_says_what_stands_where() -> None:
    layout = parse_layout(GOOD, "test.toml")
    assert (layout.area_of("call"), layout.panels_in("list")) == ("call", ("list",))
    assert layout.panels["list"].model_dump()["rows"] == 8


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("rows = 8", "rows = 0", 18, "panels.list.rows：不能小于 1"),
        ("rows = 8", 'rows = "8x"', 18, "panels.list.rows：类型不对，应为整数"),
        ("rows = 8", "rows = 8\nhaste = 1", 19, "panels.list.haste：未知的配置项"),
        ('panel = "head"', 'panel = "hed"', 10, "panels.head.panel：没有这种面板，可用：head、current_call"),
        ('panel = "head"\n', "\n", 9, "panels.head.panel：缺少此配置项"),
        ("columns = [60, 40]", "columns = [60, 0]", 2, "columns[2]：必须大于 0"),
        ("rows = [1, 2]", "rows = [1, 2, 3]", 4, "areas：有 2 行，rows 有 3 个权重"),
        ("columns = [60, 40]", "columns = [60]", 4, "areas：第 1、2 行的列数与 columns 的 1 个权重不同"),
        ('"head  head"', '"head  call"', 4, "areas：区域 call 不是矩形"),
        ('"call  list"', '"call  call"', 16, "panels.list：areas 中没有区域 list"),
        ("[panels.call]", "[panels.hall]", 12, "panels.hall：areas 中没有区域 hall"),
        ("rows = 8", 'rows = 8\ngives_way_to = "head"', 16, "panels.list.gives_way_to：与面板 head 合起来不是矩形"),
        ("rows = 8", 'rows = 8\ngives_way_to = "plate"', 16, "panels.list.gives_way_to：没有面板 plate"),
        ('title = "试"', "title = 试", 1, "第 1 行"),
        ("rows = 8", "rows = 8\nrows = 9", 19, "重复定义了同一个配置项"),
    ],
)
def test_a_mistake_is_told_with_its_line(before: str, after: str, line: int, words: str) -> None:
    assert before in GOOD
    with pytest.raises(LayoutError) as refused:
        parse_layout(GOOD.replace(before, after), "ours.toml")
    assert line in [problem.line for problem in refused.value.problems]
    assert words in refused.value.message
    assert refused.value.message.startswith("版面 ours.toml 有误：")


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(LayoutError) as refused:
        parse_layout(GOOD.replace("rows = 8", "rows = 99").replace('zones = ["A"]', "zones = 3"), "ours.toml")
    assert [problem.line for problem in refused.value.problems] == [14, 18]


LINES = [
    *GOOD.splitlines(),
    "[panels]",
    "[[panels.list]]",
    "areas = 3",
    "rows = [[]]",
    "panels = 1",
    '"""',
    "x.y = {}",
]


@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(LINES), max_size=25).map("\n".join)))
def test_whatever_stands_in_a_file_is_a_layout_or_refused_in_words(text: str) -> None:
    try:
        layout = parse_layout(text, "any.toml")
    except LayoutError as refused:
        assert refused.problems
        assert all(0 <= problem.line <= len(text.splitlines()) + 1 for problem in refused.problems)
    else:
        assert layout.spans


def test_a_file_that_is_none_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "gbk.toml").write_bytes('title = "版面"'.encode("gbk"))
    (tmp_path / "large.toml").write_text("#" * 70_000, encoding="utf-8")
    for name, words in (("gone.toml", "文件无法读取"), ("gbk.toml", "不是 UTF-8"), ("large.toml", "文件过大")):
        with pytest.raises(LayoutError) as refused:
            load_layout(tmp_path / name)
        assert words in refused.value.message
        assert str(tmp_path) not in refused.value.message


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_layout_is_right(name: str) -> None:
    assert shipped(name).title
    assert shipped_text(name).isprintable() or "\n" in shipped_text(name)


def test_the_ratio_of_the_screen_chooses_among_the_shipped_ones_and_a_name_overrules_it(tmp_path: Path) -> None:
    boards = layouts_for("main")
    chosen = [boards.at(*size).title for size in ((3840, 1080), (1920, 1080), (1080, 1920))]
    assert chosen == [shipped(name).title for name in ("wall", "main", "portrait")]
    assert layouts_for("main", "public").at(1080, 1920) == shipped("public")
    (tmp_path / "ours.toml").write_text(GOOD, encoding="utf-8")
    ours = layouts_for("main", "ours.toml", tmp_path)
    assert (ours.at(1, 1).title, ours.folder) == ("试", tmp_path)
    with pytest.raises(LayoutError, match="no such shipped layout"):
        layouts_for("main", "mian")

"""A floor map is read whole, or refused with the place that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.floor_map.plan import MapError, PlaceKind, Point
from hall.floor_map.reading import read_plan

SMALL = """
name = "一楼"
width = 20
height = 10
areas = [{ zone = "A", name = "甲", at = [0, 0], size = [10, 5] }]
windows = [{ number = 3, at = [4, 1] }]
places = [{ kind = "kiosk", name = "取号", at = [10, 9], station = "kiosk-1", facing = 0 }]
walks = [[[10, 8], [10, 2], [4, 2]]]
"""


def test_a_plan_is_read() -> None:
    plan = read_plan(SMALL)
    assert (plan.name, plan.width, plan.height) == ("一楼", 20.0, 10.0)
    assert plan.areas[0].middle == Point(5, 2.5)
    assert plan.areas[0].holds(Point(4, 1)) and not plan.areas[0].holds(Point(4, 6))
    window = plan.window(3)
    assert window is not None and window.at == Point(4, 1)
    assert plan.window(4) is None and plan.area("B") is None
    here = plan.here("kiosk-1")
    assert here is not None and here.kind is PlaceKind.KIOSK
    assert plan.here("kiosk-2") is None, "a kiosk that the map does not show stands nowhere"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("number = 3", "number = 0", "第 1 个 windows的 number"),
        ("number = 3", 'number = "3"', "第 1 个 windows的 number"),
        ("at = [4, 1]", "at = [4]", "[x, y]"),
        ("at = [4, 1]", "at = [40, 1]", "3号窗口在平面图之外"),
        ("at = [4, 1]", "at = [nan, 1]", "应为数字"),
        ('kind = "kiosk"', 'kind = "printer"', "entrance"),
        ("facing = 0", "facing = 400", "0 到 359"),
        ("facing = 0", "facng = 0", "facng 未知的设置"),
        ("width = 20", "width = 0", "应大于 0"),
        ("size = [10, 5]", "size = [10, -5]", "必须大于 0"),
        ('name = "一楼"', "", "name"),
        ("[[[10, 8], [10, 2], [4, 2]]]", "[[[10, 8]]]", "至少要有两个点"),
        ("{ number = 3, at = [4, 1] }", "{ number = 3, at = [4, 1] }, { number = 3, at = [5, 1] }", "重复"),
        ("windows = [", "windows = [3, ", "应为一组设置"),
        ("width = 20", "width = ", "TOML"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, words: str) -> None:
    assert old in SMALL
    with pytest.raises(MapError) as refused:
        read_plan(SMALL.replace(old, new, 1))
    assert words in refused.value.message


@given(
    st.text(max_size=200) | st.sampled_from([SMALL]).flatmap(lambda s: st.integers(0, len(s)).map(lambda n: s[:n]))
)
def test_any_text_is_a_plan_or_a_map_error(text: str) -> None:
    try:
        plan = read_plan(text)
    except MapError as error:
        assert error.message
    else:
        assert plan.width > 0

"""How codes, numbers and times are read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice.pinyin import syllables, to_pinyin
from devices.voice.speakable import call_text, count, speakable, spell


def test_a_call_spells_the_ticket_and_counts_the_window() -> None:
    assert call_text("A001", "3") == "请A零零幺号到三号窗口办理"
    assert call_text("B112", "12") == "请B幺幺二号到十二号窗口办理"


def test_one_is_read_as_the_hall_wishes() -> None:
    assert call_text("A101", "1", one="一") == "请A一零一号到一号窗口办理"


def test_a_window_with_a_letter_is_spelled() -> None:
    assert call_text("C007", "B1") == "请C零零七号到B幺号窗口办理"


@pytest.mark.parametrize(
    "template", ["请到{window}号窗口", "请{number}号", "请{number}号到{window}号{floor}楼", "{}{number}{window}"]
)
def test_a_template_with_wrong_fields_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="template"):
        call_text("A001", "3", template=template)


@pytest.mark.parametrize(
    ("number", "spoken"),
    [(0, "零"), (3, "三"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (100, "一百"), (101, "一百零一"),
     (110, "一百一十"), (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_numbers_are_counted(number: int, spoken: str) -> None:
    assert count(number) == spoken


@pytest.mark.parametrize("number", [-1, 10000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        count(number)


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_two_numbers_never_sound_the_same(one: int, other: int) -> None:
    assert (count(one) == count(other)) == (one == other)


@given(st.text(alphabet="ABCXYZ0123456789", min_size=1, max_size=8))
def test_spelling_keeps_every_character_and_leaves_no_digit(code: str) -> None:
    spoken = spell(code)
    assert len(spoken) == len(code)
    assert not any(char.isascii() and char.isdigit() for char in spoken)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("请A001号到3号窗口办理", "请A零零幺号到三号窗口办理"),
        ("请Ａ００１号到３号窗口办理", "请A零零幺号到三号窗口办理"),
        ("15:00后停止取号", "十五点后停止取号"),
        ("9:05开始", "九点零五分开始"),
        ("前面还有12人", "前面还有十二人"),
        ("热线12345", "热线幺二三四五"),
        ("7号、007号", "七号、零零七号"),
    ],
)
def test_free_text_becomes_speakable(text: str, spoken: str) -> None:
    assert speakable(text) == spoken


@given(st.text(alphabet="请到号窗口A1209:：５，。 ", max_size=30))
def test_speakable_text_stays_as_it_is(text: str) -> None:
    once = speakable(text)
    assert speakable(once) == once


def test_pinyin_has_tone_numbers_and_single_letters() -> None:
    assert to_pinyin("请A零零幺号到三号窗口办理") == (
        "qing3 A ling2 ling2 yao1 hao4 dao4 san1 hao4 chuang1 kou3 ban4 li3"
    )


def test_pinyin_knows_neutral_tones_umlauts_and_characters_with_two_readings() -> None:
    assert to_pinyin("女士们，您好！") == "nv3 shi4 men5, nin2 hao3."
    assert to_pinyin("重庆重新") == "chong2 qing4 chong2 xin1"
    assert to_pinyin("行政审批银行") == "xing2 zheng4 shen3 pi1 yin2 hang2"


@given(st.text(alphabet="请到三号窗口AB，。（）【】 😀", max_size=30))
def test_there_is_one_syllable_for_each_character(text: str) -> None:
    assert len(syllables(text)) == len(text)


@given(st.text(max_size=30))
def test_pinyin_is_always_plain_ascii(text: str) -> None:
    assert to_pinyin(text).isascii()

"""Finding items: by characters, pinyin, initials and everyday words; whatever is typed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.catalogue.item import ItemKind, ServiceItem
from hall.catalogue.search import Rank, SearchIndex
from hall.catalogue.spelling import Spelled, Typed
from hall.catalogue.synonym import Synonym

_PINYIN = (
    "食shi 品pin 经jing 营ying 许xu 可ke 生sheng 产chan 银yin 行xing/hang 重zhong/chong 庆qing 结jie 婚hun 登deng "
    "记ji 企qi 业ye 社she 会hui/kuai 保bao 险xian 开kai 店dian 饭fan 个ge 体ti 工gong 商shang 户hu 设she 立li "
    "女nv/nu 职zhi 领ling 证zheng 机ji 关guan"
)
READINGS: Mapping[str, tuple[str, ...]] = {word[0]: tuple(word[1:].split("/")) for word in _PINYIN.split()}
NAMES = (
    "个体工商户设立登记", "食品经营许可", "食品生产许可", "银行开户", "结婚登记", "企业社会保险登记",
    "机关社会保险登记", "重庆女职工登记",
)  # fmt: skip
ITEMS = tuple(
    ServiceItem(f"SX{n:03d}", name, "qs" if n % 2 else "mz", ItemKind.INSTANT, "A")
    for n, name in enumerate(NAMES, start=1)
)
SYNONYMS = (
    Synonym("开店", "SX001"),
    Synonym("开饭店", "SX002"),
    Synonym("开店", "SX002"),
    Synonym("领证", "SX005"),
    Synonym("食品", "SX001"),
)
INDEX = SearchIndex(ITEMS, SYNONYMS, READINGS, {"SX005": 7})


def names(query: str, index: SearchIndex = INDEX) -> list[str]:
    return [found.item.name for found in index.find(query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("jhdj", "结婚登记"),
        ("JIEHUNDENGJI", "结婚登记"),
        ("jieh", "结婚登记"),
        ("结婚dj", "结婚登记"),
        ("婚登", "结婚登记"),
        ("yhkh", "银行开户"),
        ("yinxing", "银行开户"),
        ("yinhangkai", "银行开户"),
        ("chongqing", "重庆女职工登记"),
        ("zhongqing", "重庆女职工登记"),
        ("nuzhi", "重庆女职工登记"),
        ("nvzhi", "重庆女职工登记"),
        ("shjy", None),
        ("开店", "个体工商户设立登记"),
        ("KD", "个体工商户设立登记"),
        ("kaifand", "食品经营许可"),
        ("领证", "结婚登记"),
        ("机关保险", "机关社会保险登记"),
    ],
)
def test_an_item_is_found_by(query: str, first: str | None) -> None:
    assert (names(query) or [None])[0] == first


def test_the_better_fit_comes_first() -> None:
    found = INDEX.find("食品")
    assert [(f.item.code, f.rank, f.synonym) for f in found] == [
        ("SX002", Rank.BEGINS, ""),
        ("SX003", Rank.BEGINS, ""),
        ("SX001", Rank.SYNONYM, "食品"),
    ]
    assert INDEX.find("spjyxk")[0].rank is Rank.EXACT
    assert [f.rank for f in INDEX.find("dj")] == [Rank.PART] * 5


def test_nothing_typed_shows_all_the_most_asked_for_first_and_the_everyday_words() -> None:
    assert names("")[:2] == ["结婚登记", "个体工商户设立登记"]
    assert len(names("")) == len(ITEMS)
    assert INDEX.words("", 3) == ("领证", "开店", "开饭店")
    assert INDEX.everyday_word("SX002") == "开饭店"


def test_a_department_is_searched_alone() -> None:
    assert {f.item.department for f in INDEX.find("dj", among="qs")} == {"qs"}


def test_typed_letters_offer_the_words_they_may_stand_for() -> None:
    assert INDEX.words("sp", 9)[:1] == ("食品",)
    assert "社会保险登记" in INDEX.words("sh", 9)
    assert not {"会保险登", "保险登记"} & set(INDEX.words("b", 99)), "pieces of one longer word are none"
    assert INDEX.words("食品", 9) == ()


def test_items_without_known_readings_are_found_by_their_own_keys() -> None:
    old = ServiceItem("X1", "残疾人证办理", "cl", ItemKind.INSTANT, "A", pinyin="canjirenzhengbanli cjrzbl")
    index = SearchIndex([old, *ITEMS], SYNONYMS, READINGS)
    assert names("cjr", index) == names("canji", index) == names("残疾", index) == ["残疾人证办理"]


@given(st.sampled_from(ITEMS), st.data())
def test_any_way_of_typing_a_name_finds_it(item: ServiceItem, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(item.name) - 1))
    end = data.draw(st.integers(start + 1, len(item.name)))
    typed = ""
    for character in item.name[start:end]:
        reading = data.draw(st.sampled_from(READINGS[character]))
        typed += data.draw(st.sampled_from((character, reading, reading[0], reading[0].upper())))
    assert item.name in names(typed), typed


@given(st.text(max_size=30))
def test_whatever_is_typed_nothing_breaks_and_nothing_is_found_twice(text: str) -> None:
    found = names(text)
    assert len(found) == len(set(found))
    ranks = [f.rank for f in INDEX.find(text)]
    assert ranks == sorted(ranks)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6))
def test_a_word_that_is_offered_finds_something_and_begins_as_typed(typed: str) -> None:
    for word in INDEX.words(typed, 20):
        assert names(word), word
        assert Spelled.of(word, READINGS).match(Typed(typed)) is not None

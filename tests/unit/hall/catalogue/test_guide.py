"""The guide of an item: every element of the regulations in its place, what is unknown said to be unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall.catalogue.elements import Element, Entry
from hall.catalogue.guide import Guide, Part, ServingWindow, guide_of, read_guide, short_parts
from hall.catalogue.guide_text import phone_text
from hall.catalogue.item import Department, Material, ServiceItem
from hall.catalogue.telling import Told, note_told
from hall.errors import NotFound
from hall.profile import Hours
from tests.support.sample_hall import FOOD, KIOSK, PROFILE, SHOP, sample_store

FULL = replace(
    FOOD,
    materials=(Material("申请书", originals=1, form="A4，签名"), Material("身份证", True, copies=2, source="自备")),
    fee="不收费",
    elements=(
        Entry(Element.BASIS, ("《食品安全法》第三十五条",)),
        Entry(Element.CONDITIONS, ("有固定场所", "有管理制度")),
        Entry(Element.STEPS, ("收件", "受理", "办结")),
        Entry(Element.RESULT, ("食品经营许可证",)),
        Entry(Element.PHONE, ("0371-00000001",)),
        Entry(Element.FORMS, ("A区导办台领取",)),
        Entry(Element.QUESTIONS, ("要本人来吗？可以委托",)),
    ),
)


def lines(guide: Guide, part: Part) -> list[str]:
    section = guide.section(part)
    return [line.text for line in section.lines] if section else []


def made(item: ServiceItem = FULL) -> Guide:
    items = frozenset({"SX002"})
    windows = (ServingWindow(1, items), ServingWindow(2, frozenset()), ServingWindow(3, items))
    return guide_of(item, Department("scjg", "区市场监督管理局"), windows, PROFILE)


@pytest.mark.req("C-01")
@pytest.mark.req("D-03")
def test_a_guide_tells_all_that_the_regulations_ask_for() -> None:
    guide = made()
    assert lines(guide, Part.MATERIALS) == [
        "1. 申请书（原件1份，A4，签名）",
        "2. 身份证（复印件2份，可容缺，来源：自备）",
    ]
    assert lines(guide, Part.CONDITIONS) == ["1. 有固定场所", "2. 有管理制度"]
    assert lines(guide, Part.TIME) == ["办件类型：承诺件", "法定时限：20 个工作日", "承诺时限：10 个工作日"]
    assert lines(guide, Part.FEE) == ["不收费"]
    assert lines(guide, Part.WHERE) == ["A区，1、3号窗口", "工作日 09:00-12:00，13:00-17:00"]
    assert lines(guide, Part.CONTACT) == [
        "咨询电话：0371-00000001",
        "监督投诉电话：12345",
        "承办责任人：未公布",
    ]
    assert lines(guide, Part.BASIS) == ["《食品安全法》第三十五条"]
    assert lines(guide, Part.QUESTIONS) == ["要本人来吗？可以委托"]
    assert guide.section(Part.SPECIAL) is None


def test_what_nobody_published_is_said_to_be_unpublished() -> None:
    guide = made(SHOP)
    unknown = ["未公布，请咨询导办台"]
    for part in (Part.MATERIALS, Part.FORMS, Part.CONDITIONS, Part.STEPS, Part.RESULT, Part.BASIS):
        assert lines(guide, part) == unknown, part
    assert lines(guide, Part.FEE) == ["收费标准：未公布"]
    assert lines(guide, Part.TIME)[1:] == ["法定时限：未公布", "承诺时限：未公布"]
    assert lines(guide, Part.WHERE)[0] == "A区，窗口请咨询导办台"
    assert lines(made(FOOD), Part.MATERIALS)[0] == "1. 申请书（份数未公布）"


def test_weekends_and_a_hall_open_every_day_are_told() -> None:
    items = replace(FULL, public_weekend=True, promised_days=0)
    department = Department("scjg", "区市场监督管理局")
    weekend = guide_of(items, department, (), replace(PROFILE, hours=Hours(weekend_items=True)))
    assert lines(weekend, Part.WHERE)[-1] == "双休日照常办理"
    assert lines(weekend, Part.TIME)[-1] == "承诺时限：当场办结"
    always = guide_of(items, department, (), replace(PROFILE, hours=Hours(weekend_items=True, every_day=True)))
    assert lines(always, Part.WHERE)[1:] == ["每天 09:00-12:00，13:00-17:00"]


@pytest.mark.req("D-04")
def test_the_store_gives_the_same_guide_with_the_windows_of_today() -> None:
    store = sample_store()
    with store.reading() as uow:
        guide = read_guide(uow, "SX002", PROFILE)
        assert (guide.windows, guide.department.name) == ((3,), "区市场监督管理局")
        with pytest.raises(NotFound):
            read_guide(uow, "SX404", PROFILE)


def test_a_long_line_is_parted_after_a_sentence_and_loses_nothing() -> None:
    text = "第一句话到这里结束。" * 30 + "没有标点" * 60
    parts = short_parts(text)
    assert "".join(parts) == text
    assert max(map(len, parts)) <= 120
    assert parts[0].endswith("。")


def test_the_phone_shows_the_whole_guide_when_the_code_takes_it() -> None:
    told = phone_text(made(), "测试大厅")
    assert told.whole
    for words in ("《食品经营许可》办事指南", "【申请条件】", "2. 有管理制度", "监督投诉电话：12345"):
        assert words in told.text


def test_a_long_guide_becomes_its_essentials_on_the_phone_and_says_so() -> None:
    long = replace(FULL, elements=(*FULL.elements[1:], Entry(Element.NOTES, ("请注意" * 100,) * 3)))
    told = phone_text(made(long), "测试大厅")
    assert not told.whole
    assert "此处只列要点" in told.text
    assert "2. 身份证（复印件2份" in told.text
    assert "承诺时限：10 个工作日" in told.text
    assert "【申请条件】" not in told.text
    many = replace(long, materials=tuple(Material(f"第{n}种材料的很长的名称") for n in range(60)))
    short = phone_text(made(many), "测试大厅")
    assert len(short.text.encode()) <= 1250
    assert "1. 第0种材料" in short.text
    assert "项材料，见打印的清单" in short.text
    assert "监督投诉电话" in short.text


@pytest.mark.req("C-01")
def test_telling_is_on_record_without_a_name() -> None:
    store = sample_store()
    with store.begin() as uow:
        note_told(uow, "SX002", Told.PAPER, by=KIOSK)
        note_told(uow, "SX002", Told.PHONE, by=KIOSK, late=True)
        uow.commit()
    assert [(e.kind, e.subject, e.payload) for e, _ in store.data.events] == [
        ("guide.told", "item:SX002", {"how": "paper", "materials": 2}),
        ("guide.told", "item:SX002", {"how": "phone", "materials": 2, "late": True}),
    ]

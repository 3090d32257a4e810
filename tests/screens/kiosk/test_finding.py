"""Finding an item with fingers only, and learning what can't be had now; on real screens and a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from db.holidays import put_override
from db.import_synonyms import write_synonyms
from db.pinyin import readings_of
from db.store import SqlStore
from hall.catalogue.synonym import Synonym
from hall.identity import ANONYMOUS, Actor, Role
from hall.journal.record import Event
from hall.staffing.service import pause_window, resume_window
from qt_common.machine_config import MachineConfig
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import FOOD, MARRIAGE, SHOP, open_window

ADMIN = Actor("admin", frozenset({Role.ADMIN}), "office")
MakeVisitor = Callable[[MachineConfig], Visitor]


@pytest.fixture
def words(hall: SqlStore) -> SqlStore:
    """The hall with everyday words and the readings of its names."""
    with hall.begin() as uow:
        write_synonyms(
            uow, [Synonym("开店", SHOP.code), Synonym("开饭店", FOOD.code), Synonym("领证", MARRIAGE.code)]
        )
        uow.search.put_readings(readings_of(item.name for item in uow.catalogue.items()))
        uow.record(Event("catalogue.synonyms_imported", "catalogue", {}), by=ADMIN)
        uow.commit()
    return hall


def hall_with(config: MachineConfig, **overrides: object) -> MachineConfig:
    """The kiosk's configuration with a hall of its own."""
    raw = config.model_dump(mode="json", exclude_defaults=True)
    raw["profile_overrides"] = overrides
    return MachineConfig.model_validate(raw)


def says(visitor: Visitor, button: str, text: str) -> None:
    visitor.until(lambda: visitor.shows(button) and text in visitor.button(button).accessibleName())


def test_typed_letters_offer_words_and_a_word_finds_the_item(words: SqlStore, visitor: Visitor) -> None:
    visitor.press("door_take_number")
    visitor.press("search_items")
    visitor.arrives("items")
    assert visitor.button("word_0").text() in ("开店", "开饭店", "领证"), "before anything is typed"
    visitor.types("KD")
    says(visitor, "item_SX001", "俗称“开店”")
    assert not visitor.shows("item_SX002") and not visitor.shows("item_SX015")
    assert visitor.button("word_0").text() == "开店"
    visitor.press("word_0")
    assert visitor.read("query") == "查找：开店"
    visitor.press("key_clear")
    visitor.types("HUN")
    visitor.press("item_SX015")
    visitor.arrives("materials", item="SX015")


def test_the_search_is_two_touches_from_home_and_paper_four_by_the_direct_way(
    words: SqlStore, visitor: Visitor
) -> None:
    touches = ["door_take_number", "search_items"]
    for touch in touches:
        visitor.press(touch)
    visitor.arrives("items", department="")
    # Without typing the most asked-for items stand there: from the search too, paper is the fourth touch.
    for touch in ("item_SX002", "without_registration"):
        touches.append(touch)
        visitor.press(touch)
    visitor.arrives("ticket", phase="paper", label="A001")
    assert len(touches) == 4


def test_large_print_offers_everyday_words_instead_of_a_keyboard(words: SqlStore, visitor: Visitor) -> None:
    visitor.press("elder")
    visitor.press("door_take_number")
    visitor.press("search_items")
    says(visitor, "item_SX001", "开店，个体工商户设立登记")
    assert not visitor.shows("key_A") and not visitor.shows("toggle_search") and not visitor.shows("word_0")
    visitor.press("item_SX001")
    visitor.arrives("materials", item="SX001")


def test_a_tile_follows_the_windows(visitor: Visitor) -> None:
    visitor.press("door_take_number")
    visitor.press("department_mz")
    says(visitor, "item_SX015", "窗口未开放")
    clerk = open_window(visitor.store, 5, "1031")
    visitor.until(lambda: "窗口未开放" not in visitor.button("item_SX015").accessibleName())
    with visitor.store.begin() as uow:
        back = uow.now + timedelta(minutes=20)
        pause_window(uow, 5, reason="暂离岗位", whereabouts="区人社局", back_at=back, by=clerk)
        uow.commit()
    says(visitor, "item_SX015", f"窗口暂停，预计 {back:%H:%M} 恢复")
    visitor.press("item_SX015")
    visitor.arrives("materials")  # this hall gives numbers all the same
    visitor.press("back")
    with visitor.store.begin() as uow:
        resume_window(uow, 5, by=clerk)
        uow.commit()
    visitor.until(lambda: "暂停" not in visitor.button("item_SX015").accessibleName())


@pytest.fixture
def strict(make_visitor: MakeVisitor, config: MachineConfig) -> Visitor:
    """A kiosk of a hall with quotas that gives no numbers while no window is open."""
    tickets = {"without_open_window": False, "quotas": [{"item": FOOD.code, "per_day": 1}]}
    branches = [{"code": "east", "name": "东城分大厅", "address": "东环路18号"}]
    return make_visitor(hall_with(config, tickets=tickets, branches=branches))


def test_a_used_up_item_stays_with_when_and_what_to_do(strict: Visitor) -> None:
    visitor = strict
    visitor.pick()
    visitor.press("without_registration")
    visitor.arrives("ticket", phase="paper")
    visitor.press("done")
    visitor.press("door_take_number")
    visitor.press("department_scjg")
    says(visitor, "item_SX002", "今天的号已取完")
    visitor.press("item_SX002")
    visitor.arrives("notice", notice="quota_full")
    assert visitor.read("notice_title") == "今天的号已取完"
    text = visitor.read("notice_text")
    assert "今天的 1 个号已全部取完" in text and "明天（星期二）09:00 起可以取号" in text and "预约" in text
    visitor.press("notice_guide")
    visitor.arrives("guide", item="SX002")
    visitor.press("materials_ready")  # from its guide a number is no nearer
    visitor.arrives("notice", notice="quota_full")


def test_the_last_number_taken_elsewhere_meanwhile_is_told_at_the_issue(strict: Visitor) -> None:
    visitor = strict
    visitor.pick()
    desk = visitor.kiosk.desk
    desk.confirm(desk.issue(FOOD.code, ANONYMOUS).ticket.id, paperless=True)
    visitor.press("without_registration")
    visitor.arrives("notice", notice="quota_full")
    assert len(visitor.tickets()) == 1 and not visitor.papers()


def test_an_item_without_an_open_window_names_the_window_and_help_is_a_touch_away(strict: Visitor) -> None:
    strict.press("door_take_number")
    says(strict, "department_mz", "窗口未开放")
    strict.press("department_mz")
    strict.press("item_SX015")
    strict.arrives("notice", notice="no_open_window")
    assert "在 5 号窗口办理" in strict.read("notice_text")
    strict.press("notice_help")
    strict.arrives("notice", notice="help_called")


@pytest.mark.req("W-08")
def test_an_item_of_another_branch_sends_people_there(strict: Visitor) -> None:
    with strict.store.begin() as uow:
        window = uow.windows.get(5)
        uow.windows.put(replace(window, branch="east", contact="0371-26660200"))
        uow.record(Event("window.moved", "window:5", {}), by=ADMIN)
        uow.commit()
    strict.press("door_take_number")
    says(strict, "department_mz", "在东城分大厅办理")
    strict.press("department_mz")
    strict.press("item_SX015")
    strict.arrives("notice", notice="not_here")
    assert strict.read("notice_title") == "请到东城分大厅办理"
    text = strict.read("notice_text")
    assert "5 号窗口" in text and "东环路18号" in text and "0371-26660200" in text


@pytest.mark.req("Q-15")
def test_a_holiday_is_named_with_the_day_the_hall_is_back(visitor: Visitor) -> None:
    visitor.clock.now = visitor.clock.now.replace(month=10, day=1)  # 国庆节 2025
    visitor.kiosk.watch.refresh()
    visitor.until(lambda: not visitor.kiosk.describe()["open"])
    visitor.press("door_take_number")
    visitor.arrives("notice", notice="holiday")
    assert visitor.read("notice_title") == "国庆节放假"
    assert "10月9日（星期四）09:00 起可以取号" in visitor.read("notice_text")


def test_a_day_off_of_the_halls_own_bears_its_own_name(visitor: Visitor) -> None:
    with visitor.store.begin() as uow:
        put_override(uow, visitor.clock.now.date(), works=False, note="停电检修")
        uow.record(Event("calendar.changed", "calendar", {}), by=ADMIN)
        uow.commit()
    visitor.until(lambda: not visitor.kiosk.describe()["open"])
    visitor.press("door_take_number")
    assert visitor.read("notice_title") == "今天休息：停电检修"

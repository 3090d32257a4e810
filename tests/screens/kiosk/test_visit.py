"""The visit at the kiosk, by real presses on real screens, with paper coming out of the simulated printer."""

from __future__ import annotations

import gc
import re
from datetime import date

import pytest

from hall.identity import Holder, HolderKind
from hall.queueing.ticket import TicketState
from hall.shown_code import BusinessNumber, read_number
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import code_on, take_ticket


@pytest.mark.req("Q-01")
def test_a_card_on_the_reader_becomes_paper_with_everything_on_it(visitor: Visitor) -> None:
    take_ticket(visitor.store)
    take_ticket(visitor.store)
    visitor.pick()
    assert visitor.read("material_1") == "1. 申请书"
    visitor.press("materials_ready")
    visitor.reader.command("lay_card", {"name": "王建国"})
    visitor.arrives("ticket", phase="paper", label="A003")
    paper = visitor.papers()[-1]
    text = "\n".join(paper["text"])
    for needed in (
        "祥符区政务服务大厅",
        "A003",
        "食品经营许可",
        "区市场监督管理局",
        "请到A区等候",
        "3号窗口办理",
        "前面等候：2 人",
        "2025-03-03 09:41",
        "王*国",
        "业务编号：250303A003",
    ):
        assert needed in text
    assert read_number("250303A003") == BusinessNumber(date(2025, 3, 3), "A003"), "what is printed can be asked for"
    assert re.search(r"预计等候：约 \d+-\d+ 分钟", text), text
    assert "王建国" not in text
    (ticket,) = [t for t in visitor.tickets() if t.label == "A003"]
    assert (ticket.state, ticket.holder_kind, ticket.paperless) == (TicketState.WAITING, HolderKind.ID_CARD, False)
    assert paper["qr"] == [code_on(visitor.store, ticket)]
    assert visitor.read("ticket_label") == "A003"
    assert "3 号窗口" in visitor.read("ticket_where")
    assert [visitor.read(f"ticket_{fact}") for fact in ("holder", "document")] == ["王*国", "4102**********0102"]


def test_paper_is_at_most_four_touches_from_home(visitor: Visitor) -> None:
    visitor.press("door_take_number")
    visitor.press("department_scjg")
    visitor.press("item_SX002")
    visitor.press("without_registration")
    visitor.arrives("ticket", phase="paper", label="A001")
    assert len(visitor.papers()) == 1


def test_a_phone_number_is_typed_on_the_kiosks_own_pad(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.press("by_phone")
    for digit in "23800005678":
        visitor.press(f"key_{digit}")
    assert not visitor.button("phone_submit").isEnabled(), "no mobile number begins with 2"
    visitor.press("key_clear")
    for digit in "1380000567":
        visitor.press(f"key_{digit}")
    assert not visitor.button("phone_submit").isEnabled()
    visitor.press("key_8")
    visitor.press("phone_submit")
    visitor.arrives("ticket", phase="paper")
    (ticket,) = visitor.tickets()
    assert (ticket.holder_kind, ticket.holder) == (HolderKind.PHONE, "138****5678")


@pytest.mark.req("D-04")
@pytest.mark.req("D-03")
def test_the_guide_shows_the_same_item_and_leads_to_its_number(visitor: Visitor) -> None:
    visitor.press("door_guide")
    visitor.press("department_scjg")
    visitor.press("item_SX002")
    visitor.arrives("guide", item="SX002")
    assert visitor.read("material_2") == "2. 身份证"
    visitor.press("materials_ready")
    visitor.arrives("materials", item="SX002")


def test_an_item_without_published_materials_says_so(visitor: Visitor) -> None:
    visitor.pick(item="SX001")
    assert visitor.read("materials_unknown") == "未公布，请咨询导办台"


def test_an_item_is_found_by_its_pinyin_initials(visitor: Visitor) -> None:
    visitor.press("door_take_number")
    visitor.press("search_items")
    for letter in "JHD":
        visitor.press(f"key_{letter}")
    visitor.until(lambda: visitor.shows("item_SX015"))
    assert not visitor.shows("item_SX002")
    visitor.press("key_delete")
    visitor.press("item_SX015")
    visitor.arrives("materials", item="SX015")
    visitor.press("back")
    assert visitor.read("query") == "查找：JH", "the way back keeps what was typed"


@pytest.mark.req("Q-09")
def test_the_home_page_follows_the_queue_by_itself(visitor: Visitor) -> None:
    assert visitor.read("zone_A") == "A区　等候 0 人　不到 5 分钟"
    for _ in range(3):
        take_ticket(visitor.store)
    wanted = re.compile(r"A区　等候 3 人　约 \d+–\d+ 分钟")
    visitor.until(lambda: wanted.fullmatch(visitor.read("zone_A")) is not None)
    assert visitor.read("zone_B") == "B区　等候 0 人　窗口未开放"


def test_the_departments_show_open_windows_and_waiting(visitor: Visitor) -> None:
    take_ticket(visitor.store)
    visitor.until(lambda: "等候 1 人" in visitor.read("zone_A"))
    visitor.press("door_take_number")
    assert "开放窗口 1 个　等候 1 人" in visitor.button("department_scjg").accessibleName()
    assert "窗口未开放" in visitor.button("department_mz").accessibleName()


def test_the_same_person_gets_no_second_number_for_the_item(visitor: Visitor) -> None:
    for _ in range(2):
        visitor.pick()
        visitor.press("materials_ready")
        visitor.reader.command("lay_card", {"seed": 7})
        visitor.until(lambda: visitor.screen in ("ticket", "notice"))
        visitor.until(lambda: visitor.kiosk.describe()["phase"] in ("paper", "refused"))
        visitor.reader.command("remove_card")
        if visitor.screen == "ticket":
            visitor.press("done")
    visitor.arrives("notice", notice="already_waiting")
    assert visitor.read("notice_title") == "您已取号 A001"
    assert len(visitor.tickets()) == len(visitor.papers()) == 1


def test_back_and_home_are_on_every_page_on_the_way(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.press("by_phone")
    for expected in ("identify", "materials", "items", "departments", "home"):
        visitor.press("back")
        visitor.arrives(expected)
    visitor.pick()
    visitor.press("home")
    visitor.arrives("home")


def test_a_call_for_help_is_on_record_and_answered_on_the_screen(visitor: Visitor) -> None:
    visitor.press("help")
    visitor.arrives("notice", notice="help_called")
    visitor.press("notice_back")
    visitor.arrives("home")
    assert ("help.called", {"page": "home"}) in visitor.journal()


@pytest.mark.req("Q-15")
def test_a_closed_hall_gives_no_numbers_but_shows_the_guide(
    visitor: Visitor,
) -> None:
    visitor.clock.forward(hours=3)
    visitor.kiosk.watch.refresh()
    visitor.until(lambda: not visitor.kiosk.describe()["open"])
    visitor.press("door_take_number")
    visitor.arrives("notice", notice="hall_closed")
    assert "下次取号时间：3月3日 13:00" in visitor.read("notice_text")
    visitor.press("notice_home")
    visitor.press("door_guide")
    visitor.arrives("departments")


def test_nothing_personal_is_left_after_the_visitor_has_gone(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.press("by_phone")
    for digit in "13800009999":
        visitor.press(f"key_{digit}")
    visitor.seconds_pass(59)
    assert visitor.read("idle_words") == "1 秒后返回首页，已填内容将清除"
    visitor.seconds_pass(1)
    visitor.arrives("home")
    assert visitor.kiosk.models.phone.state.digits == ""
    visitor.pick()
    visitor.press("materials_ready")
    visitor.reader.command("lay_card", {"name": "欧阳建国"})
    visitor.arrives("ticket", phase="paper")
    visitor.seconds_pass(12)
    visitor.arrives("home")
    gc.collect()
    kept = [o for o in gc.get_objects() if isinstance(o, Holder) and o.name == "欧阳建国"]
    assert kept == []

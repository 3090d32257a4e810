"""Catalogue, windows, staff, ratings and pages on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db.store import SqlStore
from hall.catalogue.elements import Element, Entry
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import Department, ItemKind, Material, ServiceItem
from hall.documents.page import CapturedPage, StoredFile
from hall.errors import Conflict, NotFound
from hall.identity import Role
from hall.rating.rating import AlreadyRated, Level, Outcome, Rating
from hall.staffing.clerk import Clerk
from hall.staffing.window import Pause, Post, Window, WindowKind
from tests.contract.db.test_tickets import stored, waiting
from tests.support.sample_hall import FOOD, MARRIAGE, SHOP, fill
from tests.support.stores import ZONE, OpenStore

NOW = datetime(2025, 3, 3, 15, 30, tzinfo=ZONE)
TAX = ServiceItem(
    code="SX099",
    name="税务",
    department="sw",
    kind=ItemKind.INSTANT,
    prefix="C",
    materials=(
        Material("表", True, 1, 0, "A4，签名", "自备", "黑色签字笔填写", "Form"),
        Material("证", copies=2),
    ),
    fee="不收费",
    minutes=2.5,
    public_weekend=True,
    elements=(
        Entry(Element.BASIS, ("《中华人民共和国税收征收管理法》第十五条",)),
        Entry(Element.STEPS, ("收件", "受理", "办结")),
        Entry(Element.QUESTIONS, ("要预约吗？不用",)),
    ),
    english="Tax registration",
)


def test_the_catalogue_comes_back_in_its_order(any_store: SqlStore) -> None:
    fill(any_store)
    with any_store.reading() as uow:
        assert [d.code for d in uow.catalogue.departments()] == ["scjg", "mz"]
        assert list(uow.catalogue.items()) == [SHOP, FOOD, MARRIAGE]
        assert list(uow.catalogue.items("mz")) == [MARRIAGE]
        assert uow.catalogue.item("SX002") == FOOD
        with pytest.raises(NotFound):
            uow.catalogue.item("SX404")


def test_a_new_catalogue_updates_adds_and_switches_off(any_store: SqlStore) -> None:
    fill(any_store)
    changed = replace(FOOD, name="食品经营许可（新）", materials=(Material("新表"),))
    shorter = replace(TAX, elements=TAX.elements[1:], english="")
    with any_store.begin() as uow:
        uow.catalogue.replace(Catalogue((Department("sw", "税务局"), Department("scjg", "市监局")), (TAX, changed)))
        assert list(uow.catalogue.items()) == [TAX, changed]  # its own change, before the commit
        uow.commit()
    with any_store.begin() as uow:
        uow.catalogue.replace(
            Catalogue((Department("sw", "税务局", "Tax Office"), Department("scjg", "市监局")), (shorter, changed))
        )
        uow.commit()
    with any_store.reading() as uow:
        assert [d.name for d in uow.catalogue.departments()] == ["税务局", "市监局"]
        assert [d.english for d in uow.catalogue.departments()] == ["Tax Office", ""]
        assert list(uow.catalogue.items()) == [shorter, changed]
        assert uow.catalogue.item("SX015") == replace(MARRIAGE, active=False)


def test_a_change_rolled_back_is_not_remembered(any_store: SqlStore) -> None:
    fill(any_store)
    with any_store.begin() as uow:
        uow.catalogue.replace(Catalogue((Department("sw", "税务局"),), (TAX,)))
        assert list(uow.catalogue.items()) == [TAX]
        window = uow.windows.get(3)
        uow.windows.save(window, window.opened_by("1027", Post.A))
    with any_store.reading() as uow:
        assert list(uow.catalogue.items()) == [SHOP, FOOD, MARRIAGE]
        assert uow.windows.get(3) == window


def test_another_application_sees_a_change_at_its_next_transaction(
    any_url: str, open_test_store: OpenStore
) -> None:
    ours, theirs = open_test_store(any_url), open_test_store(any_url)
    fill(ours)
    with theirs.reading() as uow:
        before = uow.windows.get(3)
        assert list(uow.catalogue.items()) == [SHOP, FOOD, MARRIAGE]
    with ours.begin() as uow:
        opened = uow.windows.save(before, before.opened_by("1027", Post.A))
        uow.catalogue.replace(Catalogue((Department("sw", "税务局"),), (TAX,)))
        uow.commit()
    with theirs.reading() as uow:
        assert uow.windows.get(3) == opened
        assert list(uow.catalogue.items()) == [TAX]


def test_windows_come_back_as_they_were_put(any_store: SqlStore) -> None:
    fill(any_store)
    window = Window(
        number=12,
        name="临时窗口",
        kind=WindowKind.SPECIAL,
        zone="B",
        items=frozenset({FOOD.code, MARRIAGE.code}),
        specialities=frozenset({FOOD.code}),
        contact="0371-1",
        temporary_until=NOW + timedelta(hours=2),
    )
    paused = window.opened_by("1027", Post.B).paused(Pause("暂离", "区人社局", NOW, NOW + timedelta(minutes=20)))
    for version in (window, paused, window):
        with any_store.begin() as uow:
            uow.windows.put(version)
            uow.commit()
        with any_store.reading() as uow:
            assert uow.windows.get(12) == version
            assert [w.number for w in uow.windows.all()] == [3, 5, 12]
    with any_store.reading() as uow, pytest.raises(NotFound):
        uow.windows.get(4)


def test_a_stale_writer_of_a_window_changes_nothing(any_store: SqlStore) -> None:
    fill(any_store)
    with any_store.begin() as uow:
        before = uow.windows.get(3)
        opened = uow.windows.save(before, replace(before.opened_by("1027", Post.A), items=frozenset({FOOD.code})))
        assert uow.windows.get(3) == opened
        uow.commit()
    with any_store.begin() as uow, pytest.raises(Conflict):
        uow.windows.save(before, before.opened_by("1031", Post.A))
    with any_store.reading() as uow:
        assert uow.windows.get(3) == opened


def test_clerks_come_back_as_they_were_put(any_store: SqlStore) -> None:
    fill(any_store)
    chief = Clerk(
        "0007", "欧阳䶮", "mz", frozenset({Role.CLERK, Role.CHIEF}), "hash", frozenset({"SX015"}), "110", "x"
    )
    for version in (chief, replace(chief, active=False, trained_items=frozenset())):
        with any_store.begin() as uow:
            uow.clerks.put(version)
            uow.commit()
        with any_store.reading() as uow:
            assert uow.clerks.get("0007") == version
            assert [c.number for c in uow.clerks.all()] == ["0007", "1027", "1031"]
            assert uow.clerks.all()[0] == version
    with any_store.reading() as uow, pytest.raises(NotFound):
        uow.clerks.get("7")


def rating(ticket: int, outcome: Outcome, level: Level | None) -> Rating:
    return Rating(ticket, "A001", "SX002", "scjg", "1027", 3, outcome, level, NOW, named=True)


@pytest.mark.parametrize(
    ("outcome", "level"), [(Outcome.RATED, Level.VERY_BAD), (Outcome.DECLINED, None), (Outcome.SILENT, None)]
)
def test_a_service_is_rated_once(any_store: SqlStore, outcome: Outcome, level: Level | None) -> None:
    [ticket] = stored(any_store, waiting(1))
    first = rating(ticket.id, outcome, level)
    with any_store.begin() as uow:
        assert uow.ratings.of_ticket(ticket.id) is None
        uow.ratings.add(first)
        uow.commit()
    with any_store.begin() as uow, pytest.raises(AlreadyRated):
        uow.ratings.add(rating(ticket.id, Outcome.RATED, Level.VERY_GOOD))
    with any_store.reading() as uow:
        assert uow.ratings.of_ticket(ticket.id) == first


def test_pages_come_back_in_order(any_store: SqlStore) -> None:
    [ticket] = stored(any_store, waiting(1))
    original, flat = StoredFile("a" * 64, 10, "image/jpeg"), StoredFile("b" * 64, 5, "image/png")
    with any_store.begin() as uow:
        first = uow.pages.add(CapturedPage(ticket.id, original, flat, 300, 1, "1027", 3, NOW))
        second = uow.pages.add(CapturedPage(ticket.id, original, None, None, 0, "1027", 3, NOW))
        uow.commit()
    with any_store.reading() as uow:
        assert list(uow.pages.of_ticket(ticket.id)) == [first, second]
        assert uow.pages.digests() == {"a" * 64, "b" * 64}
        assert list(uow.pages.of_ticket(99)) == []


def test_a_page_of_no_ticket_is_refused(any_store: SqlStore) -> None:
    page = CapturedPage(404, StoredFile("a" * 64, 1, "image/png"), None, None, 0, "1027", 3, NOW)
    with any_store.begin() as uow, pytest.raises(Conflict):
        uow.pages.add(page)


def test_holiday_overrides_win_over_the_national_calendar(any_store: SqlStore) -> None:
    from db.holidays import put_override, working_calendar

    with any_store.begin() as uow:
        for works in (True, False):
            put_override(uow, date(2025, 3, 3), works=works, note="大厅检修")
        uow.commit()
    with any_store.reading() as uow:
        calendar = working_calendar(uow)
    assert not calendar.is_workday(date(2025, 3, 3))
    assert calendar.is_workday(date(2025, 4, 27))

"""Everyday words, readings, what is taken most, a day's places: on both databases; and the files they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from db.import_synonyms import export_synonyms, import_synonyms
from db.sample import seed_sample
from db.session import Session
from db.statement import Statement
from db.store import SqlStore
from hall.appointments.place import Place, PlaceKind
from hall.business_calendar.calendar import opening_state
from hall.catalogue.search import SearchIndex
from hall.catalogue.synonym import Synonym, SynonymsRefused
from hall.errors import NotAllowed
from hall.identity import Actor, Role
from hall.profile import Hours, Tickets
from hall.queueing.availability import Why, read_hindrances
from hall.queueing.issue import TicketRequest, issue_ticket
from hall.queueing.quota_rule import Quota
from kiosk_app.lobby_reading import CatalogueReader
from tests.support.journal_records import records_of
from tests.support.sample_hall import FOOD, KIOSK, MARRIAGE, OPEN, PROFILE, SHOP, PlainHasher, fill, take_ticket
from tests.support.stores import ZONE
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

ADMIN = Actor("admin", frozenset({Role.ADMIN}), "office")


@pytest.fixture
def store(any_store: SqlStore) -> SqlStore:
    fill(any_store)
    return any_store


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("词,事项编码或名称", *rows)), encoding="utf-8")
    return path


def test_a_list_is_imported_whole_and_on_record_and_a_kiosk_finds_by_it(store: SqlStore, tmp_path: Path) -> None:
    done = import_synonyms(store, write(tmp_path / "a.csv", "开店,SX001", "重办,食品经营许可"), by=ADMIN)
    assert (done.words, done.before) == (2, 0)
    reader = CatalogueReader()
    with store.reading() as uow:
        before = reader.read(uow)
    assert [f.item.code for f in before.index.find("KD")] == ["SX001"]
    assert [f.item.code for f in before.index.find("chongban")] == ["SX002"], "重 has two readings"
    with store.reading() as uow:
        assert reader.read(uow) is before, "nothing changed, so no index is built again"
    import_synonyms(store, write(tmp_path / "b.csv", "领证,SX015"), by=ADMIN)
    with store.reading() as uow:
        after = reader.read(uow)
        assert list(uow.search.synonyms()) == [Synonym("领证", "SX015")]
    assert not after.index.find("KD") and after.index.find("LZ")
    records = [r for r in records_of(store) if r.kind == "catalogue.synonyms_imported"]
    assert [(r.payload["words"], r.payload["before"]) for r in records] == [(2, 0), (1, 2)]


def test_a_bad_list_changes_nothing_and_only_administrators_import(store: SqlStore, tmp_path: Path) -> None:
    import_synonyms(store, write(tmp_path / "a.csv", "开店,SX001"), by=ADMIN)
    with pytest.raises(SynonymsRefused) as refused:
        import_synonyms(store, write(tmp_path / "b.csv", "领证,SX015", "摆摊,SX999"), by=ADMIN)
    assert [p.line for p in refused.value.problems] == [3]
    with pytest.raises(NotAllowed):
        import_synonyms(store, tmp_path / "a.csv", by=KIOSK)
    with store.reading() as uow:
        assert list(uow.search.synonyms()) == [Synonym("开店", "SX001")]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_exported_can_be_imported_again(store: SqlStore, tmp_path: Path, ending: str) -> None:
    import_synonyms(store, write(tmp_path / "a.csv", "开店,SX001", "开店,SX002", "领证,SX015"), by=ADMIN)
    out = tmp_path / f"out.{ending}"
    assert export_synonyms(store, out) == 3
    with store.reading() as uow:
        before = list(uow.search.synonyms())
    import_synonyms(store, out, by=ADMIN)
    with store.reading() as uow:
        assert list(uow.search.synonyms()) == before
    if ending == "xlsx":
        assert openpyxl.load_workbook(out).worksheets[0]["C2"].value == "个体工商户设立登记"


def test_words_of_an_item_that_is_switched_off_stay_for_its_return(store: SqlStore, tmp_path: Path) -> None:
    import_synonyms(store, write(tmp_path / "a.csv", "领证,SX015"), by=ADMIN)
    from hall.catalogue.import_rows import Catalogue

    with store.begin() as uow:
        uow.catalogue.replace(Catalogue(tuple(uow.catalogue.departments()), (SHOP, FOOD)))
        uow.commit()
    with store.reading() as uow:
        index = SearchIndex(uow.catalogue.items(), uow.search.synonyms(), uow.search.readings())
    assert index.find("领证") == () and index.words("", 9) == ()


def test_what_was_taken_before_today_is_counted(store: SqlStore) -> None:
    for item in (FOOD, FOOD, MARRIAGE):
        take_ticket(store, item)
    with store.reading() as uow:
        today = uow.now.date()
        assert dict(uow.search.numbers_taken(today, today + timedelta(days=1))) == {FOOD.code: 2, MARRIAGE.code: 1}
        assert dict(uow.search.numbers_taken(today - timedelta(days=28), today)) == {}


def test_the_places_of_a_day_are_read_at_once(store: SqlStore) -> None:
    with store.begin() as uow:
        nine = uow.now.replace(hour=9, minute=0, second=0, microsecond=0)
        for kind, item, days in (
            (PlaceKind.QUOTA_SLOT, SHOP, 0),
            (PlaceKind.QUOTA_SLOT, FOOD, 0),
            (PlaceKind.QUOTA_SLOT, FOOD, 1),
            (PlaceKind.APPOINTMENT, FOOD, 0),
        ):
            starts = nine + timedelta(days=days)
            uow.places.put(Place(kind, item.code, starts, starts + timedelta(minutes=30), 3))
        uow.commit()
    with store.reading() as uow:
        found = uow.places.all_of_day(PlaceKind.QUOTA_SLOT, nine.date())
    assert [(p.item, p.starts) for p in found] == [(SHOP.code, nine), (FOOD.code, nine)]


def test_the_sample_hall_understands_everyday_words(any_store: SqlStore) -> None:
    seed_sample(any_store, PlainHasher(), by=ADMIN)
    with any_store.reading() as uow:
        index = CatalogueReader().read(uow).index
    for word, name in (
        ("开店", "个体工商户设立登记"),
        ("KD", "个体工商户设立登记"),
        ("领证", "结婚登记"),
        ("shebaoka", "社会保障卡申领"),
    ):
        assert index.find(word)[0].item.name == name, word
    assert {"办社保", "养老保险"} <= {f.synonym for w in ("办社保", "养老保险") for f in index.find(w)}


def test_what_stands_in_the_way_of_a_whole_catalogue_costs_two_queries(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotas = tuple(Quota(item.code, per_day=1, slot_minutes=30, per_slot=1) for item in (FOOD, SHOP, MARRIAGE))
    profile = replace(PROFILE, tickets=Tickets(quotas=quotas))
    with store.begin() as uow:
        issue_ticket(uow, TicketRequest(FOOD.code, OPEN), by=KIOSK, profile=profile)
        uow.commit()
    asked: list[Statement] = []
    with store.reading() as uow:
        opening = opening_state(CALENDAR, Hours(every_day=True), datetime(2025, 3, 3, 10, tzinfo=ZONE))
        read_hindrances(uow, opening, profile=profile)  # windows and catalogue are in memory from now on
        execute = Session._execute
        monkeypatch.setattr(Session, "_execute", lambda self, s, v: asked.append(s) or execute(self, s, v))
        found = read_hindrances(uow, opening, profile=profile)
    assert len(asked) == 2
    assert {code: h.why for code, h in found.items()} == {
        FOOD.code: Why.QUOTA_DAY,
        SHOP.code: Why.NOT_OPENED,
        MARRIAGE.code: Why.NOT_OPENED,
    }

"""A person's own matters, and never another's: cards, numbers, guesses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hall.complaints.complaint import ComplaintState
from hall.complaints.handling import answer, assign, investigate
from hall.identity import Holder, HolderKind, citizen_at
from hall.progress.asking import NothingFound, complaint_by_number, matters_of, proves, visit_by_number
from hall.progress.guesses import TooManyGuesses
from hall.progress.matter import Matter, MatterKind
from hall.progress.rules import ProgressRules
from hall.queueing.moves import void
from hall.queueing.standing import standing_of_label
from hall.shown_code import BusinessNumber, ComplaintNumber, read_number
from tests.support.complaint_staff import BY_PHONE, MEI, RUDE, WU, add_staff, filed
from tests.support.fake_store import FakeStore
from tests.support.sample_hall import FOOD, KIOSK, MARRIAGE, PROFILE, WANG, ZHANG, sample_store, take_ticket
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

RULES = ProgressRules()
SECOND = citizen_at("kiosk-2")


@pytest.fixture
def store() -> FakeStore:
    store = sample_store()
    add_staff(store)
    return store


def mine(store: FakeStore, holder: Holder, rules: ProgressRules = RULES) -> list[tuple[str, str, str]]:
    with store.reading() as uow:
        return [(m.number, m.state, m.title) for m in matters_of(uow, holder, rules)]


def ask(store: FakeStore, number: str, proof: Holder | str, by: object = KIOSK) -> Matter | None:
    with store.begin() as uow:
        found = complaint_by_number(uow, ComplaintNumber(number), proof, RULES, by=by)  # type: ignore[arg-type]
        uow.commit()
    return found


@pytest.mark.req("Q-18", "R-05")
def test_a_card_tells_its_own_person_of_visits_and_complaints_and_nobody_else(store: FakeStore) -> None:
    take_ticket(store, FOOD, MEI)
    take_ticket(store, MARRIAGE, WANG)
    gone = take_ticket(store, MARRIAGE, MEI)
    with store.begin() as uow:
        void(uow, gone.id, by=ZHANG, reason="群众离开")
        uow.commit()
    made = filed(store, RUDE, window=None, item="SX002")
    assert mine(store, MEI) == [  # today's open number is told as it stands in the queue
        (made.number, "received", "食品经营许可"),
        ("250303B002", "void", "结婚登记"),
    ]
    store.now += timedelta(days=1)
    assert mine(store, MEI)[-1] == ("250303A001", "waiting", "食品经营许可")
    assert mine(store, WANG) == [("250303B001", "waiting", "结婚登记")]
    assert mine(store, Holder(HolderKind.CITIZEN_CARD, id_number="6222021234567894")) == []
    store.now += timedelta(days=90)
    assert mine(store, WANG) == []
    assert [number for number, _, _ in mine(store, MEI)] == [made.number], "what is open is told however old"


def test_a_number_that_anybody_may_know_proves_nothing(store: FakeStore) -> None:
    filed(store)
    code = Holder(HolderKind.QR, id_number=MEI.id_number)
    assert mine(store, code) == []
    assert len(mine(store, code, replace(RULES, trust_identity_code=True))) == 1
    assert mine(store, replace(MEI, kind=HolderKind.PHONE, id_number="")) == []
    assert not proves(Holder(HolderKind.NONE), RULES)
    assert proves(Holder(HolderKind.CITIZEN_CARD, id_number="6222021234567894"), RULES)


@pytest.mark.req("R-05")
def test_a_receipt_number_needs_the_card_or_the_last_digits_of_the_telephone(store: FakeStore) -> None:
    made = filed(store)
    told = ask(store, made.number, "5678")
    assert told is not None
    assert (told.kind, told.state, told.what, told.due) == (
        MatterKind.COMPLAINT, "received", "complaint", made.answer_by,
    )  # fmt: skip
    assert ask(store, made.number, MEI) == told
    for wrong in ("5679", "", "678", "12345678", "五六七八", WANG, Holder(HolderKind.QR, id_number=MEI.id_number)):
        store.data.registers["guesses"].clear()
        assert ask(store, made.number, wrong) is None
    assert ask(store, "T250303ZZZZ", "5678") is None
    nobody = filed(store, person=Holder(HolderKind.NONE))
    assert ask(store, nobody.number, "") is None


@pytest.mark.req("R-05")
def test_guessing_ends_after_five_for_a_station_and_for_a_number_from_anywhere(store: FakeStore) -> None:
    made = filed(store, person=BY_PHONE)
    for digits in range(5):
        assert ask(store, made.number, f"{digits:04d}") is None
    for at in (KIOSK, SECOND):  # the right answer comes too late, from any kiosk
        with pytest.raises(TooManyGuesses):
            ask(store, made.number, "4321", at)
    other = filed(store)
    with pytest.raises(TooManyGuesses):
        ask(store, other.number, "5678")
    assert ask(store, other.number, "5678", SECOND) is not None
    store.now += timedelta(minutes=11)
    assert ask(store, made.number, "4321") is not None
    assert store.kinds.count("progress.refused") == 5
    assert "4321" not in repr(store.data.registers["guesses"])


def test_the_answer_is_told_to_its_person_and_hidden_from_logs(store: FakeStore) -> None:
    made = filed(store)
    with store.begin() as uow:
        assign(uow, made.id, "2002", by=WU)
        investigate(uow, made.id, "调看监控", by=WU)
        answer(uow, made.id, "已批评教育", by=WU, profile=PROFILE, calendar=CALENDAR)
        uow.commit()
    told = ask(store, made.number, "5678")
    assert told is not None
    assert (told.state, told.note, told.due) == (str(ComplaintState.ANSWERED), "已批评教育", None)
    assert "已批评" not in repr(told)
    assert "监控" not in told.note


@pytest.mark.req("Q-09")
def test_a_number_alone_tells_no_more_than_the_board(store: FakeStore) -> None:
    take_ticket(store, FOOD, MEI)
    with store.reading() as uow:
        assert standing_of_label(uow, "A001").item_name == ""
        told = visit_by_number(uow, BusinessNumber(store.now.date(), "A001"), RULES)
        assert told == Matter(MatterKind.VISIT, "250303A001", store.now.date(), "waiting")
        with pytest.raises(NothingFound):
            visit_by_number(uow, BusinessNumber(store.now.date(), "A002"), RULES)
    store.now += timedelta(days=91)
    with store.reading() as uow, pytest.raises(NothingFound):
        visit_by_number(uow, BusinessNumber((store.now - timedelta(days=91)).date(), "A001"), RULES)


def test_numbers_are_told_apart_and_impossible_days_refused() -> None:
    assert read_number(" t250303k7mp") == ComplaintNumber("T250303K7MP")
    found = read_number("250303A023")
    assert isinstance(found, BusinessNumber)
    assert (found.label, found.text) == ("A023", "250303A023")
    for wrong in ("A023", "259903A023", "T250303K7M", "T250303K7M0", "X250303K7MP", ""):
        assert read_number(wrong) is None

"""Telling the hall what went wrong at the kiosk (投诉·办不成事), and asking how it stands: with real touches."""

from __future__ import annotations

from typing import Any

import pytest

from hall.complaints.complaint import Complaint, ComplaintKind, Office, Tag
from hall.errors import Unavailable
from hall.identity import Holder, HolderKind
from hall.queueing.calling import call_next
from kiosk_app.complaint_draft import ComplaintDraft, Slip
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import PROFILE, ZHANG, take_ticket

CARD = {"name": "王晓梅", "id_number": "110105198808080066", "birth": "19880808", "sex": "2"}
ANOTHER = {"name": "李桂兰", "id_number": "110105194912310046", "birth": "19491231", "sex": "2"}
NUMBER, PHONE = CARD["id_number"], "13812345678"


def lay(visitor: Visitor, card: dict[str, str] = CARD) -> None:
    visitor.reader.command("lay_card", card)


def begin(visitor: Visitor, kind: str, about: str, *tags: str) -> None:
    """From home to who complains."""
    visitor.press("door_complaint")
    visitor.press(f"complaint_{kind}")
    visitor.press(f"about_{about}")
    if about == "window":
        visitor.press("complaint_window_3")
    elif about == "item":
        visitor.press("department_scjg")
        visitor.press("item_SX002")
    elif about == "number":
        visitor.types("A001")
        visitor.press("code_submit")
    visitor.arrives("complaint_tags")
    for tag in tags:
        visitor.press(f"tag_{tag}")


def filed(visitor: Visitor) -> list[Complaint]:
    with visitor.store.reading() as uow:
        return list(uow.registers.complaints.where())


def by_phone(visitor: Visitor) -> str:
    """A complaint with nothing but a telephone number; its receipt number."""
    begin(visitor, "complaint", "window", "attitude")
    visitor.press("complaint_next")
    visitor.press("by_phone")
    visitor.types(PHONE)
    visitor.press("phone_submit")
    visitor.arrives("complaint_receipt", slip="printed")
    visitor.press("receipt_done")
    visitor.arrives("home")
    return filed(visitor)[-1].number


@pytest.mark.req("R-05", "D-03")
def test_an_unresolved_matter_is_told_by_card_without_a_typed_word_and_asked_for_by_the_same_card(
    visitor: Visitor,
) -> None:
    visitor.press("door_complaint")
    assert "12345" in visitor.read("complaint_phone")
    visitor.press("back")
    begin(visitor, "unresolved", "item", "passed_around", "overdue")
    visitor.press("tag_overdue")  # once more takes it back
    visitor.press("complaint_next")
    visitor.arrives("identify", purpose="complaint")
    assert not visitor.shows("identify_nameless")
    lay(visitor)
    visitor.arrives("phone")
    visitor.reader.command("remove_card")
    visitor.types(PHONE)
    visitor.press("phone_submit")
    visitor.arrives("complaint_receipt", slip="printed")
    (made,) = filed(visitor)
    assert (made.kind, made.office, made.item, made.tags) == (
        ComplaintKind.UNRESOLVED, Office.DISCIPLINE, "SX002", (Tag.PASSED_AROUND,),
    )  # fmt: skip
    assert (made.person.id_number, made.person.phone, made.received_by) == (NUMBER, PHONE, "citizen")
    assert visitor.read("receipt_number") == made.number
    assert visitor.read("receipt_due") == "将在 3月10日 前答复您"
    (paper,) = visitor.papers()
    assert made.number in repr(paper)
    assert PHONE not in repr(paper)
    assert "王" not in repr(paper)
    assert not visitor.button("back").isEnabled(), "no way leads back into a sent complaint"
    visitor.press("receipt_done")
    assert visitor.kiosk.complaining.draft == ComplaintDraft()

    visitor.press("door_progress")
    lay(visitor)
    visitor.arrives("matters", matters=[f"{made.number} received"])
    assert visitor.read("matter_title_0") == "办不成事：食品经营许可"
    visitor.reader.command("remove_card")
    visitor.press("home")
    visitor.press("door_progress")
    lay(visitor, ANOTHER)
    visitor.arrives("notice", notice="no_matter")


@pytest.mark.req("R-05")
def test_a_receipt_number_tells_nothing_without_the_last_digits_and_guessing_ends(visitor: Visitor) -> None:
    number = by_phone(visitor)

    def ask(digits: str) -> None:
        visitor.types(digits)
        visitor.press("prove_submit")

    visitor.press("door_progress")
    visitor.press("by_number")
    visitor.types(number)
    visitor.press("code_submit")
    visitor.arrives("prove")
    ask("5678")
    visitor.arrives("matters", matters=[f"{number} received"])
    visitor.press("home")
    visitor.press("door_progress")
    visitor.scans(number, lambda: visitor.screen == "prove")
    for guess in range(5):
        ask(f"111{guess}")
        visitor.arrives("notice", notice="no_matter")
        visitor.press("notice_back")
        visitor.arrives("prove")
    ask("5678")
    visitor.arrives("notice", notice="too_many_guesses")
    visitor.clock.forward(minutes=11)
    visitor.press("notice_home")
    visitor.press("door_progress")
    visitor.scans(number, lambda: visitor.screen == "prove")
    ask("5678")
    visitor.arrives("matters", matters=[f"{number} received"])


def test_a_number_of_an_earlier_day_tells_how_it_ended_and_no_item(visitor: Visitor) -> None:
    take_ticket(visitor.store, holder=Holder(HolderKind.ID_CARD, "王建国", NUMBER))
    visitor.clock.forward(days=1)
    visitor.press("door_progress")
    visitor.press("by_number")
    visitor.types("250303A001")
    visitor.press("code_submit")
    visitor.arrives("matters", matters=["250303A001 waiting"])
    assert visitor.read("matter_title_0") == "到厅办事"


@pytest.mark.req("Q-18")
def test_an_identity_code_that_anybody_may_show_tells_of_today_only(visitor: Visitor) -> None:
    person = Holder(HolderKind.QR, id_number="11010519491231002X")
    take_ticket(visitor.store, holder=person)
    visitor.clock.forward(days=1)
    take_ticket(visitor.store, holder=person)
    visitor.press("door_progress")
    visitor.scans(person.id_number, lambda: visitor.screen != "identify")
    visitor.arrives("standing", standings=["A001 waiting"], matters=[])


def test_without_paper_the_number_stands_on_the_screen_and_is_printed_later(visitor: Visitor) -> None:
    visitor.printer.command("fault", {"name": "paper_out"})
    take_ticket(visitor.store)
    with visitor.store.begin() as uow:
        call_next(uow, 3, by=ZHANG, profile=PROFILE)
        uow.commit()
    begin(visitor, "complaint", "number", "attitude")
    visitor.press("complaint_next")
    visitor.press("identify_nameless")
    visitor.arrives("complaint_receipt", slip="failed")
    (made,) = filed(visitor)
    assert (made.ticket, made.window, made.clerk, made.anonymous) == (1, 3, "1027", True)
    assert "不能答复您" in visitor.read("receipt_due")
    assert "记下编号" in visitor.read("receipt_slip")
    visitor.printer.command("clear")
    visitor.press("receipt_again")
    visitor.arrives("complaint_receipt", slip="printed")
    assert len(visitor.papers()) == 1


def test_who_wants_to_be_called_leaves_a_telephone_number(visitor: Visitor) -> None:
    begin(visitor, "suggestion", "else")
    assert not visitor.button("complaint_next").isEnabled()
    visitor.press("complaint_call")
    visitor.press("complaint_next")
    visitor.arrives("identify")
    assert not visitor.shows("identify_nameless")
    lay(visitor)
    visitor.arrives("phone")
    assert not visitor.shows("phone_skip")
    visitor.types(PHONE)
    visitor.press("phone_submit")
    visitor.arrives("complaint_receipt")
    assert [(c.kind, c.wants_call, c.tags) for c in filed(visitor)] == [(ComplaintKind.SUGGESTION, True, ())]


def test_a_database_lost_while_sending_keeps_the_choices_and_nothing_is_sent_twice(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> Any:
        raise Unavailable("the database is away")

    begin(visitor, "praise", "else", "patient")
    visitor.press("complaint_next")
    lay(visitor)
    visitor.arrives("phone")
    with monkeypatch.context() as broken:
        broken.setattr(visitor.store, "begin", away)
        visitor.press("phone_skip")
        visitor.arrives("notice", notice="complaint_away")
    assert filed(visitor) == []
    visitor.press("notice_back")
    visitor.arrives("phone")
    visitor.press("phone_skip")
    visitor.arrives("complaint_receipt")
    (made,) = filed(visitor)
    assert (made.tags, made.person.id_number, made.person.phone) == ((Tag.PATIENT,), NUMBER, "")


def test_who_walks_away_leaves_neither_choices_nor_person_behind(visitor: Visitor) -> None:
    begin(visitor, "complaint", "else", "fee")
    visitor.press("complaint_next")
    lay(visitor)
    visitor.arrives("phone")
    visitor.reader.command("remove_card")
    visitor.types("1381")
    visitor.seconds_pass(61)
    visitor.arrives("home")
    assert visitor.kiosk.complaining.draft == ComplaintDraft(slip=Slip.NONE)
    assert "1381" not in repr(vars(visitor.kiosk.complaining)) + repr(visitor.kiosk.models.phone.state)
    assert visitor.kiosk.complaining._person is None
    assert filed(visitor) == []

"""The visitor presses again because the kiosk was not told that the first press counted: nothing is doubled."""

from __future__ import annotations

import pytest

from hall.complaints.complaint import Tag
from tests.screens.kiosk.test_complaint import begin, filed
from tests.support.kiosk_hall import Visitor
from tests.support.lost_answers import LosesAnswers


@pytest.fixture
def lossy(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> LosesAnswers:
    store = LosesAnswers(visitor.store)
    monkeypatch.setattr(visitor.store, "begin", store.begin)
    return store


@pytest.mark.req("R-05")
def test_a_complaint_pressed_again_is_one_and_what_was_changed_meanwhile_is_said(
    visitor: Visitor, lossy: LosesAnswers
) -> None:
    begin(visitor, "complaint", "window", "attitude")
    visitor.press("complaint_next")
    visitor.arrives("identify")
    lossy.lose_next_answer()
    visitor.press("identify_nameless")
    visitor.arrives("notice", notice="complaint_away")
    assert "不会重复登记" in visitor.read("notice_text")
    visitor.press("notice_back")
    visitor.arrives("identify")
    visitor.press("back")
    visitor.press("tag_long_wait")
    visitor.press("complaint_next")
    visitor.press("identify_nameless")
    visitor.arrives("complaint_receipt", slip="printed")
    (made,) = filed(visitor)
    assert (visitor.read("receipt_number"), made.tags) == (made.number, (Tag.ATTITUDE,))
    assert visitor.read("receipt_title") == "投诉先前已经登记"
    assert "后来改动的没有登记" in visitor.read("receipt_ask")
    assert [kind for kind, _ in visitor.journal()].count("complaint.received") == 1
    visitor.press("receipt_done")
    begin(visitor, "complaint", "window", "attitude")  # another time is another complaint
    visitor.press("complaint_next")
    visitor.press("identify_nameless")
    visitor.arrives("complaint_receipt")
    assert visitor.read("receipt_title") == "投诉已登记"
    assert len(filed(visitor)) == 2


@pytest.mark.req("Q-01")
def test_a_number_asked_for_again_is_printed_once_and_is_the_first(visitor: Visitor, lossy: LosesAnswers) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.arrives("identify")
    visitor.until(lambda: visitor.read("reader_words") == "请将身份证平放在感应区")
    lossy.lose_next_answer()
    visitor.reader.command("lay_card", {})
    visitor.arrives("notice", notice="database_away")
    assert visitor.papers() == []
    visitor.press("notice_back")
    visitor.arrives("ticket", phase="paper", label="A001")  # the card lay there all the time
    assert len(visitor.papers()) == 1
    kinds = [kind for kind, _ in visitor.journal()]
    assert (kinds.count("ticket.issued"), kinds.count("ticket.waiting")) == (1, 1)
    assert len(visitor.tickets()) == 1

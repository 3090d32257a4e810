"""Whatever a rule refuses at the kiosk is said in the visitor's language: what happened, what to do now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.crypto import WrongKey
from hall.appointments.appointment import TooEarly
from hall.complaints.complaint import NotNow
from hall.complaints.concerned import Concerned
from hall.errors import BadInput, Conflict, HallError, NotAllowed, NotFound
from hall.floor_map.plan import MapError
from hall.identity import Holder, HolderKind
from hall.queueing.issue import AlreadyWaiting
from hall.shown_code import UnknownCode
from hall.staffing.window import WindowStateError
from kiosk_app.refusal import Refusal, refusal_from
from kiosk_app.refusal_words import RefusalWords
from qt_common.translation import Translations
from tests.support.reachable_errors import errors_reaching

NEVER_SHOWN: dict[type[HallError], str] = {
    Concerned: "nobody at a kiosk is on the staff",
    NotNow: "the steps of a complaint are the staff's",
    WindowStateError: "windows open and close at the counter",
    MapError: "the map is read at the start, for the staff to see",
    UnknownCode: "the page of the scanner says it, and waits for another code",
    WrongKey: "nothing but the general words would help a visitor",
}
GENERAL = {HallError, BadInput, NotFound, NotAllowed, Conflict}
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
TO_DO = {
    "zh": re.compile("请|可以取|重新取号|不必"),
    "en": re.compile(r"[Pp]lease|[Pp]ress|[Gg]o |[Tt]ake|[Tt]ry|may|[Ww]ait"),
}


@pytest.fixture
def translations(qtbot: QtBot) -> Iterator[Translations]:
    assert isinstance(QApplication.instance(), QApplication)
    switch = Translations("kiosk")
    yield switch
    switch.use("zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_error_that_can_reach_the_kiosk_has_words_of_its_own(
    translations: Translations, language: str
) -> None:
    translations.use(language)
    reaching = errors_reaching("kiosk_app")
    assert {AlreadyWaiting, TooEarly} <= reaching, "the search finds what it must find"
    assert NEVER_SHOWN.keys() <= reaching, "what can't come needs no excuse"
    at = datetime(2025, 3, 3, 10, 0)
    words, faults = RefusalWords(), []
    for kind in sorted(reaching - NEVER_SHOWN.keys(), key=lambda kind: kind.__name__):
        for pending in (False, True):
            refusal = Refusal(kind, "A021", pending=pending, at=at, opens_at=at.replace(hour=9))
            if kind not in words.table(refusal):
                faults.append(f"{kind.__name__} has no words of its own")
                continue
            title, text = words.words(refusal, complaint=kind not in GENERAL)
            if not TO_DO[language].search(text):
                faults.append(f"{kind.__name__} does not say what to do: {text}")
            if bool(CHINESE.search(title + text)) is (language == "en") or "{" in title + text:
                faults.append(f"{kind.__name__}: {title}: {text}")
    assert not faults, "\n".join(faults)


def test_the_facts_of_an_error_are_told_and_nobody_is_held(translations: Translations) -> None:
    translations.use("en")
    at = datetime(2025, 3, 3, 10, 0)
    person = Holder(HolderKind.ID_CARD, "王建国", "410211198001011236")
    try:
        assert person.masked
        raise TooEarly(at, at.replace(hour=9, minute=30))
    except TooEarly as error:
        refusal = refusal_from(error)
    assert refusal == Refusal(TooEarly, at=at, opens_at=at.replace(hour=9, minute=30))
    title, text = RefusalWords().words(refusal)
    assert (title, "10:00" in text, "09:30" in text) == ("Too early to check in", True, True)
    assert "A021" in RefusalWords().words(Refusal(AlreadyWaiting, "A021"))[0]
    assert refusal_from(ValueError("no rule")) is None


def test_a_case_without_words_takes_those_of_what_it_is_a_case_of() -> None:
    class Special(NotAllowed):
        """Nobody wrote words for it."""

    words = RefusalWords()
    assert words.words(Refusal(Special)) == words.words(Refusal(NotAllowed))
    assert words.words(Refusal(Special), complaint=True)[0] == "没有提交成功"

"""Pages of lists: nothing typed is lost, nothing is done twice, nobody sees what the one before saw."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from pytestqt.qtbot import QtBot

from counter_app.model import Tone
from counter_app.screens.sheets.state import Act, Field, FieldKind, Form, Line, Section
from counter_app.screens.sheets.view_model import SheetModel
from hall.errors import Conflict, HallError
from hall.identity import Actor, Role
from hall.staffing.clerk import Clerk
from tests.unit.counter_app.test_work_view_model import AtOnce

ROLES = frozenset({Role.CLERK})
ZHANG, LI = (Clerk(number, name, "scjg", ROLES) for number, name in (("1027", "张伟"), ("1031", "李娜")))
FIELDS = (Field("reason", "原因"), Field("password", "密码", FieldKind.SECRET))


class Notes(SheetModel[tuple[str, ...]]):
    """A page of notes."""

    followed = ("note.",)

    def __init__(self, worker: AtOnce) -> None:
        super().__init__(worker)
        self.kept: list[str] = ["first", "second"]
        self.sent: list[str] = []
        self.trouble: HallError | None = None
        self.reads = 0

    def read_data(self, by: Actor) -> tuple[str, ...]:
        self.reads += 1
        return tuple(self.kept)

    def heading(self, data: tuple[str, ...] | None) -> tuple[str, str]:
        return "记事", f"{len(data or ())}"

    def sections(self, data: tuple[str, ...]) -> tuple[Section, ...]:
        acts = (Act("add", "登记", strong=True), Act("drop", "删除", on_line=True))
        lines = tuple(Line(text, (text,)) for text in data)
        return (Section("notes", "记事", ("内容",), lines, "没有记事。", acts), Section("none", "空", (), (), "空"))

    def form_for(self, act: str, subject: str) -> Form | None:
        return Form(act, "登记", FIELDS, {}) if act == "add" else None

    def missing(self, form: Form) -> str:
        return "" if form.value("reason") else "请填写原因。"

    def work_of(self, act: str, subject: str, values: Mapping[str, str]) -> Callable[[], object]:
        def work() -> object:
            if self.trouble is not None:
                raise self.trouble
            self.sent.append(f"{act}:{subject or values.get('reason', '')}")
            return None

        return work

    def said(self, act: str, result: object) -> str:
        return "已办。"


@pytest.fixture
def worker() -> AtOnce:
    return AtOnce()


@pytest.fixture
def page(qtbot: QtBot, worker: AtOnce) -> Notes:
    made = Notes(worker)
    made.begin(ZHANG, Actor(ZHANG.number, ROLES, "counter-3"))
    made.refresh()
    return made


def open_form(page: Notes) -> Form:
    assert page.press("add")
    assert page.state.form is not None
    return page.state.form


def test_what_is_typed_survives_news_a_failure_and_closing_the_form(page: Notes) -> None:
    open_form(page)
    page.edit({"reason": "家事"})
    page.kept.append("third")
    page.follow(frozenset({"note.written"}))
    assert len(page.state.sections[0].lines) == 3
    page.trouble = Conflict("somebody was faster")
    page.submit()
    assert page.state.form is not None
    assert (page.state.form.value("reason"), page.state.form.error) == ("家事", Conflict.default_message)
    page.cancel_form()
    assert open_form(page).value("reason") == "家事"
    page.trouble = None
    page.submit()
    assert page.sent == ["add:家事"]
    assert page.state.message is not None and page.state.message.tone is Tone.GOOD
    assert open_form(page).value("reason") == "", "what was sent is not offered again"


def test_a_password_is_never_kept(page: Notes) -> None:
    open_form(page)
    page.edit({"reason": "x", "password": "secret"})
    page.cancel_form()
    assert open_form(page).values == {"reason": "x"}


def test_the_next_one_to_sign_in_sees_nothing_of_the_one_before(page: Notes, worker: AtOnce) -> None:
    open_form(page)
    page.edit({"reason": "家事"})
    worker.holding = True
    page.refresh()
    page.end()
    assert page.state.sections == () and page.state.form is None
    page.begin(LI, Actor(LI.number, ROLES, "counter-3"))
    worker.release()
    assert page.data is None, "what was read for the one before arrives too late"
    page.refresh()
    assert open_form(page).value("reason") == ""


def test_a_second_press_while_the_first_is_on_its_way_does_nothing(page: Notes, worker: AtOnce) -> None:
    worker.holding = True
    assert page.press("drop")
    assert not page.press("drop") and not page.press("add")
    worker.release()
    assert page.sent == ["drop:first"]


def test_a_line_stays_chosen_when_the_list_changes_and_the_first_is_when_it_is_gone(page: Notes) -> None:
    page.choose("second")
    page.kept.insert(0, "zeroth")
    page.follow(frozenset({"note.written"}))
    assert page.state.line is not None and page.state.line.key == "second"
    page.kept.remove("second")
    page.follow(frozenset({"ticket.called"}))
    assert page.state.line.key == "second", "other news are not followed"
    page.refresh()
    assert page.state.line.key == "zeroth"
    page.show_section("none")
    assert page.state.line is None and not page.press("drop")


def test_ten_pieces_of_news_during_a_reading_bring_one_more(page: Notes, worker: AtOnce) -> None:
    page.reads = 0
    worker.holding = True
    for _ in range(10):
        page.refresh()
    worker.release()
    assert page.reads == 2


def test_an_incomplete_form_is_not_sent(page: Notes) -> None:
    open_form(page)
    page.submit()
    assert page.state.form is not None
    assert (page.state.form.error, page.sent) == ("请填写原因。", [])
    page.edit({"reason": "x"})
    assert page.state.form.error == ""


def test_what_takes_longer_than_300_ms_is_said(qtbot: QtBot, page: Notes, worker: AtOnce) -> None:
    worker.holding = True
    page.press("drop")
    assert not page.state.slow
    qtbot.waitUntil(lambda: page.state.slow)
    worker.release()
    assert not page.state.slow


def test_what_is_sent_again_has_the_key_of_the_first_try_until_it_is_done(page: Notes) -> None:
    open_form(page)
    page.edit({"reason": "开会"})
    first = page.request_of("add", "")
    page.trouble = Conflict("somebody was faster")
    page.submit()
    assert page.request_of("add", "") == first
    page.trouble = None
    page.submit()
    assert page.request_of("add", "") != first
    again = page.request_of("add", "")
    page.end()
    assert page.request_of("add", "") != again

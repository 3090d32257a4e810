"""Whoever leaves leaves nothing behind, however they leave; and what leans on the screen keeps no kiosk awake."""

from __future__ import annotations

import gc
from collections.abc import Callable
from types import CodeType, FrameType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kiosk_app.idle import LEANING
from kiosk_app.modes import Modes
from tests.support.kiosk_hall import Visitor

NAME = ("慕容", "雪松")  # in pieces, so that the whole stands nowhere but where the kiosk keeps it
NUMBER = ("4102051968", "04173529")
PHONE = ("139", "7531", "8642")


def whole(*parts: str) -> str:
    return "".join(parts)


def kept(*needles: str) -> list[str]:
    """Where a live object of ours holds one of the texts: the type of the holder."""
    gc.collect()
    found = []
    ours = {id(n) for n in needles}
    for held in gc.get_objects():
        if isinstance(held, CodeType | FrameType) or held is needles:
            continue
        for value in gc.get_referents(held):
            if isinstance(value, str) and id(value) not in ours and any(n in value for n in needles):
                found.append(f"{type(held).__module__}.{type(held).__qualname__}: {value[:60]}")
    return found


def shown(visitor: Visitor, *needles: str) -> list[str]:
    """Widgets, seen or hidden, that hold one of the texts."""
    widgets = [w for kind in (QLabel, QPushButton) for w in visitor.kiosk.window.findChildren(kind)]
    return [w.text() for w in widgets if any(n in w.text() for n in needles)]


def by_home(visitor: Visitor) -> None:
    visitor.press("home")


def by_idle(visitor: Visitor) -> None:
    visitor.seconds_pass(60)


def by_finished_ticket(visitor: Visitor) -> None:
    visitor.press("phone_submit")
    visitor.arrives("ticket", phase="paper")
    visitor.press("done")


def by_error(visitor: Visitor) -> None:
    visitor.press("phone_submit")
    visitor.arrives("ticket", phase="paper")
    visitor.seconds_pass(12)
    visitor.pick()
    visitor.press("materials_ready")
    visitor.press("by_phone")
    visitor.types(whole(*PHONE))
    visitor.press("phone_submit")  # this person has a number for it already
    visitor.arrives("notice", notice="already_waiting")
    visitor.seconds_pass(60)


@pytest.mark.parametrize("leave", [by_home, by_idle, by_finished_ticket, by_error])
def test_nothing_of_the_phone_number_stays_and_the_next_person_finds_the_usual_page(
    visitor: Visitor, leave: Callable[[Visitor], None]
) -> None:
    visitor.kiosk.journey.set_modes(Modes(elder=True, contrast=True))
    visitor.pick()
    visitor.press("materials_ready")
    visitor.press("by_phone")
    visitor.types(whole(*PHONE))
    QGuiApplication.clipboard().setText("copied somewhere")
    leave(visitor)
    visitor.arrives("home")
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert kept(whole(*PHONE)) == []
    visitor.until(lambda: shown(visitor, whole(*PHONE), "7531 8642") == [])
    assert QGuiApplication.clipboard().text() == ""
    visitor.seconds_pass(60)
    visitor.arrives("home", elder=False, contrast=False, language="zh")


def test_nothing_of_a_card_stays_when_its_owner_goes(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    card = {"name": whole(*NAME), "id_number": whole(*NUMBER), "birth": "19680417", "sex": "2"}
    visitor.reader.command("lay_card", card)
    del card
    visitor.arrives("ticket", phase="paper")
    visitor.reader.command("remove_card", {})
    visitor.press("done")
    visitor.arrives("home")
    assert [k for k in kept(whole(*NAME), whole(*NUMBER)) if "devices.sim" not in k] == []
    visitor.until(lambda: shown(visitor, whole(*NAME), whole(*NUMBER), "慕**松") == [])


def touch(visitor: Visitor, qtbot: QtBot, x: int, y: int) -> None:
    qtbot.mouseClick(visitor.kiosk.window, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_what_leans_on_the_screen_does_not_keep_it_awake_but_a_person_does(visitor: Visitor, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    visitor.kiosk.window.watch_touches(app)
    visitor.press("door_take_number")
    try:
        for n in range(200):  # a person reads, and touches here and there
            touch(visitor, qtbot, 20, 200 + n % 2 * 300)
            visitor.seconds_pass(20)
        visitor.arrives("departments")
        for _ in range(LEANING):  # a bag leans on the edge: one touch a second at one place
            touch(visitor, qtbot, 10, 1000)
            visitor.seconds_pass(1)
        visitor.arrives("departments")
        for _ in range(61):
            touch(visitor, qtbot, 12, 1003)
            visitor.seconds_pass(1)
        visitor.arrives("home")
    finally:
        app.removeEventFilter(visitor.kiosk.window)

"""A counter built from machine.toml as the program builds it, with the second screen as its pad."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.counter import Counter
from counter_app.main import build, start
from db.crypto import load_keys, new_keys, save_keys
from db.store import SqlStore, open_store
from devices.core.errors import AddressError
from hall.rating.rating import Level, Outcome
from qt_common import theme
from qt_common.machine_config import MachineConfig, load
from tests.screens.counter.station import WAIT_MS
from tests.support.sample_hall import FOOD, PlainHasher, fill, take_ticket
from tests.support.stores import ZONE, make_sqlite

FILE = """\
[station]
name = "counter-3"
[database]
url = "{url}"
keys = "{keys}"
documents = "{documents}"
[devices]
rating_pad = "{pad}"
voice = "voice+null://"
[counter]
window = 3
"""


def configured(folder: Path, pad: str) -> MachineConfig:
    keys = folder / "hall.keys"
    save_keys(new_keys(), keys)
    text = FILE.format(url=make_sqlite(folder), keys=keys, documents=folder / "documents", pad=pad)
    path = folder / "machine.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.fixture
def config(tmp_path: Path) -> MachineConfig:
    return configured(tmp_path, "screen://2")


@pytest.fixture
def store(config: MachineConfig) -> Iterator[SqlStore]:
    opened = open_store(config.database.url, load_keys(config.database.keys), zone=ZONE)
    fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def counter(qtbot: QtBot, qapp: QApplication, config: MachineConfig, store: SqlStore) -> Iterator[Counter]:
    theme.install(qapp)
    built, late = build(config, hasher=PlainHasher())
    start(built, config)
    yield built
    built.close()
    late.close()


def visible(top: QWidget, name: str) -> QWidget:
    return next(w for w in top.findChildren(QWidget, name) if w.isVisible())


@pytest.mark.req("R-01")
def test_the_second_screen_of_the_file_asks_and_its_answer_is_on_record(
    qtbot: QtBot, counter: Counter, store: SqlStore
) -> None:
    ticket = take_ticket(store, FOOD)
    window, citizen = counter.windows.window, counter.windows.citizen
    qtbot.waitUntil(lambda: counter.describe()["online"], timeout=WAIT_MS)
    for name, text in (("staff_number", "1027"), ("password", "pw-1027")):
        QTest.keyClicks(visible(window, name), text)
    QTest.keyClick(visible(window, "password"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ticket.label in counter.describe()["waiting"], timeout=WAIT_MS)
    for action in ("call_next", "start", "finish"):
        qtbot.waitUntil(lambda a=action: a in counter.describe()["actions"], timeout=WAIT_MS)  # type: ignore[misc]
        QTest.mouseClick(visible(window, f"action_{action}"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counter.describe()["citizen"] == "asking", timeout=WAIT_MS)
    QTest.mouseClick(visible(citizen, "face_4"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (counter.describe()["rating"] or {}).get("saved") is True, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: counter.describe()["rating"]["stage"] == "rated", timeout=WAIT_MS)
    with store.reading() as uow:
        rating = uow.ratings.of_ticket(ticket.id)
    assert rating is not None
    assert (rating.outcome, rating.level) == (Outcome.RATED, Level.GOOD)
    kinds = {device.kind for device in counter.health.state.own}
    assert kinds == {"rating_pad", "voice"}, "every device of the file is looked after"


@pytest.mark.parametrize("pad", ["screen://", "screen://two", "screen://2?size=1", "screen://2/x"])
def test_a_screen_without_a_number_is_refused(qapp: QApplication, tmp_path: Path, pad: str) -> None:
    with pytest.raises(AddressError):
        build(configured(tmp_path, pad), hasher=PlainHasher())

"""The remote hand presses real widgets, wants its token, and refuses what is not visible or enabled."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt_common.remote_hand import TOKEN_VARIABLE, RemoteHand

TOKEN = "a-token-of-sixteen-or-more"


class Bench:
    """A small window under the remote hand."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clicks = 0
        self.window = QWidget()
        self.window.setObjectName("window")
        layout = QVBoxLayout(self.window)
        self.button, self.edit = QPushButton("好"), QLineEdit()
        self.button.setObjectName("good")
        self.edit.setObjectName("edit")
        layout.addWidget(self.button)
        layout.addWidget(self.edit)
        self.button.clicked.connect(self.count)
        qtbot.addWidget(self.window)
        self.window.show()
        self.hand = RemoteHand(0, lambda: {"screen": "one", "clicks": self.clicks}, self.window)
        self.hand.listen()
        self._qtbot = qtbot

    def count(self) -> None:
        self.clicks += 1

    def ask(self, token: str = TOKEN, **request: object) -> dict[str, Any]:
        answers: list[dict[str, Any]] = []

        def talk() -> None:
            with socket.create_connection(("127.0.0.1", self.hand.port), timeout=10) as connection:
                connection.sendall(json.dumps({"token": token, **request}).encode() + b"\n")
                with connection.makefile() as stream:
                    answers.append(json.loads(stream.readline()))

        thread = threading.Thread(target=talk)
        thread.start()
        self._qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        thread.join()
        return answers[0]


@pytest.fixture
def bench(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setenv(TOKEN_VARIABLE, TOKEN)
    yield Bench(qtbot)


def test_it_clicks_types_and_tells_the_state(bench: Bench) -> None:
    assert bench.ask(do="click", object="good") == {"ok": True}
    assert bench.ask(do="state") == {"ok": True, "screen": "one", "clicks": 1}
    bench.ask(do="type", object="edit", text="1027")
    bench.ask(do="key", object="edit", key="Backspace")
    assert bench.edit.text() == "102"


def test_it_takes_a_picture(bench: Bench, tmp_path: Path) -> None:
    assert bench.ask(do="grab", path=str(tmp_path / "shot.png")) == {"ok": True, "saved": True}
    assert (tmp_path / "shot.png").read_bytes().startswith(b"\x89PNG")


def test_it_tells_where_a_widget_stands_for_a_hand_that_touches_the_screen_itself(bench: Bench) -> None:
    told = bench.ask(do="where", object="good")
    corner = bench.button.mapToGlobal(bench.button.rect().topLeft())
    assert (told["x"], told["y"]) == (corner.x(), corner.y())
    assert (told["width"], told["height"]) == (bench.button.width(), bench.button.height())


def test_it_refuses_what_a_hand_could_not_press(bench: Bench) -> None:
    bench.button.setEnabled(False)
    assert "not enabled" in bench.ask(do="click", object="good")["error"]
    bench.button.hide()
    assert "no visible widget" in bench.ask(do="click", object="good")["error"]
    assert bench.clicks == 0


def test_a_wrong_token_does_nothing(bench: Bench) -> None:
    assert bench.ask(token="guess", do="click", object="good")["ok"] is False
    assert bench.clicks == 0


def test_it_does_not_listen_without_a_token(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    with pytest.raises(RuntimeError, match="token"):
        RemoteHand(0, dict).listen()

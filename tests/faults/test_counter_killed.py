"""A counter that dies between call and start: after the restart the ticket is still its own."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.children import Child, Children
from cli.demo.hall import Folder, make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import Station, connect_hands, write_config
from cli.demo.visit import CLERK, ITEM
from db.crypto import load_keys
from db.store import SqlStore, open_store
from tests.support.sample_hall import take_ticket

pytestmark = [pytest.mark.timeout(300), pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals")]
COUNTER = Station("counter-3", "counter_app", "\n[counter]\nwindow = 3\ncall_bar = false\ncitizen_screen = false\n")


class Hall:
    """The sample hall with one counter as a process of its own."""

    def __init__(self, folder: Folder, children: Children, token: str) -> None:
        self._children, self._token, self._config = children, token, write_config(COUNTER, folder)
        self.store: SqlStore = open_store(folder.url, load_keys(folder.keys))

    def start_counter(self) -> tuple[Child, Hand]:
        child = self._children.start(COUNTER.name, COUNTER.module, "--config", str(self._config))
        return child, connect_hands({COUNTER.name: child}, self._token)[COUNTER.name]

    def kinds(self) -> list[str]:
        feed = self.store.feed()
        try:
            return [record.kind for record in feed.after(0) if record.kind.startswith("ticket.")]
        finally:
            feed.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    with Children(folder.logs, child_environment(folder, token, headless=True)) as children:
        made = Hall(folder, children, token)
        yield made
        made.store.close()


def sign_in(counter: Hand) -> None:
    counter.wait(lambda s: s["screen"] == "sign_in" and s["online"], "the sign-in page", timeout=90)
    counter.type("staff_number", CLERK)
    counter.type("password", f"demo-{CLERK}")
    counter.click("post_A")
    counter.click("sign_in")
    counter.wait(lambda s: s["clerk"] == CLERK and s["state"] == "open", "signed in", timeout=60)


def test_a_counter_killed_between_call_and_start_has_its_ticket_again(hall: Hall) -> None:
    with hall.store.reading() as uow:
        item = uow.catalogue.item(ITEM)
    label = take_ticket(hall.store, item).label
    child, counter = hall.start_counter()
    sign_in(counter)
    counter.click("action_call_next")
    counter.wait(lambda s: s["ticket_state"] == "called", "called")
    child.kill()
    counter.close()

    _, again = hall.start_counter()
    sign_in(again)
    state = again.wait(lambda s: s["ticket_state"] == "called", "the ticket is still here")
    assert state["ticket"] == label
    again.click("action_start")
    again.wait(lambda s: s["ticket_state"] == "serving", "serving")
    again.close()
    assert hall.kinds().count("ticket.called") == 1
    assert hall.kinds()[-1] == "ticket.started"

"""Notes of papers begun: on the disk before the print, gone after the confirmation, never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hall.identity import Holder, HolderKind
from hall.queueing.issue import IssuedTicket, TicketRequest, issue_ticket
from hall.queueing.ticket import TicketState
from kiosk_app.issuing import Phase
from kiosk_app.paper_notes import PaperNotes
from tests.support.sample_hall import FOOD, KIOSK, OPEN, PROFILE, sample_store
from tests.unit.hall.queueing.test_calling import do
from tests.unit.kiosk_app.test_issuing import UNKNOWN, Scene


@pytest.fixture
def issued() -> IssuedTicket:
    person = Holder(HolderKind.ID_CARD, name="王建国", id_number="11010519491231002X")
    ticket: IssuedTicket = do(
        sample_store(), issue_ticket, TicketRequest(FOOD.code, OPEN, person), by=KIOSK, profile=PROFILE
    )
    return ticket


def test_a_note_survives_the_program_and_names_nobody(tmp_path: Path, issued: IssuedTicket) -> None:
    path = tmp_path / "state" / "papers.json"
    PaperNotes(path).begun(issued)
    (paper,) = PaperNotes(path).all()
    assert (paper.ticket, paper.day, paper.label, paper.out) == (1, issued.ticket.day, "A001", False)
    notes = PaperNotes(path)
    notes.came_out(1)
    assert [p.out for p in PaperNotes(path).all()] == [True]
    assert set(json.loads(path.read_text())[0]) == {"ticket", "day", "label", "out"}
    notes.settled(1)
    assert PaperNotes(path).all() == ()


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"ticket": "x"}]', '[{"ticket": 1}]', "null"])
def test_a_broken_file_keeps_no_kiosk_from_starting(tmp_path: Path, text: str) -> None:
    path = tmp_path / "papers.json"
    path.write_text(text)
    assert PaperNotes(path).all() == ()


def test_a_disk_that_takes_nothing_keeps_nobody_from_a_number(tmp_path: Path, issued: IssuedTicket) -> None:
    (tmp_path / "file").write_text("")
    notes = PaperNotes(tmp_path / "file" / "papers.json")
    notes.begun(issued)
    assert [p.label for p in notes.all()] == ["A001"]


@pytest.fixture
def scene(qapp: object) -> Scene:
    return Scene()


def test_the_note_is_there_while_it_prints_and_gone_when_it_counts(scene: Scene) -> None:
    seen: list[bool] = []
    printed = scene.printer.printed
    scene.printer.printed = Watched(lambda: seen.append(bool(scene.notes.all())), printed)
    assert scene.start() is Phase.PAPER
    assert seen == [True]
    assert scene.notes.all() == ()
    assert not scene.issuing.unsaved


def test_after_an_unknown_print_the_note_stays_until_the_visitor_decides(scene: Scene) -> None:
    scene.printer.failure = UNKNOWN
    scene.start()
    assert [p.out for p in scene.notes.all()] == [False]
    scene.issuing.give_up()
    assert scene.notes.all() == ()
    assert scene.states() == [TicketState.VOID]


class Watched(list[str]):
    """Tells when something is printed."""

    def __init__(self, tell: object, before: list[str]) -> None:
        super().__init__(before)
        self._tell = tell

    def append(self, label: str) -> None:
        assert callable(self._tell)
        self._tell()
        super().append(label)

"""Guides told while the database was away: noted on disk, read back checked, bounded, on record by the next run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from hall.catalogue.guide import guide_of
from hall.catalogue.telling import Told
from hall.errors import NotFound, Unavailable
from kiosk_app import samples
from kiosk_app.desk import KioskDesk
from kiosk_app.guide_telling import TRY_EVERY, GuideTelling
from kiosk_app.ports import T
from kiosk_app.told_notes import MOST_KEPT, ToldNotes

PAPER = ("SX001", Told.PAPER)


class Journal:
    """The desk's end of it."""

    def __init__(self) -> None:
        self.away, self.known = True, {"SX002", samples.SOCIAL.code}
        self.told: list[tuple[str, Told, bool]] = []

    def note_told(self, item: str, how: Told, *, late: bool) -> None:
        if self.away:
            raise Unavailable("away")
        if item not in self.known:
            raise NotFound(item)
        self.told.append((item, how, late))


class AtOnce:
    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        done(work())


def telling(journal: Journal, path: Path) -> GuideTelling:
    """As a run of the kiosk begins."""
    return GuideTelling(cast("KioskDesk", journal), AtOnce(), samples.NoPrinter(), notes=ToldNotes(path))


@pytest.mark.req("C-01")
def test_what_was_told_in_an_outage_is_put_on_record_by_the_run_after_a_crash(tmp_path: Path) -> None:
    path, journal = tmp_path / "state" / "told.json", Journal()
    ToldNotes(path).add("GONE", Told.PAPER)  # the catalogue has it no more
    before = telling(journal, path)
    before.by_phone(guide_of(samples.SOCIAL, None, (), samples.PROFILE))
    del before  # kill -9: nothing is said, nothing is closed
    after = telling(journal, path)
    for _ in range(TRY_EVERY):
        after.tick()
    assert journal.told == []
    journal.away = False
    for _ in range(TRY_EVERY):
        after.tick()
    assert journal.told == [(samples.SOCIAL.code, Told.PHONE, True)]
    assert ToldNotes(path).all() == (), "once on record it is not told again"


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    notes = ToldNotes(None)
    for number in range(MOST_KEPT + 3):
        notes.add(f"SX{number}", Told.PAPER)
    assert len(notes.all()) == MOST_KEPT
    assert notes.all()[0] == ("SX3", Told.PAPER)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"7",
        b"[7]",
        b"\xff",
        b'[{"item": "SX001"}]',
        b'[{"item": "SX001", "how": "by pigeon"}]',
        b'[{"item": 7, "how": "paper"}]',
        b"[" * 100_000,
        b" " * 300_000,
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "told.json"
    path.write_bytes(content)
    notes = ToldNotes(path)
    assert notes.all() == ()
    notes.add(*PAPER)
    assert ToldNotes(path).all() == (PAPER,)

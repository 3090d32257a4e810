"""Which papers this kiosk has begun to print and not yet confirmed (出票备忘), kept on its own disk across a crash.

One small JSON file, written whole: ticket id, day, number, whether the paper came out. Nothing personal. Used on
the database's worker only, one call after the other.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hall.queueing.issue import IssuedTicket
from hall.queueing.recovery import BegunPaper
from qt_common.whole_file import write_whole

log = logging.getLogger(__name__)

MOST_KEPT = 100  # a kiosk whose database is away for so long stops giving numbers before


class PaperNotes:
    """The notes.

    Args:
        path: the file; its folder is made. None keeps the notes in memory only.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._papers: dict[int, BegunPaper] = {}
        if path is not None:
            self._papers = {paper.ticket: paper for paper in _read(path)}

    def all(self) -> Sequence[BegunPaper]:
        """What is noted, oldest first."""
        return tuple(self._papers.values())

    def begun(self, issued: IssuedTicket) -> None:
        """The print begins now."""
        ticket = issued.ticket
        self._papers[ticket.id] = BegunPaper(ticket.id, ticket.day, ticket.label, out=False)
        while len(self._papers) > MOST_KEPT:
            del self._papers[next(iter(self._papers))]
        self._write()

    def came_out(self, ticket: int) -> None:
        """The printer has said so."""
        paper = self._papers.get(ticket)
        if paper is not None and not paper.out:
            self._papers[ticket] = replace(paper, out=True)
            self._write()

    def settled(self, ticket: int) -> None:
        """The number was confirmed, or does not count: nothing is left to do after a crash."""
        if self._papers.pop(ticket, None) is not None:
            self._write()

    def _write(self) -> None:
        """A disk that does not take the notes keeps nobody from a number; it only loses what a crash would need."""
        if self._path is None:
            return
        rows = [
            {"ticket": p.ticket, "day": p.day.isoformat(), "label": p.label, "out": p.out}
            for p in self._papers.values()
        ]
        try:
            write_whole(self._path, json.dumps(rows).encode())
        except OSError as error:
            log.warning("papers are not noted: %s", error.strerror)


def _read(path: Path) -> list[BegunPaper]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [_paper(row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("the notes of papers can't be read: %s", type(error).__name__)
        return []


def _paper(row: dict[str, Any]) -> BegunPaper:
    return BegunPaper(int(row["ticket"]), date.fromisoformat(row["day"]), str(row["label"]), bool(row["out"]))

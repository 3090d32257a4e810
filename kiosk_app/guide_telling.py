"""Gives a guide to take along (带走指南): on paper, or by the code for a phone; each on record (一次性告知, C-01).

What is told while the database is away is noted on the kiosk's own disk and put on record when it is back, marked
as late, also by a kiosk that was switched off in between (docs/decisions/0014).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from hall.catalogue.guide import Guide
from hall.catalogue.telling import Told
from hall.errors import HallError, Unavailable
from kiosk_app.desk import KioskDesk
from kiosk_app.ports import Background, PrintFailure, TicketPrinting
from kiosk_app.told_notes import ToldNotes
from kiosk_app.trouble import Trouble

log = logging.getLogger(__name__)

DONE_SECONDS = 20  # so long “请取走” stands
TRY_EVERY = 5  # seconds
AT_ONCE = 10  # notes put on record at one try


class TellingStage(StrEnum):
    """How far the paper is."""

    NOTHING = "nothing"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"  # 打印结果不明


@dataclass(frozen=True, slots=True)
class Telling:
    """What the guide's page says of the paper; ``trouble`` is why it failed."""

    stage: TellingStage = TellingStage.NOTHING
    trouble: Trouble | None = None


SILENT = Telling()


class GuideTelling(QObject):
    """Prints one guide at a time."""

    changed = Signal(object)  # Telling

    def __init__(
        self,
        desk: KioskDesk,
        background: Background,
        printer: TicketPrinting,
        parent: QObject | None = None,
        *,
        notes: ToldNotes | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = SILENT
        self._desk = desk
        self._background = background
        self._printer = printer
        self._visit = 0
        self._printing = False
        self._left = 0
        self._seconds = 0
        self._notes = notes or ToldNotes(None)
        self._catching_up = False

    def print(self, guide: Guide) -> None:
        """Print; a second touch while the paper comes out changes nothing."""
        if self._printing:
            return
        self._visit += 1
        visit, code = self._visit, guide.item.code
        self._printing = True
        self._set(Telling(TellingStage.PRINTING))

        def done() -> None:
            self._printing = False
            self._note(code, Told.PAPER)
            self._show(visit, Telling(TellingStage.DONE))

        def failed(failure: PrintFailure) -> None:
            self._printing = False
            if failure.outcome_known:
                log.warning("a guide was not printed: %s", failure.detail)
                self._show(visit, Telling(TellingStage.FAILED, failure.trouble))
                return
            log.warning("a guide may not have been printed: %s", failure.detail)
            self._note(code, Told.PAPER_IN_DOUBT)
            self._show(visit, Telling(TellingStage.IN_DOUBT, failure.trouble))

        self._printer.print_guide(guide, done, failed)

    def by_phone(self, guide: Guide) -> None:
        """The code for a phone is on the screen."""
        self._note(guide.item.code, Told.PHONE)

    def forget(self) -> None:
        """Another page, or nobody is here: a paper still running comes out and is put on record, but not shown."""
        self._visit += 1
        self._set(SILENT)

    def tick(self) -> None:
        """Once a second."""
        self._seconds += 1
        if self._left:
            self._left -= 1
            if not self._left:
                self._set(SILENT)
        if self._seconds % TRY_EVERY == 0 and not self._catching_up:
            self._catch_up()

    def _note(self, item: str, how: Told) -> None:
        """Put it on record, or note it; on the worker."""

        def work() -> None:
            try:
                self._desk.note_told(item, how, late=False)
            except Unavailable:
                log.warning("%s told by %s: on record when the database is back", item, how)
                self._notes.add(item, how)
            except HallError as error:
                log.warning("%s told by %s is not on record: %s", item, how, error)

        self._background.run(work, lambda _: None, _raise)

    def _catch_up(self) -> None:
        """Put the oldest notes on record; the others follow at the next try, so that visitors go first."""

        def work() -> None:
            for item, how in self._notes.all()[:AT_ONCE]:
                try:
                    self._desk.note_told(item, how, late=True)
                except Unavailable:
                    return
                except HallError as error:
                    log.warning("%s told by %s is not on record: %s", item, how, error)
                self._notes.settled()

        def done(_: None) -> None:
            self._catching_up = False

        def failed(error: Exception) -> None:
            self._catching_up = False
            raise error

        if self._notes.waiting:
            self._catching_up = True
            self._background.run(work, done, failed)

    def _show(self, visit: int, state: Telling) -> None:
        if visit == self._visit:
            self._set(state)
            self._left = DONE_SECONDS

    def _set(self, state: Telling) -> None:
        self._left = 0
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _raise(error: Exception) -> None:
    raise error

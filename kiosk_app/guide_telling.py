"""Gives a guide to take along (带走指南): on paper, or by the code for a phone; each on record (一次性告知, C-01).

What is told while the database is away is put on record when it is back, marked as late; a kiosk that is switched
off before says so in its log (docs/decisions/0014).
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from hall.catalogue.guide import Guide
from hall.catalogue.telling import Told
from hall.errors import HallError, Unavailable
from kiosk_app.desk import KioskDesk
from kiosk_app.ports import Background, PrintFailure, TicketPrinting
from kiosk_app.trouble import Trouble

log = logging.getLogger(__name__)

MOST_KEPT = 500  # a day's readers at a kiosk whose database stays away
DONE_SECONDS = 20  # so long “请取走” stands
TRY_EVERY = 5  # seconds


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
        self, desk: KioskDesk, background: Background, printer: TicketPrinting, parent: QObject | None = None
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
        self._untold: deque[tuple[str, Told]] = deque(maxlen=MOST_KEPT)

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
        if self._untold and self._seconds % TRY_EVERY == 0:
            self._note(*self._untold.popleft(), late=True)

    def _note(self, item: str, how: Told, *, late: bool = False) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, Unavailable):
                if not late:
                    log.warning("%s told by %s: on record when the database is back", item, how)
                self._untold.append((item, how))
            elif isinstance(error, HallError):
                log.warning("%s told by %s is not on record: %s", item, how, error)
            else:
                raise error

        self._background.run(lambda: self._desk.note_told(item, how, late=late), lambda _: None, failed)

    def _show(self, visit: int, state: Telling) -> None:
        if visit == self._visit:
            self._set(state)
            self._left = DONE_SECONDS

    def _set(self, state: Telling) -> None:
        self._left = 0
        if state != self.state:
            self.state = state
            self.changed.emit(state)

"""The screen toward the citizen follows the desk and the rating (群众屏)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from counter_app.model import RatingLine, RatingStage
from counter_app.screens.citizen.state import CitizenStage, CitizenState
from counter_app.screens.work.state import WorkState
from hall.profile import Plate
from hall.queueing.ticket import TicketState
from hall.staffing.window import WindowState

THANKS_MS = 4000


class CitizenViewModel(QObject):
    """See `CitizenState`. Levels are numbers 5 … 1, 0 for 不评价."""

    state_changed = Signal(object)
    answered = Signal(int)

    def __init__(self, window: int, plate: Plate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plate = plate
        self._desk = CitizenStage.WELCOME
        self.state = CitizenState(window=window)
        self._thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._thanks.timeout.connect(self._go_on)

    @Slot(object)
    def follow_work(self, work: WorkState) -> None:
        """The desk changed."""
        snapshot, signed = work.snapshot, work.signed
        if snapshot is None or signed is None:
            self._desk = CitizenStage.WELCOME
            self._set(CitizenState(window=self.state.window))
            return
        current, pause = snapshot.current, snapshot.window.pause
        if current is not None:
            serving = current.state is TicketState.SERVING
            self._desk = CitizenStage.SERVING if serving else CitizenStage.CALLED
        else:
            paused = snapshot.window.state is WindowState.PAUSED
            self._desk = CitizenStage.PAUSED if paused else CitizenStage.WELCOME
        rating = self.state.stage in (CitizenStage.ASKING, CitizenStage.ON_THE_PAD, CitizenStage.THANKS)
        stay = rating and current is None
        self._set(
            replace(
                self.state,
                stage=self.state.stage if stay or self.state.stage is CitizenStage.ASKING else self._desk,
                window_name=snapshot.window.name,
                clerk_name=signed.clerk.name if self._plate.clerk_name else "",
                clerk_number=signed.clerk.number if self._plate.clerk_number else "",
                contact=snapshot.window.contact if self._plate.contact else "",
                label=current.label if current else (self.state.label if stay else ""),
                item=current.item_name if current else (self.state.item if stay else ""),
                whereabouts=pause.whereabouts if pause else "",
                back_at=f"{pause.back_at:%H:%M}" if pause else "",
            )
        )

    @Slot(object)
    def follow_rating(self, line: RatingLine) -> None:
        """A pad of its own asks, or has its answer."""
        if line.stage is RatingStage.ASKING:
            if self.state.stage is not CitizenStage.ASKING and self._desk is CitizenStage.WELCOME:
                self._set(replace(self.state, stage=CitizenStage.ON_THE_PAD))
        elif line.stage in (RatingStage.RATED, RatingStage.DECLINED):
            if self._desk is CitizenStage.WELCOME:
                self._thank()
        elif self.state.stage is CitizenStage.ON_THE_PAD:
            self._go_on()

    @Slot()
    def ask(self) -> None:
        """This screen is the pad and asks."""
        self._set(replace(self.state, stage=CitizenStage.ASKING))

    @Slot()
    def stop_asking(self) -> None:
        """The question ended; without an answer the screen follows the desk again at once."""
        if self.state.stage is CitizenStage.ASKING:
            self._go_on()

    def answer(self, level: int) -> None:
        """A face was touched; only the first touch counts."""
        if self.state.stage is CitizenStage.ASKING:
            self._thank()
            self.answered.emit(level)

    def _thank(self) -> None:
        self._set(replace(self.state, stage=CitizenStage.THANKS))
        self._thanks.start()

    @Slot()
    def _go_on(self) -> None:
        if self.state.stage is not CitizenStage.ASKING or not self._thanks.isActive():
            self._set(replace(self.state, stage=self._desk))

    def _set(self, state: CitizenState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

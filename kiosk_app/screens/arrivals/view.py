"""Draws the page of several appointments (选择预约)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hall.appointments.lookup import Arrival, Arriving
from kiosk_app.look import Look
from kiosk_app.screens.arrivals.view_model import ArrivalsState, ArrivalsViewModel
from kiosk_app.widgets.basic import Tile, clear, label
from kiosk_app.widgets.pager import Pager


class ArrivalsView(QWidget):
    """One tile each: time, service, whether it can be checked in now."""

    def __init__(self, model: ArrivalsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._columns = 2 if look.landscape else 1
        self._rows = 2 if look.landscape else 4
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("您今天有几个预约，请选择"), look.title, look.colours.text, bold=True))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.gap)
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        model.fit(self._columns * self._rows)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ArrivalsState) -> None:
        """Show ``state``."""
        clear(self._grid)
        for index, arrival in enumerate(state.cards.shown):
            y, x = divmod(index, self._columns)
            self._grid.addWidget(self._tile(index, arrival), y, x)
        for y in range(self._rows):
            self._grid.setRowStretch(y, 1)
        for x in range(self._columns):
            self._grid.setColumnStretch(x, 1)
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _tile(self, index: int, arrival: Arrival) -> Tile:
        return Tile(
            f"{arrival.at:%H:%M}　{arrival.item_name}",
            (self._words(arrival),),
            f"arrival_{index}",
            self._look,
            lambda: self._model.choose(arrival),
            icon="calendar",
        )

    def _words(self, arrival: Arrival) -> str:
        return {
            Arriving.IN_TIME: self.tr("现在可以签到"),
            Arriving.EARLY: self.tr("{time} 开始签到").format(time=f"{arrival.opens_at:%H:%M}"),
            Arriving.LATE: self.tr("已过签到时间，视同放弃"),
            Arriving.DONE: self.tr("已签到，号码 {label}").format(label=arrival.label),
        }[arrival.arriving]

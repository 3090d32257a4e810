"""Draws the page of several appointments (选择预约)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hall.appointments.lookup import Arrival, Arriving
from kiosk_app.look import Look
from kiosk_app.screens.arrivals.view_model import ArrivalsState, ArrivalsViewModel
from kiosk_app.widgets.basic import Tile, page_box
from kiosk_app.widgets.pager import Pager
from kiosk_app.widgets.tile_grid import TileGrid


class ArrivalsView(QWidget):
    """One tile each: time, service, whether it can be checked in now."""

    def __init__(self, model: ArrivalsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        box = page_box(self, look, self.tr("您今天有几个预约，请选择"))
        self._grid = TileGrid(look, 2, 2) if look.landscape else TileGrid(look, 1, 4)
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        model.fit(self._grid.room)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ArrivalsState) -> None:
        """Show ``state``."""
        self._grid.fill(self._tile(index, arrival) for index, arrival in enumerate(state.cards.shown))
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

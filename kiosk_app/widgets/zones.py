"""The waits of the hall's zones (各区等候), as the home page and the high head line of the low mode tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kiosk_app.widgets.basic import clear, label

if TYPE_CHECKING:
    from hall.queueing.board import ZoneWait
    from kiosk_app.look import Look

MOST_ZONES = 6


class ZoneList(QWidget):
    """“A区 等候 12 人 约 10–15 分钟”, one zone below or beside the other."""

    def __init__(self, look: Look, colour: str) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(60))
        self._grid.setVerticalSpacing(look.px(14))

    def draw(self, zones: tuple[ZoneWait, ...]) -> None:
        """Show the first `MOST_ZONES`."""
        clear(self._grid)
        columns = 2 if self._look.landscape else 1
        for index, zone in enumerate(zones[:MOST_ZONES]):
            self._grid.addWidget(self._zone(zone), *divmod(index, columns))

    def _zone(self, zone: ZoneWait) -> QLabel:
        if zone.open_windows == 0:
            text = self.tr("{zone}区　等候 {waiting} 人　窗口未开放").format(zone=zone.zone, waiting=zone.waiting)
        elif zone.estimate is None or zone.estimate.high <= 5:
            text = self.tr("{zone}区　等候 {waiting} 人　不到 5 分钟").format(zone=zone.zone, waiting=zone.waiting)
        else:
            text = self.tr("{zone}区　等候 {waiting} 人　约 {low}–{high} 分钟").format(
                zone=zone.zone, waiting=zone.waiting, low=zone.estimate.low, high=zone.estimate.high
            )
        return label(text, self._look.big, self._colour, name=f"zone_{zone.zone}")

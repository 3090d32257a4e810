"""Draws the home page (首页)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk_app.widgets.basic import CENTER, Tile, button, card, label
from kiosk_app.widgets.plates import PressButton
from kiosk_app.widgets.zones import ZoneList

if TYPE_CHECKING:
    from kiosk_app.look import Look
    from kiosk_app.screens.home.view_model import HomeState, HomeViewModel


class HomeView(QWidget):
    """Four doors, small doors, the waits of the zones (in the low mode the head line has them), the notices."""

    def __init__(self, model: HomeViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.margin, look.margin, look.gap)
        box.setSpacing(look.gap)
        box.addLayout(self._doors(), 5)
        if small := self._small_doors():
            row = QHBoxLayout()
            row.setSpacing(look.gap)
            for door in small:
                row.addWidget(door, 1)
            box.addLayout(row)
        self._zones_card, zones = card(look)
        if not look.elder:  # large print needs the height for the doors; the lines speak for themselves
            zones.addWidget(label(self.tr("现在等候"), look.big, look.colours.text, bold=True))
        self._zones = ZoneList(look, look.colours.text)
        zones.addWidget(self._zones)
        box.addWidget(self._zones_card, 0)
        self._notice = label("", look.body, look.colours.text_soft, align=CENTER, name="home_notices")
        box.addWidget(self._notice, 0)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def _doors(self) -> QGridLayout:
        look, model = self._look, self._model
        size = look.px(54 if look.flat else 76 if look.elder else 72)
        doors = (
            (
                self.tr("取号办事"),
                self.tr("选好事项，取号排队"),
                "door_take_number",
                "ticket",
                model.take_number,
            ),
            (self.tr("预约签到"), self.tr("已经预约，到场取号"), "door_check_in", "calendar", model.check_in),
            (self.tr("办事指南"), self.tr("材料、时限、收费"), "door_guide", "guide", model.read_guides),
            (
                self.tr("进度查询"),
                self.tr("前面几人，叫到没有"),
                "door_progress",
                "progress",
                model.ask_progress,
            ),
        )
        box = QGridLayout()
        box.setSpacing(look.gap)
        columns = 4 if look.landscape else 2
        for index, (title, line, name, icon, pressed) in enumerate(doors):
            kind = "door" if name == "door_take_number" else "tile"
            door = Tile(title, (line,), name, look, pressed, icon=icon, kind=kind, stacked=True, title_pixels=size)
            door.setMinimumHeight(look.px(300))
            door.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)  # all doors alike
            y, x = divmod(index, columns)
            box.addWidget(door, y, x)
            box.setRowStretch(y, 1)
            box.setColumnStretch(x, 1)
        return box

    def _small_doors(self) -> list[PressButton]:
        """What is needed less often, in one row below the doors."""
        doors = [button(self.tr("投诉·办不成事"), "door_complaint", self._look, self._model.complain)]
        if self._model.has_map:
            doors.append(button(self.tr("大厅地图"), "door_map", self._look, self._model.open_map))
        return doors

    def draw(self, state: HomeState) -> None:
        """Show ``state``."""
        self._zones.draw(state.zones)
        self._zones_card.setVisible(not self._look.low and state.online and bool(state.zones))
        if not state.online:
            text = self.tr("系统暂时连接不上，正在自动恢复，办事指南仍可查看。急需办事请到导办台。")
        else:
            text = "　".join(state.notices)
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

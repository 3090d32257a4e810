"""Draws the hall's map: choose a window, see the way (大厅地图)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from hall.floor_map.guidance import Goal, Guidance
from hall.floor_map.route import Side, Turn
from hall.floor_map.words import Phrases, words_of
from hall.queueing.board import WindowLine
from hall.staffing.window import WindowState
from kiosk_app.look import Look
from kiosk_app.screens.floor_map.view_model import FloorMapState, FloorMapViewModel
from kiosk_app.widgets.basic import Tile, button, card, clear, label
from kiosk_app.widgets.floor_map import FloorMap
from kiosk_app.widgets.pager import Pager
from qt_common.floor_map import CLOSED, OPEN, PAUSED, TEMPORARY, Marks

COLUMNS = 2


class FloorMapView(QWidget):
    """The map above, or left; what to choose, or how to walk, beside it."""

    def __init__(self, model: FloorMapViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        self._title = label("", look.title, look.colours.text, bold=True, name="map_title")
        box.addWidget(self._title)
        across = QBoxLayout.Direction.LeftToRight if look.flat else QBoxLayout.Direction.TopToBottom
        halves = QBoxLayout(across)
        halves.setSpacing(look.gap)
        plan = model.state.plan
        self._map = FloorMap(plan, look) if plan is not None else None
        if self._map is not None:
            halves.addWidget(self._map, 3)
        side = QVBoxLayout()
        side.setSpacing(look.gap)
        self._way_card, self._way = card(look)
        side.addWidget(self._way_card)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(look.px(16))
        side.addLayout(self._tiles, 1)
        self._pager = Pager(look, model.turn)
        side.addWidget(self._pager)
        self._another = button(self.tr("选别的窗口"), "map_another", look, model.choose_another)
        side.addWidget(self._another)
        self._done = button(self.tr("知道了"), "map_done", look, model.done, kind="primary")
        self._done.setMinimumHeight(look.main_button)
        side.addWidget(self._done)
        halves.addLayout(side, 2)
        box.addLayout(halves, 1)
        self._drawn: FloorMapState | None = None
        model.fit(4 if look.elder else 6)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: FloorMapState) -> None:
        """Show ``state``."""
        if state == self._drawn or self._map is None:
            return
        self._drawn = state
        guidance = state.guidance
        self._title.setText(self._title_words(guidance))
        self._map.show_marks(self._marks(state))
        # In the low mode there is room for the map or for the choice, not for both.
        self._map.setVisible(guidance is not None or not self._look.low)
        self._draw_way(guidance)
        self._draw_windows(state)
        self._another.setVisible(guidance is not None and not state.fixed)
        self._done.setVisible(state.fixed)

    def _marks(self, state: FloorMapState) -> Marks:
        guidance = state.guidance
        states = {w.number: _state_of(w) for w in state.known} if guidance is None else {}
        return Marks(
            state.station,
            guidance.goal.windows if guidance else (),
            guidance.goal.zone if guidance else "",
            guidance.route.points if guidance and guidance.route else (),
            states,
        )

    def _title_words(self, guidance: Guidance | None) -> str:
        if guidance is None:
            return self.tr("大厅地图：请选择窗口")
        return self.tr("去{goal}怎么走").format(goal=self._goal_words(guidance.goal))

    def _goal_words(self, goal: Goal) -> str:
        if goal.zone:
            return self.tr("{zone}区").format(zone=goal.zone)
        return self.tr("{number}号窗口").format(number=goal.windows[0])

    def _draw_way(self, guidance: Guidance | None) -> None:
        look, c = self._look, self._look.colours
        clear(self._way)
        self._way_card.setVisible(guidance is not None)
        if guidance is None:
            return
        if guidance.route is None:
            lines: tuple[str, ...] = (self.tr("请看地图，或按“人工帮助”由导办人员带路。"),)
        else:
            lines = words_of(guidance.route, self._goal_words(guidance.goal), self._phrases())
        for index, line in enumerate(lines):
            text = self.tr("{number}. {step}").format(number=index + 1, step=line)
            size = look.body if look.flat else look.big
            self._way.addWidget(label(text, size, c.text, name=f"way_{index}"))

    def _phrases(self) -> Phrases:
        return Phrases(
            {
                Turn.AHEAD: self.tr("向前走约 {metres} 米"),
                Turn.RIGHT: self.tr("右转，走约 {metres} 米"),
                Turn.LEFT: self.tr("左转，走约 {metres} 米"),
                Turn.BACK: self.tr("向后转，走约 {metres} 米"),
            },
            {
                Side.AHEAD: self.tr("{goal}就在前面"),
                Side.RIGHT: self.tr("{goal}在您右手边"),
                Side.LEFT: self.tr("{goal}在您左手边"),
            },
        )

    def _draw_windows(self, state: FloorMapState) -> None:
        clear(self._tiles)
        choosing = state.guidance is None
        shown = state.windows.shown if choosing else ()
        for index, window in enumerate(shown):
            y, x = divmod(index, COLUMNS)
            self._tiles.addWidget(self._tile(window), y, x)
        self._pager.show_page(state.windows.page, state.windows.pages if choosing else 1)

    def _tile(self, window: WindowLine) -> Tile:
        title = self.tr("{number}号窗口").format(number=window.number)
        lines = (window.name,) if self._look.elder else (window.name, self._state_words(window))
        name = f"map_window_{window.number}"
        return Tile(title, lines, name, self._look, lambda: self._model.choose(window.number))

    def _state_words(self, window: WindowLine) -> str:
        return {
            OPEN: self.tr("正在办理"),
            TEMPORARY: self.tr("临时窗口，正在办理"),
            PAUSED: self.tr("暂停服务"),
            CLOSED: self.tr("未开放"),
        }[_state_of(window)]


def _state_of(window: WindowLine) -> str:
    if window.state is WindowState.PAUSED:
        return PAUSED
    if window.state is WindowState.CLOSED:
        return CLOSED
    return TEMPORARY if window.temporary_until is not None else OPEN

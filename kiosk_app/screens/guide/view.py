"""Draws the guide of an item (办事指南)."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hall.catalogue.guide import Guide
from kiosk_app.guide_telling import TellingStage
from kiosk_app.guide_words import is_published_text, name_of
from kiosk_app.look import Look
from kiosk_app.screens.guide.contents import Contents
from kiosk_app.screens.guide.take_along import CodePanel, PaperPanel
from kiosk_app.screens.guide.view_model import GuideState, GuideViewModel
from kiosk_app.widgets.basic import button, card, label
from kiosk_app.widgets.guide_blocks import BlockMaker, GuideBlocks
from qt_common import theme


class GuideView(QWidget):
    """Name; the pages and their contents, or what becomes of the paper, or the code; what to do with the guide."""

    def __init__(self, model: GuideViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.px(16), look.margin, look.px(16))
        box.setSpacing(look.px(16))
        size = look.body if look.low else look.big if look.flat else look.title
        self._name = label("", size, c.primary, bold=True, name="item_name")
        self._below = label("", look.small, c.text_soft, name="item_below")
        box.addWidget(self._name)
        box.addWidget(self._below)
        self._contents = Contents(look, model.open_group, model.turn)
        frame, inside = card(look)
        if look.flat:
            inside.setContentsMargins(look.px(32), look.px(18), look.px(32), look.px(18))
        self._stack = QStackedWidget()
        self._pages, self._code, self._paper = QWidget(), CodePanel(look), PaperPanel(look)
        pages = QVBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        self._blocks = GuideBlocks(BlockMaker(look, lambda: model.is_english), model.fit)
        pages.addWidget(self._blocks, 1)
        pages.addWidget(self._contents)
        for panel in (self._pages, self._code, self._paper):
            self._stack.addWidget(panel)
        inside.addWidget(self._stack)
        self._read_on = button(self.tr("继续看指南"), "guide_read_on", look, model.read_on)
        self._actions = QWidget()
        self._lay_out_actions()
        body: QBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        body.setSpacing(look.px(16))
        side = QVBoxLayout()
        side.addWidget(self._read_on)
        side.addWidget(self._actions)
        if look.landscape:
            side.addStretch(1)
            self._actions.setFixedWidth(look.px(470))
            self._read_on.setFixedWidth(look.px(470))
        body.addWidget(frame, 1)
        body.addLayout(side)
        box.addLayout(body, 1)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def _lay_out_actions(self) -> None:
        look, model = self._look, self._model
        in_one_row = look.low
        number = self.tr("取号办理") if in_one_row else self.tr("为这个事项取号")
        made = [
            button(self.tr("打印材料清单"), "guide_print", look, model.print),
            button(self.tr("手机扫码带走"), "guide_code", look, model.show_code),
            button(self.tr("申请上门服务"), "home_visit", look, model.home_visit),
            button(number, "materials_ready", look, model.take_number, kind="primary"),
        ]
        grid = QGridLayout(self._actions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(16))
        columns = 1 if look.landscape else 4 if in_one_row else 2
        for index, widget in enumerate(made):
            if widget is not made[-1]:
                widget.set_kind("small")
            if in_one_row:
                widget.setFont(theme.font(look.small if look.elder else look.px(34), bold=widget is made[-1]))
            grid.addWidget(widget, *divmod(index, columns))
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def draw(self, state: GuideState) -> None:
        """Show ``state``."""
        guide, look = state.guide, self._look
        if guide is None:
            return
        item, department = guide.item, guide.department
        name, chinese = name_of(item.name, item.english, english=state.english)
        owner, _ = name_of(department.name, department.english, english=state.english)
        self._name.setText(name)
        below = [text for text in (chinese, "" if look.low and look.elder else owner) if text]
        if state.english and _has_published_text(guide):  # the same on every page: the pages must not jump
            below.append(self.tr("部分内容由部门用中文公布。"))
        if not state.online:
            below.append(self.tr("系统恢复中，显示最近一次的指南"))
        self._below.setText("　".join(below))
        self._below.setVisible(bool(below))
        told = state.telling.stage is not TellingStage.NOTHING
        reading = state.code is None and not told
        if state.shown is not None:
            self._blocks.show_blocks(state.shown.blocks)
            self._contents.show_page(state.page, state.pages, state.shown.groups)
        self._read_on.setVisible(not reading)
        self._actions.setVisible(reading)
        if state.code is not None:
            self._code.show_code(state.code)
        if told:
            self._paper.draw(state.telling)
        self._stack.setCurrentWidget(
            self._pages if reading else self._code if state.code is not None else self._paper
        )


def _has_published_text(guide: Guide) -> bool:
    return any(is_published_text(line) for section in guide.sections for line in section.lines)

"""Draws the page of items (事项)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hall.catalogue.item import ItemKind, ServiceItem
from hall.queueing.availability import Why
from kiosk_app.guide_words import name_of
from kiosk_app.hindrance_words import HindranceWords
from kiosk_app.look import Look
from kiosk_app.screens.items.view_model import ItemCard, ItemsState, ItemsViewModel
from kiosk_app.widgets.basic import CENTER, Tile, button, clear, label, rename
from kiosk_app.widgets.chips import Chips
from kiosk_app.widgets.keypad import Keypad
from kiosk_app.widgets.pager import Pager

_NOT_HERE = frozenset({Why.NO_WINDOW, Why.OTHER_BRANCH})


class ItemsView(QWidget):
    """Tiles with kind and promised time, or with what stands in the way; below them, when asked for, the keypad."""

    def __init__(self, model: ItemsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._hindrances = HindranceWords(self)
        wide = look.landscape or (look.low and look.elder)
        self._columns = {True: 1, False: 2 if wide else 1}
        if look.elder:
            full = searching = 4
        elif look.low:
            full, searching = 4, 2
        else:
            full, searching = (10, 4) if look.landscape else (8, 5)
        self._rows = {True: searching, False: -(-full // self._columns[False])}
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        head = QHBoxLayout()
        self._title = label("", look.title, look.colours.text, bold=True, name="items_title")
        head.addWidget(self._title, 1)
        self._search = button("", "toggle_search", look, model.toggle_search)
        self._query = label("", look.big, look.colours.primary, bold=True, align=CENTER, name="query")
        if look.low:
            head.addWidget(self._query, 1)
        head.addWidget(self._search)
        box.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(18))
        self._pager = Pager(look, model.turn)
        self._words = Chips("word", look, model.choose_word, lines=1 if look.low else 2)
        self._keypad = Keypad(look, model.type_key, model.delete, model.clear, letters=True, digits=False)
        self._typing = QWidget()  # holds the right side of a lying screen
        (self._lay_out_side_by_side if look.landscape else self._lay_out_in_a_column)(box)
        model.fit(full, searching)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def _lay_out_in_a_column(self, box: QVBoxLayout) -> None:
        if not self._look.low:
            box.addWidget(self._query)
        box.addLayout(self._grid, 1)
        for widget in (self._pager, self._words, self._keypad):
            box.addWidget(widget)

    def _lay_out_side_by_side(self, box: QVBoxLayout) -> None:
        """What is found on the left, the keypad beside it: a lying screen has no height for both."""
        body, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for each in (body, left, right):
            each.setSpacing(self._look.gap)
        left.setSpacing(self._look.px(12))
        self._grid.setSpacing(self._look.px(10))
        left.addLayout(self._grid, 1)
        left.addWidget(self._pager)
        self._typing.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._query)
        right.addWidget(self._words)
        right.addWidget(self._keypad, 1)
        body.addLayout(left, 1)
        body.addWidget(self._typing, 1)
        box.addLayout(body, 1)

    def draw(self, state: ItemsState) -> None:
        """Show ``state``."""
        look = self._look
        self._title.setText(self._heading(state))
        rename(self._search, self.tr("关闭查找") if state.searching else self.tr("查找"))
        self._search.setVisible(not look.elder and not state.usual)
        self._typing.setVisible(state.searching and look.landscape)
        self._keypad.setVisible(state.searching)
        self._words.setVisible(state.searching)
        self._words.show_words(state.words)
        self._query.setVisible(state.searching)
        self._title.setVisible(not (look.low and state.searching))  # the query stands in its place
        self._query.setText(
            self.tr("查找：{query}").format(query=state.query)
            if state.query
            else self.tr("输入拼音首字母，“结婚”输入 JH，再点词语")
        )
        clear(self._grid)
        columns = self._columns[state.searching]
        for index, card in enumerate(state.cards.shown):
            y, x = divmod(index, columns)
            self._grid.addWidget(self._tile(card, state), y, x)
        if not state.cards.shown:
            text = self.tr("没有找到。换几个字母试试，或者按“人工帮助”请导办人员协助。")
            self._grid.addWidget(label(text, look.big, look.colours.text, align=CENTER), 0, 0, 1, columns)
        most = max(self._rows.values())
        for y in range(most):
            self._grid.setRowStretch(y, 1 if y < self._rows[state.searching] else 0)
        for x in range(max(self._columns.values())):
            self._grid.setColumnStretch(x, 1 if x < columns else 0)
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _heading(self, state: ItemsState) -> str:
        if state.department:
            return state.department
        return self.tr("大家常办的事") if state.usual else self.tr("查找事项")

    def _tile(self, card: ItemCard, state: ItemsState) -> Tile:
        item, hindrance = card.item, card.hindrance
        name, chinese = name_of(item.name, item.english, english=state.english)
        big = card.word if state.usual and card.word and not chinese else name
        if hindrance is not None:
            line = self._hindrances.short(hindrance, state.today)
        elif big != name:
            line = ""
        elif card.word and not state.english:
            line = self.tr("{terms}　俗称“{word}”").format(terms=self._terms(item), word=card.word)
        else:
            line = self._terms(item)
        if chinese:
            line = f"{chinese}　{line}"
        lines = tuple(text for text in (name if big != name else "", line) if text)
        return Tile(
            big,
            lines,
            f"item_{item.code}",
            self._look,
            lambda: self._model.choose(item),
            icon="" if hindrance is None else "info" if hindrance.why in _NOT_HERE else "clock",
            resting=hindrance is not None and hindrance.refused,
        )

    def _terms(self, item: ServiceItem) -> str:
        kind = {
            ItemKind.INSTANT: self.tr("即办件"),
            ItemKind.COMMITMENT: self.tr("承诺件"),
            ItemKind.JOINT: self.tr("联办件"),
            ItemKind.ESCALATED: self.tr("上报件"),
        }[item.kind]
        if item.promised_days is None:
            return kind
        if item.promised_days == 0:
            return self.tr("{kind}　当场办结").format(kind=kind)
        return self.tr("{kind}　{days} 个工作日办结").format(kind=kind, days=item.promised_days)

"""Draws the page of items (事项)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hall.catalogue.item import ItemKind, ServiceItem
from kiosk_app.look import Look
from kiosk_app.screens.items.view_model import ItemsState, ItemsViewModel
from kiosk_app.widgets.basic import CENTER, Tile, button, clear, label, rename
from kiosk_app.widgets.keypad import Keypad
from kiosk_app.widgets.pager import Pager


class ItemsView(QWidget):
    """Tiles with kind and promised time; below them, when asked for, the keypad."""

    def __init__(self, model: ItemsViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._columns = 2 if look.landscape else 1
        if look.elder:
            full, searching = 4, 4
        else:
            full, searching = (10, 4) if look.landscape else (8, 5)
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        head = QHBoxLayout()
        self._title = label("", look.title, look.colours.text, bold=True, name="items_title")
        head.addWidget(self._title, 1)
        self._search = button("", "toggle_search", look, model.toggle_search)
        self._search.setVisible(not look.elder)
        head.addWidget(self._search)
        box.addLayout(head)
        self._query = label("", look.big, look.colours.primary, bold=True, align=CENTER, name="query")
        box.addWidget(self._query)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(18))
        box.addLayout(self._grid, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        self._keypad = Keypad(look, model.type_key, model.delete, model.clear, letters=True)
        box.addWidget(self._keypad)
        self._rows = {True: -(-searching // self._columns), False: -(-full // self._columns)}
        model.fit(full, searching)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ItemsState) -> None:
        """Show ``state``."""
        look = self._look
        self._title.setText(state.department or self.tr("查找事项"))
        rename(self._search, self.tr("关闭查找") if state.searching else self.tr("查找"))
        self._keypad.setVisible(state.searching)
        self._query.setVisible(state.searching)
        self._query.setText(
            self.tr("查找：{query}").format(query=state.query)
            if state.query
            else self.tr("输入事项名称的拼音首字母，例如“结婚登记”输入 JHDJ")
        )
        clear(self._grid)
        for index, item in enumerate(state.cards.shown):
            y, x = divmod(index, self._columns)
            self._grid.addWidget(self._tile(item), y, x)
        if not state.cards.shown:
            text = self.tr("没有找到。换几个字母试试，或者按“人工帮助”请导办人员协助。")
            self._grid.addWidget(label(text, look.big, look.colours.text, align=CENTER), 0, 0, 1, self._columns)
        most = max(self._rows.values())
        for y in range(most):
            self._grid.setRowStretch(y, 1 if y < self._rows[state.searching] else 0)
        for x in range(self._columns):
            self._grid.setColumnStretch(x, 1)
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _tile(self, item: ServiceItem) -> Tile:
        return Tile(
            item.name,
            (self._terms(item),),
            f"item_{item.code}",
            self._look,
            lambda: self._model.choose(item),
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

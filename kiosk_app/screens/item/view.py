"""Draws one item before its number is taken: the materials to bring, the next step (请确认带齐)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hall.catalogue.item import ItemKind, ServiceItem
from kiosk_app.guide_words import name_of
from kiosk_app.look import Look
from kiosk_app.screens.item.view_model import ItemState, ItemViewModel
from kiosk_app.widgets.basic import button, card, clear, label
from kiosk_app.widgets.guide_blocks import BlockMaker, GuideBlocks
from kiosk_app.widgets.pager import Pager


class ItemView(QWidget):
    """Name, terms, the materials with their counts, the next step."""

    def __init__(self, model: ItemViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.px(16) if look.flat else look.gap)
        question = self.tr("请确认材料已带齐")
        size = look.big if look.low else look.title
        self._title = label(question, size, c.text, bold=True, name="item_title")
        self._name = label("", look.big, c.primary, bold=True, name="item_name")
        self._below = label("", look.small, c.text_soft, name="item_below")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._below)
        head = QHBoxLayout() if look.landscape else QVBoxLayout()
        head.setSpacing(look.px(40) if look.landscape else look.px(8))
        head.addWidget(self._title, 2)
        head.addLayout(names, 3)
        box.addLayout(head)
        frames: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        frames.setSpacing(look.px(16) if look.low else look.gap)
        # In the low mode there is height for one line of terms only.
        self._summary: QLabel | None = None
        self._drawn: list[tuple[str, str]] = []
        if look.low:
            self._summary = label("", look.body, c.text, name="item_summary")
            box.addWidget(self._summary)
        else:
            terms_card, self._terms = card(look)
            frames.addWidget(terms_card, (3 if look.elder else 2) if look.landscape else 0)
        frames.addWidget(self._make_materials(), 3 if look.landscape else 1)
        box.addLayout(frames, 1)
        box.addLayout(self._make_actions())
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def _make_materials(self) -> QWidget:
        look, model = self._look, self._model
        frame, inside = card(look)
        if look.flat:
            inside.setContentsMargins(look.px(32), look.px(18), look.px(32), look.px(18))
        self._count = label("", look.body, look.colours.text_soft, bold=True, name="materials_count")
        inside.addWidget(self._count)
        self._unknown = label(
            self.tr("未公布，请咨询导办台"), look.big, look.colours.text, name="materials_unknown"
        )
        inside.addWidget(self._unknown)
        self._blocks = GuideBlocks(BlockMaker(look, lambda: model.is_english), model.fit)
        inside.addWidget(self._blocks, 1)
        self._pager = Pager(look, model.turn)
        keeps = self._pager.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the pages must not grow and shrink while one turns them
        self._pager.setSizePolicy(keeps)
        inside.addWidget(self._pager)
        return frame

    def _make_actions(self) -> QHBoxLayout | QVBoxLayout:
        look, model = self._look, self._model
        actions: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.flat else QVBoxLayout()
        actions.setSpacing(look.gap)
        ready = button(self.tr("已带齐，下一步"), "materials_ready", look, model.ready, kind="primary")
        self._without = button(self.tr("不登记，直接取号"), "without_registration", look, model.without_card)
        for widget in (ready, self._without):
            if widget is ready or look.landscape:
                widget.setMinimumHeight(look.button if look.low else look.main_button)
            if look.low:
                widget.set_kind("primary" if widget is ready else "foot")
            actions.addWidget(widget, 1)
        return actions

    def draw(self, state: ItemState) -> None:
        """Show ``state``."""
        item = state.item
        if item is None:
            return
        shown, chinese = name_of(item.name, item.english, english=state.english)
        self._name.setText(shown)
        self._below.setText(chinese)
        self._below.setVisible(bool(chinese))
        self._without.setVisible(state.without_registration)
        facts = self._facts(state, item)
        if self._summary is not None:
            self._summary.setText("　".join(value for _, value in facts[1:]))
        elif facts != self._drawn:
            self._drawn = facts
            clear(self._terms)
            for title, value in facts:
                self._terms.addWidget(self._fact(title, value))
            self._terms.addStretch(1)
        count = len(item.materials)
        titled = self.tr("需要的材料，共 {count} 项").format(count=count)
        self._count.setText(titled if count else self.tr("需要的材料"))
        self._unknown.setVisible(not count)
        if state.shown is not None:
            self._blocks.show_blocks(state.shown.blocks)
        self._pager.show_page(state.page, state.pages)

    def _fact(self, title: str, value: str) -> QWidget:
        look = self._look
        holder = QWidget()
        box = QHBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(20))
        head = label(title, look.body, look.colours.text_soft)
        head.setFixedWidth(look.px(190 if look.landscape else 280))
        box.addWidget(head)
        box.addWidget(label(value, look.body, look.colours.text, bold=True), 1)
        return holder

    def _facts(self, state: ItemState, item: ServiceItem) -> list[tuple[str, str]]:
        unknown = self.tr("未公布，请咨询导办台")
        kind = {
            ItemKind.INSTANT: self.tr("即办件"),
            ItemKind.COMMITMENT: self.tr("承诺件"),
            ItemKind.JOINT: self.tr("联办件"),
            ItemKind.ESCALATED: self.tr("上报件"),
        }[item.kind]
        department = state.department
        owner = name_of(department.name, department.english, english=state.english)[0] if department else ""
        return [
            (self.tr("办理部门"), owner),
            (self.tr("办件类型"), kind),
            (self.tr("承诺时限"), self._days(item.promised_days, unknown)),
            (self.tr("收费"), self.tr("不收费") if item.fee == "不收费" else item.fee or unknown),
        ]

    def _days(self, days: int | None, unknown: str) -> str:
        if days is None:
            return unknown
        return self.tr("当场办结") if days == 0 else self.tr("{days} 个工作日").format(days=days)

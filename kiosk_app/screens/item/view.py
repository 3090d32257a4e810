"""Draws one item: materials to bring, or the guide (请确认带齐、办事指南)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hall.catalogue.item import ItemKind, Material, ServiceItem
from kiosk_app.look import Look
from kiosk_app.screens.item.view_model import ItemState, ItemViewModel
from kiosk_app.widgets.basic import button, card, clear, label, rename
from kiosk_app.widgets.pager import Pager


class ItemView(QWidget):
    """Name, terms, the materials one below the other, the next step."""

    def __init__(self, model: ItemViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        self._title = label("", look.title, c.text, bold=True, name="item_title")
        self._name = label("", look.big, c.primary, bold=True, name="item_name")
        head = QHBoxLayout() if look.landscape else QVBoxLayout()
        head.setSpacing(look.px(40) if look.landscape else look.px(8))
        head.addWidget(self._title, 2)
        head.addWidget(self._name, 3)
        box.addLayout(head)
        frames: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        frames.setSpacing(look.gap)
        terms_card, self._terms = card(look)
        frames.addWidget(terms_card, 2 if look.landscape else 0)
        materials_card, materials = card(look)
        materials.addWidget(label(self.tr("需要的材料"), look.big, c.text, bold=True))
        self._materials = QGridLayout()
        self._materials.setVerticalSpacing(look.px(14))
        materials.addLayout(self._materials)
        materials.addStretch(1)
        self._pager = Pager(look, model.turn)
        materials.addWidget(self._pager)
        frames.addWidget(materials_card, 3 if look.landscape else 1)
        box.addLayout(frames, 1)
        actions: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        actions.setSpacing(look.gap)
        self._ready = button("", "materials_ready", look, model.ready, kind="primary")
        self._ready.setMinimumHeight(look.main_button)
        self._without = button(self.tr("不登记，直接取号"), "without_registration", look, model.without_card)
        if look.landscape:
            self._without.setMinimumHeight(look.main_button)
        self._visit = button(self.tr("本人不能来，申请上门服务"), "home_visit", look, model.home_visit)
        if look.landscape:
            self._visit.setMinimumHeight(look.main_button)
        actions.addWidget(self._ready, 3)
        actions.addWidget(self._without, 2)
        actions.addWidget(self._visit, 2)
        box.addLayout(actions)
        if look.elder:
            self._size = 3
        else:
            self._size = 7 if look.landscape else 9
        model.fit(self._size)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ItemState) -> None:
        """Show ``state``."""
        if state.item is None:
            return
        self._title.setText(self.tr("办事指南") if state.guide else self.tr("请确认材料已带齐"))
        self._name.setText(state.item.name)
        rename(self._ready, self.tr("为这个事项取号") if state.guide else self.tr("已带齐，下一步"))
        self._without.setVisible(state.without_registration)
        self._visit.setVisible(state.guide)
        clear(self._terms)
        for title, value in self._facts(state, state.item):
            self._terms.addWidget(self._fact(title, value))
        self._terms.addStretch(1)
        self._draw_materials(state)

    def _draw_materials(self, state: ItemState) -> None:
        look = self._look
        clear(self._materials)
        if state.item is not None and not state.item.materials:
            words = label(self.tr("未公布，请咨询导办台"), look.big, look.colours.text, name="materials_unknown")
            self._materials.addWidget(words, 0, 0)
        first = state.materials.page * self._size
        for index, material in enumerate(state.materials.shown):
            self._materials.addWidget(self._material(first + index + 1, material), index, 0)
        self._pager.show_page(state.materials.page, state.materials.pages)

    def _material(self, number: int, material: Material) -> QWidget:
        text = f"{number}. {material.name}"
        if material.deferrable:
            text = self.tr("{material}（可容缺）").format(material=text)
        return label(text, self._look.big, self._look.colours.text, name=f"material_{number}")

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
        facts = [
            (self.tr("办理部门"), state.department),
            (self.tr("办件类型"), kind),
            (self.tr("承诺时限"), self._days(item.promised_days, unknown)),
        ]
        if state.guide:
            facts.append((self.tr("法定时限"), self._days(item.statutory_days, unknown)))
        facts.append((self.tr("收费"), self._fee(item.fee, unknown)))
        return facts

    def _days(self, days: int | None, unknown: str) -> str:
        if days is None:
            return unknown
        return self.tr("当场办结") if days == 0 else self.tr("{days} 个工作日").format(days=days)

    def _fee(self, fee: str, unknown: str) -> str:
        return self.tr("不收费") if fee == "不收费" else fee or unknown

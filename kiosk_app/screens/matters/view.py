"""Draws the page of a person's matters (我的事项)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hall.complaints.complaint import ComplaintKind, ComplaintState
from hall.progress.matter import Matter, MatterKind
from hall.queueing.ticket import TicketState
from kiosk_app.day_words import DayWords
from kiosk_app.look import Look
from kiosk_app.screens.complaint.words import kind_words
from kiosk_app.screens.matters.view_model import MattersState, MattersViewModel
from kiosk_app.widgets.basic import CENTER, button, card, clear, label, page_box
from kiosk_app.widgets.pager import Pager

LONG_TITLE = 24  # letters; longer ones, in English, are set smaller in a list
SHORT_NOTE = 36  # characters of an answer in a list; alone on the page it stands whole


class MattersView(QWidget):
    """A card each: what, when, how it stands."""

    def __init__(self, model: MattersViewModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days = DayWords(self)
        box = page_box(self, look, self.tr("我的事项"))
        self._today = button(
            self.tr("今天的号码：看前面还有几人"), "matters_today", look, model.show_today, kind="primary"
        )
        box.addWidget(self._today)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(look.px(18))
        box.addLayout(self._cards, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        hint = label(
            self.tr("只显示本人的事项。有疑问请到导办台。"), look.body, look.colours.text_soft, align=CENTER
        )
        hint.setVisible(not look.flat)
        box.addWidget(hint)
        self._size = 2 if look.flat else 3 if look.elder else 6
        model.fit(self._size)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: MattersState) -> None:
        """Show ``state``."""
        clear(self._cards)
        alone = len(state.cards.shown) == 1 and state.cards.pages == 1
        for index, matter in enumerate(state.cards.shown):
            self._cards.addWidget(self._card(index, matter, alone=alone), 1 if not alone else 0)
        if alone or len(state.cards.shown) < self._size:
            self._cards.addStretch(max(self._size - len(state.cards.shown), 1))
        self._today.setVisible(bool(state.today))
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _card(self, index: int, matter: Matter, *, alone: bool) -> QFrame:
        look, c = self._look, self._look.colours
        frame, inside = card(look)
        inside.setContentsMargins(look.px(30), look.px(14), look.px(30), look.px(14))
        inside.setSpacing(look.px(6))
        row = QHBoxLayout()
        row.setSpacing(look.gap)
        left = QVBoxLayout()
        left.setSpacing(look.px(4))
        left.addStretch(1)
        large, small = (look.title, look.body) if alone else (look.big, look.small)
        title = self._title(matter)
        size = look.small if not alone and len(title) > LONG_TITLE else large
        left.addWidget(label(title, size, c.text, bold=True, name=f"matter_title_{index}"))
        left.addWidget(label(self._when(matter), small, c.text_soft, name=f"matter_when_{index}"))
        left.addStretch(1)
        row.addLayout(left, 2)
        state = label(self._state(matter), large, c.primary, bold=True, align=CENTER)
        state.setObjectName(f"matter_state_{index}")
        row.addWidget(state, 1)
        inside.addLayout(row)
        if matter.note:
            note = matter.note if alone or len(matter.note) <= SHORT_NOTE else f"{matter.note[:SHORT_NOTE]}…"
            words = self.tr("答复：{note}").format(note=note)
            inside.addWidget(label(words, look.body, c.text, name=f"matter_note_{index}"))
        return frame

    def _title(self, matter: Matter) -> str:
        if matter.kind is MatterKind.COMPLAINT:
            kind = kind_words(ComplaintKind(matter.what))
            return self.tr("{kind}：{item}").format(kind=kind, item=matter.title) if matter.title else kind
        return matter.title or self.tr("到厅办事")

    def _when(self, matter: Matter) -> str:
        day = self._days.day(matter.day)
        name = self.tr("受理编号") if matter.kind is MatterKind.COMPLAINT else self.tr("业务编号")
        words = self.tr("{day}　{name} {number}").format(day=day, name=name, number=matter.number)
        if matter.due is not None:
            words += self.tr("　{day} 前答复").format(day=self._days.day(matter.due))
        return words

    def _state(self, matter: Matter) -> str:
        if matter.kind is MatterKind.COMPLAINT:
            return {
                ComplaintState.RECEIVED: self.tr("已登记"),
                ComplaintState.ASSIGNED: self.tr("已交办"),
                ComplaintState.INVESTIGATING: self.tr("正在核查"),
                ComplaintState.ANSWERED: self.tr("已有答复"),
                ComplaintState.FED_BACK: self.tr("已答复"),
                ComplaintState.CLOSED: self.tr("已办结"),
            }[ComplaintState(matter.state)]
        return {
            TicketState.FINISHED: self.tr("已办完"),
            TicketState.VOID: self.tr("已作废"),
            TicketState.MISSED: self.tr("已过号"),
        }.get(TicketState(matter.state), self.tr("没有办完"))

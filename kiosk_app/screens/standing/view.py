"""Draws the page of tickets (号票进度)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hall.queueing.standing import TicketStanding
from hall.queueing.ticket import TicketState
from kiosk_app.look import Look
from kiosk_app.screens.standing.view_model import StandingState, StandingViewModel
from kiosk_app.widgets.basic import CENTER, card, clear, label, page_box
from kiosk_app.widgets.pager import Pager

MOST_WINDOWS = 6


class StandingView(QWidget):
    """A card for each ticket: the number, how it stands, where to go."""

    def __init__(self, model: StandingViewModel, look: Look) -> None:
        super().__init__()
        self._look = look
        box = page_box(self, look, self.tr("今天的号票"))
        self._cards: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.landscape else QVBoxLayout()
        self._cards.setSpacing(look.gap)
        box.addLayout(self._cards, 1)
        self._pager = Pager(look, model.turn)
        box.addWidget(self._pager)
        hint = label(self.tr("叫号以广播和大屏为准，请留意。"), look.body, look.colours.text_soft, align=CENTER)
        hint.setVisible(not look.flat)
        box.addWidget(hint)
        model.fit(2)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: StandingState) -> None:
        """Show ``state``."""
        clear(self._cards)
        for index, standing in enumerate(state.cards.shown):
            self._cards.addWidget(self._card(index, standing), 1)
        self._pager.show_page(state.cards.page, state.cards.pages)

    def _card(self, index: int, standing: TicketStanding) -> QFrame:
        look, c = self._look, self._look.colours
        frame, inside = card(look)
        inside.addStretch(1)
        number = label(
            standing.label,
            look.px(100 if look.flat else 170),
            c.primary,
            bold=True,
            align=CENTER,
            name=f"standing_label_{index}",
        )
        number.setWordWrap(False)
        inside.addWidget(number)
        if standing.item_name:
            inside.addWidget(label(standing.item_name, look.body, c.text, align=CENTER))
        state = label(
            self._state_words(standing), look.big if look.flat else look.title, c.text, bold=True, align=CENTER
        )
        state.setObjectName(f"standing_state_{index}")
        inside.addWidget(state)
        more = self._more_words(standing)
        if more:
            name = f"standing_more_{index}"
            inside.addWidget(label(more, look.body if look.flat else look.big, c.text, align=CENTER, name=name))
        inside.addStretch(1)
        return frame

    def _state_words(self, standing: TicketStanding) -> str:
        at_window = {
            TicketState.CALLED: self.tr("正在叫号，请到 {window} 号窗口"),
            TicketState.SERVING: self.tr("正在 {window} 号窗口办理"),
        }.get(standing.state)
        if at_window is not None:
            return at_window.format(window=standing.window)
        return {
            TicketState.PENDING_PRINT: self.tr("正在出票"),
            TicketState.WAITING: self.tr("等候中，前面 {count} 人").format(count=standing.ahead),
            TicketState.SUSPENDED: self.tr("已挂起，号码保留"),
            TicketState.MISSED: self.tr("已过号"),
            TicketState.FINISHED: self.tr("已办完"),
            TicketState.VOID: self.tr("已作废"),
        }[standing.state]

    def _more_words(self, standing: TicketStanding) -> str:
        if standing.state is TicketState.WAITING:
            return f"{self._wait(standing)}\n{self._where(standing)}"
        return {
            TicketState.MISSED: self.tr("请到导办台，由工作人员安排"),
            TicketState.SUSPENDED: self.tr("材料备齐后请到导办台或原窗口"),
            TicketState.VOID: self.tr("需要办事请重新取号"),
        }.get(standing.state, "")

    def _wait(self, standing: TicketStanding) -> str:
        if standing.estimate is None:
            return self.tr("窗口尚未开放，请留意叫号")
        if standing.estimate.high <= 5:
            return self.tr("预计不到 5 分钟")
        return self.tr("预计 {low}–{high} 分钟").format(low=standing.estimate.low, high=standing.estimate.high)

    def _where(self, standing: TicketStanding) -> str:
        if not standing.windows:
            return self.tr("请到 {zone} 区等候").format(zone=standing.zone)
        if len(standing.windows) > MOST_WINDOWS:
            numbers = f"{standing.windows[0]}–{standing.windows[-1]}"
        else:
            numbers = self.tr("、").join(str(number) for number in standing.windows)
        return self.tr("请到 {zone} 区等候，{numbers} 号窗口办理").format(zone=standing.zone, numbers=numbers)

"""Draws the end of the visit (请取走号票、屏幕取号)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.screens.ticket.view_model import Ending, TicketState, TicketViewModel
from kiosk_app.trouble import Trouble
from kiosk_app.widgets.basic import CENTER, button, card, clear, label, paint
from kiosk_app.widgets.qr import QrLabel


class TicketView(QWidget):
    """The number as large as it goes, where to wait, how long, what to press."""

    def __init__(self, model: TicketViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
        self._look = look
        self._drawn = TicketState()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        self._box.setSpacing(look.gap)
        c = look.colours
        self._title = label("", look.title, c.text, bold=True, align=CENTER, name="ticket_title")
        self._why = label("", look.body, c.text, align=CENTER, name="ticket_why")
        self._box.addWidget(self._title)
        self._box.addWidget(self._why)
        frame, inside = card(look)
        direction = QBoxLayout.Direction.LeftToRight if look.landscape else QBoxLayout.Direction.TopToBottom
        self._inside = QBoxLayout(direction)
        self._inside.setSpacing(look.gap)
        inside.addLayout(self._inside)
        self._box.addWidget(frame, 1)
        self._countdown = label("", look.body, c.text_soft, align=CENTER, name="countdown")
        self._box.addWidget(self._countdown)
        self._buttons = QHBoxLayout() if look.landscape else QVBoxLayout()
        self._buttons.setSpacing(look.gap)
        self._box.addLayout(self._buttons)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: TicketState) -> None:
        """Show ``state``; a mere second changes only the countdown."""
        self._countdown.setText(self._countdown_words(state))
        if self._key(state) == self._key(self._drawn):
            return
        self._drawn = state
        c = self._look.colours
        self._title.setText(self._title_words(state))
        self._why.setText(self._why_words(state))
        self._why.setVisible(bool(self._why.text()))
        colour = c.accent if state.ending in (Ending.REMEMBER, Ending.DOUBT) else c.text
        paint(self._title, colour)
        self._draw_card(state)
        self._draw_buttons(state)

    @staticmethod
    def _key(state: TicketState) -> tuple[object, ...]:
        return state.ending, state.label, state.item, state.trouble, state.saving, state.help_called, state.code

    def _draw_card(self, state: TicketState) -> None:
        look, on_paper = self._look, state.ending is Ending.PAPER
        clear(self._inside)
        self._inside.addLayout(self._number(state), 3)
        # In doubt one thing is asked; and low down on a standing screen there is room for the number only.
        if state.ending is Ending.DOUBT or look.low:
            return
        facts = self._facts(state)
        if on_paper or not state.code:
            self._inside.addLayout(facts, 2)
            return
        code = QVBoxLayout()
        code.addStretch(1)
        code.addWidget(QrLabel(state.code, look.px(340)), 0, CENTER)
        words = self.tr("可用手机拍下二维码，到窗口出示")
        code.addWidget(label(words, look.small, look.colours.text_soft, align=CENTER))
        code.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(look.gap)
        beside.addLayout(facts, 3)
        beside.addLayout(code, 2)
        self._inside.addLayout(beside, 5 if look.landscape else 2)

    def _number(self, state: TicketState) -> QVBoxLayout:
        look, c = self._look, self._look.colours
        tight = look.low or ((look.flat or look.elder) and state.ending is not Ending.PAPER)
        main = QVBoxLayout()
        main.setSpacing(look.px(12))
        main.addStretch(1)
        if not tight:
            main.addWidget(label(self.tr("您的号码"), look.big, c.text_soft, align=CENTER))
        size = look.px(170 if look.low else 260 if state.ending is Ending.PAPER else 200 if tight else 220)
        number = label(state.label, size, c.primary, bold=True, align=CENTER, name="ticket_label")
        number.setWordWrap(False)
        main.addWidget(number)
        main.addWidget(label(self._where(state), look.px(46), c.text, bold=True, align=CENTER, name="ticket_where"))
        main.addStretch(1)
        return main

    def _facts(self, state: TicketState) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(self._look.px(12))
        side.addStretch(1)
        facts = [
            ("item", self.tr("事项"), state.item),
            ("ahead", self.tr("前面等候"), self.tr("{count} 人").format(count=state.people_ahead)),
            ("wait", self.tr("预计等候"), self._wait(state)),
        ]
        if state.holder:
            facts.append(("holder", self.tr("办事人"), state.holder))
        beside_code = bool(state.code) and state.ending is not Ending.PAPER  # which leaves no room in large print
        if state.document and state.document != state.holder and not (beside_code and self._look.elder):
            facts.append(("document", self.tr("证件"), state.document))
        for name, title, value in facts:
            below = state.item_chinese if name == "item" else ""
            tight = bool(below) and beside_code and self._look.elder  # there only the English name has room
            side.addLayout(self._fact(name, title, value, "" if tight else below, small=tight))
        side.addStretch(1)
        return side

    def _fact(self, name: str, title: str, value: str, below: str = "", *, small: bool = False) -> QHBoxLayout:
        look, c = self._look, self._look.colours
        row = QHBoxLayout()
        row.setSpacing(look.gap)
        head = label(title, look.body, c.text_soft)
        head.setFixedWidth(look.px(190 if look.elder else 170))
        row.addWidget(head)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(label(value, look.small if small else look.body, c.text, bold=True, name=f"ticket_{name}"))
        if below:
            told.addWidget(label(below, look.small, c.text_soft, name=f"ticket_{name}_below"))
        row.addLayout(told, 1)
        return row

    def _draw_buttons(self, state: TicketState) -> None:
        look, model = self._look, self._model
        clear(self._buttons)
        if state.ending is Ending.DOUBT:
            self._draw_answers(state)
        elif state.ending is Ending.REMEMBER:
            sure = button(self.tr("记住了"), "remembered", look, model.remembered, kind="primary")
            sure.setEnabled(not state.saving)
            sure.setMinimumHeight(look.main_button)
            self._buttons.addWidget(sure, 2)
            row = QHBoxLayout()
            row.setSpacing(look.gap)
            row.addWidget(self._help(state))
            row.addWidget(button(self.tr("不要这个号"), "give_up", look, model.give_up))
            self._buttons.addLayout(row, 2)
        else:
            if state.has_map:
                self._buttons.addWidget(button(self.tr("怎么走"), "show_way", look, model.show_way))
            self._buttons.addWidget(button(self.tr("完成"), "done", look, model.done, kind="primary"))

    def _draw_answers(self, state: TicketState) -> None:
        look, model = self._look, self._model
        row = QHBoxLayout()
        row.setSpacing(look.gap)
        for words, name, answer in (
            (self.tr("是，出来了"), "paper_yes", model.paper_is_there),
            (self.tr("否，没有"), "paper_no", model.no_paper),
        ):
            choice = button(words, name, look, answer, kind="primary")
            choice.setMinimumHeight(look.main_button)
            row.addWidget(choice)
        self._buttons.addLayout(row, 3)
        self._buttons.addWidget(self._help(state), 1)

    def _help(self, state: TicketState) -> QWidget:
        words = self.tr("已通知导办台") if state.help_called else self.tr("求助")
        call = button(words, "ticket_help", self._look, self._model.ask_help)
        call.setEnabled(not state.help_called)
        return call

    def _title_words(self, state: TicketState) -> str:
        return {
            Ending.PAPER: self.tr("请取走号票"),
            Ending.DOUBT: self.tr("请看一下，号票出来了吗？"),
            Ending.REMEMBER: self.tr("请记住号码，再按“记住了”"),
            Ending.REMEMBERED: self.tr("取号成功，请记住号码"),
        }[state.ending]

    def _why_words(self, state: TicketState) -> str:
        if state.ending is Ending.DOUBT:
            if state.help_called:
                return self.tr("已通知导办台，请在这里稍等。看到号票，请按“是”。")
            return self.tr("打印机没有说号票打完了没有。出来了请取走，按“是”；没有就按“否”，号码留在屏幕上。")
        if state.ending is not Ending.REMEMBER or state.trouble is None:
            return ""
        if state.help_called:
            return self.tr("已通知导办台，请在这里稍等。请先按“记住了”，号码才会生效。")
        return {
            Trouble.PAPER_OUT: self.tr("打印机缺纸，号票没有打出来。号码已取好，按“记住了”后生效。"),
            Trouble.COVER_OPEN: self.tr("打印机机盖打开，号票没有打出来。号码已取好，按“记住了”后生效。"),
            Trouble.PAPER_JAM: self.tr("打印机卡纸，号票没有打出来。号码已取好，按“记住了”后生效。"),
            Trouble.PRINTER_FAULT: self.tr("打印机故障，号票没有打出来。号码已取好，按“记住了”后生效。"),
            Trouble.PRINTER_AWAY: self.tr("打印机没有连上，号票没有打出来。号码已取好，按“记住了”后生效。"),
            Trouble.NOT_PRINTED: self.tr("号票没有打出来，以屏幕上的号码为准，按“记住了”后生效。"),
            Trouble.DATABASE_AWAY: self.tr("系统暂时连接不上，号码还没有登记，请稍候再按“记住了”。"),
        }.get(state.trouble, "")

    def _countdown_words(self, state: TicketState) -> str:
        if state.ending is Ending.DOUBT:
            return self.tr("{seconds} 秒内没有回答，号码将作废").format(seconds=state.seconds_left)
        if state.ending is Ending.REMEMBER:
            return self.tr("{seconds} 秒内没有按“记住了”，号码将作废").format(seconds=state.seconds_left)
        return self.tr("{seconds} 秒后返回首页").format(seconds=state.seconds_left)

    def _where(self, state: TicketState) -> str:
        if not state.windows:
            return self.tr("请到 {zone} 区等候，留意叫号").format(zone=state.zone)
        if len(state.windows) > 6:
            numbers = f"{state.windows[0]}–{state.windows[-1]}"
        else:
            numbers = self.tr("、").join(str(number) for number in state.windows)
        return self.tr("请到 {zone} 区等候\n{numbers} 号窗口办理").format(zone=state.zone, numbers=numbers)

    def _wait(self, state: TicketState) -> str:
        if state.estimate is None:
            return self.tr("窗口尚未开放，请留意叫号")
        if state.estimate.high <= 5:
            return self.tr("不到 5 分钟")
        return self.tr("约 {low}–{high} 分钟").format(low=state.estimate.low, high=state.estimate.high)

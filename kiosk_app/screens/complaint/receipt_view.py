"""Draws the end (受理回执): the receipt number, how one asks by it, whether the slip came out."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hall.complaints.receipt import Receipt
from kiosk_app.complaint_draft import Slip
from kiosk_app.day_words import DayWords
from kiosk_app.look import Look
from kiosk_app.screens.complaint.view_model import ComplaintState, ComplaintViewModel
from kiosk_app.screens.complaint.words import kind_words
from kiosk_app.widgets.basic import CENTER, button, card, clear, label
from kiosk_app.widgets.qr import QrLabel


class ReceiptView(QWidget):
    """Number and code large; the paper is a convenience."""

    def __init__(self, model: ComplaintViewModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days = DayWords(self)
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        self._title = label("", look.px(60 if look.flat else 70), c.text, bold=True, align=CENTER)
        self._title.setObjectName("receipt_title")
        box.addWidget(self._title)
        frame, inside = card(look)
        row: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.flat else QVBoxLayout()
        row.setSpacing(look.gap)
        words = QVBoxLayout()
        words.setSpacing(look.px(10) if look.flat else look.gap)
        words.addStretch(1)
        words.addWidget(label(self.tr("受理编号"), look.big, c.text_soft, align=CENTER))
        self._number = label(
            "", look.px(72 if look.low else 84), c.primary, bold=True, align=CENTER, name="receipt_number"
        )
        self._number.setWordWrap(False)
        words.addWidget(self._number)
        self._due = label("", look.big, c.text, bold=True, align=CENTER, name="receipt_due")
        self._ask = label("", look.body, c.text, align=CENTER, name="receipt_ask")
        words.addWidget(self._due)
        words.addWidget(self._ask)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._code = QVBoxLayout()
        row.addLayout(self._code)
        inside.addLayout(row, 1)
        box.addWidget(frame, 1)
        self._slip = label("", look.big, c.text, bold=True, align=CENTER, name="receipt_slip")
        box.addWidget(self._slip)
        self._again = button(self.tr("再打印一次"), "receipt_again", look, model.print_again)
        self._home = button(self.tr("记住了，返回首页"), "receipt_done", look, model.home, kind="primary")
        self._home.setMinimumHeight(look.main_button)
        last: QHBoxLayout | QVBoxLayout = QHBoxLayout() if look.flat else QVBoxLayout()
        last.setSpacing(look.gap)
        last.addWidget(self._again)
        last.addWidget(self._home)
        box.addLayout(last)
        self._shown = ""
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def draw(self, state: ComplaintState) -> None:
        """Show ``state``; without a receipt nothing of the last one is left."""
        receipt, slip = state.draft.receipt, state.draft.slip
        number = receipt.number if receipt is not None else ""
        if number != self._shown:
            self._shown = number
            clear(self._code)
            if number:
                self._code.addWidget(
                    QrLabel(number, self._look.px(280 if self._look.flat or self._look.elder else 380)),
                    0,
                    CENTER,
                )
        self._number.setText(number)
        self._title.setText(self._done(receipt, earlier=state.draft.earlier) if receipt is not None else "")
        self._due.setText(self._due_words(receipt) if receipt is not None else "")
        self._ask.setText(self._ask_words(receipt, earlier=state.draft.earlier) if receipt is not None else "")
        self._slip.setText(
            {
                Slip.NONE: "",
                Slip.PRINTING: self.tr("正在打印回执"),
                Slip.PRINTED: self.tr("请取走回执"),
                Slip.FAILED: self.tr("没有打印出来，请记下编号或用手机拍照"),
            }[slip]
        )
        self._again.setVisible(slip is Slip.FAILED)

    def _done(self, receipt: Receipt, *, earlier: bool) -> str:
        if earlier:
            return self.tr("{kind}先前已经登记").format(kind=kind_words(receipt.kind))
        return self.tr("{kind}已登记").format(kind=kind_words(receipt.kind))

    def _due_words(self, receipt: Receipt) -> str:
        if receipt.anonymous:
            return self.tr("您没有留姓名和电话，将予以核查，但不能答复您")
        if receipt.answer_by is None:
            return self.tr("将尽快核查并答复您")
        return self.tr("将在 {day} 前答复您").format(day=self._days.day(receipt.answer_by))

    def _ask_words(self, receipt: Receipt, *, earlier: bool) -> str:
        if earlier:  # what was changed since is the news; how one asks stands on the slip
            return self.tr("后来改动的没有登记，需要补充请凭编号到导办台。")
        if receipt.anonymous:
            return ""
        if receipt.by_card and receipt.by_phone:
            return self.tr("查询：首页按“进度查询”，刷身份证；或扫这个码，再输手机号后四位")
        if receipt.by_card:
            return self.tr("查询：首页按“进度查询”，刷身份证")
        return self.tr("查询：首页按“进度查询”，扫这个码，再输手机号后四位")

"""Draws the staff menu (工作人员菜单)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.screens.staff.menu_page import MenuPage
from kiosk_app.screens.staff.preview_page import PreviewPage
from kiosk_app.screens.staff.reprint_pages import ChoosePage, ReasonPage
from kiosk_app.screens.staff.state import BAD, StaffMessage, StaffStage, StaffState
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.widgets.basic import CENTER, button, label, paint
from kiosk_app.widgets.keypad import Keypad


class StaffView(QWidget):
    """PIN pad, then the menu and its pages."""

    def __init__(self, model: StaffViewModel, look: Look) -> None:
        super().__init__()
        self._look = look
        c = look.colours
        box = QVBoxLayout(self)
        box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("工作人员菜单"), look.title, c.text, bold=True))
        self._message = label("", look.big, c.text, bold=True, align=CENTER, name="staff_message")
        box.addWidget(self._message)
        self._stack = QStackedWidget()
        box.addWidget(self._stack, 1)
        self._menu, self._choose = MenuPage(model, look), ChoosePage(model, look)
        self._reason, self._preview = ReasonPage(model, look), PreviewPage(model, look)
        for page in (self._pin_page(model), self._menu, self._choose, self._reason, self._preview):
            self._stack.addWidget(page)
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def _pin_page(self, model: StaffViewModel) -> QWidget:
        look = self._look
        page = QWidget()
        direction = QBoxLayout.Direction.LeftToRight if look.flat else QBoxLayout.Direction.TopToBottom
        box = QBoxLayout(direction, page)
        box.setSpacing(look.gap)
        left = QVBoxLayout()
        left.addWidget(label(self.tr("请输入口令"), look.big, look.colours.text, align=CENTER))
        self._dots = label("", look.px(70), look.colours.text, bold=True, align=CENTER, name="pin_dots")
        left.addWidget(self._dots)
        if look.flat:
            left.addStretch(1)
        left.addWidget(button(self.tr("确定"), "pin_submit", look, model.submit, kind="primary"))
        box.addLayout(left, 1)
        box.addWidget(Keypad(look, model.type_digit, model.delete, model.clear), 1 if look.flat else 2)
        return page

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        c = self._look.colours
        self._stack.setCurrentIndex(list(StaffStage).index(state.stage))
        self._dots.setText("●" * state.digits or "—")
        self._message.setText(self._words(state))
        self._message.setVisible(bool(self._message.text()))
        colour = c.alarm if state.message in BAD else c.text
        paint(self._message, colour)
        if state.stage is StaffStage.MENU:
            self._menu.draw(state)
        elif state.stage is StaffStage.CHOOSE:
            self._choose.draw(state)
        elif state.stage is StaffStage.REASON:
            self._reason.draw(state)
        elif state.stage is StaffStage.PREVIEW:
            self._preview.draw(state)

    def _words(self, state: StaffState) -> str:
        return {
            StaffMessage.NONE: "",
            StaffMessage.CHECKING: self.tr("正在核对"),
            StaffMessage.WRONG_PIN: self.tr("口令不正确"),
            StaffMessage.LOCKED: self.tr("多次输入错误，请 {seconds} 秒后再试").format(
                seconds=state.seconds_locked
            ),
            StaffMessage.NO_PIN: self.tr("没有配置口令，菜单不能打开"),
            StaffMessage.PRINTING: self.tr("正在打印"),
            StaffMessage.PRINTED: self.tr("已打印"),
            StaffMessage.NOT_PRINTED: self.tr("没有打印成功，请看设备状态"),
            StaffMessage.NOTHING_TO_REPRINT: self.tr("本机今天没有可补打的号票"),
            StaffMessage.REPRINT_REFUSED: self.tr("不能补打：号码已失效或系统连接不上"),
            StaffMessage.NOT_READ: self.tr("系统暂时连接不上，请稍候再试"),
            StaffMessage.PAPER_NOTED: self.tr("已记录换纸"),
        }[state.message]

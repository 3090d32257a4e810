"""Draws the staff menu (工作人员菜单)."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.ports import DeviceLine
from kiosk_app.screens.staff.view_model import (
    ReprintReason,
    StaffMessage,
    StaffStage,
    StaffState,
    StaffViewModel,
)
from kiosk_app.widgets.basic import CENTER, button, card, clear, label, rename
from kiosk_app.widgets.keypad import Keypad
from qt_common.device_condition import Condition
from qt_common.device_words import DeviceWords


class StaffView(QWidget):
    """PIN pad, then health and actions."""

    def __init__(self, model: StaffViewModel, look: Look) -> None:
        super().__init__()
        self._model = model
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
        self._stack.addWidget(self._pin_page())
        self._stack.addWidget(self._menu_page())
        self._stack.addWidget(self._reason_page())
        model.state_changed.connect(self.draw)
        self.draw(model.state)

    def _pin_page(self) -> QWidget:
        look, model = self._look, self._model
        page = QWidget()
        box: QHBoxLayout | QVBoxLayout = QHBoxLayout(page) if look.landscape else QVBoxLayout(page)
        left = QVBoxLayout()
        left.addWidget(label(self.tr("请输入口令"), look.big, look.colours.text, align=CENTER))
        self._dots = label("", look.px(70), look.colours.text, bold=True, align=CENTER, name="pin_dots")
        left.addWidget(self._dots)
        if look.landscape:
            left.addStretch(1)
        left.addWidget(button(self.tr("确定"), "pin_submit", look, model.submit, kind="primary"))
        box.addLayout(left, 1)
        box.addWidget(Keypad(look, model.type_digit, model.delete, model.clear), 2 if not look.landscape else 1)
        return page

    def _menu_page(self) -> QWidget:
        look, model = self._look, self._model
        page = QWidget()
        box: QHBoxLayout | QVBoxLayout = QHBoxLayout(page) if look.landscape else QVBoxLayout(page)
        box.setSpacing(look.gap)
        frame, inside = card(look)
        inside.addWidget(label(self.tr("设备状态"), look.big, look.colours.text, bold=True))
        self._devices = QGridLayout()
        self._devices.setVerticalSpacing(look.px(6 if look.landscape else 18))
        inside.addLayout(self._devices)
        inside.addStretch(1)
        box.addWidget(frame, 1)
        actions = QVBoxLayout()
        actions.setSpacing(look.gap)
        self._reprint = button("", "staff_reprint", look, model.ask_reason)
        actions.addWidget(button(self.tr("打印测试页"), "staff_test_print", look, model.test_print))
        actions.addWidget(self._reprint)
        self._volume = label("", look.body, look.colours.text, bold=True, align=CENTER, name="staff_volume")
        volume = QHBoxLayout()
        volume.setSpacing(look.gap)
        volume.addWidget(button(self.tr("小一点"), "staff_quieter", look, model.quieter), 1)
        volume.addWidget(self._volume, 1)
        volume.addWidget(button(self.tr("大一点"), "staff_louder", look, model.louder), 1)
        actions.addLayout(volume)
        actions.addWidget(button(self.tr("关闭程序"), "staff_close", look, model.close_app, kind="alarm"))
        actions.addStretch(1)
        actions.addWidget(button(self.tr("退出菜单"), "staff_home", look, model.home, kind="primary"))
        box.addLayout(actions, 1)
        return page

    def _reason_page(self) -> QWidget:
        look, model = self._look, self._model
        page = QWidget()
        box = QVBoxLayout(page)
        box.setSpacing(look.gap)
        box.addWidget(label(self.tr("为什么补打？（记录在案）"), look.big, look.colours.text, align=CENTER))
        reasons = (
            ("reason_jammed", self.tr("卡纸或缺纸，号票不完整"), ReprintReason.JAMMED),
            ("reason_faint", self.tr("字迹不清"), ReprintReason.FAINT),
            ("reason_lost", self.tr("群众未取到号票"), ReprintReason.LOST),
        )
        for name, text, reason in reasons:
            box.addWidget(button(text, name, look, lambda chosen=reason: model.reprint(chosen)))  # type: ignore[misc]
        box.addStretch(1)
        box.addWidget(button(self.tr("不补打"), "reprint_cancel", look, model.keep_menu))
        return page

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        c = self._look.colours
        self._stack.setCurrentIndex(list(StaffStage).index(state.stage))
        self._dots.setText("●" * state.digits or "—")
        self._message.setText(self._words(state))
        self._message.setVisible(bool(self._message.text()))
        bad = state.message in (
            StaffMessage.WRONG_PIN,
            StaffMessage.LOCKED,
            StaffMessage.NO_PIN,
            StaffMessage.NOT_PRINTED,
            StaffMessage.REPRINT_REFUSED,
        )
        colour = c.alarm if bad else c.text
        self._message.setStyleSheet(f"color: {colour}; background: transparent; border: none;")
        last = state.last_label
        rename(self._reprint, self.tr("补打 {label}").format(label=last) if last else self.tr("没有可补打的号票"))
        self._reprint.setEnabled(bool(state.last_label))
        words = self.tr("音量 {percent}%").format(percent=state.volume) if state.volume else self.tr("静音")
        self._volume.setText(words)
        self._draw_devices(state.devices)

    def _draw_devices(self, devices: tuple[DeviceLine, ...]) -> None:
        look, c = self._look, self._look.colours
        clear(self._devices)
        words = DeviceWords()
        for y, line in enumerate(devices):
            absent = line.condition is Condition.ABSENT
            size = look.small if look.landscape else look.body
            colour = c.good if line.condition.works else c.text_soft if absent else c.alarm
            self._devices.addWidget(label(words.kind(line.kind), size, c.text), 2 * y, 0)
            state = label(words.state(line.condition), size, colour, bold=True, name=f"health_{line.kind}")
            self._devices.addWidget(state, 2 * y, 1)
            to_do = words.what_to_do(line.kind, line.condition)
            if to_do:
                hint = label(to_do, look.small, c.text, name=f"health_{line.kind}_to_do")
                self._devices.addWidget(hint, 2 * y + 1, 0, 1, 2)

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
            StaffMessage.REPRINT_REFUSED: self.tr("不能补打：号码已失效或系统连接不上"),
        }[state.message]

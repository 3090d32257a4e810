"""The menu behind the PIN (工作人员菜单首页): health of the devices, and what staff can do here."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk_app.look import Look
from kiosk_app.ports import DeviceLine
from kiosk_app.screens.staff.state import StaffState
from kiosk_app.screens.staff.view_model import StaffViewModel
from kiosk_app.widgets.basic import CENTER, button, card, clear, label
from qt_common.device_condition import Condition
from qt_common.device_words import DeviceWords


class MenuPage(QWidget):
    """A card with the health, and the actions."""

    def __init__(self, model: StaffViewModel, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drawn: tuple[object, ...] = ()
        c = look.colours
        direction = QBoxLayout.Direction.LeftToRight if look.flat else QBoxLayout.Direction.TopToBottom
        box = QBoxLayout(direction, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.gap)
        frame, inside = card(look)
        inside.addWidget(label(self.tr("设备状态"), look.big, c.text, bold=True))
        self._devices = QGridLayout()
        self._devices.setVerticalSpacing(look.px(6 if look.flat else 14))
        inside.addLayout(self._devices)
        self._paper = label(
            self.tr("这卷纸快用完了，已提示工作人员"), look.small, c.text, bold=True, name="staff_paper_low"
        )
        self._template = label(
            self.tr("号票模板有误，正用自带模板打印"), look.small, c.alarm, bold=True, name="staff_template"
        )
        self._problem = label("", look.small, c.text, name="staff_template_problem")
        for line in (self._paper, self._template, self._problem):
            inside.addWidget(line)
        inside.addStretch(1)
        box.addWidget(frame, 1)
        box.addLayout(self._actions(model), 1)

    def _actions(self, model: StaffViewModel) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(look.gap)
        pairs = (
            ((self.tr("打印测试页"), "staff_test_print", model.test_print),
             (self.tr("预览号票"), "staff_preview", model.preview)),
            ((self.tr("补打号票"), "staff_reprint", model.choose_ticket),
             (self.tr("已换纸"), "staff_paper_changed", model.paper_changed)),
        )  # fmt: skip
        for pair in pairs:
            row = QHBoxLayout()
            row.setSpacing(look.gap)
            for text, name, action in pair:
                row.addWidget(button(text, name, look, action), 1)
            column.addLayout(row)
        self._volume = label("", look.body, look.colours.text, bold=True, align=CENTER, name="staff_volume")
        volume = QHBoxLayout()
        volume.setSpacing(look.gap)
        volume.addWidget(button(self.tr("小一点"), "staff_quieter", look, model.quieter), 1)
        volume.addWidget(self._volume, 1)
        volume.addWidget(button(self.tr("大一点"), "staff_louder", look, model.louder), 1)
        column.addLayout(volume)
        column.addStretch(1)
        column.addWidget(button(self.tr("关闭程序"), "staff_close", look, model.close_app, kind="alarm"))
        column.addWidget(button(self.tr("退出菜单"), "staff_home", look, model.home, kind="primary"))
        return column

    def draw(self, state: StaffState) -> None:
        """Show ``state``."""
        words = self.tr("音量 {percent}%").format(percent=state.volume) if state.volume else self.tr("静音")
        self._volume.setText(words)
        self._paper.setVisible(state.paper_low)
        self._template.setVisible(state.template_bad)
        self._problem.setText(state.template_problem)
        self._problem.setVisible(bool(state.template_problem))
        if (state.devices,) != self._drawn:
            self._drawn = (state.devices,)
            self._draw_devices(state.devices)

    def _draw_devices(self, devices: tuple[DeviceLine, ...]) -> None:
        look, c = self._look, self._look.colours
        clear(self._devices)
        words = DeviceWords()
        for y, line in enumerate(devices):
            absent = line.condition is Condition.ABSENT
            size = look.small if look.flat or look.elder else look.body
            colour = c.good if line.condition.works else c.text_soft if absent else c.alarm
            self._devices.addWidget(label(words.kind(line.kind), size, c.text), 2 * y, 0)
            state = label(words.state(line.condition), size, colour, bold=True, name=f"health_{line.kind}")
            self._devices.addWidget(state, 2 * y, 1)
            # In large print and in the low mode there is room for the states only.
            to_do = "" if look.elder or look.low else words.what_to_do(line.kind, line.condition)
            if to_do:
                hint = label(to_do, look.small, c.text, name=f"health_{line.kind}_to_do")
                self._devices.addWidget(hint, 2 * y + 1, 0, 1, 2)

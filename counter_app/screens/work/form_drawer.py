"""Draws the open form in the place of the action bar (填写栏)."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.screens.work.forms import FormKind, FormState
from counter_app.widgets import label
from qt_common import theme
from qt_common.layout_items import take_widgets

NARROW = "QPushButton { padding: 8px 9px; }"


class FormDrawer(QFrame):
    """Reason with presets, window or whereabouts and return time; Enter sends, Esc closes."""

    edited = Signal(dict)
    quick_return = Signal(int)  # minutes from now
    submitted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.setProperty("card", "true")
        self._kind: FormKind | None = None
        self._title = label("form_title", 22, bold=True)
        self._hint = label("form_hint", 16, soft=True, wrap=True)
        self._reason_label = label("form_reason_label", 16, soft=True)
        self._reason = _line("form_reason")
        self._presets = QHBoxLayout()
        self._place_label = label("form_whereabouts_label", 16, soft=True)
        self._place = _line("form_whereabouts")
        self._back_label = label("form_back_at_label", 16, soft=True)
        self._back = _line("form_back_at")
        self._back.setMaxLength(5)
        self._back.setFixedWidth(110)
        self._minutes = [self._quick(minutes) for minutes in (10, 15, 30, 60)]
        self._window_label = label("form_window_label", 16, soft=True)
        self._window = QComboBox()
        self._window.setObjectName("form_window")
        self._window.setFont(theme.font(19))
        self._window.setMinimumHeight(42)
        self._error = label("form_error", 16, wrap=True)
        self._error.setStyleSheet(f"color: {theme.colours().alarm};")
        self._ok = QPushButton()
        self._ok.setObjectName("form_ok")
        self._ok.setProperty("kind", "primary")
        self._cancel = QPushButton()
        self._cancel.setObjectName("form_cancel")
        for button in (self._ok, self._cancel):
            button.setFont(theme.font(18, bold=button is self._ok))
            button.setMinimumHeight(48)
            button.setAutoDefault(False)
        self._lay_out()
        self._reason.textEdited.connect(lambda text: self.edited.emit({"reason": text}))
        self._place.textEdited.connect(lambda text: self.edited.emit({"whereabouts": text}))
        self._back.textEdited.connect(lambda text: self.edited.emit({"back_at": text}))
        self._window.activated.connect(lambda _i: self.edited.emit({"to_window": self._window.currentData()}))
        self._ok.clicked.connect(self.submitted)
        self._cancel.clicked.connect(self.cancelled)

    def render_form(self, form: FormState, *, busy: bool) -> None:
        """Draw ``form``; a field that already shows the text keeps its cursor."""
        fresh = form.kind is not self._kind
        self._kind = form.kind
        self._words(form)
        for field, text in (
            (self._reason, form.reason),
            (self._place, form.whereabouts),
            (self._back, form.back_at),
        ):
            if field.text() != text:
                field.setText(text)
        self._show_windows(form)
        pause, transfer = form.kind is FormKind.PAUSE, form.kind is FormKind.TRANSFER
        for part in (self._place_label, self._place, self._back_label, self._back, *self._minutes):
            part.setVisible(pause)
        for part in (self._window_label, self._window):
            part.setVisible(transfer)
        self._error.setText(form.error)
        self._ok.setEnabled(not busy)
        if fresh:
            self._show_presets(form.kind)
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reason.selectAll()

    def forget(self) -> None:
        """The form was closed: the next one is new."""
        self._kind = None

    def _words(self, form: FormState) -> None:
        label_of = form.ticket.label if form.ticket else ""
        titles = {
            FormKind.PAUSE: self.tr("暂停服务"),
            FormKind.TRANSFER: self.tr("转窗：{label}"),
            FormKind.SUSPEND: self.tr("挂起：{label}"),
            FormKind.VOID: self.tr("作废：{label}"),
            FormKind.CALL_TICKET: self.tr("点名叫号：{label}"),
        }
        hints = {
            FormKind.PAUSE: self.tr("窗口屏和大厅屏会同时显示“暂停服务”、去向和预计返回时间。"),
            FormKind.TRANSFER: self.tr("号码和先后顺序不变，群众不必重新取号。"),
            FormKind.SUSPEND: self.tr("群众去补充、复印材料时使用；恢复后回到原来的顺序。"),
            FormKind.VOID: self.tr("作废后号码不再使用，原因会记入日志。"),
            FormKind.CALL_TICKET: self.tr("不按顺序叫号，原因会记入日志并可查询。"),
        }
        self._title.setText(titles[form.kind].format(label=label_of))
        self._hint.setText(hints[form.kind])
        self._reason_label.setText(self.tr("原因"))
        self._place_label.setText(self.tr("去向"))
        self._back_label.setText(self.tr("预计返回"))
        self._window_label.setText(self.tr("转到"))
        self._ok.setText(self.tr("确定 Enter"))
        self._cancel.setText(self.tr("取消 Esc"))
        for button, minutes in zip(self._minutes, (10, 15, 30, 60), strict=True):
            button.setText(self.tr("{minutes} 分钟后").format(minutes=minutes))
        for field, text in ((self._reason, self._reason_label), (self._place, self._place_label),
                            (self._back, self._back_label)):  # fmt: skip
            field.setAccessibleName(text.text())

    def presets(self, kind: FormKind) -> tuple[str, ...]:
        """Reasons given most often."""
        return {
            FormKind.PAUSE: (self.tr("暂离岗位"), self.tr("开会"), self.tr("送签材料"), self.tr("设备故障")),
            FormKind.TRANSFER: (self.tr("事项归口"), self.tr("群众要求"), self.tr("本窗口设备故障")),
            FormKind.SUSPEND: (self.tr("补充材料"), self.tr("复印材料"), self.tr("缴费"), self.tr("等候同行人")),
            FormKind.VOID: (self.tr("群众离开"), self.tr("取错事项"), self.tr("重复取号")),
            FormKind.CALL_TICKET: (self.tr("行动不便"), self.tr("补材料返回"), self.tr("时限紧急")),
        }[kind]

    def _show_presets(self, kind: FormKind) -> None:
        for widget in take_widgets(self._presets):
            widget.deleteLater()
        for index, text in enumerate(self.presets(kind), start=1):
            button = QPushButton(text)
            button.setObjectName(f"form_preset_{index}")
            button.setFont(theme.font(16))
            button.setStyleSheet(NARROW)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, t=text: self._take(t))
            self._presets.addWidget(button)
        self._presets.addStretch(1)

    def _take(self, text: str) -> None:
        self._reason.setText(text)
        self.edited.emit({"reason": text})
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_windows(self, form: FormState) -> None:
        wanted = [t.number for t in form.targets]
        with QSignalBlocker(self._window):
            if [self._window.itemData(i) for i in range(self._window.count())] != wanted:
                self._window.clear()
                for target in form.targets:
                    text = self.tr("{window}号窗口 {name}").format(window=target.number, name=target.name)
                    self._window.addItem(text, target.number)
            if form.to_window in wanted:
                self._window.setCurrentIndex(wanted.index(form.to_window))

    def _quick(self, minutes: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"form_minutes_{minutes}")
        button.setFont(theme.font(16))
        button.setStyleSheet(NARROW)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: self.quick_return.emit(minutes))
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        back = QHBoxLayout()
        back.addWidget(self._back)
        for button in self._minutes:
            back.addWidget(button)
        back.addStretch(1)
        rows: tuple[tuple[QWidget | None, QWidget | QHBoxLayout], ...] = (
            (self._window_label, self._window),
            (self._reason_label, self._reason),
            (None, self._presets),
            (self._place_label, self._place),
            (self._back_label, back),
        )
        for row, (name, field) in enumerate(rows):
            if name is not None:
                grid.addWidget(name, row, 0)
            if isinstance(field, QWidget):
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(field, row, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._error, 1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        for part in (self._title, self._hint):
            column.addWidget(part)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(buttons)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setFont(theme.font(19))
    field.setMinimumHeight(42)
    field.setMaxLength(200)
    return field

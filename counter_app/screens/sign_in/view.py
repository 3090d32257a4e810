"""Draws the sign-in page (签到页)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.screens.sign_in.view_model import SignInState, SignInViewModel
from counter_app.widgets import card, label
from hall.staffing.window import Post
from qt_common import theme


class SignInView(QWidget):
    """Window, staff number, password, post."""

    def __init__(self, view_model: SignInViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_page")
        self._vm = view_model
        self._window = label("sign_in_window", 40, bold=True)
        self._window.setStyleSheet(f"color: {theme.colours().primary};")
        self._name = label("sign_in_window_name", 22, soft=True)
        self._notice = label("sign_in_notice", 18, wrap=True)
        self._notice.setStyleSheet(f"color: {theme.colours().primary};")
        self._number_label, self._number = _field("staff_number")
        self._password_label, self._password = _field("password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._post_label = label("post_label", 17, soft=True)
        self._posts = {Post.A: _post("post_A"), Post.B: _post("post_B")}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        for post, button in self._posts.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _checked, p=post: self._vm.choose_post(p))
        self._go = QPushButton()
        self._go.setObjectName("sign_in")
        self._go.setProperty("kind", "primary")
        self._go.setFont(theme.font(22, bold=True))
        self._go.setMinimumHeight(64)
        self._error = label("sign_in_error", 17, wrap=True)
        self._error.setStyleSheet(f"color: {theme.colours().alarm};")
        self._error.setMinimumHeight(52)
        self._error.setAlignment(Qt.AlignmentFlag.AlignTop)

        box = card("sign_in_card")
        box.setFixedWidth(520)
        column = QVBoxLayout(box)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(8)
        for part in (self._window, self._name):
            column.addWidget(part)
        column.addSpacing(12)
        column.addWidget(self._notice)
        for field in (self._number_label, self._number, self._password_label, self._password, self._post_label):
            column.addWidget(field)
        column.addLayout(row)
        column.addSpacing(16)
        column.addWidget(self._go)
        column.addWidget(self._error)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

        self._number.returnPressed.connect(self._next_field)
        self._password.returnPressed.connect(self._submit)
        self._go.clicked.connect(self._submit)
        view_model.state_changed.connect(self.render_state)
        self._words()
        self.render_state(view_model.state)
        self.setFocusProxy(self._number)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.render_state(self._vm.state)
        super().changeEvent(event)

    @Slot(object)
    def render_state(self, state: SignInState) -> None:
        """Draw ``state``."""
        at_window = state.window > 0
        self._window.setText(
            self.tr("{window}号窗口").format(window=state.window) if at_window else self.tr("管理席")
        )
        reading = self.tr("窗口名称读取中") if at_window else self.tr("导办、首席代表、督查和中心管理")
        self._name.setText(state.window_name or reading)
        for part in (self._post_label, *self._posts.values()):
            part.setVisible(at_window)
        self._posts[state.post].setChecked(True)
        self._go.setEnabled(not state.busy and state.online)
        ready = self.tr("签到上岗") if at_window else self.tr("登录")
        self._go.setText(self.tr("正在签到") if state.busy else ready)
        away = "" if state.online else self.tr("暂时连不上数据库，正在自动重连。已填内容仍保留，恢复后即可签到。")
        self._error.setText(state.error or away)
        if state.notice and state.notice != self._notice.text():
            self._number.clear()  # somebody else comes now
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        if state.clear_password and self._password.text():
            self._password.clear()
            self._password.setFocus()

    @Slot()
    def _next_field(self) -> None:
        if self._password.text():
            self._submit()
        else:
            self._password.setFocus()

    @Slot()
    def _submit(self) -> None:
        self._vm.sign_in(self._number.text(), self._password.text())

    def _words(self) -> None:
        self._number_label.setText(self.tr("工号"))
        self._password_label.setText(self.tr("密码"))
        self._post_label.setText(self.tr("岗位"))
        self._posts[Post.A].setText(self.tr("A岗（主岗）"))
        self._posts[Post.B].setText(self.tr("B岗（替岗）"))
        for field, text in ((self._number, self._number_label), (self._password, self._password_label)):
            field.setAccessibleName(text.text())


def _field(name: str) -> tuple[QLabel, QLineEdit]:
    field = QLineEdit()
    field.setObjectName(name)
    field.setFont(theme.font(22))
    field.setMinimumHeight(50)
    field.setMaxLength(64)
    text = label(f"{name}_label", 17, soft=True)
    text.setBuddy(field)
    return text, field


def _post(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setCheckable(True)
    button.setFont(theme.font(18))
    button.setMinimumHeight(50)
    c = theme.colours()
    button.setStyleSheet(
        f"QPushButton:checked {{ background: {c.primary_soft}; border: 2px solid {c.primary};"
        f" color: {c.primary}; font-weight: bold; }}"
    )
    return button

"""Draws the open form beside the list (填写栏)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counter_app.screens.sheets.state import Field, FieldKind, Form
from counter_app.widgets import label
from qt_common import theme

WIDTH = 470


class FormPanel(QFrame):
    """Fields one under the other; Enter sends, Esc closes."""

    edited = Signal(dict)
    submitted = Signal()
    cancelled = Signal()

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.setObjectName(f"{page}_form")
        self.setProperty("card", "true")
        self.setFixedWidth(WIDTH)
        self._shown: tuple[str, str] | None = None
        self._setters: dict[str, Callable[[str], None]] = {}
        self._title = label(f"{page}_form_title", 21, bold=True, wrap=True)
        self._hint = label(f"{page}_form_hint", 16, wrap=True)
        self._hint.setStyleSheet(f"color: {theme.colours().primary};")
        self._error = label(f"{page}_form_error", 16, wrap=True)
        self._error.setStyleSheet(f"color: {theme.colours().alarm};")
        self._ok = QPushButton()
        self._ok.setObjectName(f"{page}_form_ok")
        self._ok.setProperty("kind", "primary")
        self._ok.clicked.connect(self.submitted)
        self._cancel = QPushButton()
        self._cancel.setObjectName(f"{page}_form_cancel")
        self._cancel.clicked.connect(self.cancelled)
        self._scroll = QScrollArea()
        self._scroll.setObjectName(f"{page}_form_fields")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._cancel, self._ok):
            button.setFont(theme.font(18, bold=button is self._ok))
            button.setMinimumHeight(46)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        for part in (self._hint, self._error):
            column.addWidget(part)
        column.addLayout(buttons)

    def render_form(self, form: Form | None, *, busy: bool) -> None:
        """Draw ``form``; a field that already shows the text keeps its cursor."""
        self.setVisible(form is not None)
        if form is None:
            self._shown = None
            return
        self._ok.setText(self.tr("确定 Enter"))
        self._cancel.setText(self.tr("取消 Esc"))
        self._title.setText(form.title)
        self._hint.setText(form.hint)
        self._hint.setVisible(bool(form.hint))
        self._error.setText(form.error)
        self._error.setVisible(bool(form.error))
        self._ok.setEnabled(not busy)
        fresh = self._shown != (form.act, form.subject)
        if fresh:
            self._shown = (form.act, form.subject)
            self._build(form)
        for name, put in self._setters.items():
            put(form.values.get(name, ""))
        if fresh:
            self._focus_first()

    def _build(self, form: Form) -> None:
        inside = QWidget()
        inside.setObjectName(f"{self._page}_form_inside")
        inside.setStyleSheet(f"QWidget#{self._page}_form_inside {{ background: transparent; }}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(4)
        self._setters = {}
        self._first: QWidget | None = None
        for field in form.fields:
            name = f"{self._page}_field_{field.name}"
            part, put = self._part(field, name)
            part.setObjectName(name)
            part.setAccessibleName(field.text)
            part.setFont(theme.font(18))
            self._setters[field.name] = put
            self._first = self._first or part
            if field.kind is not FieldKind.CHECK:
                words = label(f"{name}_label", 16, soft=True)
                words.setText(field.text)
                words.setBuddy(part)
                column.addWidget(words)
            column.addWidget(part)
        column.addStretch(1)
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self._scroll.setWidget(inside)

    def _focus_first(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(self._first, QLineEdit):
                self._first.selectAll()

    def _part(self, field: Field, name: str) -> tuple[QWidget, Callable[[str], None]]:
        if field.kind is FieldKind.CHOICE:
            return self._choice(field)
        if field.kind is FieldKind.CHECK:
            return self._check(field)
        if field.kind is FieldKind.MANY:
            return self._many(field, name)
        line = QLineEdit()
        line.setMinimumHeight(40)
        line.setMaxLength(200)
        if field.kind is FieldKind.SECRET:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        line.textEdited.connect(lambda text: self.edited.emit({field.name: text}))

        def put(text: str) -> None:
            if line.text() != text:
                line.setText(text)

        return line, put

    def _choice(self, field: Field) -> tuple[QWidget, Callable[[str], None]]:
        box = QComboBox()
        box.setMinimumHeight(40)
        for value, text in field.options:
            box.addItem(text, value)
        box.activated.connect(lambda _i: self.edited.emit({field.name: box.currentData()}))

        def put(value: str) -> None:
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))

        return box, put

    def _check(self, field: Field) -> tuple[QWidget, Callable[[str], None]]:
        box = QCheckBox(field.text)
        box.setMinimumHeight(36)
        box.toggled.connect(lambda on: self.edited.emit({field.name: "1" if on else ""}))

        def put(value: str) -> None:
            with QSignalBlocker(box):
                box.setChecked(bool(value))

        return box, put

    def _many(self, field: Field, name: str) -> tuple[QWidget, Callable[[str], None]]:
        box = QListWidget()
        box.setMinimumHeight(150)
        for value, text in field.options:
            item = QListWidgetItem(text, box)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setToolTip(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        rows = [box.item(row) for row in range(box.count())]

        def changed(_item: QListWidgetItem) -> None:
            on = [i.data(Qt.ItemDataRole.UserRole) for i in rows if i.checkState() is Qt.CheckState.Checked]
            self.edited.emit({field.name: ",".join(on)})

        box.itemChanged.connect(changed)

        def put(value: str) -> None:
            wanted = set(value.split(","))
            with QSignalBlocker(box):
                for item in rows:
                    on = item.data(Qt.ItemDataRole.UserRole) in wanted
                    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

        return box, put

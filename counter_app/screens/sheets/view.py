"""Draws a page of lists (列表附页): sections on top, the list, its actions, the open form beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from counter_app.model import Message, Tone
from counter_app.screens.page_view import PageView
from counter_app.screens.sheets.form_panel import FormPanel
from counter_app.screens.sheets.state import Section, SheetState
from counter_app.screens.sheets.view_model import SheetModel
from counter_app.widgets import label
from qt_common import theme
from qt_common.layout_items import take_widgets

MOST_SECTIONS = 9


class SheetView(PageView):
    """See `SheetState`. Keys: 1 … 9 for the sections, arrows in the list, Enter for its main action, Tab."""

    def __init__(self, view_model: SheetModel[Any], name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(name, key, parent)
        self._vm = view_model
        self._name = name
        self._tabs = QHBoxLayout()
        self._tabs.setSpacing(8)
        self._table = QTableWidget()
        self._table.setObjectName(f"{name}_table")
        self._empty = label(f"{name}_empty", 19, soft=True, wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._advice = label(f"{name}_advice", 20, bold=True, wrap=True)
        c = theme.colours()
        self._advice.setStyleSheet(
            f"background: {c.primary_soft}; color: {c.primary}; border-radius: 8px; padding: 12px 16px;"
        )
        self._note = label(f"{name}_note", 16, soft=True, wrap=True)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(10)
        self._form = FormPanel(name)
        self._drawn: tuple[object, ...] = ()
        self._tab_of: dict[str, QPushButton] = {}
        self._shape: tuple[object, ...] = ()
        self._acts_of: tuple[object, ...] = ()
        self._lay_out()
        self._set_up_table()
        self._keys = [self._key(str(number + 1), partial(self._number, number)) for number in range(MOST_SECTIONS)]
        for enter in ("Return", "Enter"):
            self._key(enter, self._enter)
        self._table.itemSelectionChanged.connect(self._chosen)
        self._form.edited.connect(self._edited)
        self._form.submitted.connect(view_model.submit)
        self._form.cancelled.connect(view_model.cancel_form)
        view_model.state_changed.connect(self.render_state)
        self.setFocusProxy(self._table)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._vm.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        super().retranslate()
        self.render_state(self._vm.state)

    def escape(self) -> None:
        if self._vm.state.form is not None:
            self._vm.cancel_form()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().escape()

    @Slot(object)
    def render_state(self, state: SheetState) -> None:
        """Draw ``state``."""
        self.show_head(state.title, state.summary)
        message = Message(Tone.INFO, self.tr("正在计算，请稍候")) if state.slow else state.message
        self.show_message(message, self.tr("数字键切换栏目，方向键选择，Enter 办理，Tab 移到按钮"))
        section = state.section
        drawn = (state.sections, section.name if section else "")
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw_tabs(state)
            if section is not None:
                self._draw_table(section)
                self._draw_acts(section)
        if section is not None:
            self._mark(state, section)
        had_form = self._form.isVisibleTo(self)
        self._form.render_form(state.form, busy=state.busy is not None)
        for key in self._keys:
            key.setEnabled(state.form is None)  # digits are typed into the form
        if had_form and state.form is None:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_tabs(self, state: SheetState) -> None:
        """The same buttons as long as there are the same sections: one that has the focus keeps it."""
        names = [section.name for section in state.sections]
        if names != list(self._tab_of):
            _clear(self._tabs)
            self._tab_of = {name: self._tab(name) for name in names}
            self._tabs.addStretch(1)
        chosen, c = state.section, theme.colours()
        marked = f"background: {c.primary_soft}; border-color: {c.primary}; color: {c.primary};"
        for number, section in enumerate(state.sections, 1):
            button = self._tab_of[section.name]
            button.setText(f"{number} {section.title}")
            style = marked if section is chosen else ""
            if button.styleSheet() != style:
                button.setStyleSheet(style)
                button.setFont(theme.font(17, bold=section is chosen))

    def _tab(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"{self._name}_tab_{name}")
        button.setFont(theme.font(17))
        button.clicked.connect(lambda _checked=False: self._show_section(name))
        self._tabs.addWidget(button)
        return button

    def _draw_table(self, section: Section) -> None:
        """Only what changed: a reader's place in a long list stays."""
        table = self._table
        colours = theme.colours()
        shades = {Tone.GOOD: colours.good, Tone.WARN: colours.warn, Tone.ALARM: colours.alarm}
        shape = (section.name, section.columns, len(section.lines))
        fresh = shape != self._shape
        self._shape = shape
        with QSignalBlocker(table):
            if fresh:
                table.setColumnCount(len(section.columns))
                table.setHorizontalHeaderLabels(list(section.columns))
                table.setRowCount(len(section.lines))
            for row, line in enumerate(section.lines):
                shade = QColor(shades[line.tone]) if line.tone in shades else None
                for column, text in enumerate(line.cells):
                    fresh |= self._draw_cell(row, column, text, shade)
        if fresh:
            table.resizeColumnsToContents()
        self._empty.setVisible(not section.lines)
        self._empty.setText(section.empty)
        self._note.setText(section.note)
        self._note.setVisible(bool(section.note))
        self._advice.setText(section.advice)
        self._advice.setVisible(bool(section.advice))

    def _draw_cell(self, row: int, column: int, text: str, shade: QColor | None) -> bool:
        """Whether another text stands there now."""
        item = self._table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self._table.setItem(row, column, item)
        if item.data(Qt.ItemDataRole.ForegroundRole) != shade:
            item.setData(Qt.ItemDataRole.ForegroundRole, shade)
        if item.text() == text:
            return False
        item.setText(text)
        item.setToolTip(text)
        return True

    def _draw_acts(self, section: Section) -> None:
        if (section.name, section.acts) == self._acts_of:
            return  # a button that has the focus, or is being pressed, stays
        self._acts_of = (section.name, section.acts)
        focus = QApplication.focusWidget()
        if focus is not None and self._acts.indexOf(focus) >= 0:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        _clear(self._acts)
        for act in section.acts:
            button = QPushButton(act.text)
            button.setObjectName(f"{self._name}_act_{act.name}")
            button.setFont(theme.font(18, bold=act.strong))
            button.setMinimumHeight(46)
            if act.strong:
                button.setProperty("kind", "primary")
            button.clicked.connect(lambda _checked=False, name=act.name: self._vm.press(name))
            self._acts.addWidget(button)
        self._acts.addStretch(1)

    def _mark(self, state: SheetState, section: Section) -> None:
        line = state.line
        row = section.lines.index(line) if line is not None else -1
        if self._table.currentRow() != row:
            with QSignalBlocker(self._table):
                self._table.selectRow(row)
        for act in section.acts:
            button = self.findChild(QPushButton, f"{self._name}_act_{act.name}")
            if button is not None:
                button.setEnabled(state.may(act))

    @Slot()
    def _chosen(self) -> None:
        section, row = self._vm.state.section, self._table.currentRow()
        if section is not None and 0 <= row < len(section.lines):
            self._vm.choose(section.lines[row].key)

    @Slot(dict)
    def _edited(self, values: dict[str, str]) -> None:
        self._vm.edit(values)

    def _number(self, index: int) -> None:
        sections = self._vm.state.sections
        if index < len(sections):
            self._show_section(sections[index].name)

    def _show_section(self, name: str) -> None:
        self._vm.show_section(name)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter is for the list now

    @Slot()
    def _enter(self) -> None:
        """The button that has the focus, else the form, else the list's main action."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif self._vm.state.form is not None:
            self._vm.submit()
        elif self._vm.state.section is not None:
            strong = next((act for act in self._vm.state.section.acts if act.strong), None)
            if strong is not None:
                self._vm.press(strong.name)

    def _key(self, key: str, slot: Any) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(slot)
        return shortcut

    def _set_up_table(self) -> None:
        table, c = self._table, theme.colours()
        table.setFont(theme.font(18))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(46)
        head = table.horizontalHeader()
        head.setFont(theme.font(16))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        table.setStyleSheet(
            f"QTableWidget {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}"
            "QTableWidget { outline: none; }"
            "QTableWidget::item { padding: 0 14px; border: none; }"
            f"QTableWidget::item:selected {{ background: {c.primary_soft}; color: {c.text}; }}"
            f"QHeaderView::section {{ background: {c.surface}; color: {c.text_soft}; border: none;"
            f" border-bottom: 1px solid {c.line}; padding: 8px 14px; }}"
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._advice)
        left.addWidget(self._table, 1)
        inside = QVBoxLayout(self._table.viewport())  # an empty list keeps the focus, and Enter its meaning
        inside.addWidget(self._empty)
        left.addWidget(self._note)
        left.addLayout(self._acts)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(self._form)
        self.body.addLayout(self._tabs)
        self.body.addLayout(row, 1)


def _clear(layout: QHBoxLayout) -> None:
    for widget in take_widgets(layout):
        widget.setObjectName("")  # nobody finds it by name any more
        widget.hide()
        widget.deleteLater()

"""The controls of the preview (面板控件): weights of rows and columns, the options of one panel."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from display_app.preview.fields import Field, Shape
from display_app.preview.view_model import PreviewModel, PreviewState
from display_app.preview.words import choice_words, field_words, panel_words


class Controls(QWidget):
    """Weights above, the list of panels, the options of the chosen one; every change is a change of the text."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_controls")
        self._model = model
        self._shown: object = None
        self._rows, self._columns = _Weights("rows"), _Weights("columns")
        for weights in (self._rows, self._columns):
            weights.changed.connect(model.set_weight)
        self._list = QListWidget()
        self._list.setObjectName("preview_panels")
        self._list.setMaximumHeight(190)
        self._list.currentRowChanged.connect(self._chosen)
        self._form = _Form()
        self._form.changed.connect(self._set)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._form)
        column = QVBoxLayout(self)
        self._labels = [QLabel(), QLabel(), QLabel()]
        for label, part in zip(self._labels, (self._rows, self._columns, self._list), strict=True):
            column.addWidget(label)
            column.addWidget(part)
        column.addWidget(scroll, 1)
        self.retranslate()

    @property
    def panel(self) -> str:
        """The panel that was chosen; empty for none."""
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def retranslate(self) -> None:
        """Say everything in the language that is used now."""
        words = (self.tr("行的权重"), self.tr("列的权重"), self.tr("面板"))
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._list.setAccessibleName(words[2])
        self._shown = None
        self.show_state(self._model.state)

    def show_state(self, state: PreviewState) -> None:
        """Show what the text says now; a control that says it already is left alone."""
        self._rows.show_weights(state.layout.rows)
        self._columns.show_weights(state.layout.columns)
        panels = [(name, options.panel) for name, options in state.layout.panels.items()]
        if panels != self._shown:
            chosen, self._shown = self.panel, panels
            with QSignalBlocker(self._list):
                self._list.clear()
                for row, (name, kind) in enumerate(panels):
                    self._list.addItem(f"{panel_words(kind)}  {name}")
                    self._list.item(row).setData(Qt.ItemDataRole.UserRole, name)
                names = [name for name, _ in panels]
                self._list.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self._show_fields()

    def choose(self, panel: str) -> None:
        """Show the options of a panel."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) == panel:
                self._list.setCurrentRow(row)

    def _show_fields(self) -> None:
        if self.panel:
            self._form.show_fields(self.panel, self._model.fields(self.panel))

    @Slot(int)
    def _chosen(self, row: int) -> None:
        self._show_fields()

    @Slot(str, object)
    def _set(self, key: str, value: object) -> None:
        if self.panel:
            self._model.set_option(self.panel, key, value)  # type: ignore[arg-type]


class _Weights(QWidget):
    """One number for each row or column."""

    changed = Signal(str, int, float)

    def __init__(self, tracks: str) -> None:
        super().__init__()
        self._tracks = tracks
        self._boxes: list[QDoubleSpinBox] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)

    def show_weights(self, weights: tuple[float, ...]) -> None:
        """Show them; as many boxes as there are."""
        while len(self._boxes) > len(weights):
            box = self._boxes.pop()
            self._line.removeWidget(box)
            box.deleteLater()
        while len(self._boxes) < len(weights):
            index = len(self._boxes)
            box = QDoubleSpinBox()
            box.setRange(0.5, 1000)
            box.setDecimals(1)
            box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.UpDownArrows)
            box.setObjectName(f"preview_{self._tracks}_{index + 1}")
            box.setAccessibleName(f"{self._tracks} {index + 1}")
            box.setMinimumWidth(62)
            box.valueChanged.connect(partial(self.changed.emit, self._tracks, index))
            self._boxes.append(box)
            self._line.addWidget(box)
        for box, weight in zip(self._boxes, weights, strict=True):
            if box.value() != round(weight, 1):
                with QSignalBlocker(box):
                    box.setValue(weight)


class _Form(QWidget):
    """A control for each option of a panel."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QFormLayout(self)
        self._of = ""
        self._editors: dict[str, QWidget] = {}

    def show_fields(self, panel: str, fields: tuple[Field, ...]) -> None:
        """Show the options; while it is the same panel only the values change, so that no one loses the focus."""
        if (panel, tuple(field.key for field in fields)) != (self._of, tuple(self._editors)):
            while self._lines.rowCount():
                self._lines.removeRow(0)
            self._of = panel
            self._editors = {field.key: self._editor(field) for field in fields}
            for key, editor in self._editors.items():
                editor.setObjectName(f"preview_option_{key}")
                editor.setAccessibleName(field_words(key))
                editor.setMinimumHeight(36)
                self._lines.addRow(field_words(key), editor)
        for field in fields:
            editor = self._editors[field.key]
            if not editor.hasFocus():
                with QSignalBlocker(editor):
                    _put(editor, field)

    def _editor(self, field: Field) -> QWidget:
        tell = partial(self.changed.emit, field.key)
        if field.shape is Shape.SWITCH:
            switch = QCheckBox()
            switch.toggled.connect(tell)
            return switch
        if field.shape is Shape.WHOLE:
            whole = QSpinBox()
            whole.setRange(int(field.low), int(field.high))
            whole.valueChanged.connect(tell)
            return whole
        if field.shape is Shape.NUMBER:
            number = QDoubleSpinBox()
            number.setRange(field.low, field.high)
            number.setSingleStep(0.1 if field.high <= 3 else 1.0)
            number.valueChanged.connect(tell)
            return number
        if field.shape is Shape.CHOICE:
            choice = QComboBox()
            for one in field.choices:
                choice.addItem(choice_words(one), one)
            choice.currentIndexChanged.connect(lambda index: self.changed.emit(field.key, choice.itemData(index)))
            return choice
        line = QLineEdit()
        if field.choices:
            line.setPlaceholderText(", ".join(field.choices))
        if field.shape is Shape.LIST:
            line.textEdited.connect(lambda text: self.changed.emit(field.key, _listed(text)))
        else:
            line.textEdited.connect(lambda text: self.changed.emit(field.key, text or None))
        return line


def _put(editor: QWidget, field: Field) -> None:
    if isinstance(editor, QCheckBox):
        editor.setChecked(field.value)
    elif isinstance(editor, QSpinBox | QDoubleSpinBox):
        editor.setValue(field.value)
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex(editor.findData(field.value))
    elif isinstance(editor, QLineEdit):
        text = ", ".join(field.value) if field.shape is Shape.LIST else field.value
        if editor.text() != text:
            editor.setText(text)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in re.split("[,，]", text) if part.strip()]

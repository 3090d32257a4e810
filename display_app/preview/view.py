"""The window of the preview (版面预览): the screen at the left, controls, text and problems at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from display_app.layouts.reader import LayoutError
from display_app.layouts.shipped import SUFFIX, shipped_names, shipped_text
from display_app.preview.canvas import Canvas
from display_app.preview.controls import Controls
from display_app.preview.editor import LayoutEditor
from display_app.preview.view_model import SITUATIONS, SIZES, NotSaved, PreviewModel, PreviewState, read_text
from display_app.preview.words import situation_words
from display_app.screens.panel_screen.view import ScreenView
from qt_common.theme import NORMAL

TYPING_MS = 250  # after the last key the screen is drawn anew


class PreviewView(QWidget):
    """The preview's window."""

    def __init__(self, model: PreviewModel) -> None:
        super().__init__()
        self.setObjectName("layout_preview")
        self._model = model
        self.screen_view = ScreenView(model.screen)
        self.canvas = Canvas(self.screen_view)
        self.editor = LayoutEditor()
        self.editor.setObjectName("preview_text")
        self.controls = Controls(model)
        self.problems = QListWidget()
        self.problems.setObjectName("preview_problems")
        self.problems.setMaximumHeight(120)
        self.problems.setWordWrap(True)
        self.problems.setStyleSheet(f"QListWidget {{ color: {NORMAL.alarm}; }}")
        self._said = QLabel()
        self._said.setObjectName("preview_said")
        self._said.setWordWrap(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._typed)
        self._tabs = QTabWidget()
        self._tabs.addTab(self.controls, "")
        self._tabs.addTab(self.editor, "")
        right = QWidget()
        column = QVBoxLayout(right)
        column.addLayout(self._choices())
        column.addWidget(self._tabs, 1)
        column.addWidget(self.problems)
        column.addWidget(self._said)
        column.addLayout(self._buttons())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.canvas)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([940, 460])
        line = QHBoxLayout(self)
        line.addWidget(splitter)
        self.editor.edited.connect(self._edited)
        self.problems.itemActivated.connect(self._go_to)
        self.problems.itemClicked.connect(self._go_to)
        model.state_changed.connect(self._show)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def open_file(self, file: Path) -> None:
        """Go on with a file; one that can't be read is told."""
        try:
            self._model.open_text(file.name, read_text(file), file.parent)
        except LayoutError as error:
            self._said.setText(error.message)

    def save_to(self, file: Path) -> None:
        """Write the layout; why it was not is told."""
        self._typed()
        try:
            self._model.save(file if file.suffix == SUFFIX else file.with_name(file.name + SUFFIX))
        except NotSaved as error:
            self._said.setText(error.message)
        else:
            self._said.setText(self.tr("已保存 {name}").format(name=self._model.state.name))

    def _choices(self) -> QHBoxLayout:
        self.shipped = QComboBox()
        self.sizes = QComboBox()
        self.situations = QComboBox()
        for size in SIZES:
            self.sizes.addItem(f"{size[0]}×{size[1]}", size)
        for situation in SITUATIONS:
            self.situations.addItem("", situation)
        self.shipped.addItem("", "")
        for name in shipped_names():
            self.shipped.addItem(name, name)
        line = QHBoxLayout()
        for box, name in ((self.shipped, "shipped"), (self.sizes, "size"), (self.situations, "situation")):
            box.setObjectName(f"preview_{name}")
            line.addWidget(box, 1)
        self.shipped.activated.connect(self._choose_shipped)
        self.sizes.activated.connect(lambda index: self._model.choose_size(tuple(self.sizes.itemData(index))))
        self.situations.activated.connect(
            lambda index: self._model.choose_situation(self.situations.itemData(index))
        )
        return line

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        self._open, self._save = QPushButton(), QPushButton()
        for button, name, action in ((self._open, "open", self._ask_open), (self._save, "save", self._ask_save)):
            button.setObjectName(f"preview_{name}")
            button.clicked.connect(action)
            line.addWidget(button)
        self._save.setProperty("kind", "primary")
        return line

    def _retranslate(self) -> None:
        self.shipped.setItemText(0, self.tr("自带版面…"))
        self.shipped.setAccessibleName(self.tr("自带版面"))
        self.sizes.setAccessibleName(self.tr("屏幕尺寸"))
        self.situations.setAccessibleName(self.tr("大厅情形"))
        for index, situation in enumerate(SITUATIONS):
            self.situations.setItemText(index, situation_words(situation))
        self._tabs.setTabText(0, self.tr("面板"))
        self._tabs.setTabText(1, self.tr("文件"))
        self.editor.setAccessibleName(self.tr("版面文件"))
        self.problems.setAccessibleName(self.tr("版面中的错误"))
        self._open.setText(self.tr("打开…"))
        self._save.setText(self.tr("另存为…"))
        self.controls.retranslate()
        self._show(self._model.state)

    @Slot(object)
    def _show(self, state: PreviewState) -> None:
        title = self.tr("版面预览：{name}").format(name=state.name)
        self.setWindowTitle(title if state.saved else f"{title} *")
        self.canvas.show_size(state.size)
        self.sizes.setCurrentIndex(self.sizes.findData(state.size))
        self.situations.setCurrentIndex(self.situations.findData(state.situation))
        self.editor.put(state.text)
        self.editor.mark(problem.line for problem in state.problems)
        self.problems.clear()
        self.problems.setVisible(bool(state.problems))
        for problem in state.problems:
            where = self.tr("第 {line} 行：").format(line=problem.line) if problem.line else ""
            item = QListWidgetItem(where + problem.message)
            item.setData(Qt.ItemDataRole.UserRole, problem.line)
            self.problems.addItem(item)
        self._save.setEnabled(not state.problems)
        self.controls.show_state(state)

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._typing.start()

    @Slot()
    def _typed(self) -> None:
        self._typing.stop()
        self._said.clear()
        self._model.set_text(self.editor.toPlainText())

    @Slot(QListWidgetItem)
    def _go_to(self, item: QListWidgetItem) -> None:
        self._tabs.setCurrentWidget(self.editor)
        self.editor.go_to(int(item.data(Qt.ItemDataRole.UserRole)) or 1)

    @Slot(int)
    def _choose_shipped(self, index: int) -> None:
        name = self.shipped.itemData(index)
        if name:
            self._model.open_text(f"{name}{SUFFIX}", shipped_text(name), None)
        self.shipped.setCurrentIndex(0)

    @Slot()
    def _ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("打开版面"), "", f"TOML (*{SUFFIX})")
        if name:
            self.open_file(Path(name))

    @Slot()
    def _ask_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("保存版面"), self._model.state.name, f"TOML (*{SUFFIX})"
        )
        if name:
            self.save_to(Path(name))

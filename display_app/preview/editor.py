"""The text of a layout's file with its line numbers and its wrong lines (版面文本)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from qt_common.theme import NORMAL


class LayoutEditor(QPlainTextEdit):
    """An editor whose wrong lines are tinted."""

    edited = Signal(str)  # by the person, not by `put`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._putting = False
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(15)
        self.setFont(font)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance("    "))
        self._numbers = _Numbers(self)
        self.setViewportMargins(self._numbers.sizeHint().width(), 0, 0, 0)
        self.updateRequest.connect(self._follow)
        self.textChanged.connect(self._changed)

    def put(self, text: str) -> None:
        """Put another text, which can be undone as if it had been typed."""
        if text == self.toPlainText():
            return
        self._putting = True
        place, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        self._putting = False

    def mark(self, lines: Iterable[int]) -> None:
        """Tint these lines, counted from 1."""
        marks = []
        for line in lines:
            block = self.document().findBlockByNumber(line - 1)
            if line > 0 and block.isValid():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                mark.format.setBackground(QColor("#fbdcd9"))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                marks.append(mark)
        self.setExtraSelections(marks)

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, counted from 1."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top(), self._numbers.sizeHint().width(), inside.height())

    def paint_numbers(self, painter: QPainter, exposed: QRect) -> None:
        """The numbers of the lines that can be seen."""
        painter.fillRect(exposed, QColor(NORMAL.ground))
        painter.setPen(QColor(NORMAL.text_soft))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        width = self._numbers.width() - 8
        while block.isValid() and top <= exposed.bottom():
            height = self.blockBoundingRect(block).height()
            painter.drawText(
                QRect(0, int(top), width, int(height)), Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1)
            )
            block, top = block.next(), top + height

    @Slot(QRect, int)
    def _follow(self, rect: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update()

    @Slot()
    def _changed(self) -> None:
        if not self._putting:
            self.edited.emit(self.toPlainText())


class _Numbers(QWidget):
    """The strip with the line numbers."""

    def __init__(self, editor: LayoutEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setFont(editor.font())

    def sizeHint(self) -> QSize:
        """Wide enough for four figures."""
        return QSize(self.fontMetrics().horizontalAdvance("0000") + 12, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The editor knows the lines."""
        painter = QPainter(self)
        self._editor.paint_numbers(painter, event.rect())
        painter.end()

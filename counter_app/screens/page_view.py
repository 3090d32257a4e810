"""The frame of a page beside the work page (附页): title, message, way back, body."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counter_app.model import Message
from counter_app.widgets import MessageBar, label
from qt_common import theme


class PageView(QWidget):
    """A page lays itself out in ``body`` and gives its words in ``retranslate``.

    Args:
        name: such as ``"guide"``; object names begin with it.
        key: hot key that opens and leaves the page, such as ``"F4"``.
    """

    back_wanted = Signal()

    def __init__(self, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self.key = key
        self._title = label(f"{name}_title", 28, bold=True)
        self._title.setStyleSheet(f"color: {theme.colours().primary};")
        self._summary = label(f"{name}_summary", 19)
        self._back = QPushButton()
        self._back.setObjectName(f"{name}_back")
        self._back.setFont(theme.font(18))
        self._back.clicked.connect(self.back_wanted)
        self._message = MessageBar()
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        head.addWidget(self._back)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(self._message)
        outer.addLayout(self.body, 1)
        keys = (("Escape", self.escape), (key, self.back_wanted.emit))
        for shortcut_key, slot in keys:
            shortcut = QShortcut(QKeySequence(shortcut_key), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def escape(self) -> None:
        """Esc: back; a page with an open form closes that first."""
        self.back_wanted.emit()

    @property
    def short_title(self) -> str:
        """Two to four characters for the button that opens the page; a page gives its own."""
        return self._title.text()

    def retranslate(self) -> None:
        """Set all words anew; a page extends it."""
        self._back.setText(self.tr("返回 Esc"))

    def show_head(self, title: str, summary: str) -> None:
        """The title and what there is to know at a glance."""
        self._title.setText(title)
        self._summary.setText(summary)

    def show_message(self, message: Message | None, hint: str = "") -> None:
        """What happened, what is kept, what to do now."""
        self._message.show_message(message, hint)

"""Small widgets of the counter's screens: action button, elided text, lamp, message bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from counter_app.model import Lamp, Message, Tone
from qt_common import theme


class ActionButton(QPushButton):
    """A button that shows its key under its name.

    Space and Enter are hot keys of the page; the button leaves them to it.
    """

    def __init__(self, name: str, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._key = ""
        self._large = large
        self.setFont(theme.font(20 if large else 17, bold=large))
        self.setMinimumHeight(68 if large else 54)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the queue
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, key: str, hint: str = "") -> None:
        """Name, key and tool tip."""
        self._key = key
        self.setText(text)
        self.setAccessibleName(f"{text} {key}".strip())
        self.setToolTip(hint or text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 20, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setPen(QColor(_text_colour(str(self.property("kind") or ""), enabled=enabled)))
        height, width = self.height(), self.width()
        if not self._key:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        name_height = self.fontMetrics().height()
        key_font = theme.font(14)
        top = (height - name_height - 18) // 2
        painter.drawText(QRect(0, top, width, name_height), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(key_font)
        painter.drawText(QRect(0, top + name_height, width, 18), Qt.AlignmentFlag.AlignCenter, self._key)


def _text_colour(kind: str, *, enabled: bool) -> str:
    c = theme.colours()
    if not enabled:
        return c.text_soft
    return {"primary": c.on_primary, "accent": c.on_accent, "alarm": c.on_alarm}.get(kind, c.text)


class ElidedLabel(QLabel):
    """One line that ends in … when it does not fit, with the whole text in its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class LampLabel(QLabel):
    """A device's lamp with its state in words: colour alone is not enough."""

    _SIGNS = {
        Lamp.OK: "●",
        Lamp.UNSURE: "●",
        Lamp.STARTING: "○",
        Lamp.AWAY: "✕",
        Lamp.FAULT: "✕",
        Lamp.ABSENT: "－",
    }

    def show_lamp(self, lamp: Lamp, text: str, hint: str) -> None:
        """Show a state."""
        c = theme.colours()
        colour = {Lamp.OK: c.good, Lamp.UNSURE: c.warn, Lamp.AWAY: c.alarm, Lamp.FAULT: c.alarm}.get(
            lamp, c.text_soft
        )
        self.setText(f'{text} <span style="color:{colour}">{self._SIGNS[lamp]}</span>')
        self.setToolTip(hint)
        self.setAccessibleName(hint)


class MessageBar(QFrame):
    """The calm line under the head (提示栏); without a message it shows the keys, so nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setFixedHeight(40)
        self._text = ElidedLabel()
        self._text.setObjectName("message")
        self._text.setFont(theme.font(17))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._text, 1)
        self.show_message(None)

    def show_message(self, message: Message | None, hint: str = "") -> None:
        """Show a message, or softly a hint."""
        c = theme.colours()
        ground, text = c.ground, c.text_soft
        if message is not None:
            ground = {Tone.GOOD: "#e2f2e7", Tone.WARN: "#fdf0d8", Tone.ALARM: "#fbe4e2"}.get(
                message.tone, c.primary_soft
            )
            text = {Tone.GOOD: c.good, Tone.WARN: "#6b4100", Tone.ALARM: c.alarm}.get(message.tone, c.text)
        self._text.setText(message.text if message else hint)
        self.setAccessibleName(message.text if message else "")
        self.setStyleSheet(
            f"QFrame#message_bar {{ background: {ground}; border-radius: 8px; }} QLabel {{ color: {text}; }}"
        )


def card(name: str) -> QFrame:
    """A white card."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("card", "true")
    return frame


def label(name: str, pixels: int, *, bold: bool = False, soft: bool = False, wrap: bool = False) -> QLabel:
    """A text."""
    text = QLabel()
    text.setObjectName(name)
    text.setFont(theme.font(pixels, bold=bold))
    text.setWordWrap(wrap)
    if soft:
        text.setStyleSheet(f"color: {theme.colours().text_soft};")
    return text

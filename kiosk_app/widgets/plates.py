"""Grounds, cards and buttons of the kiosk, each drawn by itself (底板).

A style sheet would have Qt match its rules against every widget of a page, each time one is built: that alone took
longer than a visitor should wait for a switch of the display modes. So nothing of the kiosk has one.
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from kiosk_app.look import Look
from kiosk_app.widgets.button_paint import ButtonPaint, button_padding, button_paint

ICON_GAP = 4  # px between a button's icon and its words
VEIL = QColor(10, 20, 40, 170)  # over a page that has to wait


class Ground(QWidget):
    """What all stands on; fills itself with one colour."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(colour)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()


class Veil(QFrame):
    """Lies over the whole page and darkens it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), VEIL)
        painter.end()


class Edged(QFrame):
    """The head line or the foot line: a ground with a line along the page."""

    def __init__(self, ground: str, line: str, width: int, *, below: bool) -> None:
        super().__init__()
        self._ground, self._line, self._width, self._below = QColor(ground), QColor(line), width, below
        self.setContentsMargins(0, 0 if below else width, 0, 0)  # a line below lies over what is empty anyway

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and line."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        top = self.height() - self._width if self._below else 0
        painter.fillRect(0, top, self.width(), self._width, self._line)
        painter.end()


class Plate(QFrame):
    """A card: rounded, with a line around it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        c = look.colours
        self._paint = ButtonPaint(c.surface, c.text, c.line)
        self._look = look
        self.setContentsMargins(look.line, look.line, look.line, look.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card."""
        painter = QPainter(self)
        draw_plate(painter, self.rect(), self._paint, self._look)
        painter.end()


class Badge(QLabel):
    """Words on a rounded ground of their own.

    Args:
        radius: of its corners, in px.
    """

    def __init__(self, ground: str, radius: int) -> None:
        super().__init__()
        self._ground, self._radius = QColor(ground), radius

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
        painter.end()
        super().paintEvent(event)


class PressButton(QPushButton):
    """A button that draws itself; what is pressed looks so in the very next picture.

    Args:
        kind: chooses its colours, see `button_paint`; it can be changed later.
        resting: drawn quietly: what it stands for can't be had now.
        tight: without space around its words.
    """

    def __init__(
        self,
        look: Look,
        kind: str,
        *,
        resting: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._resting = resting
        self._tight = tight
        self._kind = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Other colours."""
        if kind == self._kind:
            return
        self._kind = kind
        self._edge = self._look.line
        self._around = self._edge + (0 if self._tight else button_padding(self._look, kind))
        self.setProperty("kind", kind)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words, icon, the space around them, the line."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text() or "XXXX")
        width, height = words.width(), words.height()
        if not self.icon().isNull():
            icon = self.iconSize()
            width = icon.width() + ICON_GAP + (width if self.text() else 0)
            height = max(icon.height(), height if self.text() else 0)
        return QSize(width, height).grownBy(QMargins(self._around, self._edge, self._around, self._edge))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As it is now: pressed, disabled, resting or none of these."""
        paint = button_paint(
            self._look,
            self._kind,
            pressed=self.isDown(),
            enabled=self.isEnabled(),
            resting=self._resting,
        )
        painter = QPainter(self)
        if paint is not None:
            draw_plate(painter, self.rect(), paint, self._look)
            self._draw_words(painter, paint.ink)
        painter.end()

    def _draw_words(self, painter: QPainter, ink: str) -> None:
        if not self.text() and self.icon().isNull():
            return
        inside = self.rect().adjusted(self._around, self._edge, -self._around, -self._edge)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextHideMnemonic
        if self.icon().isNull():
            painter.drawText(inside, flags, self.text())
            return
        icon = self.iconSize()
        words = self.fontMetrics().boundingRect(inside, flags, self.text()).width()
        left = inside.x() + (inside.width() - icon.width() - ICON_GAP - words) // 2
        top = inside.y() + (inside.height() - icon.height()) // 2
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, QRect(QPoint(left, top), icon), Qt.AlignmentFlag.AlignCenter, mode)
        inside.setLeft(left + icon.width() + ICON_GAP)
        beside = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, beside | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextHideMnemonic, self.text())


def draw_plate(painter: QPainter, place: QRect, paint: ButtonPaint, look: Look) -> None:
    """A rounded rectangle with a line around it, all of it inside ``place``."""
    half = look.line / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(paint.edge), look.line)
    pen.setStyle(Qt.PenStyle.DashLine if paint.dashed else Qt.PenStyle.SolidLine)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(QColor(paint.ground))
    painter.drawRoundedRect(
        QRectF(place).adjusted(half, half, -half, -half), look.radius - half, look.radius - half
    )

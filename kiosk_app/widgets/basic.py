"""Labels, buttons and tiles in the kiosk's look."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kiosk_app.widgets.icons import icon_pixmap
from kiosk_app.widgets.plates import Badge, Plate, PressButton
from qt_common import theme
from qt_common.layout_items import take_widgets

if TYPE_CHECKING:
    from kiosk_app.look import Look

CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def label(
    text: str,
    pixels: int,
    colour: str,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = LEFT,
    name: str = "",
) -> QLabel:
    """A plain-text label that wraps; text from the catalogue is never taken for markup."""
    result = QLabel(text)
    _make_plain(result, pixels, colour, bold=bold, align=align, name=name)
    result.setWordWrap(True)
    return result


def page_box(page: QWidget, look: Look, title: str = "") -> QVBoxLayout:
    """A page's layout from above to below, with the margins all pages have and the question it asks."""
    box = QVBoxLayout(page)
    box.setContentsMargins(look.margin, look.gap, look.margin, look.gap)
    box.setSpacing(look.gap)
    if title:
        box.addWidget(label(title, look.title, look.colours.text, bold=True))
    return box


def badge(
    text: str,
    pixels: int,
    colour: str,
    ground: str,
    radius: int,
    *,
    around: tuple[int, int] = (0, 0),
    name: str = "",
) -> Badge:
    """Words in one line on a rounded ground, with ``around`` px beside and above them."""
    result = Badge(ground, radius)
    result.setText(text)
    _make_plain(result, pixels, colour, bold=True, align=CENTER, name=name)
    result.setContentsMargins(around[0], around[1], around[0], around[1])
    return result


def paint(words: QLabel, colour: str) -> None:
    """Give a label another colour; by its palette: a style sheet for each took a third of a page's time."""
    words.setPalette(_ink(colour))


def _make_plain(words: QLabel, pixels: int, colour: str, *, bold: bool, align: Qt.AlignmentFlag, name: str) -> None:
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setFont(theme.font(pixels, bold=bold))
    words.setForegroundRole(QPalette.ColorRole.WindowText)  # on a button it would take the button's
    paint(words, colour)
    words.setAlignment(align)
    words.setObjectName(name)


@lru_cache(maxsize=64)
def _ink(colour: str) -> QPalette:
    """Says nothing of the other roles, which stay the application's."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    return palette


def button(
    text: str, name: str, look: Look, pressed: Callable[[], None], *, kind: str = "plain", tight: bool = False
) -> PressButton:
    """A button with a stable object name; ``kind`` chooses its colours."""
    result = PressButton(look, kind, tight=tight)
    result.setText(text)
    result.setObjectName(name)
    result.setAccessibleName(text)
    result.setFont(theme.font(look.big, bold=kind == "primary"))
    result.setMinimumHeight(look.button)
    result.clicked.connect(lambda: pressed())
    return result


def rename(pressed: QPushButton, text: str) -> None:
    """Give a button another text, to the eye and to assistive technology."""
    pressed.setText(text)
    pressed.setAccessibleName(text)


class Tile(PressButton):
    """A large touch area with an icon or a badge, a title and lines below it.

    Args:
        badge: one character in a coloured square, in place of an icon.
        stacked: icon above the words instead of beside them.
        resting: drawn quietly: what it stands for can't be had now, and says why in its words.
    """

    def __init__(
        self,
        title: str,
        lines: tuple[str, ...],
        name: str,
        look: Look,
        pressed: Callable[[], None],
        *,
        icon: str = "",
        badge: str = "",
        kind: str = "tile",
        stacked: bool = False,
        title_pixels: int = 0,
        resting: bool = False,
    ) -> None:
        super().__init__(look, kind, resting=resting)
        self.setObjectName(name)
        self.setAccessibleName("，".join((title, *lines)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.clicked.connect(lambda: pressed())
        c = look.colours
        on_blue = kind in ("door", "chosen")
        box: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        edge = look.px(22)
        box.setContentsMargins(edge, look.px(14), edge, look.px(14))
        box.setSpacing(look.px(22))
        align = CENTER if stacked else LEFT
        if stacked:
            box.addStretch(1)
        if icon or badge:
            box.addWidget(self._mark(icon, badge, look, on_blue, stacked), 0, CENTER)
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addStretch(1)
        size = title_pixels or look.big
        words.addWidget(self._pass(label(title, size, c.on_primary if on_blue else c.text, bold=True, align=align)))
        for line in lines:
            colour = c.on_primary if on_blue else c.text_soft
            words.addWidget(self._pass(label(line, look.body if stacked else look.small, colour, align=align)))
        words.addStretch(1)
        box.addLayout(words, 0 if stacked else 1)
        if stacked:
            box.addStretch(1)

    def sizeHint(self) -> QSize:
        """What the words need: a push button alone would only look at its empty text."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def _mark(self, icon: str, character: str, look: Look, on_blue: bool, stacked: bool) -> QLabel:
        c = look.colours
        size = look.px(120 if stacked else 92)
        if icon:
            mark = QLabel()
            mark.setPixmap(icon_pixmap(icon, size, c.on_primary if on_blue else c.primary))
        else:
            mark = badge(character, round(size * 0.52), c.on_primary, c.primary, size // 5)
        mark.setFixedSize(size, size)
        return self._pass(mark)

    @staticmethod
    def _pass(widget: QLabel) -> QLabel:
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return widget


def card(look: Look) -> tuple[Plate, QVBoxLayout]:
    """A white card and its layout."""
    frame = Plate(look)
    box = QVBoxLayout(frame)
    side, top = (24, 14) if look.low else (40, 30)
    box.setContentsMargins(look.px(side), look.px(top), look.px(side), look.px(top))
    box.setSpacing(look.px(8 if look.low else 16))
    return frame, box


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    for widget in take_widgets(layout):
        widget.hide()
        widget.deleteLater()

"""What a careful person would find fault with on a picture of a kiosk page, measured.

Text is measured by its font; contrast is taken from the painted pixels, not from the theme; touch areas and
distances are in px at a short side of 1080.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget

from kiosk_app.look import LOW_REACH
from kiosk_app.modes import Modes

LEAST_TOUCH = 60
LEAST_GAP = 8
LEAST_ELDER_TEXT = 32
MOST_CHOICES = 4
AA, AAA = 4.5, 7.0
LAYERS = ("mode_choice", "idle_question")
SLACK = 0.93  # pixels are counted in 32 steps a channel


class PictureCheck:
    """One page on the screen; call it for its faults."""

    def __init__(self, window: QWidget, modes: Modes) -> None:
        self._window = window
        self._modes = modes
        layers = [w for name in LAYERS for w in window.findChildren(QWidget, name) if w.isVisible()]
        self._layer = layers[0] if layers else window
        self.labels = [w for w in self._layer.findChildren(QLabel) if w.isVisible() and w.text()]
        self.buttons = [w for w in self._layer.findChildren(QPushButton) if w.isVisible()]
        self._touched = [w for w in self.buttons if w.objectName() != "staff_corner"]

    def faults(self) -> list[str]:
        """All of them, in words."""
        found = [*self._cut_off(), *self._outside(), *self._overlapping(), *self._touch_areas(), *self._names()]
        found += self._contrasts()
        if self._modes.low and self._window.height() > self._window.width():
            found += self._too_high()
        if self._modes.elder:
            found += self._elder()
        return found

    def texts(self) -> list[str]:
        """All words on the page."""
        return [w.text() for w in (*self.labels, *self.buttons)]

    def _cut_off(self) -> Iterator[str]:
        for shown in self.labels:
            metrics, inside = shown.fontMetrics(), shown.contentsRect()
            if shown.wordWrap():
                needed = shown.heightForWidth(shown.width())
                width = max(metrics.horizontalAdvance(word) for word in shown.text().split() or [""])
                if any(ord(c) > 0x2E7F for c in shown.text()):
                    width = 0  # Chinese may break anywhere
            else:  # one line of digits and letters: the glyphs count, not the font's room for accents
                needed = max(metrics.tightBoundingRect(line).height() for line in shown.text().split("\n"))
                width = max(metrics.horizontalAdvance(line) for line in shown.text().split("\n"))
            if needed > shown.height() + 2 or width > inside.width() + 1:
                yield f"“{shown.text()}” needs {width} × {needed}, has {inside.width()} × {shown.height()} px"
        for pressed in self.buttons:
            width = _width(pressed.fontMetrics(), pressed.text())
            if not pressed.icon().isNull():
                width += pressed.iconSize().width() + 4
            if width > pressed.width() - 8:
                yield f"button “{pressed.text()}” needs {width}, has {pressed.width()} px"

    def _outside(self) -> Iterator[str]:
        for widget in (*self.labels, *self.buttons):
            parent = widget.parentWidget()
            if not self._window.rect().contains(self._place(widget)):
                yield f"{_who(widget)} stands outside the window"
            elif parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
                yield f"{_who(widget)} stands outside of what holds it"

    def _overlapping(self) -> Iterator[str]:
        by_parent: dict[int, list[QWidget]] = {}
        for widget in (*self.labels, *self._touched):
            by_parent.setdefault(id(widget.parentWidget()), []).append(widget)
        for siblings in by_parent.values():
            for one, other in combinations(siblings, 2):
                common = one.geometry().intersected(other.geometry())
                if common.width() > 1 and common.height() > 1:
                    yield f"{_who(one)} and {_who(other)} overlap by {common.width()} × {common.height()} px"

    def _touch_areas(self) -> Iterator[str]:
        places = [(pressed, self._place(pressed)) for pressed in self._touched]
        for pressed, place in places:
            if min(place.width(), place.height()) < LEAST_TOUCH:
                yield f"{_who(pressed)} is {place.width()} × {place.height()} px small"
        for (one, a), (other, b) in combinations(places, 2):
            gap = max(b.left() - a.right(), a.left() - b.right(), b.top() - a.bottom(), a.top() - b.bottom()) - 1
            if gap < LEAST_GAP:
                yield f"{_who(one)} and {_who(other)} are {gap} px apart"

    def _names(self) -> Iterator[str]:
        names = [pressed.objectName() for pressed in self.buttons]
        for pressed in self.buttons:
            if not pressed.objectName() or not (pressed.accessibleName() or pressed.objectName() == "staff_corner"):
                yield f"a button without a name: “{pressed.text()}”"
        yield from (f"two buttons are named {name}" for name in set(names) if names.count(name) > 1)

    def _too_high(self) -> Iterator[str]:
        top = self._window.height() - LOW_REACH
        for pressed in self._touched:
            if self._place(pressed).top() < top:
                yield f"{_who(pressed)} is out of reach from a wheelchair"

    def _elder(self) -> Iterator[str]:
        for widget in (*self.labels, *self.buttons):
            if widget.text() and widget.font().pixelSize() < LEAST_ELDER_TEXT:
                yield f"{_who(widget)} is written {widget.font().pixelSize()} px small"
        choices = [w for w in self.buttons if w.property("kind") in ("tile", "door", "chosen")]
        if len(choices) > MOST_CHOICES:
            yield f"{len(choices)} choices"
        if any(area.isVisible() for area in self._layer.findChildren(QAbstractScrollArea)):
            yield "something has to be scrolled"

    def _contrasts(self) -> Iterator[str]:
        least = AAA if self._modes.elder or self._modes.contrast else AA
        # 32 steps a channel in 16 bits: red, green, blue.
        image = self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB555)
        rows = np.frombuffer(image.constBits(), np.uint16).reshape(image.height(), image.bytesPerLine() // 2)
        for widget in (*self.labels, *self.buttons):
            if not widget.text().strip() or not widget.isEnabled():
                continue
            edge = 6 if isinstance(widget, QPushButton) else 0
            place = self._place(widget).adjusted(edge, edge, -edge, -edge).intersected(self._window.rect())
            pixels = rows[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
            ratio = painted_contrast(pixels)
            if ratio < least * SLACK:
                yield f"{_who(widget)} has a contrast of {ratio:.1f}"

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())


def painted_contrast(pixels: NDArray[np.uint16]) -> float:
    """The contrast (WCAG 2.1) of the ground, the most frequent colour, and what stands out most from it.

    Args:
        pixels: rows of 5 bits each of red, green and blue.
    """
    counts = np.bincount(pixels.ravel() & 0x7FFF, minlength=1 << 15)
    ground = int(counts.argmax())
    colours = np.flatnonzero(counts >= max(4, pixels.size // 5000))
    parts = np.stack([colours >> 10, (colours >> 5) & 31, colours & 31]) / 31
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    light = np.array([0.2126, 0.7152, 0.0722]) @ linear + 0.05
    behind = light[colours == ground][0]
    return float(np.maximum(light / behind, behind / light).max())


def _width(metrics: QFontMetrics, text: str) -> int:
    return max(metrics.size(Qt.TextFlag.TextShowMnemonic, line).width() for line in text.split("\n"))


def _who(widget: QLabel | QPushButton) -> str:
    return f"{widget.objectName() or type(widget).__name__} “{widget.text()[:24]}”"

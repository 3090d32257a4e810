"""Text on walls (大字): fitted to its place, centred on what the eye sees of the letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from qt_common import theme

SMALLEST = 10  # pixels


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one size.

    Attributes:
        size: relative to the line's size, 0 … 1.
    """

    text: str
    size: float = 1.0
    bold: bool = True
    colour: str | None = None


def fitted_font(text: str, pixels: int, width: float, *, bold: bool = False) -> QFont:
    """A font of at most ``pixels`` in which ``text`` is at most ``width`` wide."""
    font = theme.font(pixels, bold=bold)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > width > 0:
        font = theme.font(max(int(pixels * width / wide), SMALLEST), bold=bold)
    return font


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    pixels: int,
    colour: str,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    smallest: float = 0.6,
) -> None:
    """Write one line, vertically centred; shrunk to ``smallest`` of its size before it is cut off with “…”."""
    font = fitted_font(text, pixels, rect.width(), bold=bold)
    if font.pixelSize() < pixels * smallest:
        font = theme.font(int(pixels * smallest), bold=bold)
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    metrics = QFontMetricsF(font)
    left = float(rect.x())
    spare = rect.width() - metrics.horizontalAdvance(text)
    if align & Qt.AlignmentFlag.AlignRight:
        left += spare
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left += spare / 2
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(left, _baseline(rect, metrics)), text)


def runs_of(template: str, label: str, window: str, *, small: float) -> list[Run]:
    """The runs of “请 {number} 号 到 {window} 号窗口”: the two numbers large, the words ``small``."""
    runs: list[Run] = []
    rest = template
    while rest:
        marks = [(rest.find(mark), mark, value) for mark, value in (("{number}", label), ("{window}", window))]
        found = min((m for m in marks if m[0] >= 0), default=None)
        if found is None:
            runs.append(Run(rest, small, bold=False))
            break
        at, mark, value = found
        if at:
            runs.append(Run(rest[:at], small, bold=False))
        runs.append(Run(value))
        rest = rest[at + len(mark) :]
    return runs


def write_runs(painter: QPainter, rect: QRect, runs: Sequence[Run], pixels: int, colour: str) -> int:
    """Write runs on one line, centred in both directions, on one base line; returns the size used, in pixels."""
    size = pixels
    wide = _width(runs, size)
    if wide > rect.width():
        size = max(int(size * rect.width() / wide), SMALLEST)
        wide = _width(runs, size)
    tallest = max(runs, key=lambda run: run.size, default=None)
    if tallest is None:
        return size
    baseline = _baseline(rect, QFontMetricsF(_font(tallest, size)))
    x = rect.x() + (rect.width() - wide) / 2
    for run in runs:
        font = _font(run, size)
        painter.setFont(font)
        painter.setPen(QColor(run.colour or colour))
        painter.drawText(QPointF(x, baseline), run.text)
        x += QFontMetricsF(font).horizontalAdvance(run.text)
    return size


def _baseline(rect: QRect, metrics: QFontMetricsF) -> float:
    """The base line that centres capitals and figures; Chinese characters are centred by it too, within 2 %."""
    return rect.y() + (rect.height() + metrics.capHeight()) / 2


def _font(run: Run, size: int) -> QFont:
    return theme.font(max(int(size * run.size), SMALLEST), bold=run.bold)


def _width(runs: Sequence[Run], size: int) -> float:
    return sum(QFontMetricsF(_font(run, size)).horizontalAdvance(run.text) for run in runs)

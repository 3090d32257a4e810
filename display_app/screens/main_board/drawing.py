"""Draws the parts of the main board (大厅屏各区); every size comes from the layout's unit."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from display_app.screens.lettering import runs_of, write, write_runs
from display_app.screens.main_board.layout import Layout
from display_app.screens.main_board.state import BoardState, CallRow, CallStage, Head, Tone, WindowRow, ZoneRow
from qt_common.theme import NORMAL

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


def head(painter: QPainter, rect: QRect, place: Layout, state: Head) -> None:
    """Hall, quiet word about old data, date and clock."""
    unit = place.unit
    painter.fillRect(rect, QColor(NORMAL.primary))
    inner = rect.adjusted(int(3 * unit), 0, -int(3 * unit), 0)
    clock_width = int(15 * unit)
    clock = QRect(inner.right() - clock_width, inner.top(), clock_width, inner.height())
    write(painter, clock, state.clock, int(5.4 * unit), NORMAL.on_primary, bold=True, align=RIGHT)
    date = QRect(clock.left() - int(30 * unit), inner.top(), int(29 * unit), inner.height())
    if inner.width() < 130 * unit:  # standing screen: the date goes under the hall's name
        top = QRect(inner.left(), inner.top(), inner.width() - clock_width, int(inner.height() * 0.62))
        below = QRect(top.left(), top.bottom(), top.width(), int(inner.height() * 0.3))
        write(painter, top, state.hall, int(4.4 * unit), NORMAL.on_primary, bold=True)
        words = "   ".join(text for text in (state.date, state.stale) if text)
        write(painter, below, words, int(2.4 * unit), NORMAL.primary_soft)
        return
    write(painter, date, state.date, int(3 * unit), NORMAL.primary_soft, align=RIGHT)
    name = QRect(inner.left(), inner.top(), date.left() - inner.left(), inner.height())
    if state.stale:
        stale = QRect(name.right() - int(34 * unit), name.top(), int(34 * unit), name.height())
        write(painter, stale, state.stale, int(2.6 * unit), NORMAL.primary_soft, align=RIGHT)
        name.setRight(stale.left())
    write(painter, name, state.hall, int(4.6 * unit), NORMAL.on_primary, bold=True)


def hero(painter: QPainter, rect: QRect, place: Layout, state: BoardState) -> None:
    """The newest call: white on blue while it is announced, blue on white while it rests."""
    unit = place.unit
    announcing = state.hero is not None and state.hero.announcing
    ground = NORMAL.primary_dark if announcing else NORMAL.surface
    ink = NORMAL.on_primary if announcing else NORMAL.primary
    painter.fillRect(rect, QColor(NORMAL.ground))
    margin = int(1.4 * unit)
    card = rect.adjusted(margin, margin, -margin, -margin)
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(ground if announcing else NORMAL.line))
    painter.drawRoundedRect(card, 2 * unit, 2 * unit)
    inner = card.adjusted(int(2.5 * unit), int(unit), -int(2.5 * unit), -int(unit))
    if state.hero is None:
        write(painter, inner, state.welcome, int(10 * unit), ink, bold=True, align=CENTRE)
        return
    caption = QRect(inner.left(), inner.top(), inner.width(), int(4 * unit))
    soft = NORMAL.primary_soft if announcing else NORMAL.text_soft
    write(painter, caption, state.hero.caption, int(3 * unit), soft)
    body = inner.adjusted(0, caption.height(), 0, 0)
    if not place.stacked:
        template = state.hero.template.replace("|", " ")
        runs = runs_of(template, state.hero.label, state.hero.window, small=0.44)
        write_runs(painter, body, runs, int(body.height() * 0.86), ink)
        return
    first, _, second = state.hero.template.partition("|")
    above = QRect(body.left(), body.top(), body.width(), int(body.height() * 0.56))
    below = QRect(body.left(), above.bottom(), body.width(), body.height() - above.height())
    for box, words in ((above, first), (below, second)):
        runs = runs_of(words.strip(), state.hero.label, state.hero.window, small=0.3 if box is above else 0.6)
        write_runs(painter, box, runs, int(box.height() * (1.06 if box is above else 0.84)), ink)


def call(painter: QPainter, box: QRect, unit: float, row: CallRow | None) -> None:
    """One of the last calls; None for an empty place."""
    announcing = row is not None and row.stage is CallStage.ANNOUNCING
    waiting = row is not None and row.stage is CallStage.WAITING
    ground = NORMAL.primary if announcing else NORMAL.primary_soft if waiting else NORMAL.surface
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(ground if announcing else NORMAL.line))
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), unit, unit)
    if row is None:
        return
    inner = box.adjusted(int(1.6 * unit), 0, -int(1.6 * unit), 0)
    label = QRect(inner.left(), inner.top(), int(inner.width() * 0.57), inner.height())
    window = QRect(inner.left() + int(inner.width() * 0.62), inner.top(), int(inner.width() * 0.38), inner.height())
    pixels = int(min(box.height() * 1.02, 15.5 * unit))
    write(painter, label, row.label, pixels, NORMAL.on_primary if announcing else NORMAL.primary, bold=True)
    ink = NORMAL.on_primary if announcing else NORMAL.text
    write(painter, window, row.window, int(min(box.height() * 0.4, 6 * unit)), ink, bold=True, align=RIGHT)


def zone(painter: QPainter, box: QRect, unit: float, row: ZoneRow) -> None:
    """How many wait in a zone, and about how long."""
    painter.setBrush(QColor(NORMAL.primary_soft))
    painter.setPen(QColor(NORMAL.primary_soft))
    painter.drawRoundedRect(box, unit, unit)
    inner = box.adjusted(int(1.6 * unit), 0, -int(1.6 * unit), 0)
    pixels = int(3.9 * unit)
    name = QRect(inner.left(), inner.top(), int(inner.width() * 0.24), inner.height())
    people = QRect(name.right(), inner.top(), int(inner.width() * 0.34), inner.height())
    wait = QRect(people.right(), inner.top(), inner.right() - people.right(), inner.height())
    write(painter, name, row.name, pixels, NORMAL.primary_dark, bold=True)
    write(painter, people, row.waiting, pixels, NORMAL.text, bold=True)
    write(painter, wait, row.estimate, pixels, NORMAL.text, align=RIGHT)


TONES = {Tone.OPEN: NORMAL.good, Tone.PAUSED: NORMAL.warn, Tone.CLOSED: NORMAL.text_soft}


def window_card(painter: QPainter, box: QRect, unit: float) -> None:
    """The ground of the list of windows."""
    painter.setBrush(QColor(NORMAL.surface))
    painter.setPen(QColor(NORMAL.line))
    painter.drawRoundedRect(box, unit, unit)


def window(painter: QPainter, box: QRect, unit: float, row: WindowRow, *, first: bool) -> None:
    """One window: number, name, what it does; with 去向, return or end under its name."""
    painter.fillRect(box, QColor(NORMAL.surface))
    if not first:
        painter.setPen(QColor(NORMAL.line))
        painter.drawLine(box.left(), box.top(), box.right(), box.top())
    ink = NORMAL.text_soft if row.tone is Tone.CLOSED else NORMAL.text
    pixels = int(min(3.3 * unit, box.height() * 0.6))
    number = QRect(box.left(), box.top(), int(10 * unit), box.height())
    status_width = int(min(18 * unit, box.width() * 0.26))
    status = QRect(box.right() - status_width, box.top(), status_width, box.height())
    middle = QRect(number.right(), box.top(), status.left() - number.right() - int(unit), box.height())
    write(painter, number, row.number, int(pixels * 1.18), ink, bold=True)
    write(painter, status, row.status, pixels, TONES[row.tone], bold=row.tone is not Tone.CLOSED, align=RIGHT)
    second = "  ".join(text for text in (row.badge, row.detail) if text)
    if not second:
        write(painter, middle, row.name, pixels, ink)
        return
    half = int(middle.height() * 0.46)
    above = QRect(middle.left(), middle.top() + int(middle.height() * 0.05), middle.width(), half)
    below = QRect(middle.left(), above.bottom(), middle.width(), half)
    write(painter, above, row.name, int(pixels * 0.76), ink)
    write(painter, below, second, int(pixels * 0.76), NORMAL.warn)

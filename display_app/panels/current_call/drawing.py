"""Draws the large call (当前叫号): white on blue while it is announced, blue on white while it rests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from display_app.layouts.options import CurrentCallOptions
from display_app.panels.card import CENTRE, inside, rounded
from display_app.panels.current_call.words import Hero
from display_app.panels.kind import Place
from display_app.panels.lettering import runs_of, write, write_runs
from display_app.panels.parts import Part
from qt_common.theme import Colours

ONE_LINE = 3.0  # a place so many times as wide as high takes the call in one line


def parts(place: Place, options: CurrentCallOptions, state: Hero, page: int) -> Iterator[Part]:
    """One part."""
    title = state.caption if options.title is None else options.title
    draw = partial(_draw, unit=place.unit, c=place.colours, state=state, caption=title)
    yield Part(place.name, inside(place), (state, title, place.colours), draw)


def _draw(painter: QPainter, card: QRect, *, unit: float, c: Colours, state: Hero, caption: str) -> None:
    ground = c.primary_dark if state.announcing else c.surface
    ink = c.on_primary if state.announcing else c.primary
    rounded(painter, card, 2 * unit, ground, None if state.announcing else c.line)
    inner = card.adjusted(int(2.5 * unit), int(unit), -int(2.5 * unit), -int(unit))
    if not state.label:
        write(painter, inner, state.text, int(min(10 * unit, inner.height() * 0.4)), ink, bold=True, align=CENTRE)
        return
    body = inner
    if caption:
        above = QRect(inner.left(), inner.top(), inner.width(), int(4 * unit))
        write(painter, above, caption, int(3 * unit), c.primary_soft if state.announcing else c.text_soft)
        body = inner.adjusted(0, above.height(), 0, 0)
    if card.width() >= ONE_LINE * card.height():
        runs = runs_of(state.template.replace("|", " "), state.label, state.window, small=0.44)
        write_runs(painter, body, runs, int(body.height() * 0.86), ink)
        return
    first, _, second = state.template.partition("|")
    top = QRect(body.left(), body.top(), body.width(), int(body.height() * 0.56))
    below = QRect(body.left(), top.bottom(), body.width(), body.height() - top.height())
    for box, words in ((top, first), (below, second)):
        runs = runs_of(words.strip(), state.label, state.window, small=0.3 if box is top else 0.6)
        write_runs(painter, box, runs, int(box.height() * (1.06 if box is top else 0.84)), ink)

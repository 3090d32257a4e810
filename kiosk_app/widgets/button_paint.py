"""The colours of a button by its kind and by how it stands (按键配色)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk_app.look import Look

_BLUE = frozenset({"primary", "door", "chosen"})  # words on a blue ground
_DARK = frozenset({"tile", "key", "word"})  # words in the colour of text
_QUIET_LINE = frozenset({"tile", "key"})
_NARROW = frozenset({"foot", "small"})
_FILLED = frozenset({"tile", "door", "chosen", "key", "word"})  # what stands in it brings its own space


@dataclass(frozen=True, slots=True)
class ButtonPaint:
    """Colours as ``#rrggbb``.

    Attributes:
        dashed: the line around it is.
    """

    ground: str
    ink: str
    edge: str
    dashed: bool = False


def button_paint(look: Look, kind: str, *, pressed: bool, enabled: bool, resting: bool) -> ButtonPaint | None:
    """How a button of this kind looks; None for one that nobody is to see. Each looks otherwise when pressed."""
    c = look.colours
    if kind == "corner":
        return None
    if kind in _BLUE:
        usual = ButtonPaint(c.primary, c.on_primary, c.primary)
        down = replace(usual, ground=c.primary_dark)
    elif kind == "word":
        usual, down = (
            ButtonPaint(c.primary_soft, c.text, c.primary),
            ButtonPaint(c.primary, c.on_primary, c.primary),
        )
    elif kind == "alarm":
        usual = ButtonPaint(c.surface, c.alarm, c.alarm)
        down = replace(usual, ground=c.primary_soft)
    else:
        usual = ButtonPaint(
            c.surface, c.text if kind in _DARK else c.primary, c.line if kind in _QUIET_LINE else c.primary
        )
        down = replace(usual, ground=c.primary_soft, edge=c.primary if kind == "tile" else usual.edge)
    if resting:
        usual, down = replace(usual, ground=c.ground, edge=c.text_soft, dashed=True), replace(down, dashed=True)
    if not enabled:
        return ButtonPaint(c.ground, c.text_soft, c.line, dashed=True)  # also without colours one sees it
    return down if pressed else usual


def button_padding(look: Look, kind: str) -> int:
    """Px between a button's words and its line."""
    if kind in _FILLED:
        return 0
    return look.px(6 if kind in _NARROW else 28)

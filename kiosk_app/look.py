"""Sizes and colours of the kiosk (外观): one look for each window size and mode.

Sizes are given for a short side of 1080 px and scale with it. In the elder mode no text is smaller than 32 px;
there and in high contrast all colours keep a contrast of 7:1 (WCAG AAA).

低位操作: a reach of up to 1.2 m from a wheelchair is assumed, after GB 50763; its clause was not checked.
On a standing 32-inch screen (698 mm high) whose lower edge is 0.80 m above the floor that is the lower
`LOW_REACH` of 1920 px. A lying screen ends below it anyway.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk_app.modes import STANDARD, Modes
from qt_common import theme

SHORT_SIDE = 1080
LOW_REACH = 1100  # px from below


@dataclass(frozen=True, slots=True)
class Look:
    """How big and in which colours.

    Attributes:
        width, height: of the window in px.
        modes: what the visitor chose.
    """

    width: int
    height: int
    modes: Modes = STANDARD

    @property
    def elder(self) -> bool:
        """长辈版."""
        return self.modes.elder

    @property
    def landscape(self) -> bool:
        """True when the screen lies (横屏)."""
        return self.width > self.height

    @property
    def low(self) -> bool:
        """True when only the lower part of a standing screen may be touched (低位操作)."""
        return self.modes.low and not self.landscape

    @property
    def flat(self) -> bool:
        """True when a page has little height to give: a lying screen, or the lower part of a standing one."""
        return self.landscape or self.low

    @property
    def colours(self) -> theme.Colours:
        """The theme's colours for the mode."""
        return theme.colours(elder=self.elder, contrast=self.modes.contrast)

    @property
    def head_ink(self) -> str:
        """Colour of the words in the head line."""
        return self.colours.primary if self.modes.contrast else self.colours.on_primary

    @property
    def head_ground(self) -> str:
        """Colour behind them; a wide yellow field would dazzle in high contrast."""
        return self.colours.ground if self.modes.contrast else self.colours.primary

    def px(self, size: float) -> int:
        """A length given for a short side of 1080 px."""
        return round(size * min(self.width, self.height) / SHORT_SIDE)

    def _text(self, usual: int, elder: int, elder_low: int) -> int:
        """In the elder mode larger; within reach of a wheelchair there is not the height for all of it."""
        return self.px(usual if not self.elder else elder_low if self.low else elder)

    @property
    def small(self) -> int:
        """Secondary text."""
        return self._text(27, 34, 33)

    @property
    def body(self) -> int:
        """Ordinary text."""
        return self._text(33, 42, 36)

    @property
    def big(self) -> int:
        """Text on tiles and buttons."""
        return self._text(40, 50, 42)

    @property
    def title(self) -> int:
        """The question a page asks."""
        return self._text(54, 64, 54)

    @property
    def gap(self) -> int:
        """Space between things."""
        return self.px(16 if self.low else 24)

    @property
    def margin(self) -> int:
        """Space at the edges."""
        return self.px(32 if self.low else 48)

    @property
    def button(self) -> int:
        """Height of an ordinary button."""
        if self.flat:
            return self.px(104 if self.elder and not self.low else 92)
        return self.px(128 if self.elder else 104)

    @property
    def main_button(self) -> int:
        """Height of the button that leads on."""
        return self.px(96 if self.low else 112 if self.landscape else 152)

    @property
    def line(self) -> int:
        """Width of the line around cards and buttons."""
        return max(self.px(2), 1)

    @property
    def radius(self) -> int:
        """Of the corners of cards and buttons."""
        return self.px(18)

    @property
    def header(self) -> int:
        """Height of the head line; in the low mode of all that stands too high to be touched."""
        if self.low:
            return max(self.height - self.px(LOW_REACH), self.px(150))
        return self.px(112 if self.landscape else 150)

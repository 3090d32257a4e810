"""Sizes, colours and style of the kiosk (外观): one look for each window size and mode.

Sizes are given for a short side of 1080 px and scale with it. In the elder mode no text is smaller than 32 px and
all colours keep a contrast of 7:1 (WCAG AAA).
"""

from __future__ import annotations

from dataclasses import dataclass

from qt_common import theme

SHORT_SIDE = 1080


@dataclass(frozen=True, slots=True)
class Look:
    """How big and in which colours.

    Attributes:
        width, height: of the window in px.
        elder: 长辈版.
    """

    width: int
    height: int
    elder: bool = False

    @property
    def landscape(self) -> bool:
        """True when the screen lies (横屏)."""
        return self.width > self.height

    @property
    def colours(self) -> theme.Colours:
        """The theme's colours for the mode."""
        return theme.colours(elder=self.elder)

    def px(self, size: float) -> int:
        """A length given for a short side of 1080 px."""
        return round(size * min(self.width, self.height) / SHORT_SIDE)

    @property
    def small(self) -> int:
        """Secondary text."""
        return self.px(34 if self.elder else 27)

    @property
    def body(self) -> int:
        """Ordinary text."""
        return self.px(42 if self.elder else 33)

    @property
    def big(self) -> int:
        """Text on tiles and buttons."""
        return self.px(50 if self.elder else 40)

    @property
    def title(self) -> int:
        """The question a page asks."""
        return self.px(64 if self.elder else 54)

    @property
    def gap(self) -> int:
        """Space between things."""
        return self.px(24)

    @property
    def margin(self) -> int:
        """Space at the edges."""
        return self.px(48)

    @property
    def button(self) -> int:
        """Height of an ordinary button; a lying screen has less height to give."""
        if self.landscape:
            return self.px(104 if self.elder else 92)
        return self.px(128 if self.elder else 104)

    @property
    def main_button(self) -> int:
        """Height of the button that leads on."""
        return self.px(112 if self.landscape else 152)

    @property
    def header(self) -> int:
        """Height of the head line."""
        return self.px(112 if self.landscape else 150)


def style_sheet(look: Look) -> str:
    """The kiosk's style sheet; widgets choose by their dynamic property ``kind``."""
    c = look.colours
    radius, line = look.px(18), max(look.px(2), 1)
    return f"""
    QWidget#kiosk {{ background: {c.ground}; }}
    QFrame#header {{ background: {c.primary}; }}
    QFrame#footer {{ background: {c.surface}; border-top: {line}px solid {c.line}; }}
    QFrame[card="true"] {{ background: {c.surface}; border: {line}px solid {c.line}; border-radius: {radius}px; }}
    QPushButton {{ background: {c.surface}; color: {c.primary}; border: {line}px solid {c.primary};
        border-radius: {radius}px; padding: 0px {look.px(28)}px; outline: none; }}
    QPushButton:pressed {{ background: {c.primary_soft}; }}
    QPushButton:disabled {{ background: {c.ground}; color: {c.text_soft}; border-color: {c.line}; }}
    QPushButton[kind="tile"] {{ color: {c.text}; border-color: {c.line}; padding: 0px; }}
    QPushButton[kind="tile"]:pressed {{ background: {c.primary_soft}; border-color: {c.primary}; }}
    QPushButton[kind="primary"] {{ background: {c.primary}; color: {c.on_primary}; border-color: {c.primary}; }}
    QPushButton[kind="primary"]:pressed {{ background: {c.primary_dark}; }}
    QPushButton[kind="primary"]:disabled {{ background: {c.ground}; color: {c.text_soft}; border-color: {c.line}; }}
    QPushButton[kind="door"] {{ background: {c.primary}; color: {c.on_primary}; border-color: {c.primary};
        padding: 0px; }}
    QPushButton[kind="door"]:pressed {{ background: {c.primary_dark}; }}
    QPushButton[kind="foot"] {{ padding: 0px {look.px(6)}px; }}
    QPushButton[kind="key"] {{ color: {c.text}; border-color: {c.line}; padding: 0px; }}
    QPushButton[kind="key"]:pressed {{ background: {c.primary_soft}; }}
    QPushButton[kind="alarm"] {{ background: {c.surface}; color: {c.alarm}; border-color: {c.alarm}; }}
    QPushButton[kind="corner"] {{ background: transparent; border: none; }}
    """

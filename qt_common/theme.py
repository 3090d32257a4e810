"""The one theme (界面主题): calm government blue, one accent, red only for what needs action.

Text on each ground meets WCAG AA, and AAA in the elder mode (长辈版) and in high contrast (高对比); tests compute
the ratios.
"""

from __future__ import annotations

import functools
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by role, as ``#rrggbb``."""

    ground: str  # behind everything
    surface: str  # cards, tables
    line: str  # borders, separators
    text: str
    text_soft: str  # secondary text
    primary: str  # blue ground of head lines and main buttons
    primary_dark: str  # pressed
    primary_soft: str  # tinted ground for selection
    on_primary: str  # text on blue
    accent: str  # the next step
    on_accent: str
    good: str
    warn: str  # amber, text on surface
    alarm: str  # red, only for what needs action
    on_alarm: str


CHEVRON = (Path(__file__).with_name("pictures") / "chevron_down.svg").as_posix()

NORMAL = Colours(
    ground="#eef3f9",
    surface="#ffffff",
    line="#c3d0e0",
    text="#16243a",
    text_soft="#4a5b73",
    primary="#0b4ea2",
    primary_dark="#083b7c",
    primary_soft="#dbe8f8",
    on_primary="#ffffff",
    accent="#b25000",
    on_accent="#ffffff",
    good="#14713a",
    warn="#8a5300",
    alarm="#b3261e",
    on_alarm="#ffffff",
)
ELDER = Colours(
    ground="#ffffff",
    surface="#ffffff",
    line="#5a6b82",
    text="#000000",
    text_soft="#26344a",
    primary="#06357a",
    primary_dark="#04265a",
    primary_soft="#e3ecf8",
    on_primary="#ffffff",
    accent="#7a3200",
    on_accent="#ffffff",
    good="#0b4a25",
    warn="#5c3700",
    alarm="#8c1010",
    on_alarm="#ffffff",
)
# 高对比: black, white and yellow only; what is pressed is a dark yellow ground.
CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    line="#ffffff",
    text="#ffffff",
    text_soft="#ffffff",
    primary="#ffe600",
    primary_dark="#d6c100",
    primary_soft="#332e00",
    on_primary="#000000",
    accent="#ffe600",
    on_accent="#000000",
    good="#ffffff",
    warn="#ffe600",
    alarm="#ffe600",
    on_alarm="#000000",
)

FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "思源黑体",
    "Microsoft YaHei",
    "微软雅黑",
    "WenQuanYi Micro Hei",
)


@lru_cache(maxsize=1)
def family() -> str:
    """The Chinese font family to use; Qt's default on Linux has no Chinese glyphs."""
    if sys.platform == "win32":
        return "Microsoft YaHei"
    return _installed()


@functools.cache
def _installed() -> str:
    known = set(QFontDatabase.families())  # takes a millisecond for each label otherwise
    return next((name for name in FAMILIES if name in known), FAMILIES[0])


def font(pixels: int, *, bold: bool = False) -> QFont:
    """A font of ``pixels`` height."""
    result = QFont(family())
    result.setPixelSize(max(pixels, 1))
    result.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return result


def colours(*, elder: bool = False, contrast: bool = False) -> Colours:
    """The colours of a mode; 高对比 goes before 长辈版."""
    return CONTRAST if contrast else ELDER if elder else NORMAL


def install(app: QApplication, *, elder: bool = False, base_pixels: int = 16, sheet: bool = True) -> None:
    """Set style, palette, font and style sheet of the whole app; may be called again to change the mode.

    Args:
        sheet: False for an app whose widgets draw themselves: a sheet is matched against each one that is built.
    """
    chosen = colours(elder=elder)
    app.setStyle("Fusion")
    app.setFont(font(base_pixels))
    palette = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, chosen.ground),
        (QPalette.ColorRole.Base, chosen.surface),
        (QPalette.ColorRole.AlternateBase, chosen.ground),
        (QPalette.ColorRole.Button, chosen.surface),
        (QPalette.ColorRole.WindowText, chosen.text),
        (QPalette.ColorRole.Text, chosen.text),
        (QPalette.ColorRole.ButtonText, chosen.text),
        (QPalette.ColorRole.ToolTipBase, chosen.surface),
        (QPalette.ColorRole.ToolTipText, chosen.text),
        (QPalette.ColorRole.PlaceholderText, chosen.text_soft),
        (QPalette.ColorRole.Highlight, chosen.primary),
        (QPalette.ColorRole.HighlightedText, chosen.on_primary),
    ):
        palette.setColor(role, QColor(value))
    app.setPalette(palette)
    app.setStyleSheet(style_sheet(chosen, base_pixels) if sheet else "")


def style_sheet(c: Colours, base: int) -> str:
    """Style sheet: push buttons by their dynamic property ``kind`` (primary, accent, alarm, plain)."""
    return f"""
    QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: 8px;
                   padding: {base // 2}px {base}px; }}
    QPushButton:hover {{ border-color: {c.primary}; }}
    QPushButton:pressed {{ background: {c.primary_soft}; }}
    QPushButton:focus {{ border: 3px solid {c.accent}; }}
    QPushButton:disabled {{ color: {c.text_soft}; background: {c.ground}; border-color: {c.line}; }}
    QPushButton[kind="primary"] {{ background: {c.primary}; color: {c.on_primary}; border-color: {c.primary}; }}
    QPushButton[kind="primary"]:pressed {{ background: {c.primary_dark}; }}
    QPushButton[kind="primary"]:disabled {{ background: {c.line}; color: {c.text_soft}; border-color: {c.line}; }}
    QPushButton[kind="accent"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; }}
    QPushButton[kind="alarm"] {{ background: {c.alarm}; color: {c.on_alarm}; border-color: {c.alarm}; }}
    QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QDateTimeEdit, QTimeEdit, QSpinBox {{
        background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: 6px; padding: 6px; }}
    QLineEdit:focus, QTextEdit:focus, QComboBox:focus {{ border: 2px solid {c.primary}; }}
    QComboBox::drop-down {{ border: none; width: {base + 14}px; }}
    QComboBox::down-arrow {{ image: url("{CHEVRON}"); width: {base - 4}px; height: {base - 4}px; }}
    QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 12px; }}
    QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: 6px; }}
    """


def contrast(foreground: str, background: str) -> float:
    """Contrast ratio of two colours by WCAG 2.1, 1 … 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(foreground), luminance(background)), reverse=True)
    return (high + 0.05) / (low + 0.05)

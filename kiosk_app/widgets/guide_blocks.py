"""Draws the parts of a guide: titles, lines, materials with their counts (办事指南各块)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hall.catalogue.item import Material
from kiosk_app.guide_pages import Block
from kiosk_app.guide_words import counts_of, details_of, line_of, name_of, title_of
from kiosk_app.look import Look
from kiosk_app.widgets.basic import clear, label
from qt_common import theme

_NO_LIMIT = 2000  # px of height, as labels reckon
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
Fit = Callable[[int, Callable[[Block], int]], None]


@dataclass(frozen=True, slots=True)
class _Line:
    """Words of one label; ``pixels`` high."""

    text: str
    pixels: int
    name: str
    bold: bool = False


class BlockMaker:
    """Makes the widget of a block, and measures it by its fonts: a guide has more blocks than can be built in time.

    It is no widget itself, so that it outlives the view it serves.

    Args:
        is_english: whether names are shown in English where there are some.
    """

    def __init__(self, look: Look, is_english: Callable[[], bool]) -> None:
        self._look = look
        self._is_english = is_english
        self.gap = look.px(14)

    def height_of(self, block: Block, width: int) -> int:
        """What a block needs in px at this width, the space below it included."""
        look = self._look
        if block.material is None:
            words = title_of(block.part) if block.line is None else line_of(block.line)
            return _height(words, look.body, width, bold=block.line is None) + self.gap
        counts = _height("\n".join(counts_of(block.material)), look.body, self._counts_width)
        beside = width - self._counts_width - look.px(20)
        lines = self._lines(block.number, block.material)
        texts = sum(_height(line.text, line.pixels, beside, bold=line.bold) for line in lines)
        return max(texts + (len(lines) - 1) * look.px(2), counts) + self.gap

    def make(self, block: Block) -> QWidget:
        """The widget."""
        look, c = self._look, self._look.colours
        if block.material is not None:
            return self._material(block.number, block.material)
        part = block.part.name.lower()
        if block.line is not None:
            return label(line_of(block.line), look.body, c.text, name=f"guide_{part}")
        return label(title_of(block.part), look.body, c.primary, bold=True, name=f"title_{part}")

    def _material(self, number: int, material: Material) -> QWidget:
        look, c = self._look, self._look.colours
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        for line in self._lines(number, material):
            colour = c.text if line.bold else c.text_soft
            words.addWidget(label(line.text, line.pixels, colour, bold=line.bold, name=line.name))
        words.addStretch(1)
        row.addLayout(words, 1)
        counts = label("\n".join(counts_of(material)), look.body, c.accent, name=f"material_{number}_counts")
        counts.setAlignment(_TOP)
        counts.setFixedWidth(self._counts_width)
        row.addWidget(counts, 0, _TOP)
        return holder

    @property
    def _counts_width(self) -> int:
        return self._look.px(300 if self._look.elder else 240)

    def _lines(self, number: int, material: Material) -> list[_Line]:
        """The words of a material, one below the other."""
        look = self._look
        shown, chinese = name_of(material.name, material.english, english=self._is_english())
        size = look.body if look.flat else look.big
        below = (("chinese", chinese), ("details", details_of(material)))
        return [
            _Line(f"{number}. {shown}", size, f"material_{number}", bold=True),
            *(_Line(text, look.small, f"material_{number}_{name}") for name, text in below if text),
        ]


def _height(text: str, pixels: int, width: int, *, bold: bool = False) -> int:
    """What a label needs for it, in px."""
    metrics = QFontMetrics(theme.font(pixels, bold=bold))
    return metrics.boundingRect(QRect(0, 0, width, _NO_LIMIT), _TOP | Qt.TextFlag.TextWordWrap, text).height()


class GuideBlocks(QWidget):
    """One page of blocks; says how much room there is whenever that changes."""

    def __init__(self, maker: BlockMaker, fit: Fit) -> None:
        super().__init__()
        self._maker = maker
        self._fit = fit
        self._shown: tuple[Block, ...] | None = None
        self._next: tuple[Block, ...] | None = None  # to be shown when there is room
        self._has_room = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(maker.gap)
        # The page around it decides its size: what stood on the last page must not push its neighbours.
        self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        maker, width = self._maker, self.width()
        # The last block needs no space below it.
        self._fit(self.height() + maker.gap, lambda block: maker.height_of(block, width))
        self._has_room = True
        if self._next is not None:
            self.show_blocks(self._next)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Draw a page; before it is known how much room there is, later."""
        self._next = tuple(blocks)
        if not self._has_room or self._next == self._shown:
            return
        self._shown = self._next
        clear(self._box)
        for block in blocks:
            made = self._maker.make(block)
            self._box.addWidget(made)
            made.show()
        self._box.addStretch(1)
        self._box.activate()  # also when this happens while the page itself is being laid out

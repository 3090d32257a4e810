"""Draws the parts of a guide: titles, lines, materials with their counts (办事指南各块)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from hall.catalogue.item import Material
from kiosk_app.guide_pages import Block
from kiosk_app.guide_words import counts_of, details_of, line_of, name_of, title_of
from kiosk_app.look import Look
from kiosk_app.widgets.basic import clear, label

_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
Fit = Callable[[int, Callable[[Block], int]], None]


class BlockMaker:
    """Makes the widget of a block, and measures it; no widget itself, so that it outlives the view it serves.

    Args:
        is_english: whether names are shown in English where there are some.
    """

    def __init__(self, look: Look, is_english: Callable[[], bool]) -> None:
        self._look = look
        self._is_english = is_english
        self.gap = look.px(14)

    def height_of(self, block: Block, width: int) -> int:
        """What a block needs in px at this width, the space below it included."""
        made = self.make(block)
        height = made.heightForWidth(width) if made.hasHeightForWidth() else made.sizeHint().height()
        made.deleteLater()
        return height + self.gap

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
        shown, chinese = name_of(material.name, material.english, english=self._is_english())
        size = look.body if look.flat else look.big
        words.addWidget(label(f"{number}. {shown}", size, c.text, bold=True, name=f"material_{number}"))
        for text, name in ((chinese, "chinese"), (details_of(material), "details")):
            if text:
                words.addWidget(label(text, look.small, c.text_soft, name=f"material_{number}_{name}"))
        words.addStretch(1)
        row.addLayout(words, 1)
        counts = label("\n".join(counts_of(material)), look.body, c.accent, name=f"material_{number}_counts")
        counts.setAlignment(_TOP)
        counts.setFixedWidth(look.px(300 if look.elder else 240))
        row.addWidget(counts, 0, _TOP)
        return holder


class GuideBlocks(QWidget):
    """One page of blocks; says how much room there is whenever that changes."""

    def __init__(self, maker: BlockMaker, fit: Fit) -> None:
        super().__init__()
        self._maker = maker
        self._fit = fit
        self._shown: tuple[Block, ...] | None = None
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

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Draw a page."""
        if tuple(blocks) == self._shown:
            return
        self._shown = tuple(blocks)
        clear(self._box)
        for block in blocks:
            made = self._maker.make(block)
            self._box.addWidget(made)
            made.show()
        self._box.addStretch(1)
        self._box.activate()  # also when this happens while the page itself is being laid out

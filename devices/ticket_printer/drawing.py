"""Lines drawn as a picture (图形行), for characters that the printer's own font lacks: 䶮, 𠮷 and other names.

Noto Sans Mono CJK keeps the printer's grid: 12 dots a Latin character, 24 a Chinese one.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from devices.core.errors import Unsupported
from devices.ticket_printer.interface import Align
from devices.ticket_printer.wrapping import columns_of

log = logging.getLogger(__name__)

CELL = 12
LINE = 24
# A grey level below which a dot is printed; a little above the middle, or thin strokes break.
INK_BELOW = 150
# path, index of the face in the collection; the first that exists is used.
FONTS: tuple[tuple[str, int], ...] = (
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 7),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 7),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 1),
    ("C:/Windows/Fonts/simsunb.ttf", 0),
    ("C:/Windows/Fonts/msyh.ttc", 0),
)
# A code point that is no character: every font draws its "missing" box for it.
NO_CHARACTER = "\uffff"
REPLACEMENT = "〓"


@dataclass(frozen=True, slots=True)
class LineStyle:
    """Size 1 … 4, weight and place of a drawn line."""

    width: int = 1
    height: int = 1
    bold: bool = False
    align: Align = Align.LEFT


class LineDrawer:
    """Draws lines with one font.

    Args:
        font: path of the font, "" for the first of `FONTS` on this machine.
    """

    def __init__(self, font: str = "") -> None:
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._source = (font, 0) if font else next((one for one in FONTS if Path(one[0]).exists()), None)

    def draw(self, line: str, style: LineStyle, width_dots: int) -> Image.Image:
        """A picture in mode "1", ink black, ``24 × height`` dots high, cut off right of the last character.

        Raises:
            Unsupported: there is no font.
        """
        side = max(style.width, style.height)
        font = self._font(LINE * side)
        cells = sum(columns_of(character) for character in line)
        picture = Image.new("L", (max(cells * CELL * side, 1), LINE * side), 255)
        pen = ImageDraw.Draw(picture)
        ascent = LINE * side * 0.86  # the baseline on which Noto's ideographs sit in their square
        x = 0
        for character in line:
            shown = self._shown(character, font)
            stroke = side * 0.45 if style.bold else 0
            pen.text((x, ascent), shown, font=font, fill=0, anchor="ls", stroke_width=stroke)
            x += columns_of(character) * CELL * side
        wanted = (min(cells * CELL * style.width, width_dots) or 1, LINE * style.height)
        if picture.size != (cells * CELL * side, LINE * side) or style.width != style.height:
            picture = picture.resize(
                (cells * CELL * style.width or 1, LINE * style.height), Image.Resampling.LANCZOS
            )
        free = width_dots - wanted[0]
        left = {Align.LEFT: 0, Align.CENTER: free // 2, Align.RIGHT: free}[style.align]
        # The place is drawn in: not every printer lets "align" move a picture.
        placed = Image.new("L", (left + wanted[0], wanted[1]), 255)
        placed.paste(picture, (left, 0))
        return placed.point(lambda level: 0 if level < INK_BELOW else 255).convert("1")

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        if self._source is None:
            raise Unsupported(
                "no font to draw Chinese lines with; install fonts-noto-cjk or set the option font=",
                message="打印机缺少所需字体，请联系管理员。",
            )
        if size not in self._fonts:
            try:
                self._fonts[size] = ImageFont.truetype(self._source[0], size, index=self._source[1])
            except OSError as error:
                raise Unsupported(f"font {self._source[0]}: {error}", message="打印机字体文件无效。") from error
        return self._fonts[size]

    def _shown(self, character: str, font: ImageFont.FreeTypeFont) -> str:
        if character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask(NO_CHARACTER)):
            return character
        log.warning("the font has no glyph for a character; %s is printed for it", REPLACEMENT)
        return REPLACEMENT

"""The simulated printer's paper (小票纸): what stands on it, as text for tests and as a picture for people."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path

import qrcode
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from devices.sim.printer_stream import Letter, Picture

DOTS_PER_MM = 8
MARGIN = 32  # 4 mm beside the printable width
LINE_DOTS = 30
PAPER = (251, 250, 246)
INK = (43, 40, 46)
TABLE = (198, 202, 207)
BORDER = 28
TOOTH = 8
HEAD_TO_KNIFE = 12 * DOTS_PER_MM
FONTS = (
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 7),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 7),
    ("C:/Windows/Fonts/msyh.ttc", 0),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its letters and 0 left, 1 centre, 2 right."""

    letters: tuple[Letter, ...]
    align: int

    @property
    def text(self) -> str:
        return "".join(letter.character for letter in self.letters)

    @property
    def dots(self) -> int:
        return max((24 * letter.height for letter in self.letters), default=24) + LINE_DOTS - 24


@dataclass(frozen=True, slots=True)
class Raster:
    """A printed picture."""

    picture: Picture
    align: int


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code that the printer drew itself."""

    payload: str
    module: int
    align: int


@dataclass(frozen=True, slots=True)
class Blank:
    """Paper fed without printing, in dots."""

    dots: int


Mark = Line | Raster | Qr | Blank


@dataclass
class Strip:
    """The paper from one cut to the next."""

    width_dots: int
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> list[str]:
        return [mark.text for mark in self.marks if isinstance(mark, Line)]

    @property
    def qr_payloads(self) -> list[str]:
        return [mark.payload for mark in self.marks if isinstance(mark, Qr)]

    @property
    def pictures(self) -> int:
        return sum(isinstance(mark, Raster) for mark in self.marks)

    def draw(self, cut: str = "") -> Image.Image:
        """The paper as it lies on a table, 8 dots/mm; ``cut`` is ``"full"``, ``"partial"`` or ``""`` (not cut)."""
        drawn = [self._mark(mark) for mark in self.marks]
        height = sum(image.height for image in drawn)
        printed = Image.new("1", (self.width_dots, height), 255)
        y = 0
        for image in drawn:
            printed.paste(image, (0, y))
            y += image.height
        paper = Image.new("RGB", (self.width_dots + 2 * MARGIN, height + HEAD_TO_KNIFE + MARGIN), PAPER)
        paper.paste(INK, (MARGIN, MARGIN), printed.point(lambda dot: 255 - dot, "L"))
        return _on_table(paper, cut)

    def _mark(self, mark: Mark) -> Image.Image:
        match mark:
            case Blank():
                return Image.new("1", (self.width_dots, mark.dots), 255)
            case Line():
                return self._line(mark)
            case Raster():
                return self._placed(_raster(mark.picture), mark.align)
            case Qr():
                return self._placed(_qr(mark), mark.align)

    def _placed(self, image: Image.Image, align: int) -> Image.Image:
        row = Image.new("1", (self.width_dots, image.height), 255)
        free = max(self.width_dots - image.width, 0)
        row.paste(image, ((0, free // 2, free)[align], 0))
        return row

    def _line(self, line: Line) -> Image.Image:
        width = sum(12 * letter.cells * letter.width for letter in line.letters)
        row = Image.new("1", (max(width, 1), line.dots), 255)
        x = 0
        for letter in line.letters:
            glyph = _glyph(letter.character, letter.cells, letter.bold)
            size = (glyph.width * letter.width, glyph.height * letter.height)
            # The printer doubles dots, it does not smooth them; letters stand on a common bottom line.
            row.paste(glyph.resize(size, Image.Resampling.NEAREST), (x, line.dots - LINE_DOTS + 24 - size[1]))
            x += size[0]
        return self._placed(row, line.align)


@functools.lru_cache(maxsize=4096)
def _glyph(character: str, cells: int, bold: bool) -> Image.Image:
    picture = Image.new("L", (12 * cells, 24), 255)
    pen = ImageDraw.Draw(picture)
    pen.text((0, 20.5), character, font=_font(), fill=0, anchor="ls", stroke_width=0.5 if bold else 0)
    return picture.point(lambda level: 0 if level < 150 else 255).convert("1")


@functools.cache
def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for path, index in FONTS:
        if Path(path).exists():
            return ImageFont.truetype(path, 24, index=index)
    return ImageFont.load_default(24)


def _raster(picture: Picture) -> Image.Image:
    inverted = bytes(byte ^ 0xFF for byte in picture.data)
    return Image.frombytes("1", (picture.row_bytes * 8, picture.rows), inverted)


def _qr(mark: Qr) -> Image.Image:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(mark.payload.encode())
    code.make(fit=True)
    modules = code.modules
    image = Image.new("1", (len(modules), len(modules)), 255)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            image.putpixel((x, y), 0 if dark else 255)
    side = len(modules) * mark.module
    return image.resize((side, side), Image.Resampling.NEAREST)


def _on_table(paper: Image.Image, cut: str) -> Image.Image:
    """Serrated edges, a shadow, and for a partial cut the bridge of paper that still holds."""
    width, height = paper.size
    outline = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(outline)
    for x in range(0, width, 2 * TOOTH):
        pen.polygon([(x, 0), (x + TOOTH, TOOTH // 2), (x + 2 * TOOTH, 0)], fill=0)
        if cut:
            bottom = height - 1
            pen.polygon([(x, bottom), (x + TOOTH, bottom - TOOTH // 2), (x + 2 * TOOTH, bottom)], fill=0)
    if cut == "partial":
        pen.rectangle([width // 2 - 6, height - TOOTH, width // 2 + 6, height], fill=255)
    table = Image.new("RGB", (width + 2 * BORDER, height + 2 * BORDER), TABLE)
    shadow = Image.new("L", table.size, 0)
    shadow.paste(110, (BORDER + 4, BORDER + 8), outline)
    table.paste((60, 64, 70), (0, 0), shadow.filter(ImageFilter.BoxBlur(9)))
    table.paste(paper, (BORDER, BORDER), outline)
    return table

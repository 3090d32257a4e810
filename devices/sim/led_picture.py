"""The simulated LED strip as a picture (LED屏画面): red dots on black, as a citizen sees it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DOT = 6  # pixels between two dots
LIT = (255, 64, 32)
DARK = (38, 14, 12)
FONTS = (
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("C:/Windows/Fonts/msyh.ttc", 0),
)


def draw_strip(text: str, width: int, height: int) -> Image.Image:
    """The strip of ``width`` × ``height`` dots with ``text``; what does not fit is cut, as while it runs."""
    dots = Image.new("L", (width, height), 0)
    if text:
        font = _font(height)
        # Ideographs fill their square: put that square, not the font's line, onto the strip.
        _, top, _, bottom = font.getbbox("国")
        ImageDraw.Draw(dots).text((0, (height - top - bottom) / 2), text, fill=255, font=font)
    picture = Image.new("RGB", (width * DOT, height * DOT), (0, 0, 0))
    pen = ImageDraw.Draw(picture)
    for index, brightness in enumerate(dots.tobytes()):
        y, x = divmod(index, width)
        corner = (x * DOT + 1, y * DOT + 1, x * DOT + DOT - 2, y * DOT + DOT - 2)
        pen.ellipse(corner, fill=LIT if brightness > 110 else DARK)
    return picture


def save_strip(path: Path, text: str, width: int, height: int) -> None:
    """Write the picture; a reader never sees half of it."""
    part = path.with_suffix(".part")
    draw_strip(text, width, height).save(part, format="PNG")
    part.replace(path)


def _font(height: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name, index in FONTS:
        if Path(name).exists():
            return ImageFont.truetype(name, height - 1, index=index)
    return ImageFont.load_default()

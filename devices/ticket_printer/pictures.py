"""Pictures on a ticket (小票图片): dots where it is dark, as wide as the paper at most."""

from __future__ import annotations

import io
import warnings
from typing import Literal

from PIL import Image, UnidentifiedImageError

from devices.core.errors import Unsupported
from devices.ticket_printer.interface import Align, Picture

MOST_DOTS = 1200  # at one side; the widest paper has 576


class UnusablePicture(Unsupported):
    """The picture can't be printed (图片不可用)."""

    default_message = "图片无法识别"


def read_picture(content: bytes, align: Literal["left", "center", "right"] = "center") -> Picture:
    """A picture for a print job from the content of a PNG file.

    Raises:
        UnusablePicture: no PNG, damaged, or larger than ``MOST_DOTS`` at one side.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG",)) as opened:
                if max(opened.size) > MOST_DOTS:
                    raise UnusablePicture(f"{opened.size}", message=f"边长超过 {MOST_DOTS} 点")
                plain = Image.new("RGB", opened.size, "white")
                seen = opened.convert("RGBA")
                plain.paste(seen, mask=seen.getchannel("A"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombWarning) as error:
        raise UnusablePicture(f"no PNG: {type(error).__name__}") from error
    out = io.BytesIO()
    plain.convert("L").save(out, "PNG")
    return Picture(out.getvalue(), Align(align))


def placed(picture: Picture, width_dots: int) -> Image.Image:
    """The picture in its place on paper of ``width_dots``, shrunk when it is wider; mode "1", black ink."""
    with Image.open(io.BytesIO(picture.png)) as opened:
        image = opened.convert("L")
    if image.width > width_dots:
        height = max(round(image.height * width_dots / image.width), 1)
        image = image.resize((width_dots, height), Image.Resampling.LANCZOS)
    free = width_dots - image.width
    left = {Align.LEFT: 0, Align.CENTER: free // 2, Align.RIGHT: free}[picture.align]
    whole = Image.new("L", (left + image.width, image.height), 255)
    whole.paste(image, (left, 0))
    return whole.convert("1")

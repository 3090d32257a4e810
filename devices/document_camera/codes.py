"""Reading QR codes and bar codes on a still (读码).

A cascade: zxing-cpp first, then zbar with the symbologies a hall meets, then both again on variants of the picture
(sharpened, half, double, local contrast, local threshold). The first step that reads anything ends it. Symbologies
without a proper check (Interleaved 2 of 5, Codabar, EAN-8 …) are left out: on a page full of table lines they read
what is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

import zxingcpp

from devices.document_camera.cv import Image, as_image, cv2

_SQUARE = ("QRCode", "MicroQRCode", "DataMatrix", "PDF417", "Aztec")
_LINEAR = ("Code128", "Code39", "Code93", "EAN13")
_ZBAR = ("QRCODE", "CODE128", "CODE39", "CODE93", "EAN13")
_SHORTEST_LINEAR = 5
_LARGEST_DOUBLED = 2600


@dataclass(frozen=True, slots=True)
class Code:
    """A code on the page.

    Attributes:
        text: its content.
        symbology: ``QRCode``, ``Code128`` …
        where: corners in pixels of the picture, clockwise from the code's top left.
    """

    text: str
    symbology: str
    where: tuple[tuple[float, float], ...]


def read_codes(image: Image, *, thorough: bool = True) -> tuple[Code, ...]:
    """Read every code in a still.

    A readable code in a 1080p picture takes some 0.1 s of processor time, a page without any 2 s: for a worker's
    thread, never the UI's.

    Args:
        image: BGR or grey.
        thorough: False stops after the picture as it is: a page without codes then costs no more than one with.
    """
    grey = image if image.ndim == 2 else as_image(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))
    zbar = _zbar_module()
    for picture, scale in _variants(grey):
        found = _by_zxing(picture, scale)
        if not found and zbar is not None:
            found = _by_zbar(zbar, picture, scale)
        if found or not thorough:
            return tuple(dict.fromkeys(found))
    return ()


def as_text(data: bytes) -> str:
    """A code's bytes as text: UTF-8, else GB18030 (older Chinese software), else byte by byte."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _variants(grey: Image) -> Iterator[tuple[Image, float]]:
    """The picture as it is, then changed ones, each with how much larger than the original it is."""
    yield grey, 1.0
    blurred = cv2.GaussianBlur(grey, (0, 0), 2.0)
    yield as_image(cv2.addWeighted(grey, 2.2, blurred, -1.2, 0)), 1.0
    yield as_image(cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)), 0.5
    if max(grey.shape) <= _LARGEST_DOUBLED:
        yield as_image(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)), 2.0
    yield as_image(cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8)).apply(grey)), 1.0
    block = max(15, min(grey.shape) // 24 | 1)
    yield (
        as_image(cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, block, 8)),
        1.0,
    )


def _by_zxing(picture: Image, scale: float) -> list[Code]:
    formats = zxingcpp.barcode_formats_from_str("|".join(_SQUARE + _LINEAR))
    found = []
    for code in zxingcpp.read_barcodes(picture, formats=formats):
        symbology = str(code.format).rpartition(".")[2].replace(" ", "")
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        where = tuple((_back(point.x, scale), _back(point.y, scale)) for point in corners)
        found.append(Code(as_text(bytes(code.bytes)), symbology, where))
    return [code for code in found if _is_believable(code)]


def _by_zbar(zbar: ModuleType, picture: Image, scale: float) -> list[Code]:
    decode: Callable[..., list[object]] = zbar.decode
    symbols = [getattr(zbar.ZBarSymbol, name) for name in _ZBAR]
    found = []
    for code in decode(picture, symbols=symbols):
        points = getattr(code, "polygon", ())
        where = tuple((_back(point.x, scale), _back(point.y, scale)) for point in points)
        symbology = {"QRCODE": "QRCode"}.get(getattr(code, "type", ""), str(getattr(code, "type", "")).title())
        found.append(Code(as_text(getattr(code, "data", b"")), symbology, where))
    return [code for code in found if _is_believable(code)]


def _is_believable(code: Code) -> bool:
    is_linear = code.symbology.upper().startswith(("CODE", "EAN"))
    return bool(code.text) and (not is_linear or len(code.text) >= _SHORTEST_LINEAR)


def _back(position: float, scale: float) -> float:
    return (position + 0.5) / scale - 0.5


def _zbar_module() -> ModuleType | None:
    """pyzbar, or None on a machine without the shared library libzbar0 (``hallctl doctor`` tells)."""
    try:
        return import_module("pyzbar.pyzbar")
    except ImportError:
        return None

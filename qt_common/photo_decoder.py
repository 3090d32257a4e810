"""Decodes a clerk's photo (公示牌照片); nothing is decoded that is not small and of a known kind."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from hall.staffing.photo import MAX_BYTES, MAX_SIDE, PhotoRefused

# first bytes -> Qt's name, media type
KINDS = {b"\xff\xd8\xff": ("jpeg", "image/jpeg"), b"\x89PNG\r\n\x1a\n": ("png", "image/png")}
KEPT_SIDE = 1024  # pixels; more than a plate on a screen of 3840×2160 shows


def media_type(content: bytes) -> str:
    """``image/jpeg`` or ``image/png``.

    Raises:
        PhotoRefused: neither.
    """
    return _kind(content)[1]


def decode_photo(content: bytes) -> QImage:
    """The picture upright, no side longer than 1024 pixels; from any thread.

    Raises:
        PhotoRefused: more than 2 MB, a side of more than 4000 pixels, neither JPEG nor PNG, or broken.
    """
    if len(content) > MAX_BYTES:
        raise PhotoRefused(f"{len(content)} bytes")
    name = _kind(content)[0]
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, name.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()  # from the head of the file, before room is made for the pixels
    if not size.isValid() or max(size.width(), size.height()) > MAX_SIDE:
        raise PhotoRefused(f"{size.width()} x {size.height()} pixels")
    image = reader.read()
    if image.isNull():
        raise PhotoRefused(f"broken {name}: {reader.error().name}")
    if max(image.width(), image.height()) > KEPT_SIDE:
        kept = QSize(KEPT_SIDE, KEPT_SIDE)
        how = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(kept, Qt.AspectRatioMode.KeepAspectRatio, how)
    return image


def _kind(content: bytes) -> tuple[str, str]:
    for start, kind in KINDS.items():
        if content.startswith(start):
            return kind
    raise PhotoRefused("neither JPEG nor PNG")

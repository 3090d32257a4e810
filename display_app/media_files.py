"""The pictures and videos of a folder (宣传图片、视频); what can't be shown is skipped and told to the log once."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from display_app.panels.scene import Picture

log = logging.getLogger(__name__)

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".svg"})
VIDEOS = frozenset({".mp4", ".m4v", ".mkv", ".webm", ".mov", ".avi"})
MOST_BYTES = 60 * 1024 * 1024  # of a picture
MOST_SIDE = 16_000  # pixels
KEPT = QSize(3840, 2160)  # a larger picture is made smaller: no screen shows more


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be shown; ``picture`` is None for a video."""

    file: Path
    picture: Picture | None


class MediaFolder:
    """Goes through the files of a folder by name, over and over; used by one thread at a time.

    Args:
        videos: they are shown too.
    """

    def __init__(self, folder: Path, *, videos: bool) -> None:
        self._folder = folder
        self._videos = videos
        self._last = ""
        self._told: set[str] = set()

    def next(self) -> Found | None:
        """The next file that can be shown, after the last one; None while there is none."""
        for file in self._in_turn():
            self._last = file.name
            if file.suffix.lower() in VIDEOS:
                return Found(file, None)
            picture = self._read(file)
            if picture is not None:
                return Found(file, picture)
        return None

    def refuse(self, file: Path, reason: str) -> None:
        """Tell the log, once, that a file can't be shown."""
        if file.name not in self._told:
            self._told.add(file.name)
            log.warning("%s can't be shown: %s", file.name, reason)

    def _in_turn(self) -> Iterator[Path]:
        wanted = PICTURES | VIDEOS if self._videos else PICTURES
        try:
            files = sorted(f for f in self._folder.iterdir() if f.suffix.lower() in wanted and f.is_file())
        except OSError as error:
            self.refuse(self._folder, error.strerror or "unreadable")
            return
        yield from [f for f in files if f.name > self._last]
        yield from [f for f in files if f.name <= self._last]

    def _read(self, file: Path) -> Picture | None:
        try:
            stat = file.stat()
        except OSError as error:
            self.refuse(file, error.strerror or "unreadable")
            return None
        image = QImage()
        reason = f"{stat.st_size} bytes"
        if stat.st_size <= MOST_BYTES:
            image, reason = _decode(file)
        if image.isNull():
            self.refuse(file, reason)
            return None
        return Picture(f"{file}:{stat.st_mtime_ns}", image)


def _decode(file: Path) -> tuple[QImage, str]:
    """The picture upright and no larger than a screen; an empty one with the reason."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()  # from the head of the file, before room is made for the pixels
    if not size.isValid() or max(size.width(), size.height()) > MOST_SIDE:
        return QImage(), f"no picture, or too large: {size.width()} x {size.height()}"
    if size.width() > KEPT.width() or size.height() > KEPT.height():
        reader.setScaledSize(size.scaled(KEPT, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read(), reader.error().name

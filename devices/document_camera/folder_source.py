"""Pictures from a folder (图片目录): a scanner's drop folder, or photographs for development.

The newest file by time of change (``order=newest``), or all of them in order of their names, one after the other
(``order=cycle``). A file that is still being written is not whole and is passed over until it is.
"""

from __future__ import annotations

import threading
from pathlib import Path

from devices.codec.mjpeg import EOI, SOI
from devices.core.errors import DeviceTimeout, NotConnected
from devices.document_camera.cv import Image, as_image, cv2

SUFFIXES = frozenset({".jpg", ".jpeg", ".png"})
LOOK_SECONDS = 0.1
WAIT_SECONDS = 2.0
_PNG_END = b"IEND\xaeB`\x82"


class FolderSource:
    """A folder as a camera.

    Args:
        frame_seconds: how often a picture is taken from it.
        cycle: show the files in order of name; otherwise the newest.
        frames_each: with ``cycle``, how many frames a file is shown.
    """

    def __init__(
        self, folder: Path, *, cycle: bool = False, frames_each: int = 10, frame_seconds: float = 0.1
    ) -> None:
        self._folder = folder
        self._cycle = cycle
        self._frames_each = frames_each
        self._frame_seconds = frame_seconds
        self._shown = 0
        self._interrupted = threading.Event()

    def open(self) -> None:
        self._interrupted.clear()
        self._files()

    def read(self) -> bytes | Image:
        if self._interrupted.wait(self._frame_seconds):
            raise NotConnected("the folder was closed")
        for _ in range(round(WAIT_SECONDS / LOOK_SECONDS)):
            picture = self._picture()
            if picture is not None:
                self._shown += 1
                return picture
            if self._interrupted.wait(LOOK_SECONDS):
                raise NotConnected("the folder was closed")
        raise DeviceTimeout(f"no picture in {self._folder}")

    def close(self) -> None:
        """Nothing is held."""

    def interrupt(self) -> None:
        self._interrupted.set()

    def _picture(self) -> bytes | Image | None:
        files = self._files()
        if not files:
            return None
        place = self._shown // self._frames_each % len(files) if self._cycle else len(files) - 1
        try:
            data = files[place].read_bytes()
        except OSError:
            return None  # taken away since it was listed
        if data.startswith(SOI):
            return data if data.rstrip(b"\0").endswith(EOI) else None
        if not data.endswith(_PNG_END):
            return None
        image = cv2.imdecode(as_image(bytearray(data)), cv2.IMREAD_COLOR)
        return None if image is None else as_image(image)

    def _files(self) -> list[Path]:
        try:
            found = [path for path in self._folder.iterdir() if path.suffix.lower() in SUFFIXES]
            if self._cycle:
                return sorted(found)
            return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))
        except OSError as error:
            raise NotConnected(f"{self._folder}: {error}") from error

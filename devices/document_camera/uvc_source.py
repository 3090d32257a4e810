"""Pictures from a USB camera (UVC 高拍仪) through OpenCV: V4L2 on Linux, DirectShow on Windows.

Facts this rests on: MJPG must be asked for before the size, or the bus is too slow for large pictures; ``set()``
may answer False and still work, so it is never fatal and the real size is read back; Media Foundation needs some
12 s to open, DirectShow does not; after a stall ``read()`` answers False while ``isOpened()`` stays True, so the
capture is released and opened again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from devices.core.errors import NotConnected, Unsupported
from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.interface import Size

# What document cameras of 2 to 16 megapixels commonly offer; cameras answer with the nearest they have.
COMMON_SIZES = (
    Size(4656, 3496),
    Size(4160, 3120),
    Size(3840, 2160),
    Size(3264, 2448),
    Size(2592, 1944),
    Size(2048, 1536),
    Size(1920, 1080),
    Size(1600, 1200),
    Size(1280, 720),
    Size(640, 480),
)


class Capture(Protocol):
    """The part of `cv2.VideoCapture` that is used."""

    def isOpened(self) -> bool: ...
    def set(self, propId: int, value: float) -> bool: ...
    def get(self, propId: int) -> float: ...
    def read(self) -> tuple[bool, object]: ...
    def release(self) -> None: ...


OpenCapture = Callable[[int, int, Sequence[int]], Capture]


def open_capture(index: int, backend: int, parameters: Sequence[int]) -> Capture:
    """Open the camera of the operating system's number ``index``."""
    return cv2.VideoCapture(index, backend, list(parameters))


class UvcSource:
    """One USB camera.

    Args:
        index: the operating system's number, 0 for the first camera (``/dev/video0``).
        size: wanted size.
        frame_rate: wanted frames a second.
        open_timeout, read_timeout: seconds, for back-ends that honour them.
        opener: opens a capture; another one in tests.
    """

    def __init__(
        self,
        index: int,
        size: Size,
        *,
        frame_rate: float = 30.0,
        open_timeout: float = 2.0,
        read_timeout: float = 1.5,
        opener: OpenCapture = open_capture,
    ) -> None:
        self._index = index
        self._size = size
        self._frame_rate = frame_rate
        self._timeouts = [
            int(cv2.CAP_PROP_OPEN_TIMEOUT_MSEC),
            round(1000 * open_timeout),
            int(cv2.CAP_PROP_READ_TIMEOUT_MSEC),
            round(1000 * read_timeout),
        ]
        self._opener = opener
        self._capture: Capture | None = None

    def open(self) -> None:
        backend = cv2.CAP_DSHOW if sys.platform == "win32" else cv2.CAP_V4L2
        try:
            capture = self._opener(self._index, int(backend), self._timeouts)
            if not capture.isOpened():  # a back-end may refuse parameters it does not know
                capture.release()
                capture = self._opener(self._index, int(backend), [])
        except cv2.error as error:
            raise NotConnected(f"camera {self._index} can't be opened: {error}") from error
        if not capture.isOpened():
            capture.release()
            raise NotConnected(f"there is no camera {self._index}, or another program has it")
        self._capture = capture
        self._ask(capture, self._size)
        capture.set(cv2.CAP_PROP_FPS, self._frame_rate)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)

    def read(self) -> Image:
        if self._capture is None:
            raise NotConnected("the camera is not open")
        try:
            taken, image = self._capture.read()
        except cv2.error as error:
            raise NotConnected(f"camera {self._index} failed: {error}") from error
        if not taken or image is None:
            raise NotConnected(f"camera {self._index} gives no picture")
        return as_image(image)

    def close(self) -> None:
        if self._capture is not None:
            self._capture.release()
            self._capture = None

    def interrupt(self) -> None:
        """OpenCV cannot be woken: `read` ends with the next picture or at its deadline."""

    def list_sizes(self) -> tuple[Size, ...]:
        """Try the common sizes on a capture of its own and read back what the camera makes of them.

        Raises:
            NotConnected: the camera does not open.
            Unsupported: it tells no size.
        """
        self.open()
        assert self._capture is not None
        try:
            found = {self._ask(self._capture, size) for size in COMMON_SIZES}
        finally:
            self.close()
        found.discard(Size(0, 0))
        if not found:
            raise Unsupported(f"camera {self._index} tells no size")
        return tuple(sorted(found, key=lambda size: (size.width * size.height, size.width), reverse=True))

    @staticmethod
    def _ask(capture: Capture, size: Size) -> Size:
        capture.set(cv2.CAP_PROP_FOURCC, float(cv2.VideoWriter.fourcc(*"MJPG")))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, float(size.width))
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, float(size.height))
        return Size(int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT)))

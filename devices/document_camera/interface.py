"""What every document camera is (高拍仪): the newest frame for the preview, a still for the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from devices.core.driver import Driver
from devices.document_camera.cv import Image


@dataclass(frozen=True, slots=True)
class Size:
    """Picture size in pixels (分辨率)."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One frame of the preview (预览帧).

    Attributes:
        image: height × width × 3, uint8, BGR; nobody else writes to it.
        sequence: counts the frames that arrived since opening, 0, 1, …; frames not asked for leave gaps.
        at: when it arrived, `time.monotonic` seconds.
        reduced_by: 1, 2, 4 or 8: how much smaller than the camera's picture the image is.
    """

    image: Image
    sequence: int
    at: float
    reduced_by: int = 1


@dataclass(frozen=True, slots=True)
class Still:
    """One picture at full size (拍照).

    Attributes:
        jpeg: the camera's own JPEG bytes where it sends JPEG, so nothing is lost by encoding twice.
        width, height: pixels.
    """

    jpeg: bytes
    width: int
    height: int

    def __repr__(self) -> str:
        return f"Still({self.width}x{self.height}, {len(self.jpeg)} bytes)"


@runtime_checkable
class DocumentCamera(Driver, Protocol):
    """A camera over a desk. A second lens (for the person) is simply a second camera with its own address.

    Unlike other drivers it has a thread: between `open` and `close` a grab thread takes every frame and keeps only
    the newest, so that nobody ever sees an old one. `latest` may be called from any thread.
    """

    @property
    def actual_size(self) -> Size:
        """Size of the newest picture, which may differ from what was asked for.

        Raises:
            NotConnected: not open.
        """

    def sizes(self) -> tuple[Size, ...]:
        """Sizes that can be asked for with ``?size=``, largest first; only the present one where it is fixed.

        Raises:
            NotConnected: not open.
        """

    def latest(self, newer_than: int = -1, timeout_s: float = 2.0, *, reduce: int = 1) -> Frame:
        """The newest frame; waits for one with a sequence above ``newer_than``.

        A frame is never older than the stall limit: when the camera stops sending, this raises instead.

        Args:
            reduce: 1, 2, 4 or 8: decode to a smaller image, much cheaper for preview and detection.

        Raises:
            NotConnected: not open, or the camera went away.
            DeviceTimeout: no frame in time.
        """

    def still(self) -> Still:
        """A picture that arrived after the call: never a stored one from before the page was laid down.

        Raises:
            NotConnected, DeviceTimeout: as `latest`.
        """

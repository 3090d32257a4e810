"""The driver of all document cameras (高拍仪驱动): a grab thread over a source."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from devices.core.clock import utc_now
from devices.core.errors import DeviceError, NotConnected, ProtocolError
from devices.core.status import DeviceStatus, Health, Link
from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.grabber import Grabber, Snapshot, Source
from devices.document_camera.interface import Frame, Size, Still

STALL_SECONDS = 2.0
STILL_SECONDS = 3.0
STILL_QUALITY = 95
ALMOST_OLD = 0.75  # of the camera's interval
_REDUCED = {
    1: cv2.IMREAD_COLOR,
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}


class GrabbingCamera:
    """A document camera on any `Source`.

    Args:
        make_source: builds the source; a new one each time the camera is opened.
        list_sizes: asks the camera for its sizes while it is closed; None when its size is fixed.
        stall_seconds: a camera that sent nothing for so long is not connected any more.
    """

    def __init__(
        self,
        make_source: Callable[[], Source],
        *,
        model: str,
        verified: bool,
        list_sizes: Callable[[], tuple[Size, ...]] | None = None,
        stall_seconds: float = STALL_SECONDS,
    ) -> None:
        self.model = model
        self.verified = verified
        self._make_source = make_source
        self._list_sizes = list_sizes
        self._listed: tuple[Size, ...] = ()
        self._stall_seconds = stall_seconds
        self._grabber: Grabber | None = None

    def open(self) -> None:
        self.close()
        grabber = Grabber(self._make_source())
        grabber.start()
        self._grabber = grabber
        try:
            self._decoded(self._wait(timeout=self._stall_seconds), 8)
        except Exception:
            self.close()
            raise

    def close(self) -> None:
        grabber, self._grabber = self._grabber, None
        if grabber is not None:
            grabber.stop()

    def probe(self) -> DeviceStatus:
        """Wait for two pictures: one may have been on its way when the camera fell silent."""
        newest = self._wait(timeout=self._stall_seconds)
        self._wait(sequence_above=newest.sequence + 1, timeout=self._stall_seconds)
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now(), detail=str(self.actual_size))

    @property
    def actual_size(self) -> Size:
        picture = self._wait(timeout=self._stall_seconds).picture
        return jpeg_size(picture) if isinstance(picture, bytes) else Size(picture.shape[1], picture.shape[0])

    def sizes(self) -> tuple[Size, ...]:
        if self._grabber is None:
            raise NotConnected("the camera is not open")
        if self._list_sizes is None:
            return (self.actual_size,)
        if not self._listed:
            self.close()
            try:
                self._listed = self._list_sizes()
            finally:
                self.open()
        return self._listed

    def latest(self, newer_than: int = -1, timeout_s: float = 2.0, *, reduce: int = 1) -> Frame:
        if reduce not in _REDUCED:
            raise ValueError(f"reduce={reduce}; allowed: {sorted(_REDUCED)}")
        ends = time.monotonic() + timeout_s
        while True:
            snapshot = self._wait(sequence_above=newer_than, timeout=max(0.0, ends - time.monotonic()))
            snapshot = self._or_the_next(snapshot, ends)
            try:
                return Frame(self._decoded(snapshot, reduce), snapshot.sequence, snapshot.at, reduce)
            except ProtocolError:
                newer_than = snapshot.sequence  # one broken picture: the next may be whole

    def _or_the_next(self, snapshot: Snapshot, ends: float) -> Snapshot:
        """The next picture instead of one that it is about to replace: nobody gets one an interval old."""
        grabber = self._grabber
        if grabber is None or time.monotonic() - snapshot.at < ALMOST_OLD * grabber.interval:
            return snapshot
        left = min(grabber.interval, ends - time.monotonic())
        try:
            return grabber.wait(sequence_above=snapshot.sequence, timeout=max(0.0, left))
        except DeviceError:
            return snapshot  # late, but the newest there is

    def still(self) -> Still:
        after = time.monotonic()
        ends = after + STILL_SECONDS
        while True:
            snapshot = self._wait(newer_than=after, timeout=max(0.0, ends - time.monotonic()))
            after = snapshot.at
            try:
                return self._as_still(snapshot)
            except ProtocolError:
                if time.monotonic() >= ends:
                    raise

    def _as_still(self, snapshot: Snapshot) -> Still:
        if isinstance(snapshot.picture, bytes):
            self._decoded(snapshot, 8)
            size = jpeg_size(snapshot.picture)
            return Still(snapshot.picture, size.width, size.height)
        image = snapshot.picture
        encoded, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, STILL_QUALITY])
        if not encoded:
            raise ProtocolError("the picture can't be encoded")
        return Still(data.tobytes(), image.shape[1], image.shape[0])

    def _wait(self, *, sequence_above: int = -1, newer_than: float | None = None, timeout: float) -> Snapshot:
        """A picture after both marks, and never one from before the stall limit."""
        grabber = self._grabber
        if grabber is None:
            raise NotConnected("the camera is not open")
        if newer_than is None:
            newer_than = time.monotonic() - self._stall_seconds
        return grabber.wait(sequence_above=sequence_above, newer_than=newer_than, timeout=timeout)

    @staticmethod
    def _decoded(snapshot: Snapshot, reduce: int) -> Image:
        picture = snapshot.picture
        if isinstance(picture, bytes):
            image = cv2.imdecode(np.frombuffer(picture, dtype=np.uint8), _REDUCED[reduce])
            if image is None:
                raise ProtocolError("the picture is no JPEG")
            return as_image(image)
        # Copied, so that the caller's frame can't change under another caller's hands.
        return picture.copy() if reduce == 1 else as_image(picture[::reduce, ::reduce].copy())


def jpeg_size(data: bytes) -> Size:
    """Width and height from the frame header (SOF) of a JPEG, without decoding it (ITU-T T.81 §B.2.2).

    Raises:
        ProtocolError: there is none.
    """
    position = 2
    while position + 9 <= len(data):
        if data[position] != 0xFF:
            break
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height = int.from_bytes(data[position + 5 : position + 7])
            width = int.from_bytes(data[position + 7 : position + 9])
            return Size(width, height)
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4])
    raise ProtocolError("the picture is no JPEG")

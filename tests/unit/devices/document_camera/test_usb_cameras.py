"""USB cameras, with a stand-in for the capture, and addresses that are refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from devices.core.errors import AddressError, NotConnected, ProtocolError
from devices.document_camera.camera import GrabbingCamera, jpeg_size
from devices.document_camera.cv import Image, cv2
from devices.document_camera.drivers import DRIVERS
from devices.document_camera.interface import Size
from devices.document_camera.uvc_source import UvcSource


class FakeCapture:
    """A UVC camera with two sizes: it takes the nearest, answers False to every set, and wants MJPG first."""

    SIZES = ((1280, 720), (2592, 1944))

    def __init__(self, *, opened: bool = True, pictures: int = 10**9) -> None:
        self.opened = opened
        self.pictures = pictures
        self.released = False
        self.order: list[int] = []
        self._asked = [640.0, 480.0]

    def isOpened(self) -> bool:
        return self.opened

    def set(self, propId: int, value: float) -> bool:
        self.order.append(propId)
        if propId in (cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT):
            self._asked[propId - cv2.CAP_PROP_FRAME_WIDTH] = value
        return False

    def get(self, propId: int) -> float:
        nearest = min(self.SIZES, key=lambda size: abs(size[0] - self._asked[0]))
        return float(nearest[propId - cv2.CAP_PROP_FRAME_WIDTH])

    def read(self) -> tuple[bool, object]:
        self.pictures -= 1
        if self.pictures < 0:
            return False, None
        threading.Event().wait(0.002)
        width, height = int(self.get(cv2.CAP_PROP_FRAME_WIDTH)), int(self.get(cv2.CAP_PROP_FRAME_HEIGHT))
        return True, np.zeros((height, width, 3), np.uint8)

    def release(self) -> None:
        self.released = True


def usb(captures: Iterator[FakeCapture], size: Size = Size(1920, 1080)) -> GrabbingCamera:
    def opener(_index: int, _backend: int, _parameters: Sequence[int]) -> FakeCapture:
        return next(captures)

    def source() -> UvcSource:
        return UvcSource(0, size, opener=opener)

    return GrabbingCamera(source, model="fake", verified=True, list_sizes=lambda: source().list_sizes())


def test_a_usb_camera_is_asked_for_mjpg_before_the_size_and_its_real_size_is_read_back() -> None:
    capture = FakeCapture()
    camera = usb(iter([capture]))
    camera.open()
    try:
        assert camera.actual_size == Size(1280, 720)
        assert capture.order.index(cv2.CAP_PROP_FOURCC) < capture.order.index(cv2.CAP_PROP_FRAME_WIDTH)
    finally:
        camera.close()
    assert capture.released


def test_a_usb_camera_lists_the_sizes_it_really_has() -> None:
    camera = usb(FakeCapture() for _ in range(10))
    camera.open()
    try:
        assert camera.sizes() == (Size(2592, 1944), Size(1280, 720))
        assert camera.latest().image.shape == (720, 1280, 3)
    finally:
        camera.close()


def test_a_usb_camera_that_stops_is_released_and_opened_again() -> None:
    captures = [FakeCapture(pictures=3), FakeCapture()]
    camera = usb(iter(captures))
    camera.open()
    try:
        assert camera.latest(newer_than=10, timeout_s=30).sequence > 10
        assert captures[0].released
    finally:
        camera.close()


def test_a_backend_that_refuses_the_timeouts_is_opened_without() -> None:
    camera = usb(iter([FakeCapture(opened=False), FakeCapture()]))
    camera.open()
    camera.close()


def test_a_usb_camera_that_is_not_there_is_not_connected() -> None:
    camera = usb(FakeCapture(opened=False) for _ in range(10))
    with pytest.raises(NotConnected):
        camera.open()


def test_the_real_backend_says_that_there_is_no_such_camera() -> None:
    with pytest.raises(NotConnected):
        DRIVERS["camera"]("camera://77").open()


@pytest.mark.parametrize(
    "url",
    [
        "camera://first",
        "camera://0?size=big",
        "camera://0?fps=0",
        "mjpeg+http://",
        "mjpeg+http://host/v?stall=0",
        "mjpeg+http://host/v?quality=9",
        "folder://relative",
        "folder:///x?order=random",
    ],
)
def test_a_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        DRIVERS[url.partition(":")[0]](url)


def test_what_is_no_jpeg_has_no_size() -> None:
    image: Image = np.zeros((30, 70, 3), np.uint8)
    encoded = cv2.imencode(".jpg", image)[1].tobytes()
    assert jpeg_size(encoded) == Size(70, 30)
    for data in (b"", b"\xff\xd8", b"\x89PNG", encoded[:12], b"\xff\xd8\xff\xd9" + encoded):
        with pytest.raises(ProtocolError):
            jpeg_size(data)

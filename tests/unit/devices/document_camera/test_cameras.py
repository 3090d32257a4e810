"""The camera drivers: newest frame only, stalls, reconnection, broken pictures, sizes."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from devices.core.errors import DeviceError, DeviceTimeout, NotConnected, ProtocolError
from devices.document_camera.camera import jpeg_size
from devices.document_camera.cv import cv2
from devices.document_camera.drivers import DRIVERS
from devices.document_camera.grabber import Grabber
from devices.document_camera.http_source import HttpPlace, HttpSource
from devices.document_camera.interface import DocumentCamera, Size
from devices.sim.camera import SimCamera
from devices.sim.camera_scene import Scene

SMALL = Scene(width=320, height=240, paper="blank")


@pytest.fixture
def sim() -> Iterator[SimCamera]:
    with SimCamera(fps=50, scene=SMALL) as running:
        yield running


@pytest.fixture
def camera(sim: SimCamera) -> Iterator[DocumentCamera]:
    opened = DRIVERS["mjpeg+http"](f"{sim.url}?read_timeout=0.6&stall=0.8")
    opened.open()
    yield opened
    opened.close()


def number(jpeg: bytes) -> int:
    """The running number that the simulator writes into each picture."""
    match = re.search(rb"frame (\d+)", jpeg[:64])
    assert match is not None
    return int(match[1])


def eventually(condition: Callable[[], bool]) -> None:
    """Wait until something that happens on another thread has happened."""
    pause = threading.Event()
    for _ in range(1500):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it did not happen")


def test_a_frame_is_the_cameras_picture_and_its_number_grows(camera: DocumentCamera) -> None:
    first = camera.latest()
    second = camera.latest(newer_than=first.sequence)
    assert first.image.shape == (240, 320, 3)
    assert first.image.dtype == np.uint8
    assert second.sequence > first.sequence
    assert second.at > first.at


def test_a_viewer_that_did_not_look_gets_the_newest_frame(sim: SimCamera) -> None:
    grabber = Grabber(HttpSource(HttpPlace("127.0.0.1", int(sim.url.split(":")[2][:-7]), "/v.mjpg"),
                                 open_timeout=5, read_timeout=5))  # fmt: skip
    grabber.start()
    try:
        grabber.wait(timeout=10)
        seen = sim.sent
        eventually(lambda: sim.sent > seen + 60)  # nobody looks for 60 frames
        behind = []
        for _ in range(10):
            sent = sim.sent
            picture = grabber.wait(timeout=10).picture
            assert isinstance(picture, bytes)
            behind.append(sent - number(picture))
            seen = sim.sent
            eventually(lambda: sim.sent > seen + 3)  # noqa: B023  used before the next round
        assert sorted(behind)[5] <= 1
    finally:
        grabber.stop()


def test_a_still_is_the_cameras_own_jpeg_taken_after_the_call(sim: SimCamera, camera: DocumentCamera) -> None:
    before = number(camera.still().jpeg)
    sent = sim.sent
    still = camera.still()
    assert number(still.jpeg) > before
    assert number(still.jpeg) >= sent
    assert (still.width, still.height) == (320, 240)
    assert str(len(still.jpeg)) in repr(still) and len(repr(still)) < 60


@pytest.mark.parametrize(("reduce", "shape"), [(2, (120, 160, 3)), (4, (60, 80, 3)), (8, (30, 40, 3))])
def test_a_preview_can_be_decoded_smaller(camera: DocumentCamera, reduce: int, shape: tuple[int, ...]) -> None:
    assert camera.latest(reduce=reduce).image.shape == shape


def test_another_reduction_is_refused(camera: DocumentCamera) -> None:
    with pytest.raises(ValueError, match="reduce=3"):
        camera.latest(reduce=3)


def test_the_size_is_read_from_the_pictures(sim: SimCamera, camera: DocumentCamera) -> None:
    assert camera.actual_size == Size(320, 240)
    assert camera.sizes() == (Size(320, 240),)
    sim.command("look", {"width": 400, "height": 300})
    eventually(lambda: camera.actual_size == Size(400, 300))


def test_a_stalled_camera_never_shows_its_last_frame_as_live(sim: SimCamera, camera: DocumentCamera) -> None:
    camera.latest()
    sim.command("fault", {"name": "dont_answer"})
    with pytest.raises((DeviceTimeout, NotConnected)):
        for _ in range(50):
            camera.latest(timeout_s=3, newer_than=camera.latest(timeout_s=3).sequence)
    with pytest.raises((DeviceTimeout, NotConnected)):
        camera.latest(timeout_s=0.1)


@pytest.mark.parametrize("fault", ["dont_answer", "go_awol", "drop_connection", "half_frames", "bad_checksum"])
def test_pictures_come_back_by_themselves_after_a_fault(sim: SimCamera, camera: DocumentCamera, fault: str) -> None:
    camera.latest()
    sim.command("fault", {"name": fault})
    if fault != "drop_connection":
        with pytest.raises((DeviceTimeout, NotConnected, ProtocolError)):
            for _ in range(50):
                camera.still()
    sim.command("clear")

    def works() -> bool:
        try:
            return camera.still().width == 320
        except DeviceError:
            return False

    eventually(works)


def test_half_frames_are_never_shown(sim: SimCamera, camera: DocumentCamera) -> None:
    sim.command("fault", {"name": "half_frames"})
    sequence = -1
    with pytest.raises((DeviceTimeout, NotConnected, ProtocolError)):
        while True:
            frame = camera.latest(newer_than=sequence, timeout_s=2)
            sequence = frame.sequence
            assert frame.image[-10:].std() > 0  # a half-decoded JPEG is flat grey at its bottom


def test_closing_wakes_who_waits(sim: SimCamera, camera: DocumentCamera) -> None:
    sim.command("fault", {"name": "dont_answer"})
    errors: list[DeviceError] = []

    def wait() -> None:
        try:
            camera.latest(newer_than=10**9, timeout_s=60)
        except DeviceError as error:
            errors.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    camera.close()
    waiting.join(timeout=20)
    assert not waiting.is_alive()
    assert isinstance(errors[0], NotConnected)


def test_an_address_that_is_no_stream_is_a_protocol_error(sim: SimCamera) -> None:
    with pytest.raises(ProtocolError):
        DRIVERS["mjpeg+http"](sim.url.replace("v.mjpg", "other")).open()


def test_a_password_does_not_show_in_errors_and_logs() -> None:
    place = HttpPlace("camera", 80, "/v", "admin:secret")
    assert "secret" not in repr(place)
    assert place.headers()["Authorization"] == "Basic YWRtaW46c2VjcmV0"


# ---- a folder as a camera ------------------------------------------------------------------------------------


def write_picture(path: Path, width: int, *, at: int) -> None:
    cv2.imwrite(str(path), np.full((60, width, 3), 200, np.uint8))
    os.utime(path, (at, at))


def test_a_folder_shows_its_newest_picture(tmp_path: Path) -> None:
    write_picture(tmp_path / "b.jpg", 80, at=1000)
    camera = DRIVERS["folder"](f"folder://{tmp_path}")
    camera.open()
    try:
        assert camera.actual_size == Size(80, 60)
        write_picture(tmp_path / "a.png", 100, at=2000)
        eventually(lambda: camera.actual_size == Size(100, 60))
        assert jpeg_size(camera.still().jpeg) == Size(100, 60)
    finally:
        camera.close()


def test_a_folder_shows_all_its_pictures_in_turn(tmp_path: Path) -> None:
    for index, width in enumerate((40, 48, 56)):
        write_picture(tmp_path / f"{index}.jpg", width, at=1000)
    camera = DRIVERS["folder"](f"folder://{tmp_path}?order=cycle")
    camera.open()
    seen: set[int] = set()

    def all_seen() -> bool:
        seen.add(camera.actual_size.width)
        return seen == {40, 48, 56}

    try:
        eventually(all_seen)
    finally:
        camera.close()


def test_a_file_that_is_still_being_written_is_not_shown(tmp_path: Path) -> None:
    write_picture(tmp_path / "whole.jpg", 80, at=1000)
    (tmp_path / "half.jpg").write_bytes((tmp_path / "whole.jpg").read_bytes()[:-5])
    (tmp_path / "whole.jpg").unlink()
    with pytest.raises(DeviceTimeout):
        DRIVERS["folder"](f"folder://{tmp_path}?stall=0.5").open()


def test_a_folder_that_is_not_there_is_not_connected(tmp_path: Path) -> None:
    with pytest.raises(NotConnected):
        DRIVERS["folder"](f"folder://{tmp_path}/none").open()


# ---- a USB camera, with a stand-in for OpenCV's capture ---------------------------------------------------------

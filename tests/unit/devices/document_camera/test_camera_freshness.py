"""No frame that is old: neither after the thread stood still, nor when the next one is due."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from devices.document_camera import camera as camera_module
from devices.document_camera.drivers import DRIVERS
from devices.document_camera.grabber import Grabber
from devices.document_camera.http_source import HttpPlace, HttpSource
from devices.document_camera.interface import DocumentCamera
from devices.sim.camera import SimCamera
from devices.sim.camera_scene import Scene


@pytest.fixture
def sim() -> Iterator[SimCamera]:
    with SimCamera(fps=50, scene=Scene(width=320, height=240, paper="blank")) as running:
        yield running


@pytest.fixture
def camera(sim: SimCamera) -> Iterator[DocumentCamera]:
    opened = DRIVERS["mjpeg+http"](f"{sim.url}?read_timeout=0.6&stall=0.8")
    opened.open()
    yield opened
    opened.close()


class Burst:
    """A camera that sends these pictures at once and then holds the line."""

    def __init__(self, pictures: list[bytes]) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._pictures = pictures
        self.sent, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def place(self) -> HttpPlace:
        return HttpPlace("127.0.0.1", self._listener.getsockname()[1], "/")

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection:
            connection.recv(65536)
            head = "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n"
            parts = [
                b"--b\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%s\r\n" % (len(picture), picture)
                for picture in self._pictures
            ]
            connection.sendall(head.encode() + b"".join(parts))
            self.sent.set()
            self._over.wait(60)

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()


def test_pictures_that_piled_up_while_the_thread_stood_still_are_passed_over() -> None:
    pictures = [b"\xff\xd8" + bytes([n]) * 3000 + b"\xff\xd9" for n in range(20)]
    camera = Burst(pictures)
    source = HttpSource(camera.place, open_timeout=5, read_timeout=5)
    try:
        source.open()
        assert camera.sent.wait(20)
        assert source.read() == pictures[-1]
    finally:
        source.close()
        camera.close()


def test_a_picture_about_to_be_replaced_is_not_given_any_more(
    camera: DocumentCamera, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Grabber, "interval", 10.0)
    monkeypatch.setattr(camera_module, "ALMOST_OLD", 0.0)
    asked = time.monotonic()
    assert camera.latest(timeout_s=20).at >= asked


def test_the_newest_picture_is_given_when_the_next_one_is_late(
    camera: DocumentCamera, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Grabber, "interval", 0.0)
    first = camera.latest()
    monkeypatch.setattr(Grabber, "interval", 0.05)
    monkeypatch.setattr(camera_module, "ALMOST_OLD", 0.0)
    assert camera.latest().sequence >= first.sequence


def test_the_grab_thread_knows_the_cameras_rate(sim: SimCamera) -> None:
    grabber = Grabber(HttpSource(HttpPlace("127.0.0.1", int(sim.url.split(":")[2][:-7]), "/v.mjpg"),
                                 open_timeout=5, read_timeout=5))  # fmt: skip
    assert grabber.interval == 0.0
    grabber.start()
    try:
        seen = -1
        while not grabber.interval:  # a gap that is long says nothing of the rate
            seen = grabber.wait(sequence_above=seen, timeout=20).sequence
        assert grabber.interval < 0.5
    finally:
        grabber.stop()

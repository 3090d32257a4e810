"""The live picture of the document camera (实时预览), off the UI thread.

Two threads: one takes the camera's newest frame about twelve times a second and makes a small `QImage`; the other
looks for the page in a reduced copy about eight times a second. Both pass over what they can't keep up with;
the UI thread gets a picture only when it has taken the last one.
"""

from __future__ import annotations

import logging
import threading
import time

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from counter_app.screens.camera.state import Corner, Outline
from devices.core.errors import DeviceError
from devices.document_camera.cv import Image
from devices.document_camera.interface import DocumentCamera
from devices.document_camera.page_detection import detect_page
from devices.document_camera.quads import Quad

log = logging.getLogger(__name__)

PICTURE_SECONDS = 1 / 12
DETECT_SECONDS = 1 / 8
WIDTH = 640
SMOOTHING = 0.5
STILL_PART = 0.03  # corners that moved less than this part of the picture are the same page


class CameraFeed(QObject):
    """Pictures and outlines for the preview; `use` once the camera is there, `close` at the end."""

    picture = Signal(object)  # QImage, in the UI thread
    outline = Signal(object)  # Outline | None, in the UI thread
    _arrived = Signal(object)
    _found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: DocumentCamera | None = None
        self._stopping = threading.Event()
        self._wanted = threading.Event()
        self._painted = threading.Event()
        self._painted.set()
        self._fresh = threading.Condition()
        self._image: Image | None = None
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._deliver_picture, Qt.ConnectionType.QueuedConnection)
        self._found.connect(self._deliver_outline, Qt.ConnectionType.QueuedConnection)

    def use(self, camera: DocumentCamera) -> None:
        """Begin with ``camera``, which may be away and come back; a second call changes nothing."""
        if self._threads:
            return
        self._camera = camera
        self._threads = [
            threading.Thread(target=self._show, name="camera-preview", daemon=True),
            threading.Thread(target=self._look, name="camera-outline", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def is_running(self) -> bool:
        """True once it has its camera."""
        return bool(self._threads)

    @Slot(bool)
    def set_wanted(self, wanted: bool) -> None:
        """Whether anybody looks: a hidden panel costs nothing."""
        if wanted:
            self._wanted.set()
        else:
            self._wanted.clear()

    def close(self) -> None:
        """End both threads."""
        self._stopping.set()
        self._wanted.set()
        self._painted.set()
        with self._fresh:
            self._fresh.notify_all()
        for thread in self._threads:
            thread.join(timeout=5)

    @Slot(object)
    def _deliver_picture(self, image: QImage) -> None:
        if not self._stopping.is_set():
            self.picture.emit(image)
        self._painted.set()

    @Slot(object)
    def _deliver_outline(self, outline: Outline | None) -> None:
        if not self._stopping.is_set():
            self.outline.emit(outline)

    def _show(self) -> None:
        camera, newest = self._camera, -1
        assert camera is not None
        while not self._stopping.is_set():
            self._wanted.wait()
            began = time.monotonic()
            try:
                frame = camera.latest(newest, 1.0, reduce=_reduction(camera.actual_size.width))
            except DeviceError as error:
                log.debug("no picture: %s", error)
                newest = -1
                self._found.emit(None)
                self._stopping.wait(0.3)
                continue
            newest = frame.sequence
            with self._fresh:
                self._image = frame.image
                self._fresh.notify_all()
            self._painted.wait()
            if self._stopping.is_set():
                return
            self._painted.clear()
            self._arrived.emit(to_qimage(frame.image, WIDTH))
            self._stopping.wait(max(PICTURE_SECONDS - (time.monotonic() - began), 0.0))

    def _look(self) -> None:
        last: Quad | None = None
        while not self._stopping.is_set():
            with self._fresh:
                self._fresh.wait_for(lambda: self._image is not None or self._stopping.is_set())
                image, self._image = self._image, None
            if image is None:
                continue
            began = time.monotonic()
            found = detect_page(image, exact=False)
            if found is None:
                last = None
                self._found.emit(None)
            else:
                corners = found.corners / np.array([image.shape[1], image.shape[0]])
                if last is not None and float(np.abs(corners - last).max()) < STILL_PART:
                    corners = SMOOTHING * corners + (1 - SMOOTHING) * last
                last = corners
                self._found.emit(Outline(_points(corners), found.is_certain))
            self._stopping.wait(max(DETECT_SECONDS - (time.monotonic() - began), 0.0))


def to_qimage(image: Image, width: int) -> QImage:
    """A BGR picture as a `QImage` of at most ``width`` pixels width, with its own memory."""
    flat = np.ascontiguousarray(image)
    shape = flat.shape
    picture = QImage(flat.data, shape[1], shape[0], 3 * shape[1], QImage.Format.Format_BGR888)
    if shape[1] <= width:
        return picture.copy()
    return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def _reduction(width: int) -> int:
    return next((by for by in (8, 4, 2) if width // by >= WIDTH), 1)


def _points(corners: Quad) -> tuple[Corner, Corner, Corner, Corner]:
    a, b, c, d = ((float(x), float(y)) for x, y in corners)
    return a, b, c, d

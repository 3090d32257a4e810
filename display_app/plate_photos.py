"""Fetches the photo of the clerk on the plate (公示牌照片) beside the reading, which never waits for it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from display_app.panels.scene import PlatePhoto
from hall.ports import DocumentStore
from hall.staffing.photo import PhotoRefused, photo_digest
from qt_common.photo_decoder import decode_photo
from qt_common.runner import Runner

log = logging.getLogger(__name__)


class PlatePhotos(QObject):
    """Keeps the photo fetched last; lives in the UI thread.

    Args:
        documents: where the photos lie; it may be away.
        runner: a worker that nothing urgent waits for.
    """

    renewed = Signal(object)  # PlatePhoto

    def __init__(self, documents: DocumentStore, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._runner = runner
        self._wanted = ""
        self._settled = ""  # fetched, or found to be no photo: not asked for again
        self._warned = ""
        self._running = self._closed = False

    def follow(self, url: str) -> None:
        """Have the photo at ``url`` (`Clerk.photo`; empty for none); one that was away is tried again."""
        self._wanted = url
        if self._closed or self._running or url in ("", self._settled):
            return
        self._running = True
        self._runner.run(lambda: self._fetch(url), self._done, lambda error: self._failed(url, error))

    def close(self) -> None:
        """Fetch nothing more."""
        self._closed = True

    def _fetch(self, url: str) -> PlatePhoto:
        return PlatePhoto(url, decode_photo(self._documents.get(photo_digest(url))))

    def _done(self, photo: PlatePhoto) -> None:
        self._running = False
        self._settled = photo.url
        self._warned = ""
        self.renewed.emit(photo)
        self._catch_up(photo.url)

    def _failed(self, url: str, error: Exception) -> None:
        self._running = False
        if isinstance(error, PhotoRefused):
            self._settled = url
            self.renewed.emit(PlatePhoto(url, QImage()))
        if self._warned != url:  # once, not with each try
            log.warning("the clerk's photo can't be shown: %s: %s", type(error).__name__, error)
            self._warned = url
        self._catch_up(url)

    def _catch_up(self, tried: str) -> None:
        if self._wanted != tried:
            self.follow(self._wanted)

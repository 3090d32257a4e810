"""Shows the pictures and videos of a media panel, one after the other (图片视频轮播)."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot

from display_app.layouts.options import MediaOptions
from display_app.layouts.shipped import Layouts
from display_app.media_files import Found, MediaFolder
from display_app.panels.scene import Picture
from qt_common.runner import Runner

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

log = logging.getLogger(__name__)

RETRY_MS = 30_000  # a folder without anything to show is looked at again


class MediaShow(QObject):
    """One panel's show; lives in the UI thread, files are read on a worker.

    Args:
        panel: its name in the layout.
        runner: a worker that nothing urgent waits for.
    """

    renewed = Signal(str, object)  # panel, Picture | None

    def __init__(
        self, panel: str, options: MediaOptions, folder: Path, runner: Runner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._folder = MediaFolder(folder, videos=options.videos)
        self._runner = runner
        self._closed = False
        self._frames = 0
        self._playing: Path | None = None
        self._player: QMediaPlayer | None = None
        self._stay_ms = int(options.seconds * 1000)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin with the first file."""
        self._go_on()

    def close(self) -> None:
        """Show nothing more."""
        self._closed = True
        self._timer.stop()
        if self._player is not None:
            self._player.stop()
            self._player.setVideoSink(None)  # type: ignore[arg-type]

    @Slot()
    def _go_on(self) -> None:
        self._playing = None
        if not self._closed:
            self._runner.run(self._folder.next, self._found, self._failed)

    def _found(self, found: Found | None) -> None:
        if self._closed:
            return
        if found is None:
            self.renewed.emit(self._panel, None)
            self._timer.start(RETRY_MS)
        elif found.picture is not None:
            self.renewed.emit(self._panel, found.picture)
            self._timer.start(self._stay_ms)
        else:
            self._play(found.file)

    def _failed(self, error: Exception) -> None:
        log.warning("a picture can't be read: %s: %s", type(error).__name__, error)
        self._timer.start(RETRY_MS)

    # ---- videos: without sound, announcements must be heard ---------------------------------------------------

    def _play(self, file: Path) -> None:
        # Only a display with videos loads the libraries of sound and film.
        from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

        if self._player is None:
            self._player = QMediaPlayer(self)
            sink = QVideoSink(self)
            sink.videoFrameChanged.connect(self._frame)
            self._player.setVideoSink(sink)
            self._player.mediaStatusChanged.connect(self._status)
            self._player.errorOccurred.connect(self._refused)
        self._playing = file
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.play()

    @Slot(object)
    def _frame(self, frame: QVideoFrame) -> None:
        if self._closed or self._playing is None or not frame.isValid():
            return
        self._frames += 1
        self.renewed.emit(self._panel, Picture(f"{self._playing}#{self._frames}", frame.toImage()))

    @Slot(object)
    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status.name == "EndOfMedia" and self._playing is not None:
            self._timer.start(0)

    @Slot()
    def _refused(self) -> None:
        if self._playing is not None and self._player is not None:
            self._folder.refuse(self._playing, self._player.errorString())
            # Not at once: a folder with nothing but a broken video must not keep the machine busy.
            self._timer.start(2000)


def media_shows(layouts: Layouts, runner: Runner, parent: QObject) -> list[MediaShow]:
    """A show for each media panel of these layouts; a folder is relative to the layout's file."""
    folder = layouts.folder or Path()
    return [
        MediaShow(name, options, folder / options.folder, runner, parent)
        for _, layout in layouts.variants
        for name, options in layout.panels.items()
        if isinstance(options, MediaOptions)
    ]

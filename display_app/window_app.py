"""Puts a window screen together (窗口屏): reading, drawing, the LED sign."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from display_app.desk import read_for_window
from display_app.follower import Follower
from display_app.hall_clock import HallClock
from display_app.led_sign import LedSign
from display_app.plate_photos import PlatePhotos
from display_app.screens.window_screen.state import PlatePhoto
from display_app.screens.window_screen.view import WindowView
from display_app.screens.window_screen.view_model import WindowViewModel
from hall.ports import Store
from hall.queueing.board import WindowScreen
from qt_common.runner import Runner

TICK_MS = 1000


class WindowApp(QObject):
    """A running window screen; `view` is its window, `follower.slots` takes the feed's signals.

    Args:
        photos: of the clerks; None shows initials.
    """

    def __init__(
        self,
        number: int,
        store: Store,
        runner: Runner,
        model: WindowViewModel,
        sign: LedSign,
        clock: HallClock,
        photos: PlatePhotos | None = None,
    ) -> None:
        super().__init__()
        self.model = model
        self._sign = sign
        self._clock = clock
        self._photos = photos
        if photos is not None:
            photos.setParent(self)
            photos.renewed.connect(self._photo_fetched)
        self.view = WindowView(model)
        self.follower = Follower(
            runner,
            lambda: read_for_window(store, number),
            fresh=self._fresh,
            offline=model.show_offline,
            parent=self,
        )
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)
        self._tick.start()

    def describe(self) -> dict[str, Any]:
        """What the screen shows, for the demo and the tests; all of it is public."""
        state = self.model.state
        return {
            "app": "display",
            "screen": "window_screen",
            "window": int(state.number),
            "mood": str(state.mood),
            "headline": state.headline,
            "words": state.words,
            "details": list(state.details),
            "plate": {"name": state.plate.name, "number": state.plate.number} if state.plate else None,
            "photo": state.plate is not None and state.plate.photo is not None,
            "sign": self.model.sign,
            "stale": state.stale,
        }

    def close(self) -> None:
        """Stop the clock."""
        self._tick.stop()
        if self._photos is not None:
            self._photos.close()
        self.follower.close()
        self.view.close()

    def _fresh(self, reading: WindowScreen) -> None:
        self._clock.set_by(reading.at)
        self.model.show_reading(reading)
        self._sign.show(self.model.sign)
        if self._photos is not None:
            self._photos.follow(self.model.photo_wanted)

    @Slot(object)
    def _photo_fetched(self, photo: PlatePhoto) -> None:
        self.model.show_photo(photo)

    @Slot()
    def _ticked(self) -> None:
        self.model.refresh()

"""Puts a window screen together (窗口屏): reading, drawing, the LED sign."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from display_app.desk import read_for_window
from display_app.figures import Figures
from display_app.figures_watch import FiguresWatch
from display_app.follower import Follower
from display_app.hall_clock import HallClock
from display_app.layouts.options import PlateOptions, WindowCallOptions, WindowHeadOptions
from display_app.led_sign import LedSign
from display_app.panels.plate.words import decide as plate_of
from display_app.panels.plate.words import photo_wanted
from display_app.panels.scene import PlatePhoto
from display_app.panels.window_call.words import decide as message_of
from display_app.panels.window_call.words import sign_text
from display_app.panels.window_head.words import decide as head_of
from display_app.plate_photos import PlatePhotos
from display_app.screens.panel_screen.view import ScreenView
from display_app.screens.panel_screen.view_model import ScreenViewModel
from hall.ports import Store
from hall.queueing.board import WindowScreen
from qt_common.runner import Runner

TICK_MS = 1000


class WindowApp(QObject):
    """A running window screen; `view` is its window, `follower.slots` takes the feed's signals.

    Args:
        figures: reads what is shown beside the window's ticket.
        photos: of the clerks; None shows initials.
    """

    def __init__(
        self,
        number: int,
        store: Store,
        runner: Runner,
        model: ScreenViewModel,
        sign: LedSign,
        clock: HallClock,
        figures: FiguresWatch,
        photos: PlatePhotos | None = None,
    ) -> None:
        super().__init__()
        self.model = model
        self._sign = sign
        self._clock = clock
        self._photos = photos
        self._figures = figures
        figures.setParent(self)
        figures.renewed.connect(self._renewed)
        if photos is not None:
            photos.setParent(self)
            photos.renewed.connect(self._photo_fetched)
        self.view = ScreenView(model)
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
        scene = self.model.scene
        head, message = head_of(scene, WindowHeadOptions(), ""), message_of(scene, WindowCallOptions(), "")
        plate = plate_of(scene, PlateOptions(), "")
        return {
            "app": "display",
            "screen": "window_screen",
            "window": scene.number,
            "mood": str(message.mood),
            "headline": message.headline,
            "words": message.words,
            "details": list(message.details),
            "badges": list(head.badges),
            "plate": {"name": plate.name, "number": plate.number} if plate else None,
            "photo": plate is not None and plate.photo is not None,
            "sign": sign_text(scene),
            "layout": self.model.layout.title,
            "panels": list(self.view.shown_panels()),
            "stale": head.stale,
        }

    def close(self) -> None:
        """Stop the clock."""
        self._tick.stop()
        if self._photos is not None:
            self._photos.close()
        self._figures.close()
        self.follower.close()
        self.view.close()

    def _fresh(self, reading: WindowScreen) -> None:
        self._clock.set_by(reading.at)
        self.model.show_window(reading)
        self._sign.show(sign_text(self.model.scene))
        if self._photos is not None:
            self._photos.follow(photo_wanted(self.model.scene))
        self._figures.follow()

    @Slot(object)
    def _renewed(self, figures: Figures) -> None:
        self.model.show_figures(figures)

    @Slot(object)
    def _photo_fetched(self, photo: PlatePhoto) -> None:
        self.model.show_photo(photo)

    @Slot()
    def _ticked(self) -> None:
        self.model.refresh()

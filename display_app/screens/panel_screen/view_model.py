"""Decides what a screen of panels says (画面): keeps what is known, and has each panel decide its words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from display_app.figures import Figures
from display_app.layouts.options import CurrentCallOptions, WindowCallOptions
from display_app.layouts.shipped import Layouts
from display_app.panels.catalogue import KINDS
from display_app.panels.current_call.words import decide as decide_call
from display_app.panels.scene import Picture, PlatePhoto, Scene
from display_app.panels.window_call.words import decide as decide_window_call
from display_app.screens.panel_screen.state import ScreenState
from hall.announcements import SpokenNotice
from hall.floor_map.plan import FloorPlan
from hall.profile import HallProfile
from hall.queueing.board import Board, CallLine, WindowScreen

NOTICE_SHOWN = timedelta(minutes=10)


class ScreenViewModel(QObject):
    """Holds the screen's state and emits it when it changes.

    Args:
        layouts: the one for the screen's ratio is used.
        now: the hall's clock.
        zones: only these are shown (zone board); empty for the whole hall.
        number: of the window that a window screen hangs at.
        plan: the hall's floor map; None where there is none.
    """

    state_changed = Signal(object)  # ScreenState

    def __init__(
        self,
        layouts: Layouts,
        profile: HallProfile,
        now: Callable[[], datetime],
        zones: Sequence[str] = (),
        number: int = 0,
        plan: FloorPlan | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._layouts = layouts
        self._now = now
        self.layout = layouts.variants[0][1]
        self.scene = Scene(now(), profile, frozenset(zones), number=number, plan=plan)
        self.state = ScreenState()
        self._of_figures: dict[str, Hashable | None] = {}
        self._gathering = False
        self.refresh()

    @property
    def layouts(self) -> Layouts:
        """The layouts it chooses among."""
        return self._layouts

    @property
    def for_window(self) -> bool:
        """True for a window screen."""
        return self.scene.number > 0

    def use(self, layouts: Layouts, width: int, height: int) -> None:
        """Show by other layouts."""
        self._layouts = layouts
        self.layout = layouts.at(width, height)
        self.refresh()

    def fit(self, width: int, height: int) -> None:
        """The screen has another size, in pixels."""
        layout = self._layouts.at(width, height)
        if layout is not self.layout:
            self.layout = layout
            self.refresh()

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """What becomes known within is put into words and drawn once, at the end."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False
            self._know(self.scene)

    def calls_of(self, board: Board) -> tuple[CallLine, ...]:
        """The board's calls that belong to this display's zones, newest first."""
        return replace(self.scene, board=board).calls()

    def show_board(self, board: Board) -> None:
        """Show a fresh snapshot of the hall."""
        self._know(replace(self.scene, board=board, fresh=True))

    def show_window(self, screen: WindowScreen) -> None:
        """Show a fresh snapshot of the window."""
        self._know(replace(self.scene, window=screen, fresh=True))

    def show_figures(self, figures: Figures) -> None:
        """Show fresh figures."""
        self._know(replace(self.scene, figures=figures))

    def show_photo(self, photo: PlatePhoto) -> None:
        """A photo was fetched; it is shown while it is the clerk's."""
        self._know(replace(self.scene, photo=photo))

    def show_picture(self, panel: str, picture: Picture | None) -> None:
        """A media panel has another picture, or none any more."""
        others = tuple((name, known) for name, known in self.scene.pictures if name != panel)
        self._know(replace(self.scene, pictures=(*others, (panel, picture)) if picture is not None else others))

    def show_offline(self) -> None:
        """Keep the last state and say quietly since when."""
        self._know(replace(self.scene, fresh=False))

    def show_announced(self, line: CallLine) -> None:
        """A call's announcement begins."""
        self._know(replace(self.scene, announcing=line))

    def show_rest(self) -> None:
        """Nothing is announced."""
        self._know(replace(self.scene, announcing=None))

    def show_notice(self, notice: SpokenNotice) -> None:
        """A notice is spoken: it is shown, too, for a while."""
        self._know(replace(self.scene, notice=notice.text, notice_until=self._now() + NOTICE_SHOWN))

    def show_waiting(self, lines: tuple[CallLine, ...]) -> None:
        """These wait for their announcement."""
        self._know(replace(self.scene, waiting=lines))

    def refresh(self) -> None:
        """Put the state together again; also called each second for the clock, and when the language changes."""
        self._of_figures.clear()
        self._know(self.scene)

    def _know(self, scene: Scene) -> None:
        if scene.figures is not self.scene.figures or scene.notice_until != self.scene.notice_until:
            self._of_figures.clear()
        self.scene = scene = replace(scene, now=self._now())
        if self._gathering:
            return
        panels = tuple((name, self._words(scene, name)) for name in self.layout.panels)
        spoken = (
            decide_window_call(scene, WindowCallOptions(), "").text
            if self.for_window
            else decide_call(scene, CurrentCallOptions(), "").text
        )
        state = ScreenState(panels, scene.profile.hall_name, spoken)
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _words(self, scene: Scene, name: str) -> Hashable | None:
        """A panel's words; those of figures are kept until there are others: no call waits for them."""
        options = self.layout.panels[name]
        kind = KINDS[options.panel]
        if not kind.of_figures:
            decided: Hashable | None = kind.decide(scene, options, name)
            return decided
        if name not in self._of_figures:
            self._of_figures[name] = kind.decide(scene, options, name)
        return self._of_figures[name]

"""Decides the preview of a layout (版面预览): the text is the truth, controls change the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from display_app.layouts.reader import LayoutError, Problem, parse_layout
from display_app.layouts.schema import Layout
from display_app.layouts.shipped import SUFFIX, Layouts, shipped_text
from display_app.panels.kind import Needs
from display_app.panels.wanted import needs_of
from display_app.preview.edit import Value, set_value
from display_app.preview.fields import Field, fields_of
from display_app.samples import NOW, PAUSE, PROFILE, sample_board, sample_figures, sample_window
from display_app.screens.panel_screen.view_model import ScreenViewModel
from hall.errors import BadInput
from hall.staffing.window import WindowState

SIZES = ((1920, 1080), (3840, 1080), (1080, 1920), (3840, 2160), (1024, 600), (600, 1024), (1920, 360))
SITUATIONS = ("calling", "resting", "paused", "closed", "stale")


class NotSaved(BadInput):
    """The layout was not written (未保存)."""

    default_message = "版面未保存。请换一个文件夹或文件名再试。"


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What the page shows.

    Attributes:
        name: of the file, or of the shipped layout it began with.
        layout: the last that was right; what is drawn.
        problems: of the text as it stands.
        size: of the screen that is tried, in pixels.
    """

    name: str
    text: str
    layout: Layout
    problems: tuple[Problem, ...] = ()
    size: tuple[int, int] = SIZES[0]
    situation: str = SITUATIONS[0]
    saved: bool = True


class PreviewModel(QObject):
    """Holds the state and the screen that is tried.

    Args:
        text: of a layout that is right.
        folder: where its relative paths begin.

    Raises:
        LayoutError: the text is no layout.
    """

    state_changed = Signal(object)  # PreviewState

    def __init__(
        self, name: str, text: str, folder: Path | None = None, now: Callable[[], datetime] | None = None
    ) -> None:
        super().__init__()
        layout = parse_layout(text, name)
        self._ahead = timedelta(0)
        self._folder = folder
        clock = now or (lambda: NOW + self._ahead)
        self.screen = ScreenViewModel(Layouts(((0.0, layout),), folder), PROFILE, clock, number=3, parent=self)
        self.state = PreviewState(name, text, layout)
        self._show_situation(self.state.situation)

    @classmethod
    def of_shipped(cls, name: str) -> PreviewModel:
        """Begin with a shipped layout.

        Raises:
            LayoutError: there is none of this name.
        """
        return cls(f"{name}{SUFFIX}", shipped_text(name))

    @classmethod
    def of_file(cls, file: Path) -> PreviewModel:
        """Begin with the hall's own file.

        Raises:
            LayoutError: it can't be read, or is wrong.
        """
        return cls(file.name, read_text(file), file.parent)

    def open_text(self, name: str, text: str, folder: Path | None) -> None:
        """Go on with another layout, right or not."""
        self._folder = folder
        self._put(replace(self.state, name=name, saved=True), text)

    def set_text(self, text: str) -> None:
        """The text was changed."""
        if text != self.state.text:
            self._put(replace(self.state, saved=False), text)

    def set_option(self, panel: str, key: str, value: Value | None) -> None:
        """Change one option of a panel; None puts it back to what it is by itself."""
        self.set_text(set_value(self.state.text, f"panels.{panel}", key, value))

    def set_weight(self, tracks: str, index: int, weight: float) -> None:
        """Change the weight of a row or column.

        Args:
            tracks: ``rows`` or ``columns``.
        """
        weights = list(self.state.layout.rows if tracks == "rows" else self.state.layout.columns)
        weights[index] = weight
        self.set_text(set_value(self.state.text, "", tracks, weights))

    def fields(self, panel: str) -> tuple[Field, ...]:
        """What can be changed of a panel."""
        return fields_of(self.state.layout.panels[panel])

    def choose_size(self, size: tuple[int, int]) -> None:
        """Try it on another screen."""
        self._tell(replace(self.state, size=size))

    def choose_situation(self, situation: str) -> None:
        """Show another moment of the hall; one of `SITUATIONS`."""
        self._show_situation(situation)
        self._tell(replace(self.state, situation=situation))

    def save(self, file: Path) -> None:
        """Write the text, whole or not at all.

        Raises:
            NotSaved: it is not right yet, or the file can't be written.
        """
        if self.state.problems:
            raise NotSaved("the layout has problems", message="版面有误，改正后才能保存。")
        draft = file.with_name(f".{file.name}.part")
        try:
            draft.write_text(self.state.text, encoding="utf-8")
            draft.replace(file)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise NotSaved(f"{file.name}: {error.strerror}") from error
        self._folder = file.parent
        self._tell(replace(self.state, name=file.name, saved=True))

    def _put(self, state: PreviewState, text: str) -> None:
        """Take a text; the last layout that was right stays drawn while this one is not."""
        try:
            layout = parse_layout(text, state.name)
        except LayoutError as error:
            self._tell(replace(state, text=text, problems=error.problems))
            return
        problems: tuple[Problem, ...] = ()
        if {Needs.BOARD, Needs.WINDOW} <= needs_of(layout):
            problems = (Problem(0, self.tr("大厅屏面板和窗口屏面板不能放在同一个版面里")),)
        if layout != state.layout:
            self.screen.use(Layouts(((0.0, layout),), self._folder), *state.size)
        self._tell(replace(state, text=text, layout=layout, problems=problems))

    def _tell(self, state: PreviewState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _show_situation(self, situation: str) -> None:
        """A moment on the board and at the window."""
        board = sample_board()
        self._ahead = timedelta(minutes=3 if situation == "stale" else 0)
        window = {
            "calling": sample_window(),
            "resting": sample_window(serving=True, temporary_until=NOW + timedelta(hours=6, minutes=19)),
            "paused": sample_window(label=None, state=WindowState.PAUSED, pause=PAUSE),
            "closed": sample_window(label=None, state=WindowState.CLOSED, clerk=None, post=""),
            "stale": sample_window(serving=True),
        }[situation]
        if situation == "closed":
            board = replace(board, calls=())
        self.screen.show_figures(sample_figures())
        self.screen.show_waiting(board.calls[1:2] if situation == "calling" else ())
        if situation == "calling":
            self.screen.show_announced(board.calls[0])
        else:
            self.screen.show_rest()
        self.screen.show_window(window)
        self.screen.show_board(board)
        if situation == "stale":
            self.screen.show_offline()


def read_text(file: Path) -> str:
    """The text of a layout's file.

    Raises:
        LayoutError: it can't be read.
    """
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise LayoutError(file.name, [Problem(0, "文件无法读取")], error.strerror or "unreadable") from error
    except UnicodeDecodeError as error:
        raise LayoutError(file.name, [Problem(0, "不是 UTF-8 编码的文本文件")], "not UTF-8") from error

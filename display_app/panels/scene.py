"""Everything a display knows (已知情况), from which each panel decides its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtGui import QImage

from display_app.figures import Figures
from hall.floor_map.plan import FloorPlan
from hall.profile import HallProfile
from hall.queueing.board import Board, CallLine, WindowScreen


@dataclass(frozen=True, slots=True)
class PlatePhoto:
    """A clerk's photo; its address stands for it, a stored file never changes.

    Attributes:
        url: as in `Clerk.photo`.
        image: empty when what is stored there is no photo.
    """

    url: str
    image: QImage = field(compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a media panel; its key stands for it.

    Attributes:
        key: changes with the file and with its contents.
    """

    key: str
    image: QImage = field(compare=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known now.

    Attributes:
        now: the hall's time.
        fresh: False while the database is away.
        zones: only these belong to this display; empty for all.
        board, window: the last snapshot of the hall or of one window; None before the first.
        number: of the window that a window screen hangs at.
        announcing: the call that is announced; waiting: those that wait for it.
        notice: what was spoken last to everybody (语音提示), shown until `notice_until`.
        pictures: by the name of the media panel.
        plan: the hall's floor map; None where there is none.
    """

    now: datetime
    profile: HallProfile
    zones: frozenset[str] = frozenset()
    fresh: bool = False
    board: Board | None = None
    window: WindowScreen | None = None
    number: int = 0
    announcing: CallLine | None = None
    waiting: tuple[CallLine, ...] = ()
    notice: str = ""
    notice_until: datetime | None = None
    photo: PlatePhoto | None = None
    figures: Figures = field(default_factory=Figures)
    pictures: tuple[tuple[str, Picture], ...] = ()
    plan: FloorPlan | None = None

    @property
    def read_at(self) -> datetime | None:
        """When the snapshot was taken; None before the first."""
        known = self.board or self.window
        return known.at if known is not None else None

    @property
    def spoken_notice(self) -> str:
        """What was spoken to everybody a while ago; empty when nothing was."""
        return self.notice if self.notice_until is not None and self.now < self.notice_until else ""

    def has(self, zone: str, chosen: Sequence[str] = ()) -> bool:
        """True when a zone belongs to this display, and to what a panel chose."""
        return (not self.zones or zone in self.zones) and (not chosen or zone in chosen)

    def calls(self, chosen: Sequence[str] = ()) -> tuple[CallLine, ...]:
        """The calls of these zones, newest first."""
        if self.board is None:
            return ()
        zone_of = {window.number: window.zone for window in self.board.windows}
        return tuple(line for line in self.board.calls if self.has(zone_of.get(line.window, ""), chosen))

    def belongs(self, line: CallLine, chosen: Sequence[str] = ()) -> bool:
        """True when a call's window is in these zones."""
        if not chosen or self.board is None:
            return True
        return any(w.number == line.window and w.zone in chosen for w in self.board.windows)

    def clock(self, at: datetime) -> str:
        """“09:41”, in the hall's zone."""
        return f"{at.astimezone(self.profile.zone):%H:%M}"

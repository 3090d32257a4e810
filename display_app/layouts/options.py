"""The panels a layout can be made of, and what each lets the hall choose (面板选项).

Sizes are in units: hundredths of the screen's shorter side.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(max_length=80)]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=8)]
Units = Annotated[float, Field(ge=0, le=100)]


class PanelOptions(BaseModel):
    """What every panel has.

    Attributes:
        area: the area of the layout it stands in; its own name when empty. Panels of one area take turns.
        title: above it; None for the panel's own words, empty for none.
        seconds: how long a page stands before the next.
        text: size of its text, 1 as designed.
        min_width, min_height: in units; weights share what is left.
        gives_way_to: the panel that takes its place while it has nothing to show.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    area: Annotated[str, StringConstraints(max_length=30)] = ""
    title: Annotated[str, StringConstraints(max_length=24)] | None = None
    seconds: float = Field(default=8.0, ge=2, le=300)
    text: float = Field(default=1.0, ge=0.4, le=3)
    min_width: Units = 0.0
    min_height: Units = 0.0
    gives_way_to: Annotated[str, StringConstraints(max_length=30)] = ""


class HeadOptions(PanelOptions):
    """Hall, date, clock, and since when the data are old (标题栏)."""

    panel: Literal["head"] = "head"


class CurrentCallOptions(PanelOptions):
    """The newest call, large (当前叫号)."""

    panel: Literal["current_call"] = "current_call"
    zones: tuple[Zone, ...] = ()


class RecentCallsOptions(PanelOptions):
    """The last calls (最近叫号).

    Attributes:
        rows: how many calls, all columns together.
    """

    panel: Literal["recent_calls"] = "recent_calls"
    zones: tuple[Zone, ...] = ()
    rows: int = Field(default=8, ge=1, le=24)
    columns: int = Field(default=2, ge=1, le=4)


class ZoneWaitsOptions(PanelOptions):
    """How many wait in each zone, and about how long (各区等候)."""

    panel: Literal["zone_waits"] = "zone_waits"
    zones: tuple[Zone, ...] = ()


class WindowsOptions(PanelOptions):
    """The list of windows: serving, paused with 去向, temporary (窗口一览).

    Attributes:
        rows: windows on a page; 0 for as many as fit.
        closed: windows where nobody has signed in are listed too.
    """

    panel: Literal["windows"] = "windows"
    zones: tuple[Zone, ...] = ()
    rows: int = Field(default=0, ge=0, le=40)
    closed: bool = False


class WindowsMapOptions(PanelOptions):
    """All windows, coloured and worded by what they do (窗口分布).

    Attributes:
        plan: on the hall's floor map, where the station has one; else, and without one, as tiles by zone.
    """

    panel: Literal["windows_map"] = "windows_map"
    zones: tuple[Zone, ...] = ()
    plan: bool = True


class PublicCasesOptions(PanelOptions):
    """What was finished today, names masked (办件公示)."""

    panel: Literal["public_cases"] = "public_cases"


class TickerOptions(PanelOptions):
    """The running line (滚动公告).

    Attributes:
        contents: what runs, in this order.
        speed: units a second.
    """

    panel: Literal["ticker"] = "ticker"
    contents: tuple[Literal["notices", "complaints", "cases", "satisfaction"], ...] = (
        "notices",
        "complaints",
        "cases",
    )
    speed: float = Field(default=14.0, ge=2, le=60)


class NoticesOptions(PanelOptions):
    """Notices, large, one after the other (通知公告).

    Attributes:
        texts: after those of the hall profile.
    """

    panel: Literal["notices"] = "notices"
    texts: tuple[Line, ...] = Field(default=(), max_length=30)


class MediaOptions(PanelOptions):
    """Pictures and videos of a folder, one after the other (图片视频).

    Attributes:
        folder: relative to the layout's file.
        fill: cut to the place instead of shown whole.
        videos: play videos too, without sound.
    """

    panel: Literal["media"] = "media"
    folder: Annotated[str, StringConstraints(min_length=1, max_length=400)]
    fill: bool = False
    videos: bool = True


class ClockOptions(PanelOptions):
    """Time and date, large (时钟)."""

    panel: Literal["clock"] = "clock"


class GuidesOptions(PanelOptions):
    """Items with days, fee and windows, page after page (政务公开)."""

    panel: Literal["guides"] = "guides"
    rows: int = Field(default=0, ge=0, le=30)


class SatisfactionOptions(PanelOptions):
    """What people said of the service (满意度公示); too few ratings are not published.

    Attributes:
        by: whom the figures are of, ``hall`` for one figure.
        period: since the morning, or since the first of the month.
    """

    panel: Literal["satisfaction"] = "satisfaction"
    by: Literal["hall", "window", "department", "person"] = "department"
    period: Literal["today", "month"] = "month"


class DutyOptions(PanelOptions):
    """Today's windows and who sits there (今日窗口人员)."""

    panel: Literal["duty"] = "duty"
    zones: tuple[Zone, ...] = ()
    rows: int = Field(default=0, ge=0, le=40)


class WindowHeadOptions(PanelOptions):
    """Number and name of the window with its marks: temporary, 延时服务 (窗口标题)."""

    panel: Literal["window_head"] = "window_head"


class WindowCallOptions(PanelOptions):
    """The window's ticket, or 暂停服务 with 去向 and return (窗口叫号)."""

    panel: Literal["window_call"] = "window_call"


class PlateOptions(PanelOptions):
    """Who serves at the window (公示牌)."""

    panel: Literal["plate"] = "plate"


AnyPanel = Annotated[
    HeadOptions
    | CurrentCallOptions
    | RecentCallsOptions
    | ZoneWaitsOptions
    | WindowsOptions
    | WindowsMapOptions
    | PublicCasesOptions
    | TickerOptions
    | NoticesOptions
    | MediaOptions
    | ClockOptions
    | GuidesOptions
    | SatisfactionOptions
    | DutyOptions
    | WindowHeadOptions
    | WindowCallOptions
    | PlateOptions,
    Field(discriminator="panel"),
]

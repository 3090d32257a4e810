"""What the main board draws: words ready for the eye, replaced whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a window line is coloured."""

    OPEN = "open"  # 正在服务
    PAUSED = "paused"  # 暂停服务
    CLOSED = "closed"  # 未开放


class CallStage(StrEnum):
    """Where a call stands with its announcement."""

    ANNOUNCING = "announcing"  # 正在播报
    WAITING = "waiting"  # 待播报
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Head:
    """The head line."""

    hall: str = ""
    date: str = ""
    clock: str = ""
    stale: str = ""  # “数据更新于 09:41”, empty while all is fresh


@dataclass(frozen=True, slots=True)
class Hero:
    """The newest call, large: “请 A023 号 到 3 号窗口”.

    Attributes:
        template: wording with ``{number}``, ``{window}`` and ``|`` where a tall screen breaks the line.
        announcing: True during its announcement, False when it rests there.
        caption: the small line above it.
    """

    template: str
    label: str
    window: str
    announcing: bool
    caption: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.template.replace("|", " ").format(number=self.label, window=self.window)


@dataclass(frozen=True, slots=True)
class CallRow:
    """One of the last calls."""

    label: str
    window: str  # “3号窗口”
    stage: CallStage


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """“A区 等候 12 人 约 15–20 分钟”."""

    name: str
    waiting: str
    estimate: str


@dataclass(frozen=True, slots=True)
class WindowRow:
    """“3号 无差别综合窗口 暂停服务 去向：区人社局 预计 10:30 返回”.

    Attributes:
        badge: “临时” with its end for a temporary window, else empty.
    """

    number: str
    name: str
    status: str
    detail: str
    badge: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class BoardState:
    """Everything on the board."""

    head: Head = Head()
    hero: Hero | None = None
    welcome: str = ""
    calls: tuple[CallRow, ...] = ()
    zones: tuple[ZoneRow, ...] = ()
    windows: tuple[WindowRow, ...] = ()
    ticker: tuple[str, ...] = ()

"""What a window screen draws (窗口屏)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QImage


class Mood(StrEnum):
    """What the screen is about."""

    CONNECTING = "connecting"  # nothing was read yet
    FREE = "free"  # 空闲, or waiting for the next call
    CALLED = "called"  # 请到本窗口
    SERVING = "serving"  # 正在办理
    PAUSED = "paused"  # 暂停服务
    CLOSED = "closed"  # 未开放


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
class PlateState:
    """The staff plate (公示牌); what the hall does not show is empty.

    Attributes:
        initial: the surname, where no photo is at hand.
        photo: None where the hall shows none or none is at hand.
    """

    name: str = ""
    number: str = ""
    post: str = ""
    contact: str = ""
    initial: str = ""
    photo: PlatePhoto | None = None


@dataclass(frozen=True, slots=True)
class WindowState:
    """Everything on a window screen.

    Attributes:
        number: “3”.
        number_words: “3号窗口”.
        headline: the ticket's number, or 暂停服务, or a word of welcome.
        words: the line under it.
        details: further lines, such as 去向 and expected return.
    """

    number: str
    number_words: str
    name: str = ""
    mood: Mood = Mood.CONNECTING
    headline: str = ""
    words: str = ""
    details: tuple[str, ...] = ()
    badge: str = ""
    plate: PlateState | None = None
    stale: str = ""
    clock: str = ""

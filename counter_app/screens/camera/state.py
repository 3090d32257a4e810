"""What the document camera panel shows (高拍仪栏)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QImage

from counter_app.model import Lamp, Message

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """The page found in the preview.

    Attributes:
        corners: x and y as parts of width and height, 0 … 1, clockwise from the top left.
        certain: False draws it amber: look, and drag the corners after the picture was taken.
    """

    corners: tuple[Corner, Corner, Corner, Corner]
    certain: bool


class TakeStage(StrEnum):
    """How far a picture is."""

    TAKING = "taking"  # waiting for the camera
    WORKING = "working"  # found, straightened, codes read
    SAVING = "saving"  # written, being bound to the ticket
    SAVED = "saved"
    WAITING = "waiting"  # store or database away: kept in memory, tried again
    FAILED = "failed"  # nothing was taken


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """One picture of a page.

    Attributes:
        key: counts the pictures of this run; negative for pages read back from the database.
        ticket: id of the ticket it was taken for.
        image: small picture for the panel, None until there is one.
        certain: the edges were certain and the page was straightened; False keeps the original uncropped.
        dpi: true resolution of the straightened page.
        codes: codes read on it.
        message: Chinese message when it FAILED or is WAITING.
    """

    key: int
    ticket: int
    label: str
    stage: TakeStage
    image: QImage | None = None
    certain: bool = True
    dpi: int | None = None
    codes: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class CameraState:
    """State of the panel.

    Attributes:
        ticket: label of the ticket at the window; None disables the shutter.
        takes: pictures of that ticket, and pictures of others that are not saved yet.
    """

    lamp: Lamp = Lamp.ABSENT
    ticket: str | None = None
    can_capture: bool = False
    takes: tuple[Take, ...] = ()
    note: Message | None = None

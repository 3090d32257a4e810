"""What the kiosk's flow needs from outside (端口): a worker, a printer, a card reader, a voice.

The flow and the view-models know these only; ``main.py`` fills them with the real bridges.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from hall.catalogue.guide import Guide
    from hall.complaints.receipt import Receipt
    from hall.identity import Holder
    from hall.queueing.issue import IssuedTicket
    from kiosk_app.trouble import Trouble
    from qt_common.device_condition import Condition

T = TypeVar("T")


class Background(Protocol):
    """Runs database work off the UI thread; `qt_common.runner.Runner` is one."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run ``work`` elsewhere, then one of the callbacks in the UI thread, in the order of asking."""


@dataclass(frozen=True, slots=True)
class PrintFailure:
    """Why nothing was printed, or may not have been.

    Attributes:
        outcome_known: False when the paper may have come out.
        detail: English, for the journal and the log.
    """

    trouble: Trouble
    outcome_known: bool
    detail: str


PrintFailed = Callable[[PrintFailure], None]


class TicketPrinting(Protocol):
    """The ticket printer as the flow sees it; callbacks come in the UI thread."""

    def ask(self, ready: Callable[[], None], failed: PrintFailed) -> None:
        """Ask whether a ticket can be printed now; unknown is never ready."""

    def print_ticket(
        self, issued: IssuedTicket, done: Callable[[], None], failed: PrintFailed, *, reprint: bool = False
    ) -> None:
        """Print and confirm one ticket; never tried twice."""

    def print_guide(self, guide: Guide, done: Callable[[], None], failed: PrintFailed) -> None:
        """Print and confirm the guide of an item; never tried twice."""

    def print_test(self, done: Callable[[], None], failed: PrintFailed) -> None:
        """Print a test page."""


class SlipPrinting(Protocol):
    """The ticket printer for slips that are no tickets; callbacks come in the UI thread."""

    def print_receipt(self, receipt: Receipt, done: Callable[[], None], failed: Callable[[], None]) -> None:
        """Print the receipt of a complaint once; never tried twice."""


class ReaderState(StrEnum):
    """What the reader waits for (读卡状态)."""

    ABSENT = "absent"  # 没有读卡器或未连接
    WAITING = "waiting"  # 请放卡
    LIFT = "lift"  # 读卡失败或久未感应: 拿起重放
    WRONG_CARD = "wrong_card"  # 非身份证件
    SERVICE = "service"  # 模块故障


class CardWatch(Protocol):
    """The ID card reader as the flow sees it; callbacks come in the UI thread."""

    def start(self, found: Callable[[Holder], None], state: Callable[[ReaderState], None]) -> None:
        """Look for a card until one is found or `stop`."""

    def stop(self) -> None:
        """Look no longer; nothing is called back after it."""


class ScannerState(StrEnum):
    """What the scanner waits for (扫码状态)."""

    ABSENT = "absent"  # 没有扫码器或未连接
    WAITING = "waiting"  # 请扫码
    UNKNOWN = "unknown"  # 扫到的码无法识别或此处不用


class CodeWatch(Protocol):
    """The code scanner as the flow sees it; callbacks come in the UI thread."""

    def start(self, found: Callable[[str], bool], state: Callable[[ScannerState], None]) -> None:
        """Wait for codes until `stop`; ``found`` says whether the code was of use."""

    def stop(self) -> None:
        """Wait no longer; nothing is called back after it."""


class Speaker(Protocol):
    """Spoken prompts (语音提示)."""

    def say(self, text: str, language: str = "zh") -> None:
        """Speak soon, in place of an older prompt that still waits; never blocks and never fails."""


class TicketKind(StrEnum):
    """The sorts of ticket a preview shows."""

    ORDINARY = "ordinary"  # 普通号
    PRIORITY = "priority"  # 优先号
    APPOINTMENT = "appointment"  # 预约号
    REPRINT = "reprint"  # 补打
    LONG = "long"  # 长名称、生僻字
    ENGLISH = "english"  # 双语


class TicketPreviews(Protocol):
    """How tickets look on this kiosk's paper (号票预览)."""

    @property
    def millimetres(self) -> int:
        """Of the paper's width."""

    def draw(self, kind: TicketKind) -> bytes:
        """A PNG; takes some tenths of a second."""


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device on the staff page; ``kind`` is its key in machine.toml."""

    kind: str
    condition: Condition

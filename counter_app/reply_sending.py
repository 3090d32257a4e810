"""Gives the reply to a booking through the station's devices (预约答复): A4 or ticket printer, SMS modem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from counter_app.booking_desk import Booked
from devices.a4_printer.interface import A4Printer
from devices.core.errors import DeviceError
from devices.sms_modem.interface import SmsModem
from devices.ticket_printer.interface import Align, Feed, Item, PrintJob, Rule, Text, TicketPrinter
from hall.profile import HallProfile
from qt_common.device_bridge import DeviceBridge
from qt_common.pdf_text import text_pdf

TITLE = "预约答复"


@dataclass(frozen=True, slots=True)
class NotGiven:
    """Why the reply was not given, or may not have been.

    Attributes:
        message: Chinese, for the person.
        outcome_known: False when it may have been given.
        error: name of the failure, for the journal; nothing personal.
    """

    message: str
    outcome_known: bool
    error: str


Failed = Callable[[NotGiven], None]


class ReplySending(Protocol):
    """What the page needs; callbacks come in the UI thread."""

    @property
    def can_print(self) -> bool:
        """Whether the station has a printer."""

    @property
    def can_text(self) -> bool:
        """Whether the station has an SMS modem."""

    def print_reply(self, booked: Booked, done: Callable[[], None], failed: Failed) -> None:
        """Print once."""

    def text_reply(self, booked: Booked, done: Callable[[], None], failed: Failed) -> None:
        """Send once to the applicant's phone."""


class BridgedReplies:
    """`ReplySending` over bridges; the A4 printer goes before the ticket printer."""

    def __init__(self, devices: Mapping[str, DeviceBridge[Any]], profile: HallProfile) -> None:
        self._a4: DeviceBridge[A4Printer] | None = _configured(devices, "a4_printer")
        self._paper: DeviceBridge[TicketPrinter] | None = _configured(devices, "ticket_printer")
        self._modem: DeviceBridge[SmsModem] | None = _configured(devices, "sms_modem")
        self._profile = profile

    @property
    def can_print(self) -> bool:
        return self._a4 is not None or self._paper is not None

    @property
    def can_text(self) -> bool:
        return self._modem is not None

    def print_reply(self, booked: Booked, done: Callable[[], None], failed: Failed) -> None:
        lines, hall = booked.reply.lines, self._profile.hall_name
        if self._a4 is not None:
            self._a4.submit(
                lambda printer: printer.print_pdf(text_pdf(f"{hall}{TITLE}", lines), TITLE),
                lambda _: done(),
                lambda error: failed(not_given(error)),
            )
        elif self._paper is not None:
            job = reply_job(hall, lines)
            self._paper.submit(
                lambda printer: printer.print(job), lambda _: done(), lambda error: failed(not_given(error))
            )
        else:
            failed(NotGiven("本工作站没有打印机，请到有打印机的窗口打印。", True, "NoPrinter"))

    def text_reply(self, booked: Booked, done: Callable[[], None], failed: Failed) -> None:
        phone, text = booked.appointment.person.phone, booked.reply.sms
        if self._modem is None:
            failed(NotGiven("本工作站没有短信设备，短信未发出，可打印。", True, "NoModem"))
        elif not phone:
            failed(NotGiven("申请人没有留手机号，短信未发出，可打印。", True, "NoPhone"))
        else:
            self._modem.submit(
                lambda modem: modem.send(phone, text), lambda _: done(), lambda error: failed(not_given(error))
            )


def reply_job(hall: str, lines: tuple[str, ...]) -> PrintJob:
    """The reply on the paper of a ticket printer."""
    items: list[Item] = [Text(hall, bold=True, align=Align.CENTER), Text(TITLE, 2, 2, True, Align.CENTER), Rule()]
    for line in lines:
        items += [Text(line), Feed(1)]
    return PrintJob(tuple(items))


def not_given(error: Exception) -> NotGiven:
    """A device's error for the person; its own words never go on record, they may hold a number."""
    name = type(error).__name__
    if isinstance(error, DeviceError):
        return NotGiven(error.message, error.outcome_known, name)
    if isinstance(error, ValueError):
        return NotGiven("手机号或内容不能发送短信，可打印。", True, name)
    return NotGiven("结果不明，请核实后再决定是否重发。", False, name)


def _configured(devices: Mapping[str, DeviceBridge[Any]], kind: str) -> DeviceBridge[Any] | None:
    bridge = devices.get(kind)
    return bridge if bridge is not None and bridge.is_configured else None

"""The ticket printer for the kiosk's flow: jobs to the device, its errors to the flow's words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from devices.core.errors import CoverOpen, CutterFault, DeviceError, HardwareFault, Jam, PaperOut
from devices.core.status import DeviceStatus
from devices.ticket_printer.interface import PrintJob, TicketPrinter
from hall.catalogue.guide import Guide
from hall.profile import HallProfile
from hall.queueing.issue import IssuedTicket
from kiosk_app.ports import PrintFailed, PrintFailure
from kiosk_app.trouble import Trouble
from qt_common.device_bridge import DeviceBridge
from qt_common.guide_paper import guide_job
from qt_common.ticket_paper import TicketLayout, test_job, ticket_job

_ABSENT = PrintFailure(Trouble.PRINTER_AWAY, True, "no ticket printer is configured")


class BridgedPrinter:
    """`kiosk_app.ports.TicketPrinting` over a bridge.

    Args:
        now: wall clock with a zone, for the test page.
        layout: how a ticket looks.
        is_english: whether the visitor uses the kiosk in English now.
        english_of: the English name of an item by its code, empty when it has none.
        way_of: how to walk to where a ticket's holder should go, empty when nobody knows.
    """

    def __init__(
        self,
        bridge: DeviceBridge[TicketPrinter],
        profile: HallProfile,
        station: str,
        now: Callable[[], datetime],
        *,
        layout: TicketLayout,
        is_english: Callable[[], bool] = lambda: False,
        english_of: Callable[[str], str] = lambda _: "",
        way_of: Callable[[IssuedTicket], str] = lambda _: "",
    ) -> None:
        self._bridge = bridge
        self._profile = profile
        self._station = station
        self._now = now
        self._template = layout.template
        self._is_english = is_english
        self._english_of = english_of
        self._way_of = way_of

    def ask(self, ready: Callable[[], None], failed: PrintFailed) -> None:
        """Ask the printer itself; what the last probe said is not relied upon."""
        if not self._bridge.is_configured:
            failed(_ABSENT)
            return

        def answered(status: DeviceStatus) -> None:
            # The driver raises for everything that is not fine; this guards against one that does not.
            if status.is_ready:
                ready()
            else:
                failed(PrintFailure(Trouble.PRINTER_FAULT, True, f"not ready: {status.supplies}"))

        self._bridge.submit(_check_ready, answered, lambda error: failed(_failure(error)))

    def print_ticket(
        self, issued: IssuedTicket, done: Callable[[], None], failed: PrintFailed, *, reprint: bool = False
    ) -> None:
        """Print once."""
        profile, template = self._profile, self._template
        english = self._is_english() and not reprint  # staff print it again, in their own language

        item_english = self._english_of(issued.ticket.item) if english else ""
        way = self._way_of(issued)

        def job(columns: int) -> PrintJob:
            return ticket_job(
                issued,
                profile,
                columns=columns,
                reprint=reprint,
                english=english,
                item_english=item_english,
                way=way,
                template=template,
            )

        self._print(job, done, failed)

    def print_guide(self, guide: Guide, done: Callable[[], None], failed: PrintFailed) -> None:
        """Print once."""
        profile, at, english = self._profile, self._now(), self._is_english()
        self._print(lambda columns: guide_job(guide, profile, at, columns=columns, english=english), done, failed)

    def print_test(self, done: Callable[[], None], failed: PrintFailed) -> None:
        """Print the test page."""
        job = test_job(self._profile, self._station, self._now())
        self._print(lambda _: job, done, failed)

    def _print(self, job: Callable[[int], PrintJob], done: Callable[[], None], failed: PrintFailed) -> None:
        if not self._bridge.is_configured:
            failed(_ABSENT)
            return
        self._bridge.submit(
            lambda printer: printer.print(job(printer.columns)),
            lambda _: done(),
            lambda error: failed(_failure(error)),
        )


def _check_ready(printer: TicketPrinter) -> DeviceStatus:
    return printer.check_ready()


def _failure(error: Exception) -> PrintFailure:
    """The flow's words for a device's error; what is no device error leaves the outcome in doubt."""
    if not isinstance(error, DeviceError):
        return PrintFailure(Trouble.PRINTER_FAULT, False, f"{type(error).__name__}: {error}")
    if isinstance(error, PaperOut):
        trouble = Trouble.PAPER_OUT
    elif isinstance(error, CoverOpen):
        trouble = Trouble.COVER_OPEN
    elif isinstance(error, Jam | CutterFault):
        trouble = Trouble.PAPER_JAM
    elif isinstance(error, HardwareFault):
        trouble = Trouble.PRINTER_FAULT
    else:
        trouble = Trouble.PRINTER_AWAY
    return PrintFailure(trouble, error.outcome_known, f"{type(error).__name__}: {error}")

"""The ticket printer for the receipt of a complaint (受理回执): the printer's errors become “no paper”."""

from __future__ import annotations

import logging
from collections.abc import Callable

from devices.ticket_printer.interface import TicketPrinter
from hall.complaints.receipt import Receipt
from hall.profile import HallProfile
from qt_common.complaint_paper import receipt_job
from qt_common.device_bridge import DeviceBridge

log = logging.getLogger(__name__)


class BridgedSlips:
    """`kiosk_app.ports.SlipPrinting` over a bridge; the number stands on the screen in any case."""

    def __init__(self, bridge: DeviceBridge[TicketPrinter], profile: HallProfile) -> None:
        self._bridge = bridge
        self._profile = profile

    def print_receipt(self, receipt: Receipt, done: Callable[[], None], failed: Callable[[], None]) -> None:
        """Print once."""
        if not self._bridge.is_configured:
            failed()
            return

        def not_printed(error: Exception) -> None:
            log.warning("a receipt was not printed, or may not have been: %s", type(error).__name__)
            failed()

        job = receipt_job(receipt, self._profile)
        self._bridge.submit(lambda printer: printer.print(job), lambda _: done(), not_printed)

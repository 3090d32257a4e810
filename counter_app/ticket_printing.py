"""The station's ticket printer for the guide desk (导办台出票)."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.guide_model import Failed, PaperTrouble
from devices.core.errors import DeviceError
from devices.core.status import DeviceStatus
from devices.ticket_printer.interface import TicketPrinter
from hall.profile import HallProfile
from hall.queueing.issue import IssuedTicket
from qt_common.device_bridge import DeviceBridge
from qt_common.ticket_paper import TicketLayout, ticket_job

ABSENT = PaperTrouble("本工作站没有号票打印机。", True, "no ticket printer is configured")
NOT_READY = "打印机未就绪，请查看打印机。"
IN_DOUBT = "打印结果不明，请查看打印机是否已出票。"


class BridgedPaper:
    """`counter_app.guide_model.TicketPaper` over a bridge; without one every question fails calmly.

    Args:
        layout: how a ticket looks; None for the shipped one.
    """

    def __init__(
        self,
        bridge: DeviceBridge[TicketPrinter] | None,
        profile: HallProfile,
        layout: TicketLayout | None = None,
    ) -> None:
        self._bridge = bridge if bridge is not None and bridge.is_configured else None
        self._profile = profile
        self._template = layout.template if layout is not None else None

    def ask(self, ready: Callable[[], None], failed: Failed) -> None:
        """Ask the printer itself; what the last probe said is not relied upon."""
        if self._bridge is None:
            failed(ABSENT)
            return

        def answered(status: DeviceStatus) -> None:
            if status.is_ready:
                ready()
            else:
                failed(PaperTrouble(NOT_READY, True, f"not ready: {status.supplies}"))

        self._bridge.submit(_check_ready, answered, lambda error: failed(trouble_of(error)))

    def print_ticket(self, issued: IssuedTicket, done: Callable[[], None], failed: Failed) -> None:
        """Print once."""
        if self._bridge is None:
            failed(ABSENT)
            return
        profile, template = self._profile, self._template
        self._bridge.submit(
            lambda printer: printer.print(ticket_job(issued, profile, columns=printer.columns, template=template)),
            lambda _: done(),
            lambda error: failed(trouble_of(error)),
        )


def trouble_of(error: Exception) -> PaperTrouble:
    """A device's error for the person; what is no device error leaves the outcome in doubt."""
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, DeviceError):
        return PaperTrouble(error.message if error.outcome_known else IN_DOUBT, error.outcome_known, detail)
    return PaperTrouble(IN_DOUBT, False, detail)


def _check_ready(printer: TicketPrinter) -> DeviceStatus:
    return printer.check_ready()

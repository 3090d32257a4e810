"""What the kiosk tells its staff and no visitor sees (给工作人员的提示): the roll, the ticket's template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from devices.core.status import DeviceStatus
from devices.ticket_printer.interface import TicketPrinter
from kiosk_app.owed import Owed
from kiosk_app.paper_roll import PaperRoll
from kiosk_app.ports import Background
from kiosk_app.staff_desk import StaffDesk
from qt_common.device_bridge import DeviceBridge
from qt_common.device_condition import condition_of


class StaffWatch(QObject):
    """Follows the printer; lives in the UI thread.

    Args:
        printer_ready: called whenever the printer says that it is ready.
        roll: file that keeps the roll's state across a restart; None keeps it in memory only.
    """

    def __init__(
        self,
        desk: StaffDesk,
        background: Background,
        printer: DeviceBridge[TicketPrinter],
        printer_ready: Callable[[], None],
        *,
        roll: Path | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._owed = Owed(background)
        self._printer_ready = printer_ready
        self.roll = PaperRoll(roll, lambda: self._owed.owe("the roll near its end", desk.note_paper_low))
        printer.signals.status_changed.connect(self.on_status)

    def tell_template(self, *, usable: bool) -> None:
        """Whether the hall's own ticket template can be used, to the health desk."""
        self._owed.owe("the ticket template", lambda: self._desk.note_template(usable=usable))

    def paper_changed(self) -> None:
        """“已换纸”."""
        self.roll.changed()
        self._owed.owe("the new roll", self._desk.note_paper_changed)

    def tick(self) -> None:
        """Once a second."""
        self._owed.tick()

    @Slot(object)
    def on_status(self, status: DeviceStatus) -> None:
        """The printer's status changed."""
        self.roll.look(condition_of(status))
        if status.is_ready:
            self._printer_ready()

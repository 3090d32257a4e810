"""What the staff menu works with (工作人员菜单所需)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk_app.paper_roll import PaperRoll
from kiosk_app.pin_guard import PinGuard
from kiosk_app.ports import DeviceLine, TicketPreviews
from kiosk_app.staff_desk import StaffDesk


@dataclass(frozen=True, slots=True)
class StaffMeans:
    """What the menu works with besides.

    Attributes:
        desk: its use cases.
        check_pin: compares with the configured hash; slow on purpose, runs on the worker.
        has_pin: False when none is configured.
        guard: counts the tries.
        read_devices: health of the devices now.
        close_app: ends the kiosk.
        roll: the roll in the printer.
        paper_changed: puts a new roll on record.
        previews: how tickets look.
        template_problem: why the hall's own template can't be used, in Chinese; empty when it can.
    """

    desk: StaffDesk
    check_pin: Callable[[str], bool]
    has_pin: bool
    guard: PinGuard
    read_devices: Callable[[], tuple[DeviceLine, ...]]
    close_app: Callable[[], None]
    roll: PaperRoll
    paper_changed: Callable[[], None]
    previews: TicketPreviews
    template_problem: str = ""

"""What the health desk shows (设备健康台): every device with its condition, the ones that need a hand first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import tzinfo

from PySide6.QtCore import QObject, Signal, Slot

from counter_app.model import DeviceHealth
from qt_common.device_condition import Condition


@dataclass(frozen=True, slots=True)
class HealthState:
    """The page.

    Attributes:
        own: this station's devices, live.
        hall: all devices of the hall as the stations reported them, this station's left out.
        for_hall: whether the clerk looks after the hall (导办台、督查), not only after this window.
    """

    own: tuple[DeviceHealth, ...] = ()
    hall: tuple[DeviceHealth, ...] = ()
    for_hall: bool = False

    @property
    def rows(self) -> tuple[DeviceHealth, ...]:
        """All devices: who needs a hand, then what works within limits, then the rest; within each by place."""
        return tuple(
            sorted((*self.own, *self.hall), key=lambda d: (_urgency(d.condition), not d.own, d.station, d.kind))
        )

    @property
    def troubles(self) -> tuple[DeviceHealth, ...]:
        """What this clerk should know of: the hall's for the guide desk, else this window's own."""
        watched = self.rows if self.for_hall else self.own
        return tuple(device for device in watched if device.condition.needs_hand)


class HealthViewModel(QObject):
    """See `HealthState`.

    Args:
        zone: the hall's zone; times are shown in it.
    """

    state_changed = Signal(object)
    turned = Signal(object)  # DeviceHealth: it got into trouble, or out of it; for who looks after the hall

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self.state = HealthState()

    @Slot(object)
    def follow_own(self, devices: tuple[DeviceHealth, ...]) -> None:
        """This station's devices changed."""
        self._set(replace(self.state, own=devices))

    @Slot(object)
    def follow_hall(self, devices: tuple[DeviceHealth, ...]) -> None:
        """The hall's devices were read anew; this station's own are known better here."""
        mine = {(device.station, device.kind) for device in self.state.own}
        others = tuple(device for device in devices if (device.station, device.kind) not in mine)
        self._set(replace(self.state, hall=others))

    def look_after_hall(self, whole: bool) -> None:
        """Who signed in: the guide desk and the supervisors look after the hall."""
        self._set(replace(self.state, for_hall=whole))

    def _set(self, state: HealthState) -> None:
        if state == self.state:
            return
        before = {(device.station, device.kind): device.condition for device in self.state.rows}
        self.state = state
        self.state_changed.emit(state)
        if not state.for_hall:
            return
        for device in state.rows:
            was = before.get((device.station, device.kind))
            if was is not device.condition and (
                device.condition.needs_hand
                or device.condition is Condition.PAPER_LOW  # a quiet line: there is time
                or (was is not None and was.needs_hand)
            ):
                self.turned.emit(device)


def _urgency(condition: Condition) -> int:
    if condition.needs_hand:
        return 0
    return {Condition.LIMITED: 1, Condition.PAPER_LOW: 1, Condition.STARTING: 2}.get(condition, 3)

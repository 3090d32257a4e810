"""What is told of a device that got into trouble or out of it (设备提醒)."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.model import DeviceHealth, Message, Tone
from qt_common.device_condition import Condition
from qt_common.device_words import DeviceWords


class HealthNews(QObject):
    """One line for the message bar."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = DeviceWords(self)

    def of(self, device: DeviceHealth) -> Message:
        """What happened, and what to do."""
        place = self.tr("本机") if device.own else self._words.station(device.station)
        text = self.tr("{place} {device}：{state}。{to_do}").format(
            place=place,
            device=self._words.kind(device.kind),
            state=self._words.state(device.condition),
            to_do=self._words.what_to_do(device.kind, device.condition),
        )
        if device.condition is Condition.PAPER_LOW:
            return Message(Tone.INFO, text)
        return Message(Tone.WARN if device.condition.needs_hand else Tone.GOOD, text)

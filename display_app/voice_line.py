"""The line to the voice (播报线路): blocking speech through the voice's supervisor, for the announcement queue."""

from __future__ import annotations

import logging

from devices.core.supervisor import DeviceSupervisor
from devices.voice.interface import Utterance, Voice

log = logging.getLogger(__name__)

LONGEST_SECONDS = 120.0


class VoiceLine:
    """Speaks on the voice's own thread and waits there for the end.

    Args:
        supervisor: of the voice; who made it starts and stops it.
    """

    def __init__(self, supervisor: DeviceSupervisor[Voice]) -> None:
        self._supervisor = supervisor

    def say(self, utterance: Utterance) -> None:
        """Speak; returns when it has been spoken.

        Raises:
            DeviceError: the voice is away, or failed.
        """
        self._supervisor.run(lambda voice: voice.say(utterance), timeout=LONGEST_SECONDS)

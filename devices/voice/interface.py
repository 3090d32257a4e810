"""What every voice is (语音播报): text in, spoken Mandarin out, blocking until it has been spoken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from devices.core.driver import Driver


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say (一次播报).

    Attributes:
        text: Chinese text; digits and letters may stand in it, see `devices.voice.speakable`.
        chime: a 叮咚 goes before it.
        repeat: how many times the text is spoken (⚙ 2), at least 1; the chime comes once.
        volume: percent of the machine's own loudness, 0 to 100.
    """

    text: str
    chime: bool = True
    repeat: int = 2
    volume: int = 100

    def __post_init__(self) -> None:
        if not 0 <= self.volume <= 100:
            raise ValueError("volume is a percentage")
        if self.repeat < 1:
            raise ValueError("an utterance is spoken at least once")


@runtime_checkable
class Voice(Driver, Protocol):
    """A speaker of Chinese text."""

    def say(self, utterance: Utterance) -> None:
        """Speak and return when it has been spoken; never waits for a sound card that does not exist.

        Raises:
            NotConnected: the synthesiser is not there.
            DeviceTimeout: it, or the player, did not end in time (``outcome_known=False`` once it was audible).
            Unsupported: the text holds something this voice cannot say.
        """

    def synthesise(self, text: str) -> bytes:
        """The text once, without chime, as a WAV file (16 bit PCM, mono).

        Raises:
            NotConnected, DeviceTimeout, Unsupported: as `say`.
        """

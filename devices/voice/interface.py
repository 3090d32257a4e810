"""What every voice is (语音播报): text in, speech out, blocking until it has been spoken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from devices.core.driver import Driver

SLOWEST, FASTEST = 50, 200  # percent


class Language(StrEnum):
    """What a phrase is written and read in (语种)."""

    CHINESE = "zh"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence in one language (一句话).

    Attributes:
        text: digits and letters may stand in it, see `speakable` and `speakable_english`.
        rate: percent of the voice's own speed, 50 to 200; below 100 for people who hear less well.
        one: how 1 is read in a Chinese code, 幺 or 一; empty for the voice's own (its address says it).
    """

    text: str
    language: Language = Language.CHINESE
    rate: int = 100
    one: str = ""

    def __post_init__(self) -> None:
        if not SLOWEST <= self.rate <= FASTEST:
            raise ValueError(f"rate is a percentage, {SLOWEST} to {FASTEST}")
        if self.one not in ("", "幺", "一"):
            raise ValueError("1 is read 幺 or 一")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say (一次播报).

    Attributes:
        text, language, rate, one: the first phrase, as in `Phrase`.
        chime: a 叮咚 goes before it.
        repeat: how many times all phrases are spoken (⚙ 2), at least 1; the chime comes once.
        volume: percent of the machine's own loudness, 0 to 100.
        also: phrases that follow each time, such as the English one.
    """

    text: str
    chime: bool = True
    repeat: int = 2
    volume: int = 100
    language: Language = Language.CHINESE
    rate: int = 100
    one: str = ""
    also: tuple[Phrase, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.volume <= 100:
            raise ValueError("volume is a percentage")
        if self.repeat < 1:
            raise ValueError("an utterance is spoken at least once")
        Phrase(self.text, self.language, self.rate, self.one)  # checks its part

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All that is spoken each time, in order."""
        return (Phrase(self.text, self.language, self.rate, self.one), *self.also)


def _nothing() -> None:
    """Nobody wants to know."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one utterance goes on; both are called on the voice's thread and return at once.

    Attributes:
        began: the sound begins now. It may raise `Canceled`: then nothing is played, and `Voice.say` raises it.
        wanted: asked a few times a second while it is played; False ends it at once (the program is closing).
    """

    began: Callable[[], None] = _nothing
    wanted: Callable[[], bool] = _always


@runtime_checkable
class Voice(Driver, Protocol):
    """A speaker of Chinese and, where it can, of English."""

    def say(self, utterance: Utterance, delivery: Delivery = Delivery()) -> None:
        """Speak and return when it has been spoken; never waits for a sound card that does not exist.

        A phrase in a language that this voice has not is left out, unless it is the only one.

        Raises:
            NotConnected: the synthesiser is not there.
            DeviceTimeout: it, or the player, did not end in time (``outcome_known=False`` once it was audible).
            Unsupported: the text holds something this voice cannot say.
            Canceled: it was no longer wanted, see `Delivery`.
        """

    def synthesise(self, phrase: Phrase) -> bytes:
        """The phrase once, without chime, as a WAV file (16 bit PCM, mono).

        Raises:
            NotConnected, DeviceTimeout, Unsupported: as `say`.
        """

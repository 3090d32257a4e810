"""What turns text into sound (语音合成): a program, recorded clips, one behind the other."""

from __future__ import annotations

from typing import Protocol

from devices.voice.interface import Phrase
from devices.voice.wav import Sound


class Synthesiser(Protocol):
    """Text in, sound out; synchronous, used by one thread."""

    name: str

    def check(self) -> None:
        """See whether it can work.

        Raises:
            NotConnected: program or folder missing.
        """

    def synthesise(self, phrase: Phrase) -> Sound:
        """The phrase once.

        Raises:
            NotConnected, DeviceTimeout, ProtocolError: it could not.
            Unsupported: the text holds nothing it can say, or something it cannot.
        """

"""The voices (语音驱动): one that is heard, one that is recorded, one that only logs."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from devices.core.clock import utc_now
from devices.core.errors import HardwareFault, NotConnected
from devices.core.status import DeviceStatus, Health, Link
from devices.voice.interface import Delivery, Phrase, Utterance
from devices.voice.levels import at_rate, level_chime, levelled
from devices.voice.player import NoSound, Player
from devices.voice.synthesiser import Synthesiser
from devices.voice.wav import Sound, join, quieter, silence, write_wav

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 0.7  # between the times
BREATH_SECONDS = 0.35  # between the languages
AFTER_CHIME_SECONDS = 0.15
AFTER_SECONDS = 0.4  # until the next announcement at least
PLAY_MARGIN_SECONDS = 5.0
TRANSCRIPT = "spoken.jsonl"


def programme(phrases: Sequence[Sound], utterance: Utterance) -> Sound:
    """Chime, then all phrases as often as asked, with pauses between; each as loud as the other."""
    rate = max(phrase.rate for phrase in phrases)
    spoken: list[Sound] = []
    for phrase in phrases:
        spoken += [silence(rate, BREATH_SECONDS), levelled(at_rate(phrase, rate))]
    parts = [level_chime(rate), silence(rate, AFTER_CHIME_SECONDS)] if utterance.chime else []
    for round_number in range(utterance.repeat):
        if round_number:
            parts.append(silence(rate, PAUSE_SECONDS))
        parts += spoken[1:]
    parts.append(silence(rate, AFTER_SECONDS))
    return quieter(join(parts), utterance.volume)


def compose(synthesise: Callable[[Phrase], Sound], utterance: Utterance) -> Sound:
    """The whole sound of an utterance.

    Raises:
        DeviceError: as `Synthesiser.synthesise`.
    """
    return programme([synthesise(phrase) for phrase in utterance.phrases], utterance)


class SpeakingVoice:
    """Synthesises and plays; a machine without sound is DEGRADED, and nobody waits for it."""

    verified = True

    def __init__(self, synthesiser: Synthesiser, player: Player) -> None:
        self._synthesiser = synthesiser
        self._player = player
        self._silent_because = ""
        self._is_open = False
        self.model = f"voice by {synthesiser.name}"

    def open(self) -> None:
        self._synthesiser.check()
        self._is_open = True

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        self._require_open()
        self._synthesiser.check()
        health = Health.DEGRADED if self._silent_because else Health.OK
        return DeviceStatus(Link.ONLINE, health, utc_now(), detail=self._silent_because)

    def say(self, utterance: Utterance, delivery: Delivery = Delivery()) -> None:
        self._require_open()
        sound = compose(self._synthesiser.synthesise, utterance)
        try:
            self._player.play(write_wav(sound), delivery, deadline=sound.seconds + PLAY_MARGIN_SECONDS)
        except NoSound as error:
            if not self._silent_because:
                logger.warning("announcements can't be heard: %s", error)
            self._silent_because = f"no sound: {error}"
        else:
            self._silent_because = ""

    def synthesise(self, phrase: Phrase) -> bytes:
        self._require_open()
        return write_wav(levelled(self._synthesiser.synthesise(phrase)))

    def _require_open(self) -> None:
        if not self._is_open:
            raise NotConnected("the voice is not open")


class RecordingVoice:
    """Keeps what would be heard: ``0001.wav`` … and a line a time in ``spoken.jsonl``; does not wait.

    The folder is made when opened. Announcements hold ticket and window numbers, no personal data.
    """

    verified = True

    def __init__(self, synthesiser: Synthesiser, folder: Path) -> None:
        self._synthesiser = synthesiser
        self._folder = folder
        self._is_open = False
        self.model = f"recorder by {synthesiser.name}"

    def open(self) -> None:
        self._synthesiser.check()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotConnected(f"the folder {self._folder} can't be made: {error}") from error
        self._is_open = True

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        self._require_open()
        self._synthesiser.check()
        if not self._folder.is_dir():
            raise NotConnected(f"the folder {self._folder} is gone")
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now())

    def say(self, utterance: Utterance, delivery: Delivery = Delivery()) -> None:
        self._require_open()
        sound = compose(self._synthesiser.synthesise, utterance)
        delivery.began()
        try:
            name = f"{1 + sum(1 for _ in self._folder.glob('[0-9]*.wav')):04d}.wav"
            (self._folder / name).write_bytes(write_wav(sound))
            entry = {
                "at": utc_now().isoformat(),
                "text": utterance.text,
                "chime": utterance.chime,
                "repeat": utterance.repeat,
                "phrases": [
                    {"language": phrase.language.value, "text": phrase.text, "rate": phrase.rate}
                    for phrase in utterance.phrases
                ],
                "wav": name,
                "seconds": round(sound.seconds, 3),
            }
            with (self._folder / TRANSCRIPT).open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        except FileNotFoundError as error:
            raise NotConnected(f"the folder {self._folder} is gone") from error
        except OSError as error:
            raise HardwareFault(f"the recording can't be written: {error}") from error

    def synthesise(self, phrase: Phrase) -> bytes:
        self._require_open()
        return write_wav(levelled(self._synthesiser.synthesise(phrase)))

    def _require_open(self) -> None:
        if not self._is_open:
            raise NotConnected("the voice is not open")


class NullVoice:
    """Says nothing and logs the text: a hall that wants no speech, or a desk without a speaker."""

    verified = True
    model = "no voice"

    def __init__(self) -> None:
        self._is_open = False

    def open(self) -> None:
        self._is_open = True

    def close(self) -> None:
        self._is_open = False

    def probe(self) -> DeviceStatus:
        self._require_open()
        return DeviceStatus(Link.ONLINE, Health.OK, utc_now(), detail="announcements are only logged")

    def say(self, utterance: Utterance, delivery: Delivery = Delivery()) -> None:
        self._require_open()
        delivery.began()
        logger.info("announcement, not spoken: %s", " / ".join(phrase.text for phrase in utterance.phrases))

    def synthesise(self, phrase: Phrase) -> bytes:
        self._require_open()
        return write_wav(silence(22050, 0.1))

    def _require_open(self) -> None:
        if not self._is_open:
            raise NotConnected("the voice is not open")

"""Sound as 16 bit mono samples: reading and writing WAV, joining, silence and the chime (叮咚)."""

from __future__ import annotations

import functools
import io
import math
import sys
import wave
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_CHIME = ((783.99, 0.0), (622.25, 0.42))  # G5 then E♭5, start in seconds: the falling pair people know
_CHIME_SECONDS = 1.2


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono 16 bit little-endian PCM.

    Attributes:
        rate: samples per second.
        samples: two bytes a sample.
    """

    rate: int
    samples: bytes

    @property
    def seconds(self) -> float:
        return len(self.samples) / 2 / self.rate


def read_wav(data: bytes) -> Sound:
    """Decode a WAV file; several channels are mixed to one.

    Raises:
        ValueError: not a WAV file of 16 bit PCM.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            frames = file.readframes(file.getnframes())
    except (wave.Error, EOFError) as error:
        raise ValueError(f"not a WAV file: {error}") from error
    if width != 2:
        raise ValueError(f"WAV with {8 * width} bit samples; 16 are needed")
    if channels == 1:
        return Sound(rate, frames[: len(frames) // 2 * 2])
    interleaved = _to_wide(frames[: len(frames) // (2 * channels) * 2 * channels])
    mixed = array(
        "h", (sum(interleaved[i : i + channels]) // channels for i in range(0, len(interleaved), channels))
    )
    return Sound(rate, _to_bytes(mixed))


def write_wav(sound: Sound) -> bytes:
    """Encode as a WAV file."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(sound.samples)
    return buffer.getvalue()


def silence(rate: int, seconds: float) -> Sound:
    """Nothing, for so many seconds."""
    return Sound(rate, bytes(2 * round(rate * seconds)))


def join(sounds: Iterable[Sound]) -> Sound:
    """One after the other.

    Raises:
        ValueError: none given, or their rates differ.
    """
    parts = list(sounds)
    if not parts:
        raise ValueError("nothing to join")
    rates = {part.rate for part in parts}
    if len(rates) > 1:
        raise ValueError(f"sounds of different rates: {sorted(rates)}")
    return Sound(parts[0].rate, b"".join(part.samples for part in parts))


@functools.lru_cache(maxsize=4)
def chime(rate: int) -> Sound:
    """The two falling bell tones before an announcement, about 1.2 s."""
    total = round(rate * _CHIME_SECONDS)
    mixed = [0.0] * total
    for frequency, start in _CHIME:
        first = round(rate * start)
        for index in range(total - first):
            time = index / rate
            bell = math.sin(2 * math.pi * frequency * time) + 0.25 * math.sin(4 * math.pi * frequency * time)
            mixed[first + index] += min(1.0, time * 200) * math.exp(-4.5 * time) * bell
    # Fade the tail so that no click is heard where the speech begins.
    fade = round(rate * 0.05)
    for index in range(fade):
        mixed[total - 1 - index] *= index / fade
    return Sound(rate, _to_bytes(array("h", (round(9000 * value) for value in mixed))))


def quieter(sound: Sound, percent: int) -> Sound:
    """The same at ``percent`` of its amplitude, 0 to 100."""
    if percent == 100:
        return sound
    samples = _to_wide(sound.samples) * percent // 100
    return Sound(sound.rate, samples.astype("<i2").tobytes())


def peak(sound: Sound) -> int:
    """Loudest sample, 0…32768: 0 means nothing can be heard."""
    return int(abs(_to_wide(sound.samples)).max(initial=0))


def _to_wide(data: bytes) -> NDArray[np.int32]:
    """As numbers that can be reckoned with; one by one in Python they would keep a screen's thread waiting."""
    return np.frombuffer(data, dtype="<i2").astype(np.int32)


def _to_bytes(samples: array[int]) -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()

"""Loudness (响度): everything that is played is equally loud, nothing clips, nothing clicks where clips meet.

Loudness is the RMS of what is spoken: blocks of 20 ms that are 10 dB below the mean of the audible ones count as
pauses and are left out, as in EBU R 128 (without its ear-shaped filter, which speech of one voice does not need).
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from devices.voice.wav import Sound, chime

TARGET = 0.126  # of full scale: -18 dBFS, about what broadcast speech has
CEILING = 0.891  # -1 dBFS: no sample is louder
MOST_GAIN = 16.0  # +24 dB: a clip quieter than that is noise
FADE_SECONDS = 0.004
SILENT = 0.003  # -50 dBFS: what a synthesiser leaves at the ends
REST_SECONDS = 0.03
_BLOCK_SECONDS = 0.02
_GATE = 0.1  # -10 dB in power
_AUDIBLE = 1e-7  # -70 dBFS in power
_LOOK_SECONDS = 0.003

Samples = NDArray[np.float64]


def to_samples(sound: Sound) -> Samples:
    """-1 … 1."""
    return np.frombuffer(sound.samples, dtype="<i2").astype(np.float64) / 32768.0


def to_sound(samples: Samples, rate: int) -> Sound:
    """Back to 16 bit."""
    return Sound(rate, np.clip(np.rint(samples * 32768.0), -32768, 32767).astype("<i2").tobytes())


def loudness(sound: Sound) -> float:
    """RMS of what can be heard, as a part of full scale; 0 for silence."""
    samples = to_samples(sound)
    size = max(1, round(sound.rate * _BLOCK_SECONDS))
    count = -(-len(samples) // size)
    if not count:
        return 0.0
    padded = np.zeros(count * size)
    padded[: len(samples)] = samples
    power = np.mean(padded.reshape(count, size) ** 2, axis=1)
    audible = power[power > _AUDIBLE]
    if not audible.size:
        return 0.0
    return float(np.sqrt(np.mean(audible[audible >= _GATE * np.mean(audible)])))


def levelled(sound: Sound, target: float = TARGET) -> Sound:
    """The same as loud as everything else, never clipping; silence stays silence."""
    loud = loudness(sound)
    if not loud:
        return sound
    return to_sound(limited_to_ceiling(to_samples(sound) * min(target / loud, MOST_GAIN), sound.rate), sound.rate)


def trimmed(sound: Sound) -> Sound:
    """Without the silence at its ends, of which a little stays."""
    loud = np.flatnonzero(np.abs(to_samples(sound)) > SILENT)
    if not loud.size:
        return sound
    rest = round(sound.rate * REST_SECONDS)
    first, last = max(int(loud[0]) - rest, 0), int(loud[-1]) + rest
    return Sound(sound.rate, sound.samples[2 * first : 2 * last])


def faded(sound: Sound, seconds: float = FADE_SECONDS) -> Sound:
    """Rising from and falling to nothing at its ends, so that a joint with another clip does not click."""
    samples = to_samples(sound)
    length = min(round(sound.rate * seconds), len(samples) // 2)
    if not length:
        return sound
    ramp = np.arange(length) / length
    samples[:length] *= ramp
    samples[-length:] *= ramp[::-1]
    return to_sound(samples, sound.rate)


def at_rate(sound: Sound, rate: int) -> Sound:
    """The same at another sampling rate, for phrases of two sources in one announcement."""
    if sound.rate == rate:
        return sound
    samples = to_samples(sound)
    if sound.rate > rate:  # what the new rate can't hold would come back as hiss
        width = max(1, round(sound.rate / rate))
        samples = np.convolve(samples, np.ones(width) / width, mode="same")
    count = round(len(samples) * rate / sound.rate)
    places = np.arange(count) * (sound.rate / rate)
    return to_sound(np.interp(places, np.arange(len(samples)), samples), rate)


@functools.lru_cache(maxsize=4)
def level_chime(rate: int) -> Sound:
    """The chime, as loud as the speech after it."""
    return levelled(chime(rate))


def limited_to_ceiling(samples: Samples, rate: int) -> Samples:
    """Turn down, smoothly, around what would exceed `CEILING`.

    The gain at a sample is the mean over a window of the least gain needed within the window: so it is never more
    than that sample needs, and changes slowly enough not to be heard as distortion.
    """
    size = np.abs(samples)
    if not size.size or size.max() <= CEILING:
        return samples
    needed = np.minimum(1.0, CEILING / np.maximum(size, 1e-9))
    reach = max(1, round(rate * _LOOK_SECONDS))
    width = 2 * reach + 1
    least = _sliding_minimum(np.pad(needed, 2 * reach, constant_values=1.0), width)
    sums = np.concatenate(([0.0], np.cumsum(least)))
    return samples * ((sums[width:] - sums[:-width]) / width)


def _sliding_minimum(values: Samples, width: int) -> Samples:
    """Minimum of each ``width`` neighbours, in log2(width) passes."""
    found, covered = values, 1
    while covered < width:
        step = min(covered, width - covered)
        found = np.minimum(found[:-step], found[step:])
        covered += step
    return found

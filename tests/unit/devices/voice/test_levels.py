"""Everything is equally loud and nothing clips."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.voice.levels import (
    CEILING,
    TARGET,
    at_rate,
    faded,
    level_chime,
    levelled,
    limited_to_ceiling,
    loudness,
    to_samples,
    to_sound,
    trimmed,
)
from devices.voice.wav import Sound, peak, silence

RATE = 8000


def speech(seed: int, loud: float, seconds: float = 0.5) -> Sound:
    """Noise that swells and fades like syllables, with pauses between."""
    noise = np.random.default_rng(seed).normal(0, 0.25, round(RATE * seconds))
    return to_sound(loud * noise * np.maximum(0, np.sin(np.arange(len(noise)) / RATE * 2 * math.pi * 4)), RATE)


@given(st.integers(0, 2**32 - 1), st.floats(0.08, 1.5))
def test_however_loud_the_recording_it_comes_out_at_the_same_level_and_below_the_ceiling(
    seed: int, loud: float
) -> None:
    level = levelled(speech(seed, loud))
    assert loudness(level) == pytest.approx(TARGET, rel=0.12)  # 1 dB
    assert peak(level) <= math.ceil(CEILING * 32768)


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=2000))
def test_no_sample_whatever_exceeds_the_ceiling(values: list[float]) -> None:
    limited = limited_to_ceiling(np.array(values), RATE)
    assert len(limited) == len(values)
    assert np.max(np.abs(limited)) <= CEILING + 1e-9


def test_pauses_do_not_make_speech_louder() -> None:
    spoken = speech(1, 0.3)
    stretched = Sound(RATE, silence(RATE, 2).samples + spoken.samples + silence(RATE, 3).samples)
    assert loudness(stretched) == pytest.approx(loudness(spoken), rel=0.05)


def test_silence_stays_silence_and_noise_is_not_blown_up_to_speech() -> None:
    assert levelled(silence(RATE, 0.2)) == silence(RATE, 0.2)
    assert levelled(Sound(RATE, b"")) == Sound(RATE, b"")
    assert loudness(levelled(speech(2, 0.005))) < TARGET / 2


def test_the_chime_is_as_loud_as_the_speech() -> None:
    assert loudness(level_chime(22050)) == pytest.approx(TARGET, rel=0.05)
    assert peak(level_chime(22050)) < 32768 * CEILING


def test_silence_at_the_ends_is_cut_and_a_little_stays() -> None:
    spoken = speech(3, 0.5)
    padded = Sound(RATE, silence(RATE, 0.4).samples + spoken.samples + silence(RATE, 0.7).samples)
    assert trimmed(padded).seconds == pytest.approx(trimmed(spoken).seconds, abs=0.1)
    assert trimmed(silence(RATE, 0.4)) == silence(RATE, 0.4)


def test_ends_are_faded() -> None:
    loud = Sound(RATE, (16384).to_bytes(2, "little") * 800)
    samples = to_samples(faded(loud))
    assert samples[0] == samples[-1] == 0
    assert samples[400] == 0.5


@pytest.mark.parametrize("rate", [16000, 22050, 44100])
def test_another_sampling_rate_keeps_length_and_pitch(rate: int) -> None:
    second = to_sound(0.5 * np.sin(2 * math.pi * 440 * np.arange(rate) / rate), rate)
    other = at_rate(second, 22050)
    assert other.rate == 22050
    assert other.seconds == pytest.approx(1.0, abs=0.001)
    spectrum = np.abs(np.fft.rfft(to_samples(other)))
    assert int(np.argmax(spectrum)) == 440
    assert loudness(other) == pytest.approx(loudness(second), rel=0.1)

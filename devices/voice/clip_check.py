"""What is wrong with a recorded clip (录音检查), in Chinese, for whoever records it anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from devices.voice.levels import MOST_GAIN, TARGET, loudness, to_samples
from devices.voice.wav import Sound, read_wav

MOST_BEFORE = 0.06  # seconds of silence at the beginning
MOST_AFTER = 0.15
LEAST_RATE = 16000
_SILENT = 0.02  # of the clip's own peak
_FULL = 0.999  # of full scale
_CLIPPED_SAMPLES = 4


def usual_rate(sounds: Sequence[Sound]) -> int:
    """The sampling rate of most of them; 0 when there are none."""
    rates = Counter(sound.rate for sound in sounds)
    return max(rates, key=lambda rate: (rates[rate], rate), default=0)


def read_clips(files: Mapping[str, Path]) -> tuple[dict[str, Sound], dict[str, str]]:
    """The clips that can be read, and why the others can't."""
    sounds: dict[str, Sound] = {}
    unreadable: dict[str, str] = {}
    for name, path in files.items():
        try:
            sounds[name] = read_wav(path.read_bytes())
        except OSError:
            unreadable[name] = "文件读不出"
        except ValueError:
            unreadable[name] = "不是 16 位 PCM 的 WAV 文件"
    return sounds, unreadable


def faults_of(sound: Sound, rate: int) -> tuple[str, ...]:
    """What is wrong with a clip; nothing for a good one.

    Args:
        rate: of the other clips.
    """
    faults = []
    if sound.rate != rate:
        faults.append(f"采样率 {sound.rate} 与其他录音的 {rate} 不同")
    elif rate < LEAST_RATE:
        faults.append(f"采样率 {rate} 过低，至少 {LEAST_RATE}")
    samples = np.abs(to_samples(sound))
    peak = float(np.max(samples, initial=0.0))
    if loudness(sound) * MOST_GAIN < TARGET:
        return (*faults, "没有声音或声音过小，请重录")
    if np.count_nonzero(samples >= _FULL) >= _CLIPPED_SAMPLES:
        faults.append("录音过载，声音破了，请降低录音音量重录")
    loud = np.flatnonzero(samples > _SILENT * peak)
    before, after = loud[0] / sound.rate, (len(samples) - 1 - loud[-1]) / sound.rate
    if before > MOST_BEFORE:
        faults.append(f"开头静音 {before:.2f} 秒，最多 {MOST_BEFORE} 秒")
    if after > MOST_AFTER:
        faults.append(f"结尾静音 {after:.2f} 秒，最多 {MOST_AFTER} 秒")
    return tuple(faults)

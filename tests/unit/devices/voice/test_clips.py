"""Announcements spliced from recorded clips."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise
from pathlib import Path

import pytest

from devices.core.errors import NotConnected, ProtocolError, Unsupported
from devices.voice.clips import choose_clips
from devices.voice.drivers import DRIVERS
from devices.voice.interface import Language, Phrase, Voice
from devices.voice.levels import TARGET, loudness
from devices.voice.wav import Sound, read_wav, silence, write_wav

CALL = "请A001号到3号窗口办理"


def opened(url: str) -> Voice:
    voice = DRIVERS[url.partition(":")[0]](url)
    voice.open()
    return voice


def tone(frequency: int, seconds: float = 0.1, *, amplitude: float = 3000) -> Sound:
    samples = (
        round(amplitude * math.sin(2 * math.pi * frequency * n / 8000)) for n in range(round(8000 * seconds))
    )
    return Sound(8000, array("h", samples).tobytes())


def frequency(sound: Sound) -> int:
    """Of a tone, to the next hundred."""
    samples = array("h", sound.samples)
    ups = sum(before < 0 <= after for before, after in pairwise(samples))
    return round(ups / sound.seconds / 100) * 100


def clips_folder(folder: Path, *names: str) -> Path:
    """Clips that are tones: the first of 100 Hz, the next of 200 …"""
    folder.mkdir(exist_ok=True)
    for index, name in enumerate(names, start=1):
        (folder / f"{name}.wav").write_bytes(write_wav(tone(100 * index, amplitude=800 * index)))
    return folder


def spliced(sound: Sound) -> list[int]:
    """Which clips follow each other, each of 0.1 s."""
    parts = [sound.samples[at : at + 1600] for at in range(0, len(sound.samples), 1600)]
    return [frequency(Sound(8000, part)) // 100 for part in parts]


def test_clips_are_spliced_longest_first(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请", "A", "ling2", "幺", "号到", "号", "三", "号窗口办理")
    voice = opened(f"voice+clips://{tmp_path}?fallback=none&player=none")
    assert spliced(read_wav(voice.synthesise(Phrase(CALL)))) == [1, 2, 3, 3, 4, 5, 7, 8]


def test_english_clips_are_spliced_by_words_and_codes_by_their_characters(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请")
    clips_folder(tmp_path / "en", "number", "a", "0", "2", "3", "Please go to window", "12", "go")
    voice = opened(f"voice+clips://{tmp_path}?fallback=none&player=none")
    sound = read_wav(voice.synthesise(Phrase("Number A023 please go to window 12", Language.ENGLISH)))
    assert spliced(sound) == [1, 2, 3, 4, 5, 6, 7]
    with pytest.raises(Unsupported) as caught:
        voice.synthesise(Phrase("Number B023", Language.ENGLISH))
    assert "B" in caught.value.message


def test_clips_of_different_loudness_are_equally_loud_and_do_not_click_at_their_joints(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请", "稍", "候")
    voice = opened(f"voice+clips://{tmp_path}?fallback=none&player=none")
    sound = read_wav(voice.synthesise(Phrase("请稍候")))
    clips = [Sound(8000, sound.samples[at : at + 1600]) for at in (0, 1600, 3200)]
    assert [loudness(clip) for clip in clips] == pytest.approx([TARGET] * 3, rel=0.1)
    samples = array("h", sound.samples)
    assert [samples[at] for at in (0, 799, 800, 1599, 1600, 2399)] == [0] * 6


def test_punctuation_becomes_a_pause_between_clips(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请", "进")
    voice = opened(f"voice+clips://{tmp_path}?fallback=none&player=none")
    for rate, pause in ((100, 0.25), (50, 0.5)):
        seconds = read_wav(voice.synthesise(Phrase("请，进", rate=rate))).seconds
        assert seconds == pytest.approx(0.1 + pause + 0.1)


def test_a_missing_clip_names_what_is_missing(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请", "号", "到")
    with pytest.raises(Unsupported) as caught:
        opened(f"voice+clips://{tmp_path}?fallback=none&player=none").synthesise(Phrase("请A号到"))
    assert "A" in caught.value.message


def test_a_missing_clip_falls_back_for_the_whole_sentence(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请", "号", "到")
    sound = read_wav(opened(f"voice+clips://{tmp_path}?player=none").synthesise(Phrase("请A号到")))
    assert sound.rate == 22050


def test_clips_of_different_rates_are_a_protocol_error(tmp_path: Path) -> None:
    clips_folder(tmp_path, "请")
    (tmp_path / "进.wav").write_bytes(write_wav(silence(16000, 0.1)))
    with pytest.raises(ProtocolError):
        opened(f"voice+clips://{tmp_path}?fallback=none&player=none").synthesise(Phrase("请进"))


def test_an_empty_clips_folder_is_not_connected(tmp_path: Path) -> None:
    with pytest.raises(NotConnected):
        opened(f"voice+clips://{tmp_path}")


def test_a_character_with_two_readings_takes_the_right_clip() -> None:
    assert choose_clips("银行", frozenset({"yin2", "hang2", "xing2"})) == (["yin2", "hang2"], [])

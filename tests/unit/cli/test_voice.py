"""The list of clips a hall needs covers all its calls, and says what is wrong with those it has."""

from __future__ import annotations

import csv
import json
import math
from array import array
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.__main__ import main
from cli.voice_clips import needed_clips
from devices.voice.clip_check import faults_of
from devices.voice.clips import cover
from devices.voice.interface import Language, Phrase
from devices.voice.wav import Sound, read_wav, silence, write_wav
from hall.announcements import Announcements, SpokenNotice

RATE = 22050
RULES = Announcements(
    english=True,
    notices=(SpokenNotice(time(16, 45), "离下班还有15分钟，请抓紧办理。", "We close in 15 minutes. Thank you!"),),
)


def tone(seconds: float = 0.3, amplitude: int = 8000, rate: int = RATE) -> Sound:
    times = (number / rate for number in range(round(rate * seconds)))
    samples = array("h", (round(amplitude * math.sin(2 * math.pi * 440 * at)) for at in times))
    return Sound(rate, samples.tobytes())


@given(st.sampled_from("AB"), st.integers(0, 9999), st.sampled_from([1, 3, 12, 20, 101]), st.booleans())
def test_the_list_covers_whatever_the_hall_announces(letter: str, number: int, window: int, yao: bool) -> None:
    rules = Announcements(english=True, yao=yao, notices=RULES.notices)
    needed = needed_clips(rules, letters="AB", windows=[1, 3, 12, 20, 101])
    names = {
        Language.CHINESE: frozenset(clip.says for clip in needed if clip.language is Language.CHINESE),
        Language.ENGLISH: frozenset(clip.says.lower() for clip in needed if clip.language is Language.ENGLISH),
    }
    label = f"{letter}{number:03d}"
    one = "幺" if yao else "一"
    for phrase in (
        Phrase(rules.chinese_for(label, window), one=one),
        Phrase(rules.chinese_for(label, window, brief=True), one=one),
        Phrase(rules.notices[0].text, one=one),
        Phrase(rules.english_for(label, window), Language.ENGLISH),
        Phrase(rules.notices[0].english, Language.ENGLISH),
    ):
        assert cover(phrase, names[phrase.language])[1] == []


@pytest.mark.parametrize(
    ("sound", "said"),
    [
        (tone(), ""),
        (tone(rate=16000), "采样率 16000 与其他录音的 22050 不同"),
        (tone(amplitude=60), "声音过小"),
        (silence(RATE, 0.3), "没有声音"),
        (Sound(RATE, b""), "没有声音"),
        (Sound(RATE, (32767).to_bytes(2, "little") * 800), "过载"),
        (Sound(RATE, silence(RATE, 0.2).samples + tone().samples), "开头静音 0.20 秒"),
        (Sound(RATE, tone().samples + silence(RATE, 0.4).samples), "结尾静音 0.40 秒"),
    ],
)
def test_a_bad_recording_is_told_what_is_wrong(sound: Sound, said: str) -> None:
    faults = "；".join(faults_of(sound, RATE))
    assert (said in faults) if said else faults == ""


def test_the_command_writes_the_list_and_names_what_is_missing_or_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, clips = tmp_path / "clips.csv", tmp_path / "clips"
    arguments = ["voice", "clips", "--profile", "weidong", "--english", "--windows", "1-2,12", "--letters", "ab"]
    assert main([*arguments, "--out", str(out), "--json"]) == 0
    needed = json.loads(capsys.readouterr().out.splitlines()[-1])["needed"]
    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == needed
    assert {"十二.wav", "en/please go to window.wav", "B.wav"} <= {row["文件"] for row in rows}
    (clips / "en").mkdir(parents=True)
    for row in rows:
        (clips / row["文件"]).write_bytes(write_wav(tone()))
    checking = [*arguments, "--check", str(clips), "--out", str(out), "--json"]
    assert main(checking) == 0
    (clips / "十二.wav").unlink()
    (clips / "en" / "A.wav").write_bytes(b"RIFF")
    assert main(checking) == 1
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["missing"] == ["十二"]
    assert result["wrong"] == {"A": ["不是 16 位 PCM 的 WAV 文件"]}
    states = {row["文件"]: row["状态"] for row in csv.DictReader(out.read_text("utf-8-sig").splitlines())}
    assert (states["十二.wav"], states["en/A.wav"], states["请.wav"]) == ("缺", "需重录", "已有")


def test_a_call_can_be_tried_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wav = tmp_path / "call.wav"
    assert main(["voice", "say", "a023", "3", "--english", "--wav", str(wav), "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["texts"] == ["请A023号到3号窗口办理", "Number A023, please go to window 3"]
    assert read_wav(wav.read_bytes()).seconds == pytest.approx(told["seconds"], abs=0.01)


@pytest.mark.parametrize(
    "arguments",
    [
        ["clips", "--profile", "nowhere"],
        ["clips", "--windows", "0-3"],
        ["clips", "--windows", "x"],
        ["clips", "--letters", "甲"],
        ["clips", "--check", "/nowhere"],
        ["say", "号", "3"],
        ["say", "A001", "0"],
        ["say", "A001", "3", "--voice", "voice+nothing://"],
    ],
)
def test_what_can_not_be_done_is_said_in_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voice", *arguments]) != 0
    captured = capsys.readouterr()
    assert any("一" <= letter <= "鿿" for letter in captured.out + captured.err)

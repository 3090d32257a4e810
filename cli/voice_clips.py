"""Which clips a hall needs for its announcements (录音清单), and what is wrong with those it has."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from devices.voice import speakable_english
from devices.voice.clip_check import faults_of, read_clips, usual_rate
from devices.voice.clips import clip_file, clips_in
from devices.voice.interface import Language
from devices.voice.speakable import count, spell
from devices.voice.speakable import speakable as speakable_chinese
from hall.announcements import Announcements

_FIELD = re.compile(r"\{number\}|\{window\}")
_MARK = re.compile(r"[^\w]+")
PIECE, DIGIT, LETTER, WINDOW, NOTICE = "固定用语", "号码数字", "号码字母", "窗口号", "语音提示"
COLUMNS = ("语种", "文件", "录音内容", "用途", "状态", "问题")
LANGUAGES = {Language.CHINESE: "中文", Language.ENGLISH: "英文"}


@dataclass(frozen=True, slots=True)
class Needed:
    """One clip that is needed.

    Attributes:
        says: what is said in it, which is also its name.
        use: what it is for, in Chinese.
    """

    language: Language
    says: str
    use: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A needed clip, whether it is there, and what is wrong with it."""

    clip: Needed
    there: bool
    faults: tuple[str, ...] = ()


def needed_clips(rules: Announcements, *, letters: Iterable[str], windows: Iterable[int]) -> tuple[Needed, ...]:
    """All clips for the calls of a hall and its notices, each once.

    Args:
        letters: that its numbers begin with, such as ``["A", "B"]``.
        windows: their numbers.
    """
    letters, windows = sorted(set(letters)), sorted(set(windows))
    found = [*_chinese(rules, letters, windows)]
    if rules.english:
        found += _english(rules, letters, windows)
    unique: dict[tuple[Language, str], Needed] = {}
    for clip in found:
        unique.setdefault((clip.language, clip.says.lower()), clip)
    return tuple(unique.values())


def check(needed: Sequence[Needed], folder: Path) -> tuple[Checked, ...]:
    """Look for each in ``folder``."""
    checked = []
    for language in Language:
        files = clips_in(folder, language)
        sounds, unreadable = read_clips(files)
        rate = usual_rate(list(sounds.values()))
        for clip in needed:
            if clip.language is not language:
                continue
            name = clip.says.lower() if language is Language.ENGLISH else clip.says
            if name in unreadable:
                checked.append(Checked(clip, True, (unreadable[name],)))
            elif name in sounds:
                checked.append(Checked(clip, True, faults_of(sounds[name], rate)))
            else:
                checked.append(Checked(clip, False))
    return tuple(checked)


def write_csv(path: Path, checked: Sequence[Checked], *, looked: bool) -> None:
    """The list as a table that spreadsheets open.

    Args:
        looked: a folder was looked at, so the state of each is known.

    Raises:
        OSError: it can't be written.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for one in checked:
            clip = one.clip
            state = ("需重录" if one.faults else "已有") if one.there else ("缺" if looked else "")
            name = clip_file(Path(), clip.says, clip.language).as_posix()
            table.writerow((LANGUAGES[clip.language], name, clip.says, clip.use, state, "；".join(one.faults)))


def _chinese(rules: Announcements, letters: Sequence[str], windows: Sequence[int]) -> Iterator[Needed]:
    one = "幺" if rules.yao else "一"
    pieces = [*_FIELD.split(rules.voice_text), *_FIELD.split(rules.brief_text)]
    for use, texts in ((PIECE, pieces), (NOTICE, [notice.text for notice in rules.notices])):
        for text in texts:
            for piece in _MARK.split(speakable_chinese(text, one=one)):
                if piece:
                    yield Needed(Language.CHINESE, piece, use)
    for digit in "0123456789":
        yield Needed(Language.CHINESE, spell(digit, one=one), DIGIT)
    for letter in letters:
        yield Needed(Language.CHINESE, letter, LETTER)
    for window in windows:
        yield Needed(Language.CHINESE, count(window), WINDOW)


def _english(rules: Announcements, letters: Sequence[str], windows: Sequence[int]) -> Iterator[Needed]:
    for use, texts in (
        (PIECE, _FIELD.split(rules.english_text)),
        (NOTICE, [notice.english for notice in rules.notices]),
    ):
        for text in texts:
            run: list[str] = []
            for word in (*speakable_english.words(text), "."):
                if word[0].isalnum():
                    run.append(word)
                elif run:
                    yield Needed(Language.ENGLISH, " ".join(run), use)
                    run = []
    for name, use in (*((digit, DIGIT) for digit in "0123456789"), *((letter, LETTER) for letter in letters)):
        yield Needed(Language.ENGLISH, name, use)
    for window in windows:
        yield Needed(Language.ENGLISH, str(window), WINDOW)

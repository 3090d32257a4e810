"""Speech spliced from recorded clips (录音拼接): the better-sounding option for a hall with a good speaker.

A folder holds WAV files named by what they say: words (``请.wav``, ``号窗口办理.wav``), single characters and
letters (``零.wav``, ``A.wav``) or syllables (``ling2.wav``). English ones lie in its folder ``en``, named by words,
letters, digits and numbers (``please go to window.wav``, ``A.wav``, ``0.wav``, ``12.wav``). The longest that fits
is taken; all files of a language need the same sampling rate. Each clip is brought to the same loudness and its
ends are faded. What is missing falls to another synthesiser for the whole sentence, so that one announcement never
changes its voice half-way. A slower rate makes longer pauses: a recorded word keeps its own speed.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from devices.core.errors import NotConnected, ProtocolError, Unsupported
from devices.voice import speakable_english
from devices.voice.interface import Language, Phrase
from devices.voice.levels import faded, levelled
from devices.voice.pinyin import syllables
from devices.voice.speakable import speakable
from devices.voice.synthesiser import Synthesiser
from devices.voice.wav import Sound, join, read_wav, silence

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 0.25
ENGLISH_FOLDER = "en"


class ClipSynthesiser:
    """Splices clips.

    Args:
        folder: where the clips lie; read when a sentence is made, so clips can be added while running.
        one: how 1 is read in a code, 幺 or 一 (⚙).
        fallback: says what the clips cannot; None raises `Unsupported`.
    """

    name = "clips"

    def __init__(self, folder: Path, *, one: str = "幺", fallback: Synthesiser | None = None) -> None:
        self._folder = folder
        self._one = one
        self._fallback = fallback

    def check(self) -> None:
        if not clips_in(self._folder, Language.CHINESE):
            raise NotConnected(
                f"no clips (*.wav) in {self._folder}", message="语音录音目录为空或不存在，请联系信息科。"
            )

    def synthesise(self, phrase: Phrase) -> Sound:
        clips = clips_in(self._folder, phrase.language)
        parts, missing = cover(phrase, frozenset(clips), one=self._one)
        if missing or not any(parts):
            if not clips and self._fallback is None:
                self.check()  # the folder went away: that is no missing word
            if self._fallback is not None:
                logger.warning("clips missing for %s, falling back to %s", missing, self._fallback.name)
                return self._fallback.synthesise(phrase)
            raise Unsupported(f"no clip for {missing}", message=f"缺少语音录音：{'、'.join(missing)}。")
        return self._splice([clips[part] if part else None for part in parts], PAUSE_SECONDS * 100 / phrase.rate)

    def _splice(self, files: list[Path | None], pause: float) -> Sound:
        try:
            sounds = {file: faded(levelled(read_wav(file.read_bytes()))) for file in set(files) if file is not None}
            rate = next(iter(sounds.values())).rate
            return join(silence(rate, pause) if file is None else sounds[file] for file in files)
        except OSError as error:
            raise NotConnected(f"a clip can't be read: {error}") from error
        except ValueError as error:
            raise ProtocolError(f"clips do not fit together: {error}") from error


def clips_in(folder: Path, language: Language) -> dict[str, Path]:
    """What clips of a language there are, by what they say; none when the folder is not there."""
    english = language is Language.ENGLISH
    try:
        files = [path for path in _place(folder, language).iterdir() if path.suffix.lower() == ".wav"]
    except OSError:
        return {}
    return {path.stem.lower() if english else path.stem: path for path in files}


def clip_file(folder: Path, name: str, language: Language) -> Path:
    """Where the clip that says ``name`` lies."""
    return _place(folder, language) / f"{name}.wav"


def _place(folder: Path, language: Language) -> Path:
    return folder / ENGLISH_FOLDER if language is Language.ENGLISH else folder


def cover(phrase: Phrase, names: frozenset[str], *, one: str = "幺") -> tuple[list[str], list[str]]:
    """Cover a phrase with clip names, longest first; ``""`` stands for a pause at punctuation.

    Args:
        names: of the phrase's language, as `clips_in` gives them.
        one: how 1 is read in a Chinese code when the phrase does not say it.

    Returns:
        The names in order, and what nothing covers.
    """
    if phrase.language is Language.ENGLISH:
        return choose_english_clips(speakable_english.words(phrase.text), names)
    return choose_clips(speakable(phrase.text, one=phrase.one or one), names)


def choose_english_clips(words: Sequence[str], names: frozenset[str]) -> tuple[list[str], list[str]]:
    """As `choose_clips`, word by word; capitals and small letters are the same."""
    chosen: list[str] = []
    missing: list[str] = []
    longest = max((name.count(" ") + 1 for name in names), default=0)
    position = 0
    while position < len(words):
        for length in range(min(longest, len(words) - position), 0, -1):
            name = " ".join(words[position : position + length]).lower()
            if name in names:
                chosen.append(name)
                position += length
                break
        else:
            word = words[position]
            if word[0].isalnum():
                missing.append(word)
            else:
                chosen.append("")
            position += 1
    return chosen, missing


def choose_clips(text: str, names: frozenset[str]) -> tuple[list[str], list[str]]:
    """Cover a text with clip names, longest first; ``""`` stands for a pause at punctuation.

    Returns:
        The names in order, and the characters that nothing covers.
    """
    chosen: list[str] = []
    missing: list[str] = []
    longest = max((len(name) for name in names), default=0)
    spoken = syllables(text)
    position = 0
    while position < len(text):
        for length in range(min(longest, len(text) - position), 0, -1):
            if text[position : position + length] in names:
                chosen.append(text[position : position + length])
                position += length
                break
        else:
            character = text[position]
            syllable = spoken[position]
            if syllable in names:
                chosen.append(syllable)
            elif character.isalnum():
                missing.append(character)
            else:
                chosen.append("")
            position += 1
    return chosen, missing

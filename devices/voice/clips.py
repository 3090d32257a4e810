"""Speech spliced from recorded clips (录音拼接): the better-sounding option for a hall with a good speaker.

A folder holds WAV files named by what they say: words (``请.wav``, ``号窗口办理.wav``), single characters and
letters (``零.wav``, ``A.wav``) or syllables (``ling2.wav``). The longest word that fits is taken; all files need
the same sampling rate. What is missing falls to another synthesiser for the whole sentence, so that one
announcement never changes its voice half-way.
"""

from __future__ import annotations

import logging
from pathlib import Path

from devices.core.errors import NotConnected, ProtocolError, Unsupported
from devices.voice.pinyin import syllables
from devices.voice.speakable import speakable
from devices.voice.synthesiser import Synthesiser
from devices.voice.wav import Sound, join, read_wav, silence

logger = logging.getLogger(__name__)

PAUSE_SECONDS = 0.25


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
        if not self._clips():
            raise NotConnected(
                f"no clips (*.wav) in {self._folder}", message="语音录音目录为空或不存在，请联系信息科。"
            )

    def synthesise(self, text: str) -> Sound:
        spoken = speakable(text, one=self._one)
        clips = self._clips()
        parts, missing = choose_clips(spoken, frozenset(clips))
        if missing or not any(parts):
            if not clips and self._fallback is None:
                self.check()  # the folder went away: that is no missing word
            if self._fallback is not None:
                logger.warning("clips missing for %s, falling back to %s", missing, self._fallback.name)
                return self._fallback.synthesise(text)
            raise Unsupported(f"no clip for {missing}", message=f"缺少语音录音：{'、'.join(missing)}。")
        return self._splice([clips[part] if part else None for part in parts])

    def _splice(self, files: list[Path | None]) -> Sound:
        try:
            sounds = {file: read_wav(file.read_bytes()) for file in set(files) if file is not None}
            rate = next(iter(sounds.values())).rate
            return join(silence(rate, PAUSE_SECONDS) if file is None else sounds[file] for file in files)
        except OSError as error:
            raise NotConnected(f"a clip can't be read: {error}") from error
        except ValueError as error:
            raise ProtocolError(f"clips do not fit together: {error}") from error

    def _clips(self) -> dict[str, Path]:
        try:
            return {path.stem: path for path in self._folder.iterdir() if path.suffix.lower() == ".wav"}
        except OSError:
            return {}


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

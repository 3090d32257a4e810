"""Synthesis by the program espeak-ng (GPL, run as a process of its own).

``espeak-ng --help`` and the manual page are the source. The voice ``cmn-latn-pinyin`` is fed with pinyin; the
voice ``cmn`` would read pinyin as English. English phrases are read by the voice ``en-gb``. A sentence of 5 s takes
about 0.04 s.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError, Unsupported
from devices.voice import speakable_english
from devices.voice.interface import Language, Phrase
from devices.voice.levels import trimmed
from devices.voice.pinyin import to_pinyin
from devices.voice.speakable import speakable
from devices.voice.wav import Sound, peak, read_wav

VOICES = {Language.CHINESE: "cmn-latn-pinyin", Language.ENGLISH: "en-gb"}
SLOWEST, FASTEST = 60, 400  # words a minute; the program makes other figures its own
MISSING = "未找到语音合成程序 espeak-ng，请联系信息科安装。"


class EspeakSynthesiser:
    """Runs ``espeak-ng`` once a sentence.

    Args:
        program: name or path of the program.
        speed: words a minute at a rate of 100 % (⚙ 150; espeak's own is 175, too fast in a noisy hall).
        one: how 1 is read in a code, 幺 or 一, unless the phrase says it (⚙).
        deadline: seconds a run may take.
    """

    name = "espeak-ng"

    def __init__(
        self, program: str = "espeak-ng", *, speed: int = 150, one: str = "幺", deadline: float = 10.0
    ) -> None:
        self._program = program
        self._speed = speed
        self._one = one
        self._deadline = deadline

    def check(self) -> None:
        self._run(["--version"])

    def synthesise(self, phrase: Phrase) -> Sound:
        text = self._input(phrase)
        if not any(character.isalnum() for character in text):
            raise Unsupported("nothing to say in the text", message="播报内容为空，无法朗读。")
        speed = min(max(self._speed * phrase.rate // 100, SLOWEST), FASTEST)
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            path = Path(folder) / "speech.wav"
            self._run(["-v", VOICES[phrase.language], "-s", str(speed), "-w", str(path), "--stdin"], text.encode())
            try:
                sound = read_wav(path.read_bytes())
            except (OSError, ValueError) as error:
                raise ProtocolError(f"{self._program} left no sound: {error}") from error
        if peak(sound) == 0:
            raise ProtocolError(f"{self._program} left only silence")
        return trimmed(sound)

    def _input(self, phrase: Phrase) -> str:
        if phrase.language is Language.ENGLISH:
            return speakable_english.for_espeak(phrase.text)
        return to_pinyin(speakable(phrase.text, one=phrase.one or self._one))

    def _run(self, arguments: list[str], text: bytes = b"") -> None:
        try:
            done = subprocess.run(
                [self._program, *arguments], input=text, capture_output=True, timeout=self._deadline, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise DeviceTimeout(f"{self._program} did not end within {self._deadline} s") from error
        except OSError as error:
            raise NotConnected(f"{self._program} can't be run: {error}", message=MISSING) from error
        if done.returncode != 0:
            complaint = done.stderr.decode(errors="replace").strip()[:200]
            raise NotConnected(f"{self._program} ended with {done.returncode}: {complaint}", message=MISSING)

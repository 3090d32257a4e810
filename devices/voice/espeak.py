"""Synthesis by the program espeak-ng (GPL, run as a process of its own).

``espeak-ng --help`` and the manual page are the source. The voice ``cmn-latn-pinyin`` is fed with pinyin; the
voice ``cmn`` would read pinyin as English. A sentence of 5 s takes about 0.04 s.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from devices.core.errors import DeviceTimeout, NotConnected, ProtocolError, Unsupported
from devices.voice.pinyin import to_pinyin
from devices.voice.speakable import speakable
from devices.voice.wav import Sound, peak, read_wav

MISSING = "未找到语音合成程序 espeak-ng，请联系信息科安装。"


class EspeakSynthesiser:
    """Runs ``espeak-ng`` once a sentence.

    Args:
        program: name or path of the program.
        speed: words a minute (⚙ 150; espeak's own default is 175, too fast in a noisy hall).
        one: how 1 is read in a code, 幺 or 一 (⚙).
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

    def synthesise(self, text: str) -> Sound:
        pinyin = to_pinyin(speakable(text, one=self._one))
        if not pinyin:
            raise Unsupported("nothing to say in the text", message="播报内容为空，无法朗读。")
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            path = Path(folder) / "speech.wav"
            self._run(
                ["-v", "cmn-latn-pinyin", "-s", str(self._speed), "-w", str(path), "--stdin"], pinyin.encode()
            )
            try:
                sound = read_wav(path.read_bytes())
            except (OSError, ValueError) as error:
                raise ProtocolError(f"{self._program} left no sound: {error}") from error
        if peak(sound) == 0:
            raise ProtocolError(f"{self._program} left only silence")
        return sound

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

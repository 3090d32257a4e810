"""Playing a WAV file on the machine's speaker (播放), without Qt.

Linux: the first of ``paplay``, ``pw-play`` and ``aplay`` that is installed. Windows has no player here yet: the
voice of Windows (SAPI) and its player were not at hand to be tried, and an untried one would claim to speak in
a hall that hears nothing; such a machine reports its voice as DEGRADED.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Protocol

from devices.core.errors import Canceled, DeviceTimeout
from devices.voice.interface import Delivery

# Program -> how it is told which loudspeaker.
PLAYERS = {"paplay": "--device={}", "pw-play": "--target={}", "aplay": "--device={}"}
LOOK_SECONDS = 0.1


class NoSound(Exception):
    """Nothing can be heard here: no player, no sound server or no sound card (无声音输出)."""


class Player(Protocol):
    """Plays one WAV at a time, blocking until its end."""

    def play(self, wav: bytes, delivery: Delivery, *, deadline: float) -> None:
        """Play to the end; ``delivery.began`` is called when the sound begins.

        Raises:
            NoSound: at once, when nothing can be heard.
            DeviceTimeout: still not over after ``deadline`` seconds; it was stopped.
            Canceled: no longer wanted; it was stopped, or never began.
        """


class ProgramPlayer:
    """Plays by a program.

    Args:
        program: its path; None looks for one of `PLAYERS` each time (one may be installed later).
        output: the loudspeaker's name, as the sound server calls it (``pactl list short sinks``); empty for its own
            choice.
    """

    def __init__(self, program: str | None = None, *, output: str = "") -> None:
        self._program = program
        self._output = output

    def play(self, wav: bytes, delivery: Delivery, *, deadline: float) -> None:
        program = self._program or next((found for name in PLAYERS if (found := shutil.which(name))), None)
        if program is None:
            raise NoSound(f"none of {', '.join(PLAYERS)} is installed")
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            path = Path(folder) / "speech.wav"
            path.write_bytes(wav)
            try:
                running = subprocess.Popen(
                    [program, *self._where(program), str(path)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                )
            except OSError as error:
                raise NoSound(f"{program} can't be run: {error}") from error
            with running:
                try:
                    delivery.began()
                    complaint = self._listen(running, delivery, deadline)
                except BaseException:
                    running.kill()
                    raise
        if running.returncode != 0:
            raise NoSound(f"{program} ended with {running.returncode}: {complaint}")

    def _where(self, program: str) -> list[str]:
        return [PLAYERS.get(Path(program).name, "--device={}").format(self._output)] if self._output else []

    def _listen(self, running: subprocess.Popen[bytes], delivery: Delivery, deadline: float) -> str:
        """Wait for the end; what it complained of."""
        ends = time.monotonic() + deadline
        while True:
            try:
                _, complaint = running.communicate(timeout=LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                if not delivery.wanted():
                    raise Canceled("the announcement was stopped") from None
                if time.monotonic() >= ends:
                    raise DeviceTimeout(
                        f"{running.args!r} did not end within {deadline:.1f} s", outcome_known=False
                    ) from None
            else:
                return complaint.decode(errors="replace").strip()[:200]


class SilentPlayer:
    """Plays nothing on purpose (``player=none``)."""

    def play(self, wav: bytes, delivery: Delivery, *, deadline: float) -> None:
        """Return at once."""
        delivery.began()

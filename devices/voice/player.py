"""Playing a WAV file on the machine's speaker (播放), without Qt.

Linux: the first of ``paplay``, ``pw-play`` and ``aplay`` that is installed. Windows has no player here yet: the
voice of Windows (SAPI) and its player were not at hand to be tried, and an untried one would claim to speak in
a hall that hears nothing; such a machine reports its voice as DEGRADED.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Protocol

from devices.core.errors import DeviceTimeout

PLAYERS = ("paplay", "pw-play", "aplay")


class NoSound(Exception):
    """Nothing can be heard here: no player, no sound server or no sound card (无声音输出)."""


class Player(Protocol):
    """Plays one WAV at a time, blocking until its end."""

    def play(self, wav: bytes, *, deadline: float) -> None:
        """Play to the end.

        Raises:
            NoSound: at once, when nothing can be heard.
            DeviceTimeout: still not over after ``deadline`` seconds; it was stopped.
        """


class ProgramPlayer:
    """Plays by a program; ``program=None`` looks for one of `PLAYERS` each time (one may be installed later)."""

    def __init__(self, program: str | None = None) -> None:
        self._program = program

    def play(self, wav: bytes, *, deadline: float) -> None:
        program = self._program or next((found for name in PLAYERS if (found := shutil.which(name))), None)
        if program is None:
            raise NoSound(f"none of {', '.join(PLAYERS)} is installed")
        with tempfile.TemporaryDirectory(prefix="voice-") as folder:
            path = Path(folder) / "speech.wav"
            path.write_bytes(wav)
            try:
                done = subprocess.run(
                    [program, str(path)],
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=deadline,
                    check=False,
                )
            except subprocess.TimeoutExpired as error:
                raise DeviceTimeout(
                    f"{program} did not end within {deadline:.1f} s", outcome_known=False
                ) from error
            except OSError as error:
                raise NoSound(f"{program} can't be run: {error}") from error
        if done.returncode != 0:
            complaint = done.stderr.decode(errors="replace").strip()[:200]
            raise NoSound(f"{program} ended with {done.returncode}: {complaint}")


class SilentPlayer:
    """Plays nothing on purpose (``player=none``)."""

    def play(self, wav: bytes, *, deadline: float) -> None:
        """Return at once."""

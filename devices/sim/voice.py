"""Simulated voice (模拟播报): what `voice+espeak` has at the other end of its wire, a synthesiser and a speaker.

The wire of a voice is the start of two programs. Here they are small shell scripts in a folder: one hands over to
the real espeak-ng, the other is a speaker that keeps what it is given as ``heard/0001.wav`` …, without the time it
would take to listen. POSIX only.
"""

from __future__ import annotations

import stat
import tempfile
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from devices.sim.device import Fault, Reply

DEADLINE_SECONDS = 2
# A hung program ends by itself after a while, should nobody end it.
_HANG = "exec sleep 30\n"
# Whether it is there is asked all the time, and answered without starting the real one.
_SPEAK = '[ "$1" = --version ] && exit 0\nexec espeak-ng "$@"\n'
_LISTEN = """\
n=$(ls "{heard}" | wc -l)
cp "$1" "$(printf '{heard}/%04d.wav' $((n + 1)))"
"""
# Makes a WAV file that breaks off in its head.
_BROKEN = 'while [ $# -gt 0 ]; do [ "$1" = -w ] && printf RIFF > "$2"; shift; done; cat > /dev/null\n'
_UNDERSTOOD = (Fault.DONT_ANSWER, Fault.GO_AWOL, Fault.SLOW, Fault.BAD_CHECKSUM)


class SimVoice:
    """The host of a voice: `url`, `start`, `stop`, `command`.

    Commands: ``heard`` (what the speaker was given: ``{"announcements": [{"wav", "seconds"}]}``), ``fault`` and
    ``clear`` with dont_answer, go_awol, slow and bad_checksum.

    Args:
        folder: for the scripts and what was heard; a temporary one is made when None, and stays.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(tempfile.mkdtemp(prefix="sim-voice-"))
        self._program = self._folder / "espeak-ng"
        self._player = self._folder / "speaker"
        self._heard = self._folder / "heard"
        self.faults: set[str] = set()

    @property
    def url(self) -> str:
        program, player = quote(str(self._program)), quote(str(self._player))
        return f"voice+espeak://?program={program}&player={player}&deadline={DEADLINE_SECONDS}"

    def start(self) -> None:
        self._heard.mkdir(parents=True, exist_ok=True)
        self._write_scripts()

    def stop(self) -> None:
        """Take the programs away; what was heard stays."""
        self._program.unlink(missing_ok=True)
        self._player.unlink(missing_ok=True)

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        """Carry out a command.

        Raises:
            ValueError: unknown command or fault.
        """
        if do == "heard":
            files = sorted(self._heard.glob("*.wav"))
            return {"announcements": [{"wav": str(path), "seconds": _seconds(path)} for path in files]}
        if do == "clear":
            self.faults.clear()
        elif do == "fault":
            fault = Fault((args or {})["name"])
            if fault not in _UNDERSTOOD:
                raise ValueError(f"a voice has no fault {fault}")
            self.faults.add(fault.value)
        else:
            raise ValueError(f"unknown command {do!r}")
        self._write_scripts()
        return {"faults": sorted(self.faults)}

    def _write_scripts(self) -> None:
        if Fault.GO_AWOL in self.faults:
            self.stop()
            return
        before = "sleep 0.4\n" if Fault.SLOW in self.faults else ""
        speak = _SPEAK
        if Fault.BAD_CHECKSUM in self.faults:
            speak = _BROKEN
        if Fault.DONT_ANSWER in self.faults:
            speak = _HANG
        _write(self._program, before + speak)
        _write(self._player, before + _LISTEN.format(heard=self._heard))


def _write(path: Path, script: str) -> None:
    """Replace in one step: a program that is running keeps its old text."""
    fresh = path.with_suffix(".new")
    fresh.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    fresh.chmod(stat.S_IRWXU)
    fresh.replace(path)


def _seconds(path: Path) -> float:
    with wave.open(str(path)) as file:
        return float(round(file.getnframes() / file.getframerate(), 3))

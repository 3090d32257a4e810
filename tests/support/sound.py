"""A sound server of our own with loudspeakers that nobody hears, and what was played on them."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from devices.voice.levels import to_samples
from devices.voice.wav import Sound

RATE = 22050
BLOCK = RATE // 50  # 20 ms
AUDIBLE = 0.003  # of full scale
PAUSE_BLOCKS = 15  # so many silent blocks part two sounds
START_SECONDS = 20.0


class Loudspeaker:
    """Records a sink's monitor from its start."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._blocks: list[tuple[float, NDArray[np.float64]]] = []
        self._parec = subprocess.Popen(
            [
                "parec",
                f"--device={name}.monitor",
                "--format=s16le",
                f"--rate={RATE}",
                "--channels=1",
                "--latency-msec=20",
            ],
            stdout=subprocess.PIPE,
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def sound(self) -> NDArray[np.float64]:
        """All that was recorded, -1 … 1."""
        return np.concatenate([samples for _, samples in self._blocks])

    @property
    def listens(self) -> bool:
        return bool(self._blocks)

    def first_heard_at(self) -> float | None:
        """When the first sound was heard, by the monotonic clock, to 20 ms."""
        return next((at for at, samples in self._blocks if np.max(np.abs(samples)) > AUDIBLE), None)

    def quiet_for(self, seconds: float) -> bool:
        """Something was heard, and nothing for so long."""
        blocks = self._blocks[-int(seconds * 50) :]
        return self.first_heard_at() is not None and all(np.max(np.abs(s)) <= AUDIBLE for _, s in blocks)

    def heard(self) -> list[tuple[int, int]]:
        """The sounds between pauses of 0.3 s or more: first and last sample."""
        sound = self.sound
        loud = np.max(np.abs(sound[: len(sound) // BLOCK * BLOCK].reshape(-1, BLOCK)), axis=1) > AUDIBLE
        found: list[tuple[int, int]] = []
        for block in np.flatnonzero(loud):
            if found and block * BLOCK - found[-1][1] <= PAUSE_BLOCKS * BLOCK:
                found[-1] = found[-1][0], int(block + 1) * BLOCK
            else:
                found.append((int(block) * BLOCK, int(block + 1) * BLOCK))
        return found

    def close(self) -> None:
        self._parec.terminate()
        self._parec.wait(10)
        self._thread.join(10)
        if self._parec.stdout is not None:
            self._parec.stdout.close()

    def _listen(self) -> None:
        assert self._parec.stdout is not None
        while len(data := self._parec.stdout.read(2 * BLOCK)) == 2 * BLOCK:
            self._blocks.append((time.monotonic(), to_samples(Sound(RATE, data))))


class SoundServer:
    """PulseAudio with null sinks."""

    def __init__(self, folder: Path, sinks: tuple[str, ...]) -> None:
        self.address = f"unix:{folder / 'native'}"
        loads = [f"module-null-sink sink_name={sink} rate={RATE} channels=1" for sink in sinks]
        loads.append(f"module-native-protocol-unix auth-anonymous=1 socket={folder / 'native'}")
        self._server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes",
             *(part for load in loads for part in ("-L", load))],
            env={**os.environ, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def wait_until_ready(self) -> None:
        ends = time.monotonic() + START_SECONDS
        while subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode:
            if time.monotonic() > ends or self._server.poll() is not None:
                raise RuntimeError("no sound server")
            threading.Event().wait(0.05)

    def close(self) -> None:
        self._server.terminate()
        self._server.wait(10)


@pytest.fixture
def loudspeakers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Loudspeaker, Loudspeaker]]:
    """The loudspeakers ``hall``, which is the usual one, and ``zone_b``, both recorded."""
    if any(shutil.which(program) is None for program in ("pulseaudio", "parec", "paplay", "pactl")):
        pytest.skip("no pulseaudio here")
    folder = tmp_path / "pulse"
    folder.mkdir(mode=0o700)
    server = SoundServer(folder, ("hall", "zone_b"))
    monkeypatch.setenv("PULSE_SERVER", server.address)
    monkeypatch.setenv("PULSE_COOKIE", str(folder / "cookie"))
    recorded: list[Loudspeaker] = []
    try:
        server.wait_until_ready()
        recorded += [Loudspeaker("hall"), Loudspeaker("zone_b")]
        ends = time.monotonic() + START_SECONDS
        while not all(loudspeaker.listens for loudspeaker in recorded):
            assert time.monotonic() < ends, "nothing is recorded"
            threading.Event().wait(0.02)
        yield recorded[0], recorded[1]
    finally:
        for loudspeaker in recorded:
            loudspeaker.close()
        server.close()

"""Keeps an app running (看门狗): starts it again when it has ended badly or hangs; for machines without systemd.

The app tells each second from its UI thread that it lives (`qt_common.life_sign`). An end that was wanted (0), a
configuration that can't be used (2) and a second instance (3) are not tried again.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from types import FrameType
from typing import IO

log = logging.getLogger(__name__)

FINAL = frozenset({0, 2, 3})
DELAYS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)  # seconds before each new try in a row
CALM_SECONDS = 300.0  # having run so long it begins with the first delay again
END_SECONDS = 20.0  # for an app that was asked to end
LOOK_SECONDS = 0.25


class Watchdog:
    """Watches over one program.

    Args:
        command: the program and its arguments.
        hang_seconds: without a sign of life until it is killed.
        start_seconds: until the first sign of life.
    """

    def __init__(self, command: Sequence[str], *, hang_seconds: float, start_seconds: float = 120.0) -> None:
        self._command = list(command)
        self._hang = hang_seconds
        self._start = start_seconds
        self._stop = threading.Event()
        self._last = 0.0  # monotonic, of the last sign of life; 0 before the first

    def run(self) -> int:
        """Until the program ends for good, or SIGTERM or SIGINT come; returns its exit status."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked)
        tries = 0
        while True:
            began = time.monotonic()
            status = self._run_once()
            if self._stop.is_set() or status in FINAL:
                return status
            tries = 0 if time.monotonic() - began > CALM_SECONDS else tries
            delay = DELAYS[min(tries, len(DELAYS) - 1)]
            tries += 1
            log.error("ended with %d, next try in %g s", status, delay)
            if self._stop.wait(delay):
                return 0

    def _asked(self, _: int, __: FrameType | None) -> None:
        self._stop.set()

    def _run_once(self) -> int:
        process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, env=os.environ | {"HALLSUITE_LIFE_SIGN": "stdout"}
        )
        log.info("started as process %d", process.pid)
        self._last = 0.0
        assert process.stdout is not None
        reader = threading.Thread(target=self._read, args=(process.stdout,), name="reads", daemon=True)
        reader.start()
        try:
            return self._watch(process)
        finally:
            reader.join(2)

    def _watch(self, process: subprocess.Popen[bytes]) -> int:
        began = looked = time.monotonic()
        asked = False
        while True:
            try:
                return process.wait(LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                now = time.monotonic()
            if now - looked > self._hang / 2:
                began = self._last = (
                    now  # we ourselves stood still (the machine slept): that says nothing of the app
                )
            looked = now
            if self._stop.is_set():
                if not asked:
                    asked, began = True, now
                    process.terminate()
                elif now - began > END_SECONDS:
                    process.kill()
            elif now - (self._last or began) > (self._hang if self._last else self._start):
                log.error("process %d gives no sign of life", process.pid)
                process.kill()

    def _read(self, stream: IO[bytes]) -> None:
        """Take the signs of life out of the program's output; the rest goes on."""
        for line in stream:
            if line.startswith(b'{"alive"'):
                self._last = time.monotonic()
            else:
                sys.stdout.buffer.write(line)
                sys.stdout.buffer.flush()
        stream.close()

"""The demo's child processes (子进程): started with a log each, always ended."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from cli.project import ROOT

END_SECONDS = 20.0


class ChildError(Exception):
    """A child did not start, or ended when it should not (子进程异常)."""


class Child:
    """One program ``python -m MODULE ARGUMENTS``; what it writes goes to its log.

    Its standard input is a pipe that closes when we are gone; simulators end by themselves then.
    """

    def __init__(
        self, name: str, module: str, arguments: Sequence[str], *, log: Path, environment: Mapping[str, str]
    ) -> None:
        self.name = name
        self.log = log
        self._lines: queue.Queue[str] = queue.Queue()
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", module, *arguments],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"} | dict(environment),
            )
        self._reader = threading.Thread(target=self._read, name=f"reads-{name}", daemon=True)
        self._reader.start()

    @property
    def is_running(self) -> bool:
        """False once it has ended."""
        return self._process.poll() is None

    def ready(self, key: str, timeout: float) -> dict[str, Any]:
        """The first JSON line of its output that holds ``key``.

        Raises:
            ChildError: it ended, or said nothing of the kind in time; names its log.
        """
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=min(left, 0.1))
            except queue.Empty:
                if not self.is_running and self._lines.empty():
                    raise ChildError(
                        f"{self.name} ended with {self._process.returncode}: {self.last_words()}"
                    ) from None
                continue
            try:
                said = json.loads(line)
            except ValueError:
                continue
            if isinstance(said, dict) and key in said:
                return said
        raise ChildError(f"{self.name} was not ready in {timeout:g} s: {self.last_words()}")

    def wait(self) -> None:
        """Wait until it ends by itself."""
        self._process.wait()

    def last_words(self) -> str:
        """The end of its log, for a failure message."""
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        lines = [line for line in text.splitlines() if line.strip()]
        return " | ".join(lines[-3:])[-600:] or "nothing in its log"

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL), for tests."""
        self._process.kill()
        self._process.wait()

    def ask_to_end(self) -> None:
        """SIGTERM; returns at once."""
        if self.is_running:
            self._process.terminate()

    def end(self, deadline: float) -> int:
        """Wait for the end until ``deadline`` (monotonic), then kill; returns the exit status.

        One that hangs is aborted, so that its log names the line where it hung.
        """
        try:
            self._process.wait(max(deadline - time.monotonic(), 2.0))
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGABRT)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._reader.join(2)
        if self._process.stdout is not None:
            self._process.stdout.close()
        return self._process.returncode

    def _read(self) -> None:
        stream: IO[bytes] | None = self._process.stdout
        assert stream is not None
        with self.log.open("ab") as log:
            for raw in stream:
                log.write(raw)
                self._lines.put(raw.decode("utf-8", "replace"))


class Children:
    """All children of a demo; leaving the block ends them, the youngest first.

    Args:
        logs: folder for one log a child.
        environment: laid over ours for every child.
    """

    def __init__(self, logs: Path, environment: Mapping[str, str]) -> None:
        self._logs = logs
        self._environment = environment
        self._children: list[Child] = []
        self.statuses: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._logs.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end_all()

    def start(self, name: str, module: str, *arguments: str) -> Child:
        """Start one."""
        child = Child(name, module, arguments, log=self._logs / f"{name}.log", environment=self._environment)
        self._children.append(child)
        return child

    def end_all(self) -> None:
        """End all of them and note how they ended; may be called twice."""
        children, self._children = self._children[::-1], []
        for child in children:
            child.ask_to_end()
        deadline = time.monotonic() + END_SECONDS
        for child in children:
            self.statuses[child.name] = child.end(deadline)

    def first_ended(self) -> Child | None:
        """A child that ended by itself, if any."""
        return next((child for child in self._children if not child.is_running), None)

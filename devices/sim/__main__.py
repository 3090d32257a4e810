"""Start a simulator as a program: ``python -m devices.sim KIND [--port N | --pty PATH] [--control PORT]``.

Prints one JSON line when ready, ``{"kind", "url", "control", "pid"}``, and runs until it is terminated or its
standard input closes.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import stat
import sys
import threading
from pathlib import Path

from devices.sim.catalogue import SIMULATORS, build
from devices.sim.control import ControlServer


def _stop_when_orphaned(stop: threading.Event) -> None:
    """Wait for the end of standard input: the parent is gone, and so must we be.

    Only a pipe tells of a parent: ``/dev/null`` ends at once, and a terminal stops who reads it in the background.
    The bare descriptor, not ``sys.stdin``: its lock held by a daemon thread aborts the interpreter when it ends.
    """
    kind = os.fstat(0).st_mode
    if not (stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)):
        return
    while os.read(0, 4096):
        pass
    stop.set()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="devices.sim", description="wire simulators (模拟设备)")
    parser.add_argument("kind", choices=sorted(SIMULATORS))
    parser.add_argument("--port", type=int, default=0, help="loopback TCP port of the wire, 0 for a free one")
    parser.add_argument("--pty", type=Path, help="symlink to make for the wire's pty")
    parser.add_argument("--control", type=int, default=0, help="loopback port of the control, 0 for a free one")
    parser.add_argument("--dir", type=Path, help="folder for what the device leaves (paper as PNG, spoken WAV)")
    options = parser.parse_args(argv)
    host = build(options.kind, port=options.port, pty=options.pty, folder=options.dir)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    host.start()
    control = ControlServer(host.command, options.control)
    control.start()
    ready = {"kind": options.kind, "url": host.url, "control": control.address, "pid": os.getpid()}
    print(json.dumps(ready), flush=True)
    threading.Thread(target=_stop_when_orphaned, args=(stop,), daemon=True).start()
    stop.wait()
    control.stop()
    host.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())

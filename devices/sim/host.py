"""Runs one simulated device on one wire, with faults, on a thread of its own."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Mapping
from typing import Any

from devices.sim.device import Fault, Reply, SimDevice
from devices.sim.wires import Wire

SLOW_SECONDS = 0.4
NOISE = b"\x00\xff\x7f\x15"


class SimHost:
    """A simulator in this process: ``with SimHost(device, TcpWire()) as host: … host.url``.

    ``command`` is what the bench, the tests and the control port use; ``fault`` and ``clear`` are understood
    for every device, the rest goes to the device.
    """

    def __init__(self, device: SimDevice, wire: Wire) -> None:
        self.device = device
        self._wire = wire
        self._lock = threading.RLock()
        self._outgoing: deque[bytes] = deque()
        self._held = b""
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._away = False
        device.push = self._push

    @property
    def url(self) -> str:
        return self._wire.url

    def start(self) -> None:
        self._wire.start()
        self._thread = threading.Thread(target=self._run, name=f"sim-{self.device.name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(timeout=5)
        self._wire.stop()

    def __enter__(self) -> SimHost:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply:
        """Carry out a command; see `SimDevice.command`.

        Raises:
            ValueError: unknown command, fault or argument.
        """
        args = args or {}
        with self._lock:
            if do == "fault":
                self.device.faults.add(Fault(args["name"]).value)
                return {"faults": sorted(self.device.faults)}
            if do == "clear":
                self.device.faults.clear()
                return {"faults": []}
            return self.device.command(do, args)

    def _push(self, data: bytes) -> None:
        self._outgoing.append(data)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._follow_awol()
            data = self._wire.poll(0.005 if self._outgoing else 0.02)
            with self._lock:
                if data is None:
                    self.device.disconnected()
                    self._held = b""  # whoever connects next did not ask for it
                elif data:
                    answer = self.device.receive(data)
                    if answer:
                        self._outgoing.append(answer)
                pending = list(self._outgoing)
                self._outgoing.clear()
                faults = set(self.device.faults)
            for answer in pending:
                self._send(answer, faults)

    def _follow_awol(self) -> None:
        away = Fault.GO_AWOL in self.device.faults
        if away and not self._away:
            self._wire.stop()
            with self._lock:
                self.device.disconnected()
        elif self._away and not away:
            self._wire.start()
        self._away = away

    def _send(self, answer: bytes, faults: set[str]) -> None:
        if Fault.DONT_ANSWER in faults or Fault.GO_AWOL in faults:
            return
        if Fault.MERGE in faults and not self._held:
            self._held = answer
            return
        answer, self._held = self._held + answer, b""
        if Fault.BAD_CHECKSUM in faults:
            answer = answer[:-1] + bytes([answer[-1] ^ 0x5A])
        if Fault.LEADING_GARBAGE in faults:
            answer = NOISE + answer
        if Fault.SLOW in faults:
            self._stopping.wait(SLOW_SECONDS)
        if Fault.DROP_CONNECTION in faults:
            with self._lock:
                self.device.faults.discard(Fault.DROP_CONNECTION)
                self.device.disconnected()
            self._wire.send(answer[: len(answer) // 2])
            self._wire.hang_up()
            return
        if Fault.SPLIT in faults:
            for index in range(len(answer)):
                self._wire.send(answer[index : index + 1])
                time.sleep(0.001)
            return
        self._wire.send(answer)

"""Which simulators there are and how each is put on its wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from devices.sim.device import Reply, SimDevice
from devices.sim.host import SimHost
from devices.sim.ipp import IppSim
from devices.sim.led import SimBxLed, SimStripLed, SimTextLed
from devices.sim.modem import SimModem
from devices.sim.pad import SimPad
from devices.sim.printer import PrinterSim
from devices.sim.sam_v import SimSamV
from devices.sim.scanner import SimScanner
from devices.sim.voice import SimVoice
from devices.sim.wires import PtyWire, TcpWire


class Host(Protocol):
    """A running simulator: `SimHost`, or a host of its own wire (the camera's HTTP server)."""

    @property
    def url(self) -> str: ...
    def start(self) -> None: ...
    def stop(self) -> None: ...
    def command(self, do: str, args: Mapping[str, Any] | None = None) -> Reply: ...


# kind -> builder(port, pty, folder); each device's module adds one line here.
Builder = Callable[[int, Path | None, Path | None], Host]


def _on_wire(make: Callable[[], SimDevice], baud: int) -> Builder:
    """A device that needs no folder: on a pty when one is named, else on a TCP port."""
    return lambda port, pty, _folder: SimHost(make(), PtyWire(pty, baud) if pty else TcpWire(port))


def _printer(port: int, pty: Path | None, folder: Path | None) -> Host:
    return SimHost(PrinterSim(folder), PtyWire(pty, 115200) if pty else TcpWire(port))


def _camera(port: int, _pty: Path | None, _folder: Path | None) -> Host:
    from devices.sim.camera import SimCamera  # late: OpenCV is heavy, and only this simulator needs it

    return SimCamera(port)


def _a4_printer(port: int, _pty: Path | None, folder: Path | None) -> Host:
    return SimHost(IppSim(folder), TcpWire(port, scheme="ipp"))


SIMULATORS: Mapping[str, Builder] = {
    "a4_printer": _a4_printer,
    "code_scanner": _on_wire(SimScanner, 9600),
    "document_camera": _camera,
    "id_card_reader": _on_wire(SimSamV, 115200),
    "printer": _printer,
    "rating_pad": _on_wire(SimPad, 19200),
    "sms_modem": _on_wire(SimModem, 115200),
    "window_led": lambda port, _pty, folder: SimHost(SimBxLed(folder), TcpWire(port)),
    "window_led_strip": lambda port, pty, folder: SimHost(
        SimStripLed(folder), PtyWire(pty, 9600) if pty else TcpWire(port)
    ),
    "window_led_text": lambda port, _pty, folder: SimHost(SimTextLed(folder), TcpWire(port)),
    "voice": lambda _port, _pty, folder: SimVoice(folder),
    "ticket_printer": _printer,  # the kind's full name means the same
}


def build(kind: str, *, port: int = 0, pty: Path | None = None, folder: Path | None = None) -> Host:
    """Build the simulator of ``kind``; not started yet.

    Raises:
        KeyError: no such simulator.
        ValueError: the wire asked for does not suit the device.
    """
    return SIMULATORS[kind](port, pty, folder)

"""SMS modems under the contract; a message must never go out when the error says that it did not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from devices.core.errors import DeviceTimeout, ProtocolError
from devices.sim.catalogue import Host
from devices.sim.host import SimHost
from devices.sim.modem import SimModem
from devices.sim.wires import PtyWire, TcpWire
from devices.sms_modem.drivers import DRIVERS
from tests.contract.devices.harness import Case, works_or

_NUMBER = "+8613800138000"
_TEXT = "您申请的事项已办结，请携带有效证件到一楼12号窗口领取。" * 3 + "𠮷"


def _simulate(wire: str, folder: Path) -> Host:
    return SimHost(SimModem(), PtyWire(folder / "modem", 115200) if wire == "serial" else TcpWire())


def _send(modem: Any, host: Host) -> int:
    parts: int = modem.send(_NUMBER, _TEXT)
    return parts


def _verify(parts: int, host: Host) -> None:
    assert parts == 2
    assert host.command("state")["messages"][-1] == {"number": _NUMBER, "text": _TEXT, "parts": 2}


def _messages(host: Host) -> int:
    return len(host.command("state")["messages"])


def _case(wire: str) -> Case:
    return Case(
        name=f"sms_modem-at-{wire}",
        simulate=lambda folder: _simulate(wire, folder),
        driver=DRIVERS[wire],
        work=_send,
        verify=_verify,
        done=_messages,
        query="timeout=1&send_timeout=2",
        # AT has no check sum: a damaged end of line is harmless, a damaged prompt is none.
        faults={"bad_checksum": works_or(ProtocolError, DeviceTimeout)},
    )


CASES = (_case("serial"), _case("tcp"))

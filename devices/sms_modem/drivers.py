"""SMS modems by the scheme of their address: ``serial:///dev/ttyUSB3?baud=115200``, ``tcp://192.168.1.80:4005``.

Both take ``timeout=SECONDS`` for an ordinary answer and ``send_timeout=SECONDS`` for the network.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from devices.core.address import Address
from devices.core.serial_transport import LineSettings
from devices.core.transports import make_transport
from devices.sms_modem.at_modem import COMMAND_SECONDS, SEND_SECONDS, AtModem
from devices.sms_modem.interface import SmsModem

_LINE = LineSettings(baud=115200)


def make_at_modem(url: str) -> AtModem:
    """Build a modem with AT commands; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("timeout", "send_timeout"), line=_LINE)
    options = Address.parse(url)
    return AtModem(
        transport,
        command_timeout=options.number("timeout", COMMAND_SECONDS, low=0.1, high=30),
        send_timeout=options.number("send_timeout", SEND_SECONDS, low=0.1, high=300),
    )


DRIVERS: Mapping[str, Callable[[str], SmsModem]] = {"serial": make_at_modem, "tcp": make_at_modem}

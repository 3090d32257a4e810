"""Window LEDs by the scheme of their address.

- ``tcp://192.168.1.70:5005?size=128x16&address=65534``: Onbon BX;
- ``serial:///dev/ttyUSB2?address=1``: simple strip, 9600 baud;
- ``text+tcp://192.168.1.71:6000?encoding=gb18030|utf-8``: plain text and CR LF (``text+serial://`` likewise).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from devices.codec.bx_led import ANY_ADDRESS, Area
from devices.core.address import Address
from devices.core.errors import AddressError
from devices.core.transports import make_transport
from devices.window_led.bx import BxLed
from devices.window_led.interface import WindowLed
from devices.window_led.one_way import OneWayLed, strip_frame, text_frame

_SIZE = re.compile(r"([0-9]{1,4})x([0-9]{1,3})", re.ASCII)


def make_bx(url: str) -> BxLed:
    """Build a BX controller's screen; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("size", "address", "timeout"))
    options = Address.parse(url)
    size = _SIZE.fullmatch(options.options.get("size", "128x16"))
    if size is None or int(size[1]) % 8 or not int(size[1]) or not int(size[2]):
        raise AddressError(f"size in {url!r}: dots, the width a multiple of 8, such as 128x16")
    return BxLed(
        transport,
        Area(width=int(size[1]), height=int(size[2])),
        address=int(options.number("address", ANY_ADDRESS, low=0, high=0xFFFF)),
        answer_timeout=options.number("timeout", 1.5, low=0.1, high=20),
    )


def make_strip(url: str) -> OneWayLed:
    """Build a simple serial strip; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("address",))
    address = Address.parse(url).number("address", 1, low=0, high=255)
    try:
        return OneWayLed(transport, strip_frame(int(address)), model="LED strip")
    except ValueError as error:
        raise AddressError(f"{url!r}: {error}") from error


def make_text(url: str) -> OneWayLed:
    """Build a screen that takes plain text; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("encoding",))
    encoding = Address.parse(url).choice("encoding", "gb18030", ("gb18030", "utf-8"))
    return OneWayLed(transport, text_frame(encoding), model="LED text")


DRIVERS: Mapping[str, Callable[[str], WindowLed]] = {"serial": make_strip, "tcp": make_bx, "text": make_text}

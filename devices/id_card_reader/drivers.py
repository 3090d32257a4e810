"""ID card readers by the scheme of their address: ``serial:///dev/ttyUSB0``, ``tcp://192.168.1.60:4001``.

Both take ``timeout=SECONDS`` for one answer of the module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from devices.core.address import Address
from devices.core.serial_transport import LineSettings
from devices.core.transports import make_transport
from devices.id_card_reader.interface import IdCardReader
from devices.id_card_reader.sam_v import SamVReader
from devices.id_card_reader.trace_mask import CardMask

_LINE = LineSettings(baud=115200)


def make_sam_v(url: str) -> SamVReader:
    """Build a reader with the SAM_V module; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("timeout",), line=_LINE, mask=CardMask())
    seconds = Address.parse(url).number("timeout", 2.5, low=0.1, high=20)
    return SamVReader(transport, answer_timeout=seconds)


DRIVERS: Mapping[str, Callable[[str], IdCardReader]] = {"serial": make_sam_v, "tcp": make_sam_v}

"""Rating pads by the scheme of their address: ``serial:///dev/ttyUSB1``, ``tcp://192.168.1.60:4002``.

Both speak PJ06; ``digits+serial://…`` is a pad or pager that only sends a digit for each key. All take
``keys=543210``, see `devices.rating_pad.key_pad.KeyMap`. ``screen://N`` is offered by the counter app, which has
the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from devices.core.address import Address
from devices.core.errors import AddressError
from devices.core.serial_transport import LineSettings
from devices.core.transports import make_transport
from devices.rating_pad.interface import RatingPad
from devices.rating_pad.key_pad import DEFAULT_KEYS, DIGITS, PJ06, Dialect, KeyMap, KeyPad

_LINE = LineSettings(baud=19200)


def make_pj06(url: str) -> KeyPad:
    """Build a PJ06 pad; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    return _make(url, PJ06)


def make_digits(url: str) -> KeyPad:
    """Build a pad that only sends digits; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    return _make(url, DIGITS)


def _make(url: str, dialect: Dialect) -> KeyPad:
    transport = make_transport(url, also=("keys",), line=_LINE)
    digits = Address.parse(url).options.get("keys")
    try:
        keys = KeyMap.of(digits) if digits else DEFAULT_KEYS
    except ValueError as error:
        raise AddressError(f"{url!r}: {error}") from error
    return KeyPad(transport, keys, dialect=dialect)


DRIVERS: Mapping[str, Callable[[str], RatingPad]] = {
    "digits": make_digits,
    "serial": make_pj06,
    "tcp": make_pj06,
}

"""Code scanners by the scheme of their address.

- ``nls+serial:///dev/ttyACM0?mode=trigger|auto``: Newland;
- ``serial:///dev/ttyUSB0?suffix=any|crlf|cr|lf|silence``: any that sends a code and a suffix; ``tcp://`` likewise.

All take ``content=text|binary``; with ``text``, the default, a code that is no text counts as noise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from devices.code_scanner.interface import CodeScanner
from devices.code_scanner.line import LineScanner
from devices.code_scanner.newland import Mode, NewlandScanner
from devices.code_scanner.trace_mask import CodeMask
from devices.codec.nls import Suffix
from devices.core.address import Address
from devices.core.transports import make_transport


def make_newland(url: str) -> NewlandScanner:
    """Build a Newland scanner; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("mode", "content"), mask=CodeMask())
    mode = Mode(Address.parse(url).choice("mode", Mode.TRIGGER.value, [mode.value for mode in Mode]))
    return NewlandScanner(transport, mode, binary=_binary(url))


def make_line_scanner(url: str) -> LineScanner:
    """Build any other serial scanner; not opened yet.

    Raises:
        AddressError: unknown option or value.
    """
    transport = make_transport(url, also=("suffix", "content"), mask=CodeMask())
    names = {suffix.name.lower(): suffix for suffix in Suffix}
    suffix = names[Address.parse(url).choice("suffix", "any", names)]
    return LineScanner(transport, suffix, binary=_binary(url))


def _binary(url: str) -> bool:
    return Address.parse(url).choice("content", "text", ("text", "binary")) == "binary"


DRIVERS: Mapping[str, Callable[[str], CodeScanner]] = {
    "nls": make_newland,
    "serial": make_line_scanner,
    "tcp": make_line_scanner,
}

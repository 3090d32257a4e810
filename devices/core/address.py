"""Addresses of devices (设备地址): URLs with strictly checked options.

``tcp://192.168.1.50:9100?profile=80mm``, ``serial:///dev/ttyS1?baud=9600``, ``usb://04b8:0e15``. A scheme may
name the driver before a plus sign and the transport after it, ``acme+serial:///dev/ttyS1``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from devices.core.errors import AddressError

_USB_ID = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


@dataclass(frozen=True, slots=True)
class Address:
    """A parsed address.

    Attributes:
        url: as configured.
        scheme: in lower case, with the driver's prefix when there is one.
        authority: what stands between ``//`` and the path, such as ``192.168.1.50:9100`` or ``04b8:0e15``.
        path: percent-decoded, with its leading slash.
        options: the query's keys and values.
    """

    url: str
    scheme: str
    authority: str
    path: str
    options: Mapping[str, str]

    @classmethod
    def parse(cls, url: str) -> Address:
        """Parse ``url``.

        Raises:
            AddressError: no scheme, a fragment, an option given twice or without a value.
        """
        try:
            parts = urlsplit(url)
            pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
        except ValueError as error:
            raise AddressError(f"{url!r} is not an address: {error}") from error
        if not parts.scheme or "://" not in url or parts.fragment:
            raise AddressError(f"{url!r} is not an address such as tcp://192.168.1.50:9100?option=value")
        options: dict[str, str] = {}
        for key, value in pairs:
            if key in options or not value:
                raise AddressError(f"option {key!r} of {url!r} is empty or given twice")
            options[key] = value
        return cls(url, parts.scheme.lower(), parts.netloc, unquote(parts.path), options)

    @property
    def transport(self) -> str:
        """The transport's part of the scheme: ``serial`` of ``acme+serial``."""
        return self.scheme.rpartition("+")[2]

    def check_options(self, known: Collection[str]) -> None:
        """Refuse options that nobody understands: a misspelt one must not be ignored.

        Raises:
            AddressError: naming the unknown ones and all known ones.
        """
        unknown = sorted(set(self.options) - set(known))
        if unknown:
            listed = ", ".join(sorted(known)) or "none"
            raise AddressError(f"unknown option {', '.join(unknown)} in {self.url!r}; known options: {listed}")

    def host_port(self, default_port: int | None = None) -> tuple[str, int]:
        """Host and TCP port.

        Raises:
            AddressError: one of them is missing or not valid.
        """
        try:
            parts = urlsplit(self.url)
            host, port = parts.hostname, parts.port or default_port
        except ValueError as error:
            raise AddressError(f"{self.url!r}: {error}") from error
        if not host or not port:
            raise AddressError(f"{self.url!r} needs a host and a port")
        return host, port

    def usb_id(self) -> tuple[int, int] | None:
        """Vendor and product id when the authority is ``vvvv:pppp``, else None."""
        match = _USB_ID.fullmatch(self.authority)
        return (int(match[1], 16), int(match[2], 16)) if match else None

    def choice(self, name: str, default: str, allowed: Collection[str]) -> str:
        """The option ``name``, one of ``allowed``.

        Raises:
            AddressError: another value, with the list of allowed ones.
        """
        value = self.options.get(name, default)
        if value not in allowed:
            raise AddressError(f"{name}={value} in {self.url!r}; allowed: {', '.join(sorted(allowed))}")
        return value

    def number(self, name: str, default: float, *, low: float, high: float) -> float:
        """The option ``name`` as a number within ``low`` … ``high``.

        Raises:
            AddressError: not a number, or outside.
        """
        text = self.options.get(name)
        if text is None:
            return default
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise AddressError(f"{name}={text} in {self.url!r}; allowed: {low:g} to {high:g}")
        return value

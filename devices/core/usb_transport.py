"""USB transport (USB 口): bulk endpoints of a vendor or printer class interface, through pyusb.

``usb://04b8:0e15``, with ``?serial=…`` when two of the same model are plugged in. Not verified on a real device.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import usb.core
import usb.util

from devices.core.errors import AddressError, DeviceTimeout, NotConnected

# (vendor, product) -> the devices plugged in; pyusb's objects carry no types.
Finder = Callable[[int, int], Iterable[Any]]


def find_usb(vendor: int, product: int) -> Iterable[Any]:
    """Plugged-in devices with these ids.

    Raises:
        usb.core.NoBackendError: libusb is not installed.
    """
    found: Iterable[Any] = usb.core.find(find_all=True, idVendor=vendor, idProduct=product)
    return found


class UsbTransport:
    """One USB interface; see `devices.core.transport.Transport`.

    Args:
        interface: number of the interface that has the bulk endpoints.
        serial: serial number, None when only one such device is plugged in.
        find: finds the plugged-in devices; tests pass their own.
    """

    def __init__(
        self,
        vendor: int,
        product: int,
        *,
        interface: int = 0,
        serial: str | None = None,
        url: str = "",
        find: Finder = find_usb,
    ) -> None:
        self.url = url or f"usb://{vendor:04x}:{product:04x}"
        self._ids = (vendor, product)
        self._interface = interface
        self._serial = serial
        self._find = find
        self._device: Any = None
        self._in: Any = None
        self._out: Any = None
        self._early = b""

    def open(self) -> None:
        self.close()
        try:
            device = self._choose(list(self._find(*self._ids)))
            if device.is_kernel_driver_active(self._interface):
                device.detach_kernel_driver(self._interface)
            usb.util.claim_interface(device, self._interface)
            self._device = device
            interface = device.get_active_configuration()[(self._interface, 0)]
            self._out = _endpoint(interface, usb.util.ENDPOINT_OUT)
            self._in = _endpoint(interface, usb.util.ENDPOINT_IN)
        except (OSError, usb.core.NoBackendError, NotImplementedError, KeyError) as error:
            self.close()
            raise NotConnected(f"{self.url}: {error}") from error
        if self._out is None:
            self.close()
            raise AddressError(f"{self.url}: interface {self._interface} has no bulk OUT endpoint")

    def close(self) -> None:
        device, self._device = self._device, None
        self._in = self._out = None
        self._early = b""
        if device is not None:
            try:
                usb.util.release_interface(device, self._interface)
                usb.util.dispose_resources(device)
            except OSError:
                pass  # unplugged

    @property
    def is_open(self) -> bool:
        return self._device is not None

    def write(self, data: bytes, *, timeout: float) -> None:
        self._check_open()
        try:
            written = self._out.write(data, timeout=_milliseconds(timeout))
        except usb.core.USBTimeoutError as error:
            raise DeviceTimeout(f"{self.url}: not taken in {timeout:g} s", outcome_known=False) from error
        except OSError as error:
            self.close()
            raise NotConnected(f"{self.url}: {error}", outcome_known=False) from error
        if written != len(data):
            raise DeviceTimeout(f"{self.url}: {written} of {len(data)} bytes taken", outcome_known=False)

    def read(self, max_bytes: int, *, timeout: float) -> bytes:
        self._check_open()
        if self._in is None:
            return b""
        if not self._early:
            try:
                # A whole packet at a time: asking for less than the device sends is an overflow error.
                self._early = bytes(self._in.read(self._in.wMaxPacketSize, timeout=_milliseconds(timeout)))
            except usb.core.USBTimeoutError:
                return b""
            except OSError as error:
                self.close()
                raise NotConnected(f"{self.url}: {error}") from error
        data, self._early = self._early[:max_bytes], self._early[max_bytes:]
        return data

    def discard_input(self) -> None:
        try:
            while self.is_open and self.read(65536, timeout=0.001):
                pass
        except NotConnected:
            pass  # the next read or write reports it

    def _choose(self, devices: list[Any]) -> Any:
        if self._serial is not None:
            devices = [device for device in devices if device.serial_number == self._serial]
        if not devices:
            raise NotConnected(f"{self.url}: not plugged in")
        if len(devices) > 1:
            listed = ", ".join(_place(device) for device in devices)
            raise AddressError(f"{self.url}: {len(devices)} such devices, {listed}; add ?serial=…")
        return devices[0]

    def _check_open(self) -> None:
        if self._device is None:
            raise NotConnected(f"{self.url}: not open")


def _place(device: Any) -> str:
    """Where it is plugged in and its serial number, to tell two of the same make apart."""
    return f"bus {device.bus} address {device.address} serial {device.serial_number or 'none'}"


def _endpoint(interface: Any, direction: int) -> Any:
    def matches(endpoint: Any) -> bool:
        bulk = usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        return bool(bulk and usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction)

    return usb.util.find_descriptor(interface, custom_match=matches)


def _milliseconds(seconds: float) -> int:
    return max(int(seconds * 1000), 1)  # 0 would mean for ever

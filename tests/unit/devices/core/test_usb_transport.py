"""The USB transport against a hand-written stand-in for pyusb's device."""

from __future__ import annotations

from typing import Any

import pytest
import usb.core
import usb.util

from devices.core.errors import AddressError, DeviceTimeout, NotConnected
from devices.core.usb_transport import UsbTransport


class FakeEndpoint:
    """A bulk endpoint with 64-byte packets."""

    bmAttributes = usb.util.ENDPOINT_TYPE_BULK
    wMaxPacketSize = 64

    def __init__(self, address: int) -> None:
        self.bEndpointAddress = address
        self.packets: list[bytes] = []
        self.fault: Exception | None = None

    def write(self, data: bytes, timeout: int) -> int:
        if self.fault:
            raise self.fault
        self.packets.append(bytes(data))
        return len(data)

    def read(self, size: int, timeout: int) -> bytes:
        if self.fault:
            raise self.fault
        if not self.packets:
            raise usb.core.USBTimeoutError("timed out")
        assert len(self.packets[0]) <= size
        return self.packets.pop(0)


class FakeDevice:
    """What `UsbTransport` uses of ``usb.core.Device``."""

    bus, address = 1, 7

    def __init__(self, serial_number: str = "1") -> None:
        self.serial_number = serial_number
        self.out, self.into = FakeEndpoint(0x01), FakeEndpoint(0x82)
        self.claimed = False
        self._ctx = self

    def is_kernel_driver_active(self, interface: int) -> bool:
        return False

    def get_active_configuration(self) -> dict[tuple[int, int], list[FakeEndpoint]]:
        return {(0, 0): [self.out, self.into]}

    def managed_claim_interface(self, device: object, interface: int) -> None:
        self.claimed = True

    def managed_release_interface(self, device: object, interface: int) -> None:
        self.claimed = False

    def dispose(self, device: object) -> None:
        pass


def transport_for(*devices: Any, serial: str | None = None) -> UsbTransport:
    return UsbTransport(0x04B8, 0x0E15, serial=serial, find=lambda _vendor, _product: devices)


def test_bytes_go_out_and_come_in() -> None:
    device = FakeDevice()
    transport = transport_for(device)
    transport.open()
    assert device.claimed
    transport.write(b"\x10\x04\x01", timeout=1)
    assert device.out.packets == [b"\x10\x04\x01"]
    device.into.packets.append(b"\x12\x16")
    assert transport.read(1, timeout=1) == b"\x12"
    assert transport.read(1, timeout=1) == b"\x16"
    assert transport.read(1, timeout=0) == b""
    transport.close()
    transport.close()
    assert not device.claimed


def test_an_absent_device_is_not_connected() -> None:
    with pytest.raises(NotConnected, match="not plugged in"):
        transport_for().open()


def test_two_devices_of_one_model_need_a_serial_number() -> None:
    first, second = FakeDevice("1"), FakeDevice("2")
    with pytest.raises(AddressError, match="2 such devices, bus 1 address 7 serial 1, bus 1"):
        transport_for(first, second).open()
    transport_for(first, second, serial="2").open()
    assert second.claimed and not first.claimed


def test_an_unplugged_device_is_not_connected() -> None:
    device = FakeDevice()
    transport = transport_for(device)
    transport.open()
    device.into.fault = usb.core.USBError("no such device")
    with pytest.raises(NotConnected):
        transport.read(1, timeout=1)
    assert not transport.is_open


def test_a_device_that_takes_nothing_is_a_timeout_of_unknown_outcome() -> None:
    device = FakeDevice()
    transport = transport_for(device)
    transport.open()
    device.out.fault = usb.core.USBTimeoutError("timed out")
    with pytest.raises(DeviceTimeout) as caught:
        transport.write(b"x", timeout=1)
    assert not caught.value.outcome_known


def test_without_libusb_it_is_not_connected() -> None:
    def find(_vendor: int, _product: int) -> Any:
        raise usb.core.NoBackendError("No backend available")

    with pytest.raises(NotConnected):
        UsbTransport(0x04B8, 0x0E15, find=find).open()

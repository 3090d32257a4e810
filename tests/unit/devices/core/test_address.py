"""Addresses are read strictly: what is not understood is refused, with the list of what is."""

from __future__ import annotations

import pytest

from devices.core.address import Address
from devices.core.errors import AddressError


def test_the_parts_of_an_address() -> None:
    address = Address.parse("acme+serial:///dev/ttyS1?baud=9600&keys=1")
    assert (address.scheme, address.transport, address.path) == ("acme+serial", "serial", "/dev/ttyS1")
    assert dict(address.options) == {"baud": "9600", "keys": "1"}


def test_usb_ids_are_read_from_the_authority() -> None:
    assert Address.parse("usb://04b8:0e15").usb_id() == (0x04B8, 0x0E15)
    assert Address.parse("tcp://192.168.1.50:9100").usb_id() is None


def test_host_and_port() -> None:
    assert Address.parse("tcp://192.168.1.50:9100").host_port() == ("192.168.1.50", 9100)
    assert Address.parse("tcp://printer").host_port(9100) == ("printer", 9100)
    assert Address.parse("tcp://[fe80::1]:9100").host_port() == ("fe80::1", 9100)


@pytest.mark.parametrize(
    "url", ["", "printer", "tcp:", "/dev/ttyS0", "tcp://a:1?x", "tcp://a:1?x=", "tcp://a:1?x=1&x=2", "tcp://a:1#f"]
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        Address.parse(url)


@pytest.mark.parametrize("url", ["tcp://", "tcp://host", "tcp://host:x", "tcp://host:99999", "tcp://:9100"])
def test_a_host_without_a_valid_port_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        Address.parse(url).host_port()


def test_an_unknown_option_is_named_with_the_known_ones() -> None:
    with pytest.raises(AddressError, match=r"unknown option bauds .* known options: baud, parity"):
        Address.parse("serial:///dev/ttyS0?bauds=9600").check_options({"parity", "baud"})


def test_a_choice_outside_the_list_is_refused() -> None:
    address = Address.parse("tcp://a:1?profile=90mm")
    with pytest.raises(AddressError, match="allowed: 58mm, 80mm"):
        address.choice("profile", "80mm", ("58mm", "80mm"))


@pytest.mark.parametrize("value", ["x", "nan", "-1", "99", "inf"])
def test_a_number_outside_its_range_is_refused(value: str) -> None:
    with pytest.raises(AddressError, match="allowed: 1 to 10"):
        Address.parse(f"tcp://a:1?n={value}").number("n", 5, low=1, high=10)

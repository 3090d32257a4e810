"""From kind and address to a driver; vendors add theirs by entry points."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from devices.core.errors import AddressError
from devices.core.registry import ENTRY_POINT_GROUP, default_registry
from devices.ticket_printer.drivers import make_escpos
from devices.ticket_printer.escpos import EscPosPrinter
from devices.ticket_printer.interface import TicketPrinter


def vendor(name: str) -> EntryPoint:
    return EntryPoint(name, "devices.ticket_printer.drivers:make_escpos", ENTRY_POINT_GROUP)


def test_an_address_gets_the_driver_of_its_kind() -> None:
    driver = default_registry(()).make_driver("ticket_printer", "tcp://192.168.1.50:9100?profile=58mm")
    assert isinstance(driver, EscPosPrinter)
    assert isinstance(driver, TicketPrinter)
    assert driver.width_dots == 384


def test_an_unknown_scheme_is_named_with_the_known_ones() -> None:
    with pytest.raises(AddressError, match="file://, serial://, tcp://, usb://"):
        default_registry(()).make_driver("ticket_printer", "gopher://a:1")


def test_an_unknown_kind_is_named_with_the_known_ones() -> None:
    with pytest.raises(AddressError, match=r"known: .*rating_pad.*ticket_printer"):
        default_registry(()).make_driver("toaster", "tcp://a:1")


def test_an_unknown_option_is_named_with_the_known_ones() -> None:
    with pytest.raises(AddressError, match=r"unknown option colour .*profile"):
        default_registry(()).make_driver("ticket_printer", "tcp://a:1?colour=red")


def test_a_vendor_driver_is_found_whole_or_by_its_prefix() -> None:
    registry = default_registry([vendor("ticket_printer.acme")])
    assert "acme" in registry.schemes("ticket_printer")
    assert isinstance(registry.make_driver("ticket_printer", "acme+tcp://a:1"), EscPosPrinter)


@pytest.mark.parametrize("name", ["acme", "toaster.acme", "ticket_printer."])
def test_a_vendor_driver_of_no_kind_is_refused(name: str) -> None:
    with pytest.raises(AddressError, match=r"not named kind\.scheme"):
        default_registry([vendor(name)])


def test_a_vendor_may_not_replace_a_driver_of_ours_or_of_another_vendor() -> None:
    with pytest.raises(AddressError, match="may not replace tcp"):
        default_registry([vendor("ticket_printer.tcp")]).schemes("ticket_printer")
    with pytest.raises(AddressError, match="two vendor drivers"):
        default_registry([vendor("ticket_printer.acme")] * 2)


def test_an_app_adds_drivers_of_its_own_and_replaces_none() -> None:
    registry = default_registry(())
    more = registry.with_drivers("ticket_printer", {"paper": make_escpos})
    assert "paper" in more.schemes("ticket_printer")
    assert "paper" not in registry.schemes("ticket_printer")
    with pytest.raises(AddressError, match="may not replace tcp"):
        registry.with_drivers("ticket_printer", {"tcp": make_escpos}).schemes("ticket_printer")
    with pytest.raises(AddressError, match="unknown device kind 'toaster'"):
        registry.with_drivers("toaster", {"tcp": make_escpos})

"""Registry of drivers (驱动登记): kind → scheme → factory, as a value that main.py builds and passes on.

Each kind's package has a module ``drivers`` with ``DRIVERS: Mapping[scheme, factory]``; it is imported when the
first driver of that kind is made. Vendors add drivers from their own distributions through the entry point group
``hallsuite.drivers``: the entry's name is ``kind.scheme`` (``rating_pad.acme``) and its object a factory that
takes the address and returns a driver. A scheme with a plus sign (``acme+serial``) is looked up whole, then by its
prefix.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from devices.core.address import Address
from devices.core.driver import Driver
from devices.core.errors import AddressError

ENTRY_POINT_GROUP = "hallsuite.drivers"
KINDS = (
    "a4_printer",
    "code_scanner",
    "document_camera",
    "id_card_reader",
    "rating_pad",
    "sms_modem",
    "ticket_printer",
    "voice",
    "window_led",
)

Factory = Callable[[str], Driver]
Loader = Callable[[], Mapping[str, Factory]]


@dataclass(frozen=True, slots=True)
class DriverRegistry:
    """Which drivers there are; every kind is loaded when it is first asked for."""

    kinds: Mapping[str, Loader]

    def schemes(self, kind: str) -> tuple[str, ...]:
        """The schemes that ``kind`` understands, sorted.

        Raises:
            AddressError: no such kind, with the list of kinds.
        """
        return tuple(sorted(self._drivers(kind)))

    def make_driver(self, kind: str, url: str) -> Driver:
        """Build the driver for ``url``, not opened yet; the supervisor opens it.

        Raises:
            AddressError: unknown kind, scheme, option or value, with the list of what is known.
        """
        drivers = self._drivers(kind)
        scheme = Address.parse(url).scheme
        factory = drivers.get(scheme) or drivers.get(scheme.partition("+")[0])
        if factory is None:
            known = ", ".join(f"{name}://" for name in sorted(drivers)) or "none"
            raise AddressError(f"no {kind} driver for {url!r}; known: {known}")
        return factory(url)

    def with_drivers(self, kind: str, drivers: Mapping[str, Factory]) -> DriverRegistry:
        """This registry with drivers that an app brings itself: those that need its windows or its Qt.

        Raises:
            AddressError: no such kind; a scheme that is there already, when the kind is first asked for.
        """
        if kind not in self.kinds:
            raise AddressError(f"unknown device kind {kind!r}; known: {', '.join(sorted(self.kinds))}")
        known = self.kinds[kind]

        def load() -> Mapping[str, Factory]:
            before = known()
            taken = sorted(set(before) & set(drivers))
            if taken:
                raise AddressError(f"{kind} drivers may not replace {', '.join(taken)}")
            return {**before, **drivers}

        return DriverRegistry({**self.kinds, kind: load})

    def _drivers(self, kind: str) -> Mapping[str, Factory]:
        loader = self.kinds.get(kind)
        if loader is None:
            raise AddressError(f"unknown device kind {kind!r}; known: {', '.join(sorted(self.kinds))}")
        return loader()


def default_registry(vendor: Iterable[EntryPoint] | None = None) -> DriverRegistry:
    """The drivers of this distribution and of the installed vendor distributions.

    Args:
        vendor: entry points to use instead of the installed ones.

    Raises:
        AddressError: a vendor's entry has no valid name.
    """
    entries = entry_points(group=ENTRY_POINT_GROUP) if vendor is None else vendor
    by_kind: dict[str, dict[str, EntryPoint]] = {kind: {} for kind in KINDS}
    for entry in entries:
        kind, _, scheme = entry.name.partition(".")
        if kind not in by_kind or not scheme:
            raise AddressError(f"vendor driver {entry.name!r} ({entry.value}) is not named kind.scheme")
        if scheme in by_kind[kind]:
            raise AddressError(f"two vendor drivers are named {entry.name!r}")
        by_kind[kind][scheme] = entry
    return DriverRegistry({kind: _loader(kind, by_kind[kind]) for kind in KINDS})


def _loader(kind: str, vendor: Mapping[str, EntryPoint]) -> Loader:
    def load() -> Mapping[str, Factory]:
        module = importlib.import_module(f"devices.{kind}.drivers")
        own: Mapping[str, Factory] = module.DRIVERS
        taken = sorted(set(own) & set(vendor))
        if taken:
            raise AddressError(f"vendor {kind} drivers may not replace {', '.join(taken)}")
        return {**own, **{scheme: _vendor_factory(entry) for scheme, entry in vendor.items()}}

    return load


def _vendor_factory(entry: EntryPoint) -> Factory:
    def make(url: str) -> Driver:
        factory: Factory = entry.load()
        return factory(url)

    return make

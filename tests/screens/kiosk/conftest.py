"""The kiosk's fixtures."""

from __future__ import annotations

from tests.support.kiosk_hall import clock, config, hall, make_visitor, printer, reader, scanner, visitor

__all__ = ["clock", "config", "hall", "make_visitor", "printer", "reader", "scanner", "visitor"]

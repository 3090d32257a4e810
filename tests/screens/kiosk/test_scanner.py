"""The scanner at the kiosk: a serial one and one that types (keyboard wedge); hostile codes, stale codes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall.identity import HolderKind
from qt_common.machine_config import MachineConfig
from tests.support.kiosk_hall import Visitor
from tests.support.sample_hall import code_on, take_ticket
from tests.unit.hall.test_shown_code import luhn

CARD_NUMBER = luhn("622202123456789")
PERSON = "11010519491231002X"


def to_identification(visitor: Visitor) -> None:
    visitor.pick()
    visitor.press("materials_ready")
    visitor.arrives("identify", purpose="ticket")


@pytest.mark.req("Q-18")
@pytest.mark.parametrize(
    ("code", "kind", "shown"),
    [(CARD_NUMBER, HolderKind.CITIZEN_CARD, "6222********"), (PERSON, HolderKind.QR, "1101**********002X")],
)
def test_a_citizen_card_or_an_identity_code_takes_a_number_as_an_id_card_does(
    visitor: Visitor, code: str, kind: HolderKind, shown: str
) -> None:
    to_identification(visitor)
    visitor.scans(code, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", label="A001")
    (ticket,) = visitor.tickets()
    assert ticket.holder_kind is kind
    assert ticket.holder.startswith(shown)
    with visitor.store.reading() as uow:
        assert uow.tickets.holder_of(ticket.id).id_number == code
    assert all(code not in line for line in visitor.papers()[0]["text"])
    assert code not in str(visitor.journal())


@pytest.mark.parametrize(
    "code", ["https://example.invalid/x", "x" * 3000, "王建国", "110105194912310021", "'; DROP TABLE t"]
)
def test_a_code_that_is_no_identity_is_refused_and_another_may_follow(visitor: Visitor, code: str) -> None:
    to_identification(visitor)
    refused = "这个码在这里用不了，请换一个码或换一种方式"
    visitor.scans(code, lambda: visitor.read("scanner_words") == refused)
    assert visitor.screen == "identify"
    visitor.scans(CARD_NUMBER, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper", label="A001")


def test_a_code_scanned_before_the_page_opened_serves_nobody(visitor: Visitor) -> None:
    for _ in range(3):
        visitor.scanner.command("scan", {"text": CARD_NUMBER})
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["code_scanner"] == "ready")
    to_identification(visitor)
    visitor.scans("no identity", lambda: visitor.kiosk.describe()["scanner"] == "unknown")
    assert visitor.screen == "identify", "what came first was the code that was scanned now"
    assert visitor.tickets() == []


def test_a_scanner_that_goes_and_comes_is_shown_so(visitor: Visitor) -> None:
    visitor.scanner.command("fault", {"name": "go_awol"})
    visitor.until(lambda: visitor.kiosk.describe()["devices"]["code_scanner"] == "offline")
    to_identification(visitor)
    visitor.until(lambda: visitor.kiosk.describe()["scanner"] == "absent")
    visitor.scanner.command("clear")
    visitor.until(lambda: visitor.kiosk.describe()["scanner"] == "waiting")
    visitor.scans(CARD_NUMBER, lambda: visitor.screen != "identify")
    visitor.arrives("ticket", phase="paper")


@pytest.mark.req("Q-18")
def test_a_scanner_that_types_works_by_its_address(
    make_visitor: Callable[[MachineConfig], Visitor], config: MachineConfig
) -> None:
    devices = config.devices.model_copy(update={"code_scanner": "wedge://?gap=200"})
    visitor = make_visitor(config.model_copy(update={"devices": devices}))
    mine = take_ticket(visitor.store)
    visitor.press("door_progress")
    visitor.until(lambda: visitor.kiosk.describe()["scanner"] == "waiting")

    def typed() -> bool:
        QTest.keyClicks(visitor.kiosk.window, code_on(visitor.store, mine))
        QTest.keyClick(visitor.kiosk.window, Qt.Key.Key_Return)
        return visitor.screen != "identify"

    visitor.until(typed)
    visitor.arrives("standing", standings=["A001 waiting"])

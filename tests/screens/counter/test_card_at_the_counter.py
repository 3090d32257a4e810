"""A card on the window's reader: the clerk sees whether it is the one the number was taken with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from db.store import SqlStore
from devices.sim.host import SimHost
from devices.sim.sam_v import SimSamV
from devices.sim.wires import TcpWire
from hall.identity import Holder, HolderKind
from tests.screens.counter.station import Station
from tests.support.journal_records import records_of
from tests.support.sample_hall import FOOD, WANG, take_ticket

NUMBER = "410299196504180102"  # of the simulated reader's first person


def test_the_clerk_sees_whether_the_card_is_the_one_the_number_was_taken_with(
    open_station: Callable[..., Station], sqlite_store: SqlStore
) -> None:
    take_ticket(sqlite_store, FOOD, Holder(HolderKind.ID_CARD, name="罗芳", id_number=NUMBER))
    take_ticket(sqlite_store, FOOD, WANG)
    with SimHost(SimSamV(), TcpWire()) as reader:
        station = open_station(others={"id_card_reader": reader.url})
        station.sign_in()
        reader.command("lay_card", {})
        station.press(Qt.Key.Key_Space, lambda s: s["ticket_state"] == "called")
        assert station.text("ticket_card") == "与取号证件一致"
        station.press(Qt.Key.Key_Return, lambda s: s["ticket_state"] == "serving")
        station.press(Qt.Key.Key_F, lambda s: s["ticket"] is None)
        reader.command("remove_card", {})
        station.press(Qt.Key.Key_Space, lambda s: s["ticket_state"] == "called")
        reader.command("lay_card", {})
        assert station.text("ticket_card") == "与取号证件不一致，请核对是否本人"
        station.close()
    records = [r for r in records_of(sqlite_store) if r.kind == "ticket.identity_checked"]
    assert [r.payload["match"] for r in records][-1] == "other"
    assert NUMBER not in str(records)

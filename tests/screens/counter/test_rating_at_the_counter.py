"""The rating after a service: asked once, never against the will, never by the clerk, never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from db.store import SqlStore
from devices.sim.host import SimHost
from devices.sim.pad import SimPad
from devices.sim.wires import TcpWire
from hall.errors import NotAllowed
from hall.queueing.ticket import Ticket
from hall.rating.rating import Level, Outcome, Rating
from hall.rating.service import record_rating
from tests.screens.counter.station import WAIT_MS, Station
from tests.support.sample_hall import FOOD, SHOP, WANG, ZHANG, take_ticket

OpenStation = Callable[..., Station]
Key = Qt.Key


@pytest.fixture
def pad() -> Iterator[SimHost]:
    """A pad on a loopback port."""
    with SimHost(SimPad(), TcpWire()) as host:
        yield host


def rating_of(store: SqlStore, ticket: Ticket) -> Rating | None:
    with store.reading() as uow:
        return uow.ratings.of_ticket(ticket.id)


def serve(station: Station, ticket: Ticket) -> None:
    station.until(lambda s: ticket.label in s["waiting"])
    station.press(Key.Key_Space, lambda s: s["ticket"] == ticket.label)
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")
    station.press(Key.Key_F, lambda s: s["ticket"] is None)


def is_asking(host: SimHost) -> bool:
    return bool(host.command("state")["shows"] == "asking")


def until_rated(station: Station, store: SqlStore, ticket: Ticket) -> Rating:
    station.qtbot.waitUntil(lambda: rating_of(store, ticket) is not None, timeout=WAIT_MS)
    rating = rating_of(store, ticket)
    assert rating is not None
    return rating


@pytest.mark.req("R-01")
@pytest.mark.req("R-02")
def test_a_key_on_the_pad_becomes_the_one_rating_of_the_service(
    open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost
) -> None:
    ticket = take_ticket(sqlite_store, FOOD, WANG)
    station = open_station(pad=pad.url)
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "unsure")
    serve(station, ticket)
    station.qtbot.waitUntil(lambda: is_asking(pad), timeout=WAIT_MS)
    pad.command("press", {"key": 2})
    rating = until_rated(station, sqlite_store, ticket)
    assert (rating.outcome, rating.level) == (Outcome.RATED, Level.GOOD)
    assert (rating.clerk, rating.window, rating.item, rating.named) == ("1027", 3, FOOD.code, True)
    station.until(lambda s: s["rating"] == {"label": ticket.label, "stage": "rated", "saved": True})
    assert "满意" not in station.text("rating_line")
    with pytest.raises(NotAllowed), sqlite_store.begin() as uow:
        record_rating(uow, ticket.id, Outcome.RATED, Level.VERY_GOOD, by=ZHANG)


@pytest.mark.req("R-01")
def test_declining_is_recorded_as_such(open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station(pad=pad.url)
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "unsure")
    serve(station, ticket)
    station.qtbot.waitUntil(lambda: is_asking(pad), timeout=WAIT_MS)
    pad.command("press", {"key": 6})
    rating = until_rated(station, sqlite_store, ticket)
    assert (rating.outcome, rating.level) == (Outcome.DECLINED, None)


@pytest.mark.req("R-01")
def test_calling_the_next_citizen_ends_the_question_as_not_rated(
    open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost
) -> None:
    first, second = take_ticket(sqlite_store, FOOD), take_ticket(sqlite_store, SHOP)
    station = open_station(pad=pad.url)
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "unsure")
    serve(station, first)
    station.qtbot.waitUntil(lambda: is_asking(pad), timeout=WAIT_MS)
    station.click("action_call_next")
    station.until(lambda s: s["ticket"] == second.label)
    rating = until_rated(station, sqlite_store, first)
    assert (rating.outcome, rating.level) == (Outcome.SILENT, None)
    station.qtbot.waitUntil(lambda: not is_asking(pad), timeout=WAIT_MS)


@pytest.mark.req("R-01")
def test_without_a_pad_nobody_is_asked_and_that_is_on_record(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station()
    station.sign_in()
    serve(station, ticket)
    assert until_rated(station, sqlite_store, ticket).outcome is Outcome.NO_PAD


def test_a_pad_that_is_away_is_on_record_and_blocks_nothing(
    open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost
) -> None:
    first, second = take_ticket(sqlite_store, FOOD), take_ticket(sqlite_store, SHOP)
    station = open_station(pad=pad.url)
    station.sign_in()
    pad.command("fault", {"name": "go_awol"})
    station.until(lambda s: s["lamps"]["rating_pad"] == "away")
    serve(station, first)
    assert until_rated(station, sqlite_store, first).outcome is Outcome.NO_PAD
    station.click("action_call_next")
    station.until(lambda s: s["ticket"] == second.label)


@pytest.mark.req("R-01")
def test_the_second_screen_asks_with_five_faces_and_a_way_out(
    open_station: OpenStation, sqlite_store: SqlStore
) -> None:
    first, second = take_ticket(sqlite_store, FOOD), take_ticket(sqlite_store, SHOP)
    station = open_station(pad="screen://1")
    citizen = station.counter.windows.citizen
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "ok")
    serve(station, first)
    station.until(lambda s: s["citizen"] == "asking")
    station.click("face_1", citizen)
    rating = until_rated(station, sqlite_store, first)
    assert (rating.outcome, rating.level) == (Outcome.RATED, Level.VERY_BAD)
    assert first.label not in station.text("citizen_first", citizen)
    serve(station, second)
    station.until(lambda s: s["citizen"] == "asking")
    station.click("face_0", citizen)
    assert until_rated(station, sqlite_store, second).outcome is Outcome.DECLINED


def test_a_service_left_without_an_outcome_by_a_crash_gets_not_rated_at_the_next_sign_in(
    open_station: OpenStation, sqlite_store: SqlStore, pad: SimHost
) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station(pad=pad.url)
    station.sign_in()
    station.until(lambda s: s["lamps"]["rating_pad"] == "unsure")
    serve(station, ticket)
    station.qtbot.waitUntil(lambda: is_asking(pad), timeout=WAIT_MS)
    station.close()
    assert rating_of(sqlite_store, ticket) is None
    again = open_station(pad=pad.url)
    again.sign_in()
    assert until_rated(again, sqlite_store, ticket).outcome is Outcome.SILENT

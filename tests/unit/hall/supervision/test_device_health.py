"""Every change of a device's health is kept and journalled once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hall.errors import NotAllowed
from hall.identity import citizen_at, system_at
from hall.supervision.device_health import (
    DISMANTLED_AFTER,
    LONGEST_DETAIL,
    DeviceFacts,
    devices_in_need,
    health_of_hall,
    health_of_station,
    record_health,
)
from hall.supervision.station_beat import BEAT_S, MISSED_BEATS, record_beat
from tests.support.fake_store import FakeStore

WELL = DeviceFacts("online", "ok", "ok", "ok", "ok", ready=True)
EMPTY = DeviceFacts("online", "fault", "out", "ok", "ok", detail="PAPER_END")
LOW = DeviceFacts("online", "degraded", "low", "ok", "ok", ready=True)
KIOSK = system_at("kiosk-1")


def record(store: FakeStore, facts: DeviceFacts, kind: str = "ticket_printer") -> bool:
    with store.begin() as uow:
        news = record_health(uow, kind, facts, by=KIOSK)
        uow.commit()
    return news


def test_only_a_change_is_news_and_is_journalled() -> None:
    store = FakeStore()
    assert [record(store, facts) for facts in (WELL, WELL, EMPTY, EMPTY, WELL)] == [True, False, True, False, True]
    assert store.kinds == ["device.health"] * 3
    event, by = store.data.events[1]
    assert event.subject == "device:kiosk-1/ticket_printer"
    assert event.payload["paper"] == "out" and event.payload["needs_somebody"] is True
    assert by == KIOSK


def test_the_latest_of_each_device_is_there_and_the_longest_in_need_comes_first() -> None:
    store = FakeStore()
    record(store, EMPTY)
    store.now += timedelta(minutes=1)
    record(store, DeviceFacts("offline", "unknown"), "id_card_reader")
    record(store, WELL, "voice")
    record(store, LOW, "a4_printer")
    with store.reading() as uow:
        assert len(health_of_station(uow, "kiosk-1")) == 4
        assert health_of_station(uow, "kiosk-2") == []
        assert [d.kind for d in devices_in_need(uow)] == ["ticket_printer", "id_card_reader", "a4_printer"]
    record(store, WELL)
    with store.reading() as uow:
        assert "ticket_printer" not in [d.kind for d in devices_in_need(uow)]


def test_a_long_detail_is_cut_and_stays_no_news() -> None:
    store = FakeStore()
    long = DeviceFacts("offline", "unknown", detail="x" * 1000)
    assert record(store, long) and not record(store, long)
    with store.reading() as uow:
        assert health_of_station(uow, "kiosk-1")[0].detail == "x" * LONGEST_DETAIL


def test_only_the_software_reports() -> None:
    with FakeStore().begin() as uow, pytest.raises(NotAllowed):
        record_health(uow, "ticket_printer", WELL, by=citizen_at("kiosk-1"))


def beat(store: FakeStore) -> None:
    with store.begin() as uow:
        record_beat(uow, by=KIOSK)
        uow.commit()


def known(store: FakeStore) -> list[tuple[str, str, bool]]:
    with store.reading() as uow:
        return [(d.link, d.paper, d.ready) for d in health_of_hall(uow)]


def test_the_devices_of_a_silent_station_are_unknown_since_it_was_heard_of_last() -> None:
    store = FakeStore()
    record(store, WELL)
    for _ in range(10):
        store.now += timedelta(seconds=BEAT_S)
        beat(store)
    heard = store.now
    assert known(store) == [("online", "ok", True)]
    store.now += timedelta(seconds=MISSED_BEATS * BEAT_S)
    assert known(store) == [("online", "ok", True)]
    store.now += timedelta(seconds=1)
    assert known(store) == [("silent", "unknown", False)]
    with store.reading() as uow:
        assert [(d.station, d.since) for d in devices_in_need(uow)] == [("kiosk-1", heard)]
        assert [d.paper for d in health_of_station(uow, "kiosk-1")] == ["ok"], "what was heard last stays on record"
    assert store.kinds == ["device.health"]


def test_a_return_after_a_silence_is_on_record_and_brings_the_last_health_back() -> None:
    store = FakeStore()
    record(store, WELL)
    beat(store)
    heard = store.now
    store.now += timedelta(hours=14)
    beat(store)
    assert known(store) == [("online", "ok", True)]
    event, by = store.data.events[-1]
    assert (event.kind, event.subject, by) == ("station.back", "station:kiosk-1", KIOSK)
    assert event.payload == {"station": "kiosk-1", "silent_since": heard.isoformat()}
    beat(store)
    assert store.kinds == ["device.health", "station.back"]


def test_a_device_whose_station_never_gave_a_sign_of_life_is_not_trusted_for_long() -> None:
    store = FakeStore()
    record(store, WELL)
    assert known(store) == [("online", "ok", True)]
    store.now += timedelta(seconds=MISSED_BEATS * BEAT_S + 1)
    assert known(store) == [("silent", "unknown", False)]


def test_a_dismantled_station_does_not_call_for_help_for_ever() -> None:
    store = FakeStore()
    record(store, WELL)
    store.now += DISMANTLED_AFTER
    assert known(store) == [("silent", "unknown", False)]
    store.now += timedelta(seconds=1)
    assert known(store) == []
    beat(store)
    assert known(store) == [("online", "ok", True)]


def test_only_the_software_gives_signs_of_life() -> None:
    with FakeStore().begin() as uow, pytest.raises(NotAllowed):
        record_beat(uow, by=citizen_at("kiosk-1"))

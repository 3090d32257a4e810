"""Pages photographed at the window: found, straightened, encrypted, bound to the ticket, never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.crypto import Keys
from db.documents import FileDocuments
from db.store import SqlStore
from devices.sim.camera import SimCamera
from devices.sim.camera_scene import Scene
from hall.documents.page import CapturedPage, StoredFile
from hall.errors import Unavailable
from hall.queueing.ticket import Ticket
from tests.screens.counter.station import Station
from tests.support.sample_hall import FOOD, take_ticket

OpenStation = Callable[..., Station]
Key = Qt.Key
FORM = Scene(width=1280, height=720, paper="form", qr="https://example.test/A001")


@pytest.fixture
def camera() -> Iterator[SimCamera]:
    """A camera with a form under it."""
    with SimCamera(fps=15, scene=FORM) as host:
        yield host


def pages_of(store: SqlStore, ticket: Ticket) -> list[CapturedPage]:
    with store.reading() as uow:
        return list(uow.pages.of_ticket(ticket.id))


def serving(station: Station) -> None:
    station.sign_in()
    station.press(Key.Key_Space, lambda s: s["ticket_state"] == "called")
    station.press(Key.Key_Return, lambda s: s["ticket_state"] == "serving")


def url(camera: SimCamera) -> str:
    return camera.url + "?read_timeout=0.8&open_timeout=1&stall=1"


def test_a_page_is_straightened_stored_encrypted_and_bound_to_the_ticket(
    open_station: OpenStation, sqlite_store: SqlStore, camera: SimCamera, tmp_path: Path, hall_keys: Keys
) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station(camera=url(camera))
    serving(station)
    station.until(lambda s: "capture" in s["actions"])
    station.press(Key.Key_C, lambda s: [p["stage"] for p in s["pages"]] == ["saved"])
    (page,) = pages_of(sqlite_store, ticket)
    assert page.straightened is not None
    assert (page.by, page.window, page.codes) == ("1027", 3, 1)
    documents = FileDocuments(str(tmp_path / "documents"), hall_keys)
    assert documents.get(page.original.digest).startswith(b"\xff\xd8")
    on_disk = [f.read_bytes() for f in (tmp_path / "documents").rglob("*") if f.is_file()]
    assert len(on_disk) == 2
    assert not any(b"\xff\xd8\xff" in content[:64] for content in on_disk)


def test_the_preview_runs_with_the_outline_of_the_page(open_station: OpenStation, camera: SimCamera) -> None:
    station = open_station(camera=url(camera))
    station.sign_in()
    preview = station.counter.camera_view.preview
    station.qtbot.waitUntil(lambda: preview.painted >= 5, timeout=20_000)
    station.qtbot.waitUntil(lambda: preview.outline is not None and preview.outline.certain, timeout=20_000)


def test_without_certain_edges_the_original_is_kept_uncropped_and_said_so(
    open_station: OpenStation, sqlite_store: SqlStore, camera: SimCamera
) -> None:
    camera.command("mat_empty")
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station(camera=url(camera))
    serving(station)
    station.until(lambda s: "capture" in s["actions"])
    station.press(Key.Key_C, lambda s: [p["stage"] for p in s["pages"]] == ["saved"])
    (page,) = pages_of(sqlite_store, ticket)
    assert page.straightened is None
    assert "没有裁切" in station.text("camera_note")


def test_a_camera_that_goes_away_loses_no_page_and_comes_back_by_itself(
    open_station: OpenStation, sqlite_store: SqlStore, camera: SimCamera
) -> None:
    ticket = take_ticket(sqlite_store, FOOD)
    station = open_station(camera=url(camera))
    serving(station)
    station.until(lambda s: "capture" in s["actions"])
    station.press(Key.Key_C, lambda s: [p["stage"] for p in s["pages"]] == ["saved"])
    camera.command("fault", {"name": "dont_answer"})
    station.click("action_capture")
    station.until(lambda s: "没有拍到" in (s["camera_note"] or ""))
    assert "已拍的 1 页都已保存" in station.text("camera_note")
    station.until(lambda s: s["lamps"]["document_camera"] == "away")
    camera.command("clear")
    station.until(lambda s: "capture" in s["actions"])
    station.click("action_capture")
    station.until(lambda s: [p["stage"] for p in s["pages"]] == ["saved", "saved"])
    assert len(pages_of(sqlite_store, ticket)) == 2


class FullDisk:
    """A document store whose disk is full for a while."""

    def __init__(self, documents: FileDocuments) -> None:
        self._documents = documents
        self.full = True

    def put(self, content: bytes, media_type: str) -> StoredFile:
        if self.full:
            raise Unavailable("disk full")
        return self._documents.put(content, media_type)

    def get(self, digest: str) -> bytes:
        return self._documents.get(digest)


def test_a_page_that_cannot_be_stored_waits_and_is_saved_for_its_own_ticket(
    open_station: OpenStation, sqlite_store: SqlStore, camera: SimCamera, tmp_path: Path, hall_keys: Keys
) -> None:
    first, second = take_ticket(sqlite_store, FOOD), take_ticket(sqlite_store, FOOD)
    disk = FullDisk(FileDocuments(str(tmp_path / "documents"), hall_keys))
    station = open_station(camera=url(camera), documents=disk)
    serving(station)
    station.until(lambda s: "capture" in s["actions"])
    station.press(Key.Key_C, lambda s: [p["stage"] for p in s["pages"]] == ["waiting"])
    station.press(Key.Key_F, lambda s: s["ticket"] is None)
    station.click("action_call_next")
    station.until(lambda s: s["ticket"] == second.label)
    assert [p["stage"] for p in station.state["pages"]] == ["waiting"]
    disk.full = False
    station.counter.capture.retry()
    station.qtbot.waitUntil(lambda: len(pages_of(sqlite_store, first)) == 1, timeout=20_000)
    assert pages_of(sqlite_store, second) == []


def test_after_a_restart_the_pages_of_the_ticket_are_shown_again(
    open_station: OpenStation, sqlite_store: SqlStore, camera: SimCamera
) -> None:
    take_ticket(sqlite_store, FOOD)
    station = open_station(camera=url(camera))
    serving(station)
    station.until(lambda s: "capture" in s["actions"])
    station.press(Key.Key_C, lambda s: [p["stage"] for p in s["pages"]] == ["saved"])
    station.close()
    again = open_station(camera=url(camera))
    again.sign_in()
    again.until(lambda s: [(p["stage"], p["codes"]) for p in s["pages"]] == [("saved", 1)])

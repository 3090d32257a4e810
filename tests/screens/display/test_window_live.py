"""The window screen on a real database: number, plate, ticket, pause, and the LED sign over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from devices.core.registry import DriverRegistry, default_registry
from devices.core.status import DeviceStatus, Health, Link
from display_app.main import Display
from hall.queueing.calling import call_next, start_service
from hall.staffing.service import pause_window, resume_window, sign_out
from qt_common.machine_config import ConfigError, MachineConfig
from tests.support.sample_hall import PROFILE, fill, open_window, take_ticket

OpenWindow = Callable[..., Display]


class SignOfLights:
    """An LED sign that remembers what it shows."""

    verified = True
    model = "sign"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def open(self) -> None: ...

    def close(self) -> None: ...

    def probe(self) -> DeviceStatus:
        return DeviceStatus(Link.ONLINE, Health.OK, datetime.now(UTC))

    def show(self, text: str) -> None:
        self.texts.append(text)

    def clear(self) -> None:
        self.texts.append("")


def configuration(**overrides: object) -> MachineConfig:
    return MachineConfig.model_validate(
        {
            "station": {"name": "window-3", "profile": "xiangfu"},
            "database": {"url": "sqlite:///unused", "keys": "unused"},
            "display": {"kind": "window", "window": 3},
            **overrides,
        }
    )


@pytest.fixture
def open_screen(sqlite_store: SqlStore, qtbot: QtBot) -> Iterator[OpenWindow]:
    fill(sqlite_store)
    running: list[Display] = []

    def start(config: MachineConfig | None = None, registry: DriverRegistry | None = None) -> Display:
        display = Display(
            config or configuration(), sqlite_store, sqlite_store.feed, registry or default_registry()
        )
        running.append(display)
        display.app.view.resize(800, 480)
        display.app.view.show()
        display.start()
        qtbot.waitUntil(lambda: display.describe()["mood"] != "connecting")
        return display

    yield start
    for display in running:
        display.close()


@pytest.mark.req("Q-02", "W-02")
def test_it_follows_its_window_from_sign_in_to_sign_out(
    qtbot: QtBot, sqlite_store: SqlStore, open_screen: OpenWindow
) -> None:
    screen = open_screen()
    assert screen.describe()["headline"] == "未开放"
    clerk = open_window(sqlite_store, 3, "1027")
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "free")
    assert screen.describe()["plate"] == {"name": "张伟", "number": "工号 1027"}
    ticket = take_ticket(sqlite_store)
    with sqlite_store.begin() as uow:
        call_next(uow, 3, by=clerk, profile=PROFILE)
        uow.commit()
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "called")
    assert screen.describe()["headline"] == ticket.label
    assert screen.describe()["words"] == "请到3号窗口办理"
    with sqlite_store.begin() as uow:
        start_service(uow, 3, by=clerk)
        uow.commit()
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "serving")
    assert screen.describe()["headline"] == ticket.label


@pytest.mark.req("W-01")
def test_a_pause_shows_where_the_clerk_went_and_when_she_is_back(
    qtbot: QtBot, sqlite_store: SqlStore, open_screen: OpenWindow
) -> None:
    screen = open_screen()
    clerk = open_window(sqlite_store, 3, "1027")
    with sqlite_store.begin() as uow:
        back = uow.now + timedelta(minutes=45)
        pause_window(uow, 3, reason="送审材料", whereabouts="区人社局", back_at=back, by=clerk)
        uow.commit()
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "paused")
    shown = screen.describe()
    assert (shown["headline"], shown["words"]) == ("暂停服务", "送审材料")
    assert shown["details"] == ["去向：区人社局", f"预计 {back:%H:%M} 返回"]
    with sqlite_store.begin() as uow:
        resume_window(uow, 3, by=clerk)
        uow.commit()
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "free")
    with sqlite_store.begin() as uow:
        sign_out(uow, 3, by=clerk)
        uow.commit()
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "closed")
    assert screen.describe()["plate"] is None


@pytest.mark.req("W-02")
def test_the_hall_decides_what_stands_on_the_plate(
    qtbot: QtBot, sqlite_store: SqlStore, open_screen: OpenWindow
) -> None:
    screen = open_screen(configuration(profile_overrides={"plate": {"clerk_name": False, "clerk_number": False}}))
    open_window(sqlite_store, 3, "1027")
    qtbot.waitUntil(lambda: screen.describe()["mood"] == "free")
    assert screen.describe()["plate"] == {"name": "", "number": ""}


@pytest.mark.req("Q-02")
def test_the_led_sign_says_what_the_screen_says(
    qtbot: QtBot, sqlite_store: SqlStore, open_screen: OpenWindow
) -> None:
    sign = SignOfLights()
    registry = DriverRegistry({"window_led": lambda: {"test": lambda url: sign}})
    screen = open_screen(configuration(devices={"window_led": "test://sign"}), registry)
    clerk = open_window(sqlite_store, 3, "1027")
    qtbot.waitUntil(lambda: sign.texts[-1:] == ["无差别综合窗口"], timeout=10_000)
    ticket = take_ticket(sqlite_store)
    with sqlite_store.begin() as uow:
        call_next(uow, 3, by=clerk, profile=PROFILE)
        uow.commit()
    qtbot.waitUntil(lambda: sign.texts[-1:] == [f"请{ticket.label}到3号窗口"])
    assert screen.describe()["sign"] == sign.texts[-1]


def test_a_window_screen_without_its_number_is_refused_in_words(sqlite_store: SqlStore, qtbot: QtBot) -> None:
    config = configuration(display={"kind": "window"})
    with pytest.raises(ConfigError) as refused:
        Display(config, sqlite_store, sqlite_store.feed, default_registry())
    assert "display.window" in refused.value.message

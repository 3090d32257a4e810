"""Whose trouble is shown to whom, and what is said of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication

from counter_app.model import DeviceHealth, DeviceLight, Lamp, Tone
from counter_app.screens.health.view_model import HealthViewModel
from counter_app.screens.health.words import HealthNews
from qt_common.device_condition import Condition

AT = datetime(2025, 3, 3, 1, 41, tzinfo=UTC)
PAD = DeviceHealth("counter-3", "rating_pad", Condition.READY, AT, own=True)
PRINTER = DeviceHealth("kiosk-1", "ticket_printer", Condition.READY, AT)


def broken(device: DeviceHealth, condition: Condition) -> DeviceHealth:
    return DeviceHealth(device.station, device.kind, condition, AT + timedelta(minutes=1), own=device.own)


class Desk:
    """A health desk and what it told."""

    def __init__(self, *, for_hall: bool) -> None:
        self.model = HealthViewModel(UTC)
        self.told: list[DeviceHealth] = []
        self.model.turned.connect(self.told.append)
        self.model.look_after_hall(for_hall)
        self.model.follow_own((PAD,))
        self.model.follow_hall((PRINTER,))


def test_the_guide_desk_is_told_of_every_device_that_fails_and_that_works_again(qapp: QApplication) -> None:
    desk = Desk(for_hall=True)
    assert desk.told == []
    empty = broken(PRINTER, Condition.PAPER_OUT)
    desk.model.follow_hall((empty,))
    desk.model.follow_hall((empty,))
    desk.model.follow_hall((PRINTER,))
    assert desk.told == [empty, PRINTER]


def test_a_clerk_sees_only_the_own_windows_trouble(qapp: QApplication) -> None:
    desk = Desk(for_hall=False)
    desk.model.follow_hall((broken(PRINTER, Condition.PAPER_OUT),))
    assert desk.told == []
    assert not desk.model.state.troubles
    away = broken(PAD, Condition.OFFLINE)
    desk.model.follow_own((away,))
    assert desk.model.state.troubles == (away,)
    assert desk.told == []


def test_what_needs_a_hand_stands_first_and_the_own_device_is_shown_once(qapp: QApplication) -> None:
    desk = Desk(for_hall=True)
    low, stale = broken(PRINTER, Condition.PAPER_LOW), broken(PAD, Condition.OFFLINE)
    desk.model.follow_hall((low, DeviceHealth("kiosk-2", "voice", Condition.UNKNOWN, None), stale))
    assert [(d.station, d.condition) for d in desk.model.state.rows] == [
        ("kiosk-2", Condition.UNKNOWN),
        ("kiosk-1", Condition.PAPER_LOW),
        ("counter-3", Condition.READY),
    ]


def test_low_paper_is_a_quiet_line_to_who_looks_after_the_hall_and_a_starting_device_is_none(
    qapp: QApplication,
) -> None:
    desk, window, low = Desk(for_hall=True), Desk(for_hall=False), broken(PRINTER, Condition.PAPER_LOW)
    for told in (desk, window):
        for _ in range(2):
            told.model.follow_hall((low,))
        told.model.follow_hall((broken(PRINTER, Condition.STARTING),))
        assert told.model.state.troubles == ()
    assert (desk.told, window.told) == ([low], [])
    news = HealthNews().of(low)
    assert (news.tone, news.text) == (
        Tone.INFO,
        "抽号机 1 号票打印机：正常，纸将用完。请备好新纸，空闲时更换。",
    )


def test_the_news_say_where_what_and_what_to_do(qapp: QApplication) -> None:
    news = HealthNews().of(broken(PRINTER, Condition.PAPER_OUT))
    assert news.tone is Tone.WARN
    assert news.text.startswith("抽号机 1 号票打印机：缺纸。打开机盖换纸")
    well = HealthNews().of(PAD)
    assert (well.tone, well.text) == (Tone.GOOD, "本机 评价器：正常。")


def test_unknown_never_lights_a_lamp_green() -> None:
    assert DeviceLight("voice", Condition.UNKNOWN).lamp is Lamp.UNSURE
    assert DeviceLight("voice", Condition.FAULT).lamp is Lamp.FAULT
    assert {c for c in Condition if DeviceLight("voice", c).lamp is Lamp.OK} == {Condition.READY}

"""LED drivers against the simulated screens."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PIL import Image

from devices.core.errors import AddressError, DeviceTimeout, NotConnected, ProtocolError
from devices.core.status import Health
from devices.sim.led import SimBxLed, SimStripLed, SimTextLed
from devices.sim.led_picture import DOT, draw_strip
from devices.window_led.bx import BxLed
from devices.window_led.drivers import make_bx, make_strip, make_text
from devices.window_led.one_way import OneWayLed, strip_frame, text_frame
from tests.support.scripted_transport import ScriptedTransport

PHRASE = "请A001到3号窗口"


def bx(sim: SimBxLed) -> tuple[BxLed, ScriptedTransport]:
    transport = ScriptedTransport(sim.receive)
    led = BxLed(transport, clock=transport.clock)
    led.open()
    return led, transport


def test_a_controller_shows_and_clears() -> None:
    sim = SimBxLed()
    led, _ = bx(sim)
    led.show(PHRASE)
    assert sim.command("state", {})["text"] == PHRASE
    led.clear()
    assert sim.command("state", {})["text"] == ""


def test_a_long_text_runs_and_rare_characters_do_not_break_it() -> None:
    sim = SimBxLed()
    led, _ = bx(sim)
    led.show("请陈𠮷到五楼501室十二号窗口办理业务")
    state = sim.command("state", {})
    assert state["running"] is True
    assert state["text"] == "请陈？到五楼501室十二号窗口办理业务"


def test_probing_changes_nothing_on_the_screen() -> None:
    sim = SimBxLed()
    led, _ = bx(sim)
    led.show(PHRASE)
    assert led.probe().health is Health.OK
    assert sim.command("state", {})["text"] == PHRASE


def test_a_refusal_is_an_error_with_its_number() -> None:
    sim = SimBxLed()
    led, _ = bx(sim)
    sim.command("refuse", {"times": 1})
    with pytest.raises(ProtocolError, match="error 4") as caught:
        led.show(PHRASE)
    assert caught.value.outcome_known
    led.show(PHRASE)


def test_an_order_not_confirmed_has_an_unknown_outcome() -> None:
    sim = SimBxLed()
    led, transport = bx(sim)
    transport.answer = lambda frame: b""
    with pytest.raises(DeviceTimeout) as caught:
        led.show(PHRASE)
    assert not caught.value.outcome_known


def test_a_strip_gets_its_literal_frame() -> None:
    sim = SimStripLed()
    transport = ScriptedTransport(sim.receive)
    led = OneWayLed(transport, strip_frame(1), model="LED strip")
    led.open()
    led.show("A1号")
    assert transport.written == [b"\x40\x01A1\xba\xc5\x0d"]
    assert sim.command("state", {})["text"] == "A1号"
    led.clear()
    assert sim.command("state", {})["text"] == ""


@pytest.mark.parametrize("text", [PHRASE, "陈𠮷 请到 3 号窗口"])
def test_plain_text_is_one_line(text: str) -> None:
    sim = SimTextLed()
    led = OneWayLed(ScriptedTransport(sim.receive), text_frame("gb18030"), model="LED text")
    led.open()
    led.show(text.replace(" ", "\r\n"))
    assert sim.command("state", {})["text"] == text


def test_a_screen_that_cannot_be_asked_is_never_ok() -> None:
    led = OneWayLed(ScriptedTransport(), strip_frame(1), model="LED strip")
    led.open()
    led.show(PHRASE)
    assert led.probe().health is Health.DEGRADED
    led.close()
    with pytest.raises(NotConnected):
        led.show(PHRASE)


@pytest.mark.parametrize("url", ["tcp://h:5005?size=127x16", "tcp://h:5005?size=0x16", "tcp://h:5005?size=16"])
def test_a_size_that_no_screen_has_is_refused(url: str) -> None:
    with pytest.raises(AddressError, match="multiple of 8"):
        make_bx(url)


def test_an_address_that_would_end_the_frame_is_refused() -> None:
    with pytest.raises(AddressError, match="address 13"):
        make_strip("serial:///dev/ttyS1?address=13")
    with pytest.raises(AddressError, match="gb18030, utf-8"):
        make_text("text+tcp://h:6000?encoding=big5")


def test_the_picture_shows_what_is_lit(tmp_path: Path) -> None:
    sim = SimBxLed(tmp_path)
    led, _ = bx(sim)
    led.show(PHRASE)
    with Image.open(sim.command("state", {})["picture"]) as picture:
        assert picture.size == (128 * DOT, 16 * DOT)
        lit = sum(red > 200 for red in picture.tobytes()[::3])
    assert lit > 2000
    with draw_strip("", 128, 16) as dark:
        assert max(dark.tobytes()[::3]) < 200


def test_opening_says_that_the_driver_was_never_tried_on_the_device(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        bx(SimBxLed())
        OneWayLed(ScriptedTransport(), strip_frame(1), model="LED strip").open()
    assert caplog.text.count("not verified on the real device") == 2

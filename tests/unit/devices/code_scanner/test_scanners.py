"""Scanner drivers against the simulated scanner, in virtual time."""

from __future__ import annotations

import logging

import pytest

from devices.code_scanner.drivers import make_line_scanner
from devices.code_scanner.interface import ScannedCode
from devices.code_scanner.line import LineScanner
from devices.code_scanner.newland import Mode, NewlandScanner
from devices.codec.nls import Suffix
from devices.core.errors import AddressError, DeviceTimeout, ProtocolError
from devices.core.status import Health
from devices.sim.scanner import SimScanner
from tests.support.scripted_transport import ScriptedTransport


def never() -> bool:
    return False


def newland(
    mode: Mode = Mode.TRIGGER, *, binary: bool = False
) -> tuple[NewlandScanner, SimScanner, ScriptedTransport]:
    sim = SimScanner()
    transport = ScriptedTransport(sim.receive)
    sim.push = lambda data: transport.later.append((transport.now, data))
    scanner = NewlandScanner(transport, mode, binary=binary, clock=transport.clock)
    scanner.open()
    return scanner, sim, transport


def line(suffix: Suffix = Suffix.ANY, *, binary: bool = False) -> tuple[LineScanner, ScriptedTransport]:
    transport = ScriptedTransport()
    scanner = LineScanner(transport, suffix, binary=binary, clock=transport.clock)
    scanner.open()
    return scanner, transport


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("text", ["HALL:A001", "办件 2026-0001", "龙䶮𠮷㐂"])
def test_text_is_read_in_both_encodings(text: str, encoding: str) -> None:
    scanner, sim, _ = newland()
    sim.command("scan", {"text": text, "encoding": encoding, "when": "triggered"})
    code = scanner.wait_code(5, never)
    assert code is not None and code.text == text


def test_opening_sets_suffix_and_mode_without_wearing_the_flash() -> None:
    _, sim, _ = newland(Mode.AUTO)
    state = sim.command("state", {})
    assert (state["mode"], state["suffix"], state["kept_settings"]) == (2, "0d0a", 0)


def test_the_light_is_on_only_while_a_code_is_waited_for() -> None:
    scanner, sim, transport = newland()
    lit: list[bool] = []

    def look() -> bool:
        lit.append(bool(sim.command("state", {})["triggered"]))
        return transport.now > 3

    assert scanner.wait_code(30, look) is None
    assert all(lit)
    assert sim.command("state", {})["triggered"] is False
    assert sim.command("scan", {"text": "A001"})["seen"] is False


def test_a_code_of_4_kb_comes_whole() -> None:
    scanner, sim, _ = newland()
    sim.command("scan", {"size": 4096, "when": "triggered"})
    code = scanner.wait_code(5, never)
    assert code is not None and len(code.raw) == 4096


def test_in_auto_mode_a_code_shown_between_two_calls_is_not_lost_unless_forgotten() -> None:
    scanner, sim, _ = newland(Mode.AUTO)
    sim.command("scan", {"text": "A001"})
    scanner.probe()
    assert scanner.wait_code(1, never) == ScannedCode(b"A001")
    sim.command("scan", {"text": "SOMEBODY"})
    scanner.probe()
    scanner.forget()
    assert scanner.wait_code(1, never) is None


@pytest.mark.parametrize("payload", ["00ff7f1541303031", "7f41", "ff", "0001", "c3285c"])
def test_what_is_no_text_is_a_protocol_error_without_its_content(payload: str) -> None:
    scanner, sim, _ = newland()
    sim.command("scan", {"hex": payload, "when": "triggered"})
    with pytest.raises(ProtocolError) as caught:
        scanner.wait_code(5, never)
    assert "重新扫码" in caught.value.message
    assert caught.value.raw == b""


def test_binary_codes_are_given_where_they_are_wanted() -> None:
    scanner, sim, _ = newland(binary=True)
    sim.command("scan", {"hex": "00ff7f15", "when": "triggered"})
    code = scanner.wait_code(5, never)
    assert code is not None and code.raw == bytes.fromhex("00ff7f15") and code.text is None


def test_silence_is_none_after_the_time_given() -> None:
    scanner, _, transport = newland()
    assert scanner.wait_code(5, never) is None
    assert 5 <= transport.now < 5.5


def test_a_refused_command_is_named() -> None:
    scanner, sim, _ = newland()
    sim.command("refuse", {"command": "SCNTRG1"})
    with pytest.raises(ProtocolError, match="refused SCNTRG1"):
        scanner.wait_code(5, never)


def test_no_answer_to_a_command_is_a_timeout_and_opening_closes_again() -> None:
    transport = ScriptedTransport()
    scanner = NewlandScanner(transport, clock=transport.clock)
    with pytest.raises(DeviceTimeout):
        scanner.open()
    assert not transport.is_open


def test_a_late_answer_to_another_command_is_not_taken_for_this_one() -> None:
    scanner, _, transport = newland()
    answer = transport.answer
    transport.answer = lambda frame: b"\x02\x010000#SCNMOD2\x15;\x03" + answer(frame)
    assert scanner.probe().health is Health.OK


def test_any_scanner_with_a_suffix_is_read() -> None:
    scanner, transport = line()
    transport.later = [(1.0, b"A0"), (1.05, b"01\r"), (2.0, b"B002\r\n")]
    assert scanner.probe().health is Health.DEGRADED
    assert [scanner.wait_code(5, never) for _ in range(2)] == [ScannedCode(b"A001"), ScannedCode(b"B002")]
    assert scanner.probe().health is Health.OK


def test_a_scanner_without_suffix_is_read_by_its_silence() -> None:
    scanner, transport = line(Suffix.SILENCE)
    transport.later = [(1.0, b"A001"), (3.0, b"B002")]
    assert scanner.wait_code(5, never) == ScannedCode(b"A001")
    assert transport.now < 1.5


def test_a_code_that_lost_its_suffix_does_not_join_the_next() -> None:
    scanner, transport = line(Suffix.CRLF)
    transport.later = [(1.0, b"A001\rP"), (2.0, b"B002\r\n")]
    assert scanner.wait_code(5, never) == ScannedCode(b"B002")


def test_a_code_that_begins_at_the_last_moment_is_waited_for() -> None:
    scanner, transport = line()
    transport.later = [(0.99, b"A0"), (1.05, b"01\r")]
    assert scanner.wait_code(1.0, never) == ScannedCode(b"A001")


def test_a_line_that_never_falls_silent_ends_at_last() -> None:
    scanner, transport = line()
    transport.later = [(tick / 20, b"\x00") for tick in range(600)]
    assert scanner.wait_code(2, never) is None
    assert transport.now < 15


def test_the_repr_hides_the_code() -> None:
    assert repr(ScannedCode(b"410299199001011234")) == "ScannedCode(18 bytes)"


def test_unknown_options_are_named_with_what_is_allowed() -> None:
    with pytest.raises(AddressError, match="allowed: any, cr, crlf, lf, silence"):
        make_line_scanner("serial:///dev/ttyUSB0?suffix=tab")


def test_opening_says_that_the_driver_was_never_tried_on_the_device(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        newland()
        line()
    assert caplog.text.count("not verified on the real device") == 2

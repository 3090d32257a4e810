"""The modem's driver against the simulated modem: what is sent, what is known when it fails."""

from __future__ import annotations

import logging

import pytest

from devices.core.errors import Busy, DeviceError, DeviceTimeout, NotConnected, ProtocolError
from devices.core.status import Health
from devices.sim.modem import SimModem
from devices.sms_modem.at_modem import AtModem
from devices.sms_modem.interface import MessageRefused, NetworkUnavailable, SimCardMissing
from tests.support.scripted_transport import ScriptedTransport

NUMBER = "+8613800138000"
LONG = "您申请的事项已办结，请携带有效证件到一楼12号窗口领取。" * 4 + "𠮷"


def modem(sim: SimModem) -> tuple[AtModem, ScriptedTransport]:
    transport = ScriptedTransport(sim.receive)
    opened = AtModem(transport, references=iter(range(256)), clock=transport.clock)
    opened.open()
    return opened, transport


@pytest.fixture
def sim() -> SimModem:
    return SimModem()


def sent(sim: SimModem) -> list[dict[str, object]]:
    messages: list[dict[str, object]] = sim.command("state", {})["messages"]
    return messages


@pytest.mark.req("C-21")
@pytest.mark.parametrize(("text", "parts"), [("您的办件已受理。", 1), (LONG, 2), ("字" * 670, 10)])
def test_a_chinese_message_arrives_whole(sim: SimModem, text: str, parts: int) -> None:
    assert modem(sim)[0].send(NUMBER, text) == parts
    assert sent(sim) == [{"number": NUMBER, "text": text, "parts": parts}]


def test_messages_that_follow_each_other_are_not_mixed_up(sim: SimModem) -> None:
    opened, _ = modem(sim)
    for text in (LONG, LONG + "二", "短"):
        opened.send(NUMBER, text)
    assert [message["text"] for message in sent(sim)] == [LONG, LONG + "二", "短"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ("CMS 310", SimCardMissing),
        ("CMS 311", SimCardMissing),
        ("CME 10", SimCardMissing),
        ("CMS 314", Busy),
        ("CME 14", Busy),
        ("CMS 38", NetworkUnavailable),
        ("CMS 331", NetworkUnavailable),
        ("CMS 500", NetworkUnavailable),
        ("CMS 1", MessageRefused),
        ("CMS 28", MessageRefused),
        ("", ProtocolError),
    ],
)
@pytest.mark.parametrize("at", ["prompt", "text"])
def test_errors_are_named_in_chinese(sim: SimModem, error: str, expected: type[DeviceError], at: str) -> None:
    opened, _ = modem(sim)
    sim.command("fail", {"error": error, "at": at})
    with pytest.raises(expected) as caught:
        opened.send(NUMBER, "办结")
    assert any("一" <= character <= "鿿" for character in caught.value.message)
    assert sent(sim) == []
    opened.send(NUMBER, "办结")
    assert len(sent(sim)) == 1


def test_a_failure_after_the_first_part_leaves_the_outcome_unknown(sim: SimModem) -> None:
    opened, _ = modem(sim)
    sim.command("fail", {"error": "CMS 38", "after": 1})
    with pytest.raises(NetworkUnavailable) as caught:
        opened.send(NUMBER, LONG)
    assert not caught.value.outcome_known
    assert sim.command("state", {})["parts"] == 1


def test_without_a_verdict_the_outcome_is_unknown_and_nothing_is_sent_again(sim: SimModem) -> None:
    opened, transport = modem(sim)
    transport.answer = lambda data: b"" if data.endswith(b"\x1a") else sim.receive(data)
    with pytest.raises(DeviceTimeout) as caught:
        opened.send(NUMBER, "办结")
    assert not caught.value.outcome_known
    assert sum(frame.endswith(b"\x1a") for frame in transport.written) == 1


def test_without_a_prompt_nothing_is_sent_and_the_prompt_is_cancelled(sim: SimModem) -> None:
    opened, transport = modem(sim)
    transport.answer = lambda data: b"" if b"CMGS" in data else sim.receive(data)
    with pytest.raises(DeviceTimeout) as caught:
        opened.send(NUMBER, "办结")
    assert caught.value.outcome_known
    assert transport.written[-1] == b"\x1b"


def test_the_network_may_take_its_time(sim: SimModem) -> None:
    opened, transport = modem(sim)

    def slowly(data: bytes) -> bytes:
        answer = sim.receive(data)
        if data.endswith(b"\x1a"):
            transport.later.append((transport.now + 45, answer))
            return b""
        return answer

    transport.answer = slowly
    assert opened.send(NUMBER, "办结") == 1
    assert transport.now >= 45


def test_something_said_unasked_does_not_disturb(sim: SimModem) -> None:
    opened, transport = modem(sim)
    transport.answer = lambda data: b'\r\n+CMTI: "SM",3\r\n' + sim.receive(data)
    assert opened.send(NUMBER, "办结") == 1


@pytest.mark.parametrize(
    ("command", "args", "error"),
    [
        ("card", {"state": "missing"}, SimCardMissing),
        ("card", {"state": "locked"}, SimCardMissing),
        ("network", {"state": 2}, NetworkUnavailable),
        ("network", {"state": 3}, NetworkUnavailable),
    ],
)
def test_a_missing_card_or_network_is_told_by_the_probe_and_before_sending(
    sim: SimModem, command: str, args: dict[str, object], error: type[DeviceError]
) -> None:
    opened, _ = modem(sim)
    sim.command(command, args)
    assert opened.probe().health is Health.FAULT
    with pytest.raises(error):
        opened.send(NUMBER, "办结")
    assert sent(sim) == []


@pytest.mark.parametrize(("signal", "health"), [(21, Health.OK), (2, Health.DEGRADED), (99, Health.DEGRADED)])
def test_a_weak_signal_is_told(sim: SimModem, signal: int, health: Health) -> None:
    opened, _ = modem(sim)
    sim.command("signal", {"value": signal})
    assert opened.probe().health is health


def test_a_prompt_left_open_by_a_program_that_died_is_closed(sim: SimModem) -> None:
    sim.receive(b"AT+CMGF=0\rAT+CMGS=19\r")
    opened, _ = modem(sim)
    assert opened.send(NUMBER, "办结") == 1


def test_opening_turns_off_the_echo_and_fails_when_nobody_answers(sim: SimModem) -> None:
    modem(sim)
    assert sim.command("state", {})["echo"] is False
    transport = ScriptedTransport()
    with pytest.raises(DeviceTimeout):
        AtModem(transport, clock=transport.clock).open()
    assert not transport.is_open


def test_neither_number_nor_text_gets_into_the_log_or_an_error(
    sim: SimModem, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        opened, _ = modem(sim)
        opened.send(NUMBER, LONG)
        sim.command("fail", {"error": "CMS 28"})
        with pytest.raises(MessageRefused) as caught:
            opened.send(NUMBER, LONG)
    everything = caplog.text + str(caught.value) + repr(caught.value)
    for secret in (NUMBER[1:], LONG[:5], LONG[:5].encode("utf-16-be").hex().upper(), "683108108300F0"):
        assert secret not in everything
    assert "not verified on the real device" in caplog.text


def test_a_closed_modem_is_not_connected(sim: SimModem) -> None:
    opened, _ = modem(sim)
    opened.close()
    with pytest.raises(NotConnected):
        opened.send(NUMBER, "办结")


def test_a_text_or_number_that_cannot_be_sent_is_a_value_error(sim: SimModem) -> None:
    opened, _ = modem(sim)
    with pytest.raises(ValueError, match="phone number"):
        opened.send("not a number", "办结")

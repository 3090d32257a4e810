"""Order of the requests, retries and resets of the SAM_V driver, against literal frames."""

from __future__ import annotations

import logging

import pytest

from devices.core.errors import DeviceTimeout, NoCard, NotConnected, ProtocolError
from devices.id_card_reader.interface import CardNotSupported, CardUnreadable, ReaderNotAuthorised
from devices.id_card_reader.sam_v import ATTEMPTS, SamVReader
from devices.sim.people import RARE_NAMES
from devices.sim.sam_v import SimSamV
from tests.support.scripted_transport import ScriptedTransport

STATUS, FIND, SELECT, READ, EXTRA, RESET = "11ff", "2001", "2002", "3001", "3003", "10ff"


def reader_of(sim: SimSamV) -> tuple[SamVReader, ScriptedTransport]:
    transport = ScriptedTransport(sim.receive)
    reader = SamVReader(transport, clock=transport.clock)
    reader.open()
    transport.written.clear()
    return reader, transport


def asked(transport: ScriptedTransport) -> list[str]:
    return [frame[7:9].hex() for frame in transport.written]


@pytest.fixture
def sim() -> SimSamV:
    return SimSamV()


def test_a_card_is_found_selected_read_and_asked_for_a_later_address(sim: SimSamV) -> None:
    sim.command("lay_card", {"extra_address": "新地址2号"})
    reader, transport = reader_of(sim)
    assert reader.read_card().current_address == "新地址2号"
    assert asked(transport) == [FIND, SELECT, READ, EXTRA]


def test_no_later_address_is_asked_of_a_foreigner(sim: SimSamV) -> None:
    sim.command("lay_card", {"kind": "foreigner_2023"})
    reader, transport = reader_of(sim)
    assert reader.read_card().country
    assert asked(transport) == [FIND, SELECT, READ]


@pytest.mark.parametrize("name", RARE_NAMES)
def test_rare_names_are_read(sim: SimSamV, name: str) -> None:
    sim.command("lay_card", {"name": name})
    assert reader_of(sim)[0].read_card().name == name


def test_an_empty_reader_says_so_at_once_in_chinese(sim: SimSamV) -> None:
    reader, transport = reader_of(sim)
    with pytest.raises(NoCard) as caught:
        reader.read_card()
    assert "身份证" in caught.value.message
    assert asked(transport) == [FIND]


def test_a_card_that_was_read_must_be_lifted_before_it_is_read_again(sim: SimSamV) -> None:
    sim.command("asleep_after_read", {"on": True})
    sim.command("lay_card", {})
    reader, _ = reader_of(sim)
    reader.read_card()
    with pytest.raises(NoCard) as caught:
        reader.read_card()
    assert "拿起" in caught.value.message
    sim.command("remove_card", {})
    sim.command("lay_card", {})
    reader.read_card()


@pytest.mark.parametrize(
    "status",
    ["select_failed", "card_authentication", "sam_authentication", "verify", "read_failed", "random_number"],
)
def test_a_card_moved_once_is_read_at_the_second_attempt(sim: SimSamV, status: str) -> None:
    sim.command("lay_card", {})
    sim.command("answer", {"to": "select", "with": status})
    sim.command("answer", {"to": "read", "with": status})
    reader, transport = reader_of(sim)
    reader.read_card()
    assert asked(transport) == [FIND, SELECT, FIND, SELECT, READ, FIND, SELECT, READ, EXTRA]


def test_a_card_that_keeps_failing_is_given_up(sim: SimSamV) -> None:
    sim.command("lay_card", {})
    sim.command("answer", {"to": "read", "with": "41", "times": 9})
    reader, transport = reader_of(sim)
    with pytest.raises(CardUnreadable):
        reader.read_card()
    assert asked(transport) == [FIND, SELECT, READ] * ATTEMPTS


@pytest.mark.parametrize("status", ["self_test", "unauthorised"])
@pytest.mark.parametrize("request_", ["find", "select", "read"])
def test_a_module_without_its_authorisation_is_a_hardware_fault(sim: SimSamV, request_: str, status: str) -> None:
    sim.command("lay_card", {})
    sim.command("answer", {"to": request_, "with": status})
    with pytest.raises(ReaderNotAuthorised):
        reader_of(sim)[0].read_card()


def test_another_kind_of_card_is_not_supported(sim: SimSamV) -> None:
    sim.command("lay_card", {})
    sim.command("answer", {"to": "select", "with": "card_type"})
    with pytest.raises(CardNotSupported):
        reader_of(sim)[0].read_card()


@pytest.mark.parametrize("status", ["checksum", "length", "command", "not_permitted", "unknown"])
def test_a_request_damaged_on_its_way_resets_the_module_and_is_repeated(sim: SimSamV, status: str) -> None:
    sim.command("lay_card", {})
    sim.command("answer", {"to": "find", "with": status})
    reader, transport = reader_of(sim)
    reader.read_card()
    assert asked(transport) == [FIND, RESET, FIND, SELECT, READ, EXTRA]


def test_an_id_number_that_fails_its_check_is_a_protocol_error_without_personal_data(
    sim: SimSamV, caplog: pytest.LogCaptureFixture
) -> None:
    sim.command("lay_card", {"id_number": "110105194912310021", "birth": "19491231", "name": "张三丰"})
    reader, transport = reader_of(sim)
    with caplog.at_level(logging.DEBUG), pytest.raises(ProtocolError) as caught:
        reader.read_card()
    assert asked(transport).count(READ) == ATTEMPTS
    assert caught.value.raw == b""
    for secret in ("110105194912310021", "张三丰"):
        assert secret not in caplog.text + str(caught.value)


def test_silence_costs_one_reset_and_is_a_timeout(sim: SimSamV) -> None:
    reader, transport = reader_of(sim)
    transport.answer = lambda frame: b""
    with pytest.raises(DeviceTimeout):
        reader.read_card()
    assert asked(transport) == [FIND, RESET]
    assert transport.now <= 2 * 2.5


def test_a_late_answer_to_an_earlier_request_is_not_taken_for_this_one(sim: SimSamV) -> None:
    sim.command("lay_card", {})
    reader, transport = reader_of(sim)
    transport.later = [(0.0, bytes.fromhex("AAAAAA9669 0004 000080 84"))]
    reader.read_card()


def test_an_answer_that_dribbles_for_ever_is_given_up(sim: SimSamV) -> None:
    reader, transport = reader_of(sim)
    transport.answer = lambda frame: b""
    transport.later = [(float(second), b"\xaa") for second in range(1, 1000)]
    with pytest.raises(DeviceTimeout):
        reader.read_card()
    assert transport.now < 30


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", DeviceTimeout),
        (bytes.fromhex("AAAAAA9669 0004 000090 00"), ProtocolError),
        (bytes.fromhex("AAAAAA9669 0004 000066 62"), ReaderNotAuthorised),
    ],
)
def test_opening_fails_and_closes_when_the_module_is_not_well(answer: bytes, error: type[Exception]) -> None:
    transport = ScriptedTransport(lambda frame: answer)
    reader = SamVReader(transport, clock=transport.clock)
    with pytest.raises(error):
        reader.open()
    assert not transport.is_open


def test_a_closed_reader_is_not_connected(sim: SimSamV) -> None:
    reader, _ = reader_of(sim)
    reader.close()
    reader.close()
    with pytest.raises(NotConnected):
        reader.read_card()


def test_the_module_number(sim: SimSamV) -> None:
    assert reader_of(sim)[0].module_number().startswith("05.01-")


def test_opening_says_that_the_driver_was_never_tried_on_the_device(
    sim: SimSamV, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        reader_of(sim)
    assert "not verified on the real device" in caplog.text
    assert SamVReader.verified is False

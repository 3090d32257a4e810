"""BX packets: check sum, escapes, the area's layout byte by byte, any slicing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.bx_led import (
    MAX_PACKET,
    Area,
    BadPacket,
    Event,
    Packet,
    Receiver,
    crc16_arc,
    encode_clear,
    encode_packet,
    encode_show,
)
from devices.codec.led_text import encode_led_text


def plain(frame: bytes) -> bytes:
    """A packet's inside without escapes, written out here."""
    assert frame[:8] == b"\xa5" * 8 and frame[-1] == 0x5A
    inside, result, escape = frame[8:-1], bytearray(), 0
    for byte in inside:
        assert byte not in (0xA5, 0x5A)
        if escape:
            result.append({(0xA6, 2): 0xA5, (0xA6, 1): 0xA6, (0x5B, 2): 0x5A, (0x5B, 1): 0x5B}[escape, byte])
            escape = 0
        elif byte in (0xA6, 0x5B):
            escape = byte
        else:
            result.append(byte)
    return bytes(result)


def test_the_check_sum_is_crc16_arc() -> None:
    assert crc16_arc(b"123456789") == 0xBB3D
    assert crc16_arc(b"") == 0


def test_a_packet_has_the_literal_header() -> None:
    inside = plain(encode_packet(b"\x01\x02"))
    assert inside[:16] == bytes.fromhex("FEFF 0080 000000000000 FE02 0200 0102")
    assert int.from_bytes(inside[16:], "little") == crc16_arc(inside[:16])


def test_the_area_is_laid_out_as_the_controller_reads_it() -> None:
    text = "请A001到3号窗口".encode("gbk")
    data = plain(encode_show(text, Area(width=128, height=16)))[14:-2]
    assert data[:7] == bytes.fromhex("A306 01 0000 00 01")
    assert int.from_bytes(data[7:9], "little") == len(data) - 9
    area = data[9:]
    assert area[:27] == bytes.fromhex("00 0000 0000 1000 1000 00 00 00 0000 000000 01 01 01 00 04 0A") + len(
        text
    ).to_bytes(4, "little")
    assert area[27:] == text


def test_a_text_wider_than_the_screen_runs() -> None:
    def mode(text: str) -> int:
        return plain(encode_show(text.encode("gbk"), Area(width=64, height=16)))[14 + 9 + 19]

    assert mode("三号窗口") == 1
    assert mode("到三号窗口") == 3


def test_clearing_deletes_the_area() -> None:
    assert plain(encode_clear(Area(number=2)))[14:-2] == bytes.fromhex("A306 01 0000 01 02 00")


def test_bytes_of_the_frame_inside_the_text_are_escaped() -> None:
    frame = encode_packet(bytes.fromhex("A5A65A5B"))
    assert bytes.fromhex("A602A6015B025B01") in frame
    assert Receiver().receive(frame) == [Packet(0xFFFE, bytes.fromhex("A5A65A5B"))]


def test_answers_tell_whether_the_order_was_obeyed() -> None:
    obeyed, refused, other = Receiver().receive(
        encode_packet(bytes.fromhex("A000000000"))
        + encode_packet(bytes.fromhex("A001040000"))
        + encode_packet(bytes.fromhex("A2000000"))
    )
    assert isinstance(obeyed, Packet) and obeyed.accepted is True
    assert isinstance(refused, Packet) and refused.accepted is False and refused.error == 4
    assert isinstance(other, Packet) and other.accepted is None


@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        (encode_packet(b"abc")[:-2] + b"\x00\x5a", "check sum"),
        (b"\xa5\x01\x02\x5a", "2 bytes"),
        (b"\xa5\xa6\x03", "escape"),
        (b"\xa5\xa6\x5a", "escape"),
        (b"\xa5abc\xa5", "cut short"),
    ],
)
def test_a_damaged_packet_is_named_and_the_next_is_read(frame: bytes, reason: str) -> None:
    events = Receiver().receive(frame + encode_packet(b"\xa0\x00\x00\x00\x00"))
    assert events == [BadPacket(reason), Packet(0xFFFE, b"\xa0\x00\x00\x00\x00")]


def test_a_packet_without_end_is_given_up() -> None:
    receiver = Receiver()
    assert receiver.receive(b"\xa5" + b"x" * (MAX_PACKET + 50)) == [BadPacket("too long")]
    assert receiver.pending == 0


pieces = st.one_of(
    st.binary(max_size=60).map(encode_packet),
    st.binary(max_size=30),
    st.sampled_from([b"\xa5" * 8, b"\x5a", b"\xa6", b"\x5b\x02", encode_packet(b"x")[:-3]]),
)


@given(st.lists(pieces, max_size=10).map(b"".join))
def test_byte_by_byte_gives_the_same_events_as_all_at_once(stream: bytes) -> None:
    whole, single = Receiver(), Receiver()
    at_once = whole.receive(stream)
    one_by_one: list[Event] = []
    for index in range(len(stream)):
        one_by_one += single.receive(stream[index : index + 1])
        assert single.pending <= MAX_PACKET
    assert one_by_one == at_once


@given(st.binary(max_size=1500), st.integers(0, 0xFFFF))
def test_every_packet_comes_back(data: bytes, address: int) -> None:
    assert Receiver().receive(encode_packet(data, address=address)) == [Packet(address, data)]


@given(st.text(max_size=60))
def test_any_text_is_one_line_of_gbk(text: str) -> None:
    data = encode_led_text(text)
    shown = data.decode("gbk")
    assert len(shown) == len(text)
    assert not any(character < " " or character in "\x7f\\" for character in shown)


def test_characters_that_gbk_lacks_show_as_question_marks() -> None:
    assert encode_led_text("陈𠮷\n䶮\\C2").decode("gbk") == "陈？ ？＼C2"

"""SAM_V frames: the literal ones of the manuals, any slicing, any noise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.sam_v import (
    MAX_LENGTH,
    BadFrame,
    Event,
    Receiver,
    Reply,
    Request,
    encode_request,
    format_module_number,
    split_card,
)

FOUND = bytes.fromhex("AAAAAA9669 0008 00009F 00000000 97")
NO_CARD = bytes.fromhex("AAAAAA9669 0004 000080 84")
READ_FAILED = bytes.fromhex("AAAAAA9669 0004 000041 45")
LITERAL_FRAMES = [FOUND, NO_CARD, READ_FAILED]


def framed(body: bytes) -> bytes:
    """A frame around status and data, written out here and not taken from the codec."""
    check = 0
    inner = (len(body) + 1).to_bytes(2, "big") + body
    for byte in inner:
        check ^= byte
    return bytes.fromhex("AAAAAA9669") + inner + bytes([check])


@pytest.mark.parametrize(
    ("request_", "frame"),
    [
        (Request.STATUS, "AAAAAA9669 0003 11FF ED"),
        (Request.MODULE_NUMBER, "AAAAAA9669 0003 12FF EE"),
        (Request.FIND, "AAAAAA9669 0003 2001 22"),
        (Request.SELECT, "AAAAAA9669 0003 2002 21"),
        (Request.READ, "AAAAAA9669 0003 3001 32"),
        (Request.RESET, "AAAAAA9669 0003 10FF EC"),
        (Request.READ_EXTRA_ADDRESS, "AAAAAA9669 0003 3003 30"),
    ],
)
def test_requests_are_the_manuals_frames(request_: Request, frame: str) -> None:
    assert encode_request(request_) == bytes.fromhex(frame)


def test_the_manuals_answers_are_understood() -> None:
    assert Receiver().receive(FOUND + NO_CARD + READ_FAILED) == [
        Reply(0, 0, 0x9F, bytes(4)),
        Reply(0, 0, 0x80, b""),
        Reply(0, 0, 0x41, b""),
    ]


@pytest.mark.parametrize(
    ("lengths", "size", "length_field"),
    [("0100 0400", 1295, "0508"), ("0100 0400 0400", 2321, "090A"), ("0100 0400 0000", 1297, "050A")],
)
def test_a_whole_card_with_and_without_fingerprint_is_split(lengths: str, size: int, length_field: str) -> None:
    sizes = [int(word, 16) for word in lengths.split()]
    parts = [bytes([marker]) * count for marker, count in zip(b"TPF", sizes, strict=False)]
    frame = framed(b"\0\0\x90" + bytes.fromhex(lengths) + b"".join(parts))
    assert len(frame) == size
    assert frame[5:7].hex().upper() == length_field
    (reply,) = Receiver().receive(frame)
    assert isinstance(reply, Reply)
    record = split_card(reply.data)
    assert [record.text, record.photo, record.fingerprint][: len(parts)] == parts


@pytest.mark.parametrize("data", [b"", bytes(4), bytes.fromhex("01000400") + bytes(1279), bytes(1284)])
def test_a_card_whose_lengths_do_not_add_up_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="does not split"):
        split_card(data)


def test_a_wrong_check_byte_is_told_and_the_next_frame_is_found() -> None:
    damaged = NO_CARD[:-1] + b"\x00"
    assert Receiver().receive(damaged + FOUND) == [BadFrame("check byte"), Reply(0, 0, 0x9F, bytes(4))]


def test_an_impossible_length_does_not_make_the_receiver_wait_for_it() -> None:
    receiver = Receiver()
    assert receiver.receive(bytes.fromhex("AAAAAA9669 FFFF") + FOUND) == [
        BadFrame("length 65535"),
        Reply(0, 0, 0x9F, bytes(4)),
    ]


def test_a_preamble_with_too_many_aa_is_still_one() -> None:
    assert Receiver().receive(b"\xaa\xaa" + NO_CARD) == [Reply(0, 0, 0x80, b"")]


def test_a_frame_inside_a_frame_cut_short_is_found_once_the_length_runs_out() -> None:
    cut = framed(b"\0\0\x90" + bytes(40))[:20]
    events = Receiver().receive(cut + FOUND + bytes(64))
    assert Reply(0, 0, 0x9F, bytes(4)) in events


def test_the_repr_of_an_answer_shows_no_data() -> None:
    reply = Reply(0, 0, 0x90, "王小明".encode("utf-16-le"))
    assert repr(reply) == "Reply(00 00 90, 6 bytes)"
    record = split_card(bytes.fromhex("01000400") + b"A" * 256 + b"B" * 1024)
    assert repr(record) == "CardRecord(text=256, photo=1024, fingerprint=0)"


def test_the_module_number_is_written_as_on_its_plate() -> None:
    data = bytes.fromhex("0500 0100 7b2a3301 87d61200 15cd5b07")
    assert format_module_number(data) == "05.01-20130427-0001234567-0123456789"
    with pytest.raises(ValueError, match="15 bytes"):
        format_module_number(data[:-1])


streams = st.lists(
    st.one_of(
        st.sampled_from(LITERAL_FRAMES),
        st.binary(max_size=30),
        st.sampled_from([b"\xaa", FOUND[:5], FOUND[:7], NO_CARD[:-1] + b"\x00"]),
        st.binary(min_size=3, max_size=60).map(framed),
    ),
    max_size=12,
).map(b"".join)


@given(streams)
def test_byte_by_byte_gives_the_same_events_as_all_at_once(stream: bytes) -> None:
    whole, single = Receiver(), Receiver()
    at_once = whole.receive(stream)
    one_by_one: list[Event] = []
    for index in range(len(stream)):
        one_by_one += single.receive(stream[index : index + 1])
    assert one_by_one == at_once
    assert single.pending == whole.pending


@given(st.binary(max_size=6000))
def test_no_bytes_crash_it_and_memory_stays_bounded(stream: bytes) -> None:
    receiver = Receiver()
    receiver.receive(stream)
    assert receiver.pending <= MAX_LENGTH + 7


@given(
    st.binary(min_size=3, max_size=MAX_LENGTH - 1), st.binary(max_size=20).map(lambda b: b.replace(b"\xaa", b""))
)
def test_every_framed_answer_comes_back_after_any_noise(body: bytes, noise: bytes) -> None:
    assert Receiver().receive(noise + framed(body)) == [Reply(body[0], body[1], body[2], body[3:])]

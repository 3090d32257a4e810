"""Motion JPEG over HTTP: any slicing, wrong lengths, broken pictures."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.codec.mjpeg import LONGEST_PICTURE, MultipartJpegDecoder
from devices.core.errors import ProtocolError


def jpeg(body: bytes) -> bytes:
    return b"\xff\xd8" + body + b"\xff\xd9"


def part(picture: bytes, length: int | None = None, boundary: bytes = b"b") -> bytes:
    announced = b"" if length is None else b"Content-Length: %d\r\n" % length
    return b"--" + boundary + b"\r\nContent-Type: image/jpeg\r\n" + announced + b"\r\n" + picture + b"\r\n"


def feed(stream: bytes, cuts: list[int] | None = None) -> list[bytes]:
    decoder = MultipartJpegDecoder("b")
    edges = [0, *sorted(cut % (len(stream) + 1) for cut in cuts or []), len(stream)]
    return [
        picture for start, end in itertools.pairwise(edges) for picture in decoder.receive_data(stream[start:end])
    ]


bodies = st.binary(max_size=60).filter(lambda body: b"--b" not in body and not body.endswith(b"-"))


@given(st.lists(bodies, max_size=6), st.lists(st.integers(0, 2000), max_size=20), st.booleans())
def test_pictures_come_out_whole_whatever_the_slicing(parts: list[bytes], cuts: list[int], announced: bool) -> None:
    pictures = [jpeg(body) for body in parts]
    stream = b"".join(part(picture, len(picture) if announced else None) for picture in pictures) + b"--b"
    assert feed(stream, cuts) == pictures


def test_an_announced_picture_comes_out_with_its_last_byte() -> None:
    picture = jpeg(b"page")
    assert feed(part(picture, len(picture))[:-2]) == [picture]


def test_a_picture_may_hold_the_boundary_when_its_length_is_announced() -> None:
    picture = jpeg(b"1--b\r\n\r\n2")
    assert feed(part(picture, len(picture))) == [picture]


@pytest.mark.parametrize("keep", [0, 1, 2, 5, 11])
def test_a_half_picture_is_dropped_and_the_next_one_comes_whole(keep: int) -> None:
    whole = jpeg(b"0123456789")
    stream = part(whole[:keep], len(whole)) + part(whole, len(whole)) + part(whole, len(whole))
    decoder = MultipartJpegDecoder("b")
    assert decoder.receive_data(stream) == [whole, whole]
    assert decoder.dropped == 1


def test_a_corrupted_end_is_dropped() -> None:
    whole = jpeg(b"0123456789")
    assert feed(part(whole[:-1] + b"\x00", len(whole)) + part(whole, len(whole))) == [whole]


def test_noise_between_parts_and_zeros_after_a_picture_are_put_up_with() -> None:
    whole = jpeg(b"page")
    stream = (
        b"\x00\xff\x15" + part(whole + b"\0\0\0") + part(whole, len(whole)) + b"noise" + part(whole, len(whole))
    )
    assert feed(stream) == [whole, whole, whole]


def test_the_boundary_is_taken_with_or_without_dashes_and_quotes() -> None:
    whole = jpeg(b"page")
    for announced in ("frame", "--frame", '"frame"'):
        decoder = MultipartJpegDecoder(announced)
        assert decoder.receive_data(part(whole, len(whole), boundary=b"frame")) == [whole]


def test_a_stream_without_a_boundary_is_refused() -> None:
    with pytest.raises(ProtocolError):
        MultipartJpegDecoder("--")


def test_a_picture_without_end_does_not_fill_the_memory() -> None:
    decoder = MultipartJpegDecoder("b")
    decoder.receive_data(b"--b\r\n\r\n\xff\xd8")
    with pytest.raises(ProtocolError):
        for _ in range(LONGEST_PICTURE // (4 << 20) + 1):
            decoder.receive_data(bytes(4 << 20))


@given(st.lists(st.binary(max_size=200), max_size=10))
def test_nonsense_gives_no_picture_and_no_other_error(pieces: list[bytes]) -> None:
    decoder = MultipartJpegDecoder("b")
    for piece in pieces:
        for picture in decoder.receive_data(piece):
            assert picture.startswith(b"\xff\xd8") and picture.endswith(b"\xff\xd9")


@pytest.mark.parametrize("announced", [3, 20, 60, 1000])
def test_a_wrong_length_gives_the_same_pictures_whole_and_byte_by_byte(announced: int) -> None:
    stream = b"".join(part(jpeg(bytes([number]) * 30), announced) for number in range(48, 53)) + b"--b"
    assert feed(stream, list(range(len(stream)))) == feed(stream)
    assert len(feed(stream)) == 5

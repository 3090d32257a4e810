"""What may be a clerk's photo: small, JPEG or PNG, whole."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from hall.staffing.photo import MAX_BYTES, PhotoRefused
from qt_common.photo_decoder import KEPT_SIDE, decode_photo, media_type
from tests.support.photos import encoded


@pytest.mark.parametrize(("kind", "media"), [("png", "image/png"), ("jpeg", "image/jpeg")])
def test_a_photo_is_decoded_and_made_no_larger_than_needed(kind: str, media: str) -> None:
    content = encoded("#c81e1e", 2000, 3000, kind)
    image = decode_photo(content)
    assert (image.height(), media_type(content)) == (KEPT_SIDE, media)
    assert abs(image.width() / image.height() - 2 / 3) < 0.01
    assert abs(image.pixelColor(9, 9).red() - QColor("#c81e1e").red()) < 5


def test_a_photo_of_the_largest_size_is_taken_and_one_pixel_more_refused() -> None:
    assert not decode_photo(encoded("#c81e1e", 4000, 8)).isNull()
    with pytest.raises(PhotoRefused, match="4001 x 8"):
        decode_photo(encoded("#c81e1e", 4001, 8))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        encoded("#c81e1e", 8, 8, "bmp"),
        encoded("#c81e1e", 8, 8)[:30],
        b"\x89PNG\r\n\x1a\n" + encoded("#c81e1e", 8, 8, "jpeg"),
        b"\xff\xd8\xff" + bytes(200),
        encoded("#c81e1e", 8, 8) + bytes(MAX_BYTES),
    ],
    ids=["empty", "gif", "bmp", "cut off", "not a png inside", "not a jpeg inside", "too many bytes"],
)
def test_anything_else_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(PhotoRefused) as refused:
        decode_photo(content)
    assert "JPEG" in refused.value.message

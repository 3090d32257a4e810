"""The picture work on one page (图像处理): plain functions, run on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from counter_app.camera_feed import to_qimage
from devices.document_camera.codes import read_codes
from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.page_detection import detect_page
from devices.document_camera.page_straightening import straighten
from hall.errors import BadInput

THUMBNAIL_WIDTH = 360
JPEG_QUALITY = 90


@dataclass(frozen=True, slots=True, eq=False)
class WorkedPage:
    """A page as it was taken and, when its edges were certain, made flat.

    Attributes:
        original: the camera's JPEG.
        straightened: JPEG, None when the edges were not certain: never a silent crop.
        dpi: true resolution of the straightened page, None when not known.
        codes: how many codes were read on it; what they say may be personal and is not kept.
        thumbnail: small picture for the panel.
    """

    original: bytes
    straightened: bytes | None
    dpi: int | None
    codes: int
    thumbnail: QImage | None


def work_page(jpeg: bytes) -> WorkedPage:
    """Find the page, straighten it, read its codes.

    Raises:
        BadInput: not a picture.
    """
    image = _decoded(jpeg)
    # Not thorough: a page without codes must not wait seconds before it is saved.
    codes = read_codes(image, thorough=False)
    found = detect_page(image)
    if found is None or not found.is_certain:
        return WorkedPage(jpeg, None, None, len(codes), to_qimage(image, THUMBNAIL_WIDTH))
    flat = straighten(image, found.corners)
    encoded, data = cv2.imencode(".jpg", flat.image, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    if not encoded:
        raise BadInput("the straightened page can't be encoded", message="图片无法保存。")
    dpi = round(flat.dpi) if flat.dpi is not None else None
    return WorkedPage(jpeg, data.tobytes(), dpi, len(codes), to_qimage(flat.image, THUMBNAIL_WIDTH))


def small_picture(jpeg: bytes) -> QImage:
    """A stored page for the panel.

    Raises:
        BadInput: not a picture.
    """
    return to_qimage(_decoded(jpeg, reduced=True), THUMBNAIL_WIDTH)


def _decoded(jpeg: bytes, *, reduced: bool = False) -> Image:
    flag = cv2.IMREAD_REDUCED_COLOR_2 if reduced else cv2.IMREAD_COLOR
    image = cv2.imdecode(np.frombuffer(jpeg, dtype=np.uint8), flag)
    if image is None:
        raise BadInput("not a JPEG", message="图片无法读取。")
    return as_image(image)

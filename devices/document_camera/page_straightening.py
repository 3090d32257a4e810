"""A page seen at an angle as a flat scan (拉平), with its true size and resolution (真实分辨率).

The ratio of the sides is worked out from the perspective (Z. Zhang, L.-W. He, “Whiteboard scanning and image
enhancement”, 2007, §3: the picture of a rectangle gives focal length and aspect ratio), then snapped to A4, A5 or
an ID-1 card when it is within a few per cent. Nothing is ever enlarged: the resolution told is the one the camera
had.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.quads import Quad, side_lengths

MM_PER_INCH = 25.4
_SAME_RATIO = 0.035
_SAME_SIZE = 0.08
# Without the mat's scale an ISO sheet counts as A4 when its long side takes so much of the picture's long side.
_A4_TAKES = 0.55


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A standard size, upright, in millimetres (ISO 216, ISO/IEC 7810)."""

    name: str
    short: float
    long: float


A4 = PaperSize("A4", 210.0, 297.0)
A5 = PaperSize("A5", 148.0, 210.0)
ID_1 = PaperSize("ID-1", 53.98, 85.6)


@dataclass(frozen=True, slots=True, eq=False)
class Straightened:
    """A flat page.

    Attributes:
        image: BGR; the page's edges are the picture's edges.
        paper: the standard size it was snapped to; None for any other.
        dpi: true dots an inch; None when the size on the mat is not known at all.
        is_measured: True when the size was measured by the mat's scale and not inferred from the page's shape.
    """

    image: Image
    paper: PaperSize | None
    dpi: float | None
    is_measured: bool


def straighten(
    image: Image, corners: Quad, *, pixels_per_mm: float | None = None, quarter_turns: int = 0
) -> Straightened:
    """Cut the page out and make it flat.

    Args:
        image: the full picture, BGR.
        corners: clockwise as seen, as `detect_page` gives them or the person dragged them.
        pixels_per_mm: the mat's scale in this picture, when the camera was calibrated; tells A4 from A5.
        quarter_turns: times 90° clockwise that the flat page is turned.
    """
    width, height = _flat_size(corners)
    ratio = aspect_ratio(corners, image.shape[1], image.shape[0])
    # Keep the page's pixels: the ratio changes, the number of pixels does not.
    width, height = float(np.sqrt(width * height * ratio)), float(np.sqrt(width * height / ratio))
    paper = _snap(width, height, max(image.shape[:2]), pixels_per_mm)
    if paper is not None:
        exact = paper.short / paper.long if width < height else paper.long / paper.short
        width, height = float(np.sqrt(width * height * exact)), float(np.sqrt(width * height / exact))
    size = (max(8, round(width)), max(8, round(height)))
    # Page edges lie between pixels: at -0.5 and size - 0.5 in coordinates of pixel centres.
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32) - 0.5
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    flat = cv2.warpPerspective(image, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    turned = np.ascontiguousarray(np.rot90(flat, -quarter_turns))
    return Straightened(as_image(turned), paper, _dpi(max(size), paper, pixels_per_mm), pixels_per_mm is not None)


def aspect_ratio(corners: Quad, width: int, height: int) -> float:
    """True width ÷ height of the rectangle whose picture the corners are.

    The principal point is taken to be the picture's centre. Seen nearly straight from above the focal length cannot
    be told; then a usual one serves, and matters little.
    """
    centre = np.array([(width - 1) / 2, (height - 1) / 2])
    ones = np.ones((4, 1))
    # Named as in the paper (m3 is bottom left); scaled for the numerics' sake.
    scale = float(max(width, height))
    m1, m2, m4, m3 = np.hstack([(corners - centre) / scale, ones])
    across = np.cross(m1, m4)
    k2 = float(across @ m3) / float(np.cross(m2, m4) @ m3)
    k3 = float(across @ m2) / float(np.cross(m3, m4) @ m2)
    n2, n3 = k2 * m2 - m1, k3 * m3 - m1
    focal = _focal_length(n2, n3)

    def true_length(n: NDArray[np.float64]) -> float:
        return float(np.sqrt((n[0] ** 2 + n[1] ** 2) / focal**2 + n[2] ** 2))

    return true_length(n2) / true_length(n3)


def _focal_length(n2: NDArray[np.float64], n3: NDArray[np.float64]) -> float:
    """In picture widths; a usual one when perspective is too weak to tell."""
    usual = 1.2
    product = float(n2[2] * n3[2])
    if abs(n2[2]) < 0.02 or abs(n3[2]) < 0.02:
        return usual
    square = -float(n2[0] * n3[0] + n2[1] * n3[1]) / product
    return float(np.sqrt(square)) if 0.4 < square < 9 else usual


def _flat_size(corners: Quad) -> tuple[float, float]:
    top, right, bottom, left = side_lengths(corners)
    return float((top + bottom) / 2), float((left + right) / 2)


def _snap(width: float, height: float, picture_side: int, pixels_per_mm: float | None) -> PaperSize | None:
    long, short = max(width, height), min(width, height)
    fitting = [size for size in (A4, A5, ID_1) if abs(long / short / (size.long / size.short) - 1) <= _SAME_RATIO]
    if pixels_per_mm is not None:
        return next((size for size in fitting if abs(long / pixels_per_mm / size.long - 1) <= _SAME_SIZE), None)
    if A4 in fitting:
        return A4 if long >= _A4_TAKES * picture_side else A5
    return fitting[0] if fitting else None


def _dpi(long_pixels: int, paper: PaperSize | None, pixels_per_mm: float | None) -> float | None:
    if paper is not None:
        return long_pixels / paper.long * MM_PER_INCH
    return None if pixels_per_mm is None else pixels_per_mm * MM_PER_INCH

"""Where a page might lie (候选四边形): many cheap guesses on a small copy; the scoring decides.

Four kinds of guesses, because each fails on some desk: what differs from the colour along the picture's border;
what Otsu's threshold separates in lightness and in blue-yellow; what closed edges surround in any channel; what
two pairs of long straight lines enclose. A picture of the empty mat adds a fifth, the best of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.page_lines import quads_of_lines
from devices.document_camera.quads import Quad, is_plausible, ordered, reduce_to_four

_Mask = NDArray[np.uint8]
_LARGEST_CONTOURS = 4
_SAME = 2.5  # pixels that no corner of a near-duplicate differs by


def candidate_stages(lab: Image, *, empty_mat: Image | None = None) -> Iterator[list[Quad]]:
    """Plausible quadrilaterals, without near-duplicates, the cheap and mostly right ones first.

    A stage is worked out only when it is asked for: on a plain mat the first one is enough.

    Args:
        lab: small copy in CIE L*a*b* (8 bit, as OpenCV scales it).
        empty_mat: the same size and colour space, without a page.
    """
    smooth = as_image(cv2.medianBlur(lab, 5))
    known: list[Quad] = []
    if empty_mat is not None:
        yield _new(_quads_of(_split(_distance(lab.astype(np.float32) - empty_mat.astype(np.float32)))), known, lab)
    yield _new(_quads_of(_from_border(smooth)), known, lab)
    yield _new(_quads_of(_from_colours(smooth)), known, lab)
    yield _new(quads_of_lines(smooth), known, lab)


def _new(quads: Iterable[Quad], known: list[Quad], lab: Image) -> list[Quad]:
    """Those that are plausible and not known yet; they are known afterwards."""
    height, width = lab.shape[:2]
    fresh: list[Quad] = []
    for quad in quads:
        if is_plausible(quad, width, height) and all(np.abs(quad - other).max() > _SAME for other in known):
            known.append(quad)
            fresh.append(quad)
    return fresh


def _from_border(smooth: Image) -> Iterator[_Mask]:
    for background in _border_colours(smooth):
        yield from _split(_distance(smooth.astype(np.float32) - background))


def _from_colours(smooth: Image) -> Iterator[_Mask]:
    for channel in (0, 2, 1):
        plane = as_image(np.ascontiguousarray(smooth[:, :, channel]))
        _, bright = cv2.threshold(plane, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
        yield as_image(bright)
        yield as_image(cv2.bitwise_not(bright))
    for low in (18, 40, 80):
        yield _edges(smooth, low)


def _quads_of(masks: Iterable[_Mask]) -> Iterator[Quad]:
    for mask in masks:
        yield from _quads(mask)


def _distance(difference: NDArray[np.float32]) -> Image:
    """Length of a colour difference, lightness counting half (shadows, uneven light)."""
    weights = np.array([0.5, 1.0, 1.0], np.float32)
    return as_image(np.clip(np.linalg.norm(difference * weights, axis=2) * 2, 0, 255).astype(np.uint8))


def _split(distance: Image) -> Iterator[_Mask]:
    """Otsu's threshold, and a lower one for a page that is partly in shadow."""
    threshold, mask = cv2.threshold(distance, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    yield as_image(mask)
    yield as_image(cv2.threshold(distance, 0.6 * threshold, 255, cv2.THRESH_BINARY)[1])


def _border_colours(lab: Image) -> list[NDArray[np.float32]]:
    """The border's colour as a whole, and for pages that reach the rim each side's own, spread linearly."""
    height, width = lab.shape[:2]
    rim = max(2, round(0.02 * min(height, width)))
    sides = [lab[:rim], lab[:, -rim:], lab[-rim:], lab[:, :rim]]
    whole = np.median(np.concatenate([side.reshape(-1, 3) for side in sides]), axis=0)
    top, right, bottom, left = (np.median(side.reshape(-1, 3), axis=0) for side in sides)
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    across = np.linspace(0, 1, width, dtype=np.float32)[None, :, None]
    spread = ((1 - down) * top + down * bottom + (1 - across) * left + across * right) / 2
    return [np.asarray(whole, dtype=np.float32), np.asarray(spread, dtype=np.float32)]


def _edges(lab: Image, low: int) -> _Mask:
    edges = np.zeros(lab.shape[:2], np.uint8)
    for channel in range(3):
        plane = np.ascontiguousarray(lab[:, :, channel])
        edges |= as_image(cv2.Canny(plane, low if channel == 0 else low * 0.6, 2.5 * low))
    return as_image(cv2.dilate(edges, np.ones((3, 3), np.uint8)))


def _quads(mask: _Mask) -> Iterator[Quad]:
    # Closed so that text does not tear the page apart, opened so that a cable does not lengthen it.
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5))
    whole = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel)
    for picture in (whole, cv2.morphologyEx(whole, cv2.MORPH_OPEN, kernel, iterations=2)):
        contours, _ = cv2.findContours(picture, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        smallest = 0.015 * mask.size
        large = sorted((c for c in contours if cv2.contourArea(c) > smallest), key=cv2.contourArea, reverse=True)
        for contour in large[:_LARGEST_CONTOURS]:
            hull = cv2.convexHull(contour)
            polygon = cv2.approxPolyDP(hull, 0.004 * cv2.arcLength(hull, True), True).reshape(-1, 2)
            quad = _as_quad(np.asarray(polygon, dtype=np.float64))
            if quad is not None:
                yield quad


def _as_quad(polygon: NDArray[np.float64]) -> Quad | None:
    if len(polygon) < 4:
        return None
    return ordered(polygon) if len(polygon) == 4 else reduce_to_four(polygon)

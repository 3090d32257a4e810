"""Finding the page under the camera (自动裁边).

Guesses on a small copy (`page_candidates`), judged (`page_scoring`), the best ones refined in the full picture
(`page_refinement`). The confidence says how far to trust the outcome: below `GATE` the app shows an amber frame and
the person drags the corners. A wrong crop that nobody notices is the one thing that must not happen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.page_candidates import candidate_stages
from devices.document_camera.page_refinement import Refined, refine
from devices.document_camera.page_scoring import Score, scores
from devices.document_camera.quads import Quad, is_plausible, ordered

GATE = 0.6
WORKING_SIDE = 480
_TRIES_EXACT = 8
_TRIES_PREVIEW = 3
_FINALISTS = 3
_WORTH_A_LOOK = 0.2
_Judged: TypeAlias = tuple[Score, Quad]


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """A page in a picture.

    Attributes:
        corners: 4 × 2, pixels of the picture given, clockwise from the one nearest to the top left.
        confidence: 0 … 1; trust it from `GATE` on.
    """

    corners: Quad
    confidence: float

    @property
    def is_certain(self) -> bool:
        """True when the corners may be used without asking the person."""
        return self.confidence >= GATE


def detect_page(
    image: Image, *, empty_mat: Image | None = None, exact: bool = True, previous: Quad | None = None
) -> Detection | None:
    """Find the page; None when nothing looks like one.

    Args:
        image: BGR, any size.
        empty_mat: a picture of the mat without a page, of the same camera; any size.
        exact: refine in the full picture. False is for the preview: corners to about a pixel of the small copy.
        previous: corners in the preceding frame. While the page still lies there, finding it again is much cheaper.
    """
    small, scale = _small_copy(image)
    lab = as_image(cv2.cvtColor(small, cv2.COLOR_BGR2LAB))
    smooth = np.asarray(cv2.GaussianBlur(lab, (0, 0), 1.0), dtype=np.float32)
    best: list[_Judged] = []
    if previous is not None:
        best = _again(small, smooth, np.asarray((previous + 0.5) / scale - 0.5, dtype=np.float64))
    if not best:
        best = _search(small, lab, smooth, _in_lab(empty_mat, small), _TRIES_EXACT if exact else _TRIES_PREVIEW)
    if exact:
        found = [_finish(image, smooth, quad, scale) for _, quad in best]
        return max((one for one in found if one is not None), key=lambda one: one.confidence, default=None)
    one = _finish(small, smooth, best[0][1], 1.0) if best else None
    return None if one is None else Detection(to_full(one.corners, scale), one.confidence)


def _search(
    small: Image, lab: Image, smooth: NDArray[np.float32], empty_mat: Image | None, tries: int
) -> list[_Judged]:
    """The finalists, best first; stops at the first stage that brings an outstanding one."""
    best: list[_Judged] = []
    for stage in candidate_stages(lab, empty_mat=empty_mat):
        promising = _best(smooth, stage, tries)
        improved = [_improve(small, quad) for _, quad in promising]
        best = sorted(
            best + promising + _best(smooth, [quad for quad in improved if quad is not None], tries),
            key=lambda judged: judged[0].total,
            reverse=True,
        )[:_FINALISTS]
        if best and _is_outstanding(best[0][0]):
            break
    return best


def _again(small: Image, smooth: NDArray[np.float32], quad: Quad) -> list[_Judged]:
    """The page where it was a moment ago, if it still lies there beyond doubt."""
    refined = refine(small, quad, reach=4.0, points=40)
    if refined is None or not is_plausible(refined.quad, small.shape[1], small.shape[0]):
        return []
    return [judged for judged in _best(smooth, [ordered(refined.quad)], 1) if _is_outstanding(judged[0])]


def _is_outstanding(mark: Score) -> bool:
    return mark.total > 0.72 and min(mark.support) > 0.9


def _in_lab(empty_mat: Image | None, small: Image) -> Image | None:
    if empty_mat is None:
        return None
    same = cv2.resize(empty_mat, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_AREA)
    return as_image(cv2.cvtColor(same, cv2.COLOR_BGR2LAB))


def _best(lab: NDArray[np.float32], quads: list[Quad], count: int) -> list[_Judged]:
    judged = [pair for pair in zip(scores(lab, quads), quads, strict=True) if pair[0].total > _WORTH_A_LOOK]
    return sorted(judged, key=lambda pair: pair[0].total, reverse=True)[:count]


def _improve(small: Image, quad: Quad) -> Quad | None:
    """Draw a rough guess to the edges nearby, on the small copy: first from far, then from near."""
    found: Quad | None = None
    for reach in (8.0, 4.0):
        refined = refine(small, quad if found is None else found, reach=reach, points=40)
        if refined is None or not is_plausible(refined.quad, small.shape[1], small.shape[0]):
            return found
        found = ordered(refined.quad)
    return found


def to_full(quad: Quad, scale: float) -> Quad:
    """Corners of the small copy in the full picture: pixel centres lie at whole numbers in both."""
    return np.asarray((quad + 0.5) * scale - 0.5, dtype=np.float64)


def _small_copy(image: Image) -> tuple[Image, float]:
    scale = max(image.shape[:2]) / WORKING_SIDE
    if scale <= 1:
        return image, 1.0
    size = (round(image.shape[1] / scale), round(image.shape[0] / scale))
    return as_image(cv2.resize(image, size, interpolation=cv2.INTER_AREA)), scale


def _finish(image: Image, lab: NDArray[np.float32], quad: Quad, scale: float) -> Detection | None:
    """Refine twice, from the small copy's precision to the picture's, and judge the outcome."""
    coarse = refine(image, to_full(quad, scale), reach=max(5.0, 3 * scale))
    if coarse is None:
        return None
    fine = refine(image, coarse.quad, reach=max(4.0, 1.2 * scale)) or coarse
    corners = ordered(fine.quad)
    height, width = image.shape[:2]
    if not is_plausible(corners, width, height):
        return None
    mark = scores(lab, [np.asarray((corners + 0.5) / scale - 0.5, dtype=np.float64)])[0]
    return Detection(corners, _confidence(fine, mark))


def _confidence(refined: Refined, mark: Score) -> float:
    """The weakest side decides: three good sides and a line of text for the fourth make a wrong crop.

    A side is as good as its edge is straight (agreement) times how far paper and desk differ along it (support).
    """
    sides = np.array(refined.agreement) * np.array(mark.support)
    goodness = 0.75 * float(sides.min()) + 0.25 * float(sides.mean())
    return float(np.clip(goodness * min(1.0, 0.3 + mark.total), 0, 1))

"""Finding the page under the camera (自动裁边).

Guesses on a small copy (`page_candidates`), judged (`page_scoring`), the best ones refined in the full picture
(`page_refinement`). The confidence says how far to trust the outcome: below `GATE` the app shows an amber frame and
the person drags the corners. A wrong crop that nobody notices is the one thing that must not happen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, as_image, cv2
from devices.document_camera.page_candidates import candidates
from devices.document_camera.page_refinement import Refined, refine
from devices.document_camera.page_scoring import Score, score
from devices.document_camera.quads import Quad, is_plausible, ordered

GATE = 0.6
WORKING_SIDE = 480
_REFINE_BEST = 3
_WORTH_A_LOOK = 0.25


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


def detect_page(image: Image, *, empty_mat: Image | None = None, exact: bool = True) -> Detection | None:
    """Find the page; None when nothing looks like one.

    Args:
        image: BGR, any size.
        empty_mat: a picture of the mat without a page, of the same camera; any size.
        exact: refine in the full picture. False is for the preview: corners to about a pixel of the small copy.
    """
    small, scale = _small_copy(image)
    lab = as_image(cv2.cvtColor(small, cv2.COLOR_BGR2LAB))
    mat = None
    if empty_mat is not None:
        same = cv2.resize(empty_mat, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_AREA)
        mat = as_image(cv2.cvtColor(same, cv2.COLOR_BGR2LAB))
    smooth = np.asarray(cv2.GaussianBlur(lab, (0, 0), 1.0), dtype=np.float32)
    judged = [(score(smooth, quad), quad) for quad in candidates(lab, empty_mat=mat)]
    judged = [pair for pair in judged if pair[0].total > _WORTH_A_LOOK]
    judged.sort(key=lambda pair: pair[0].total, reverse=True)
    target, target_scale = (image, scale) if exact else (small, 1.0)
    found = [_finish(target, smooth, mark, quad, target_scale) for mark, quad in judged[:_REFINE_BEST]]
    best = max((one for one in found if one is not None), key=lambda one: one.confidence, default=None)
    if best is None or exact:
        return best
    return Detection(to_full(best.corners, scale), best.confidence)


def to_full(quad: Quad, scale: float) -> Quad:
    """Corners of the small copy in the full picture: pixel centres lie at whole numbers in both."""
    return np.asarray((quad + 0.5) * scale - 0.5, dtype=np.float64)


def _small_copy(image: Image) -> tuple[Image, float]:
    scale = max(image.shape[:2]) / WORKING_SIDE
    if scale <= 1:
        return image, 1.0
    size = (round(image.shape[1] / scale), round(image.shape[0] / scale))
    return as_image(cv2.resize(image, size, interpolation=cv2.INTER_AREA)), scale


def _finish(image: Image, lab: NDArray[np.float32], mark: Score, quad: Quad, scale: float) -> Detection | None:
    """Refine twice, from the small copy's precision to the picture's, and judge the outcome."""
    coarse = refine(image, to_full(quad, scale), reach=max(5.0, 4 * scale))
    if coarse is None:
        return None
    fine = refine(image, coarse.quad, reach=max(4.0, 1.5 * scale)) or coarse
    corners = ordered(fine.quad)
    height, width = image.shape[:2]
    if not is_plausible(corners, width, height):
        return None
    after = score(lab, np.asarray((corners + 0.5) / scale - 0.5, dtype=np.float64))
    return Detection(corners, _confidence(fine, max(mark, after, key=lambda one: one.total)))


def _confidence(refined: Refined, mark: Score) -> float:
    """The weakest side decides: three good sides and a guessed one make a wrong crop."""
    weakest = min(refined.agreement)
    typical = float(np.mean(refined.agreement))
    support = 0.5 * min(mark.support) + 0.5 * float(np.mean(mark.support))
    return float(
        np.clip((0.6 * weakest + 0.4 * typical) * (0.35 + 0.65 * support) * min(1.0, 0.3 + mark.total), 0, 1)
    )

"""How much a quadrilateral looks like a page's outline (评分).

A page's outline separates two colours all along: just inside is paper, just outside is desk. A table's frame or
a line of text does not: paper lies on both sides. So the colours a little inside and a little outside of each side
are compared, point by point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import cv2
from devices.document_camera.quads import Quad, angles, area

POINTS_A_SIDE = 40
OFFSET = 3.0
"""Pixels of the small copy that a sample lies inside or outside of the outline."""
_CLEAR = 9.0
"""Colour difference (half-weight lightness, 8 bit) from which two sides are clearly different."""
_WEIGHTS = np.array([0.5, 1.0, 1.0], np.float32)


@dataclass(frozen=True, slots=True)
class Score:
    """One candidate's marks.

    Attributes:
        total: for comparing candidates, 0 … about 1.
        support: part of each side (top, right, bottom, left) along which the colours differ, 0 … 1.
        contrast: median colour difference across the outline.
    """

    total: float
    support: tuple[float, float, float, float]
    contrast: float


def score(lab: NDArray[np.float32], quad: Quad) -> Score:
    """Judge a candidate on the small copy in L*a*b*, float, slightly blurred."""
    height, width = lab.shape[:2]
    inside, outside = _samples(quad)
    inner, outer = _look_up(lab, inside), _look_up(lab, outside)
    difference = np.linalg.norm((inner - outer) * _WEIGHTS, axis=2)
    in_picture = (
        (outside[..., 0] >= 0)
        & (outside[..., 0] <= width - 1)
        & (outside[..., 1] >= 0)
        & (outside[..., 1] <= height - 1)
    )
    clear = np.clip((difference - 0.4 * _CLEAR) / (0.6 * _CLEAR), 0, 1) * in_picture
    support = clear.mean(axis=1)
    paper = np.median(inner.reshape(-1, 3), axis=0)
    # Paper has one colour along its whole outline; a quadrilateral half on the desk has two.
    stray = np.linalg.norm((inner - paper) * _WEIGHTS, axis=2)
    uniform = float(np.mean(stray < 0.5 * np.median(difference) + 6))
    square = 1.0 - float(np.abs(angles(quad) - 90).max()) / 90
    size = (area(quad) / (width * height)) ** 0.12
    lighter = 1.0 if float(np.median(inner[..., 0] - outer[..., 0])) > 0 else 0.93
    evidence = 0.5 * float(support.mean()) + 0.5 * float(support.min())
    sides = (float(support[0]), float(support[1]), float(support[2]), float(support[3]))
    total = evidence * (0.4 + 0.6 * uniform) * square * size * lighter
    return Score(total, sides, float(np.median(difference)))


def _samples(quad: Quad) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Points inside and outside of the four sides, 4 × POINTS_A_SIDE × 2."""
    along = np.linspace(0.04, 0.96, POINTS_A_SIDE)[None, :, None]
    starts, ends = quad[:, None, :], np.roll(quad, -1, axis=0)[:, None, :]
    points = starts + (ends - starts) * along
    direction = (ends - starts) / (np.linalg.norm(ends - starts, axis=2, keepdims=True) + 1e-9)
    outward = np.concatenate([direction[..., 1:], -direction[..., :1]], axis=2)
    inside, outside = points - OFFSET * outward, points + OFFSET * outward
    return inside.astype(np.float32), outside.astype(np.float32)


def _look_up(lab: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    found = cv2.remap(
        lab,
        np.ascontiguousarray(points[..., 0]),
        np.ascontiguousarray(points[..., 1]),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(found, dtype=np.float32)

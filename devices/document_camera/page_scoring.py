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


def scores(lab: NDArray[np.float32], quads: list[Quad]) -> list[Score]:
    """Judge candidates on the small copy in L*a*b*, float, slightly blurred; all in one pass."""
    if not quads:
        return []
    height, width = lab.shape[:2]
    corners = np.stack(quads)
    inside, outside, reached = _samples(corners, width, height)
    inner, outer = _look_up(lab, inside), _look_up(lab, outside)
    difference = np.linalg.norm((inner - outer) * _WEIGHTS, axis=3)
    clear = np.clip((difference - 0.4 * _CLEAR) / (0.6 * _CLEAR), 0, 1) * reached
    support = clear.mean(axis=2)
    contrast = np.median(difference, axis=(1, 2))
    # Paper has one colour along its whole outline; a quadrilateral half on the desk has two.
    paper = np.median(inner, axis=(1, 2), keepdims=True)
    stray = np.linalg.norm((inner - paper) * _WEIGHTS, axis=3)
    uniform = np.mean(stray < (0.5 * contrast + 6)[:, None, None], axis=(1, 2))
    square = np.array([1.0 - np.abs(angles(quad) - 90).max() / 90 for quad in quads])
    size = np.array([max(area(quad), 0.0) / (width * height) for quad in quads]) ** 0.12
    lighter = np.where(np.median(inner[..., 0] - outer[..., 0], axis=(1, 2)) > 0, 1.0, 0.93)
    evidence = 0.5 * support.mean(axis=1) + 0.5 * support.min(axis=1)
    totals = evidence * (0.4 + 0.6 * uniform) * square * size * lighter
    return [
        Score(float(total), (float(a), float(b), float(c), float(d)), float(edge))
        for total, (a, b, c, d), edge in zip(totals, support, contrast, strict=True)
    ]


def _samples(
    corners: NDArray[np.float64], width: int, height: int
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]:
    """Points inside and outside of the sides, N × 4 × POINTS_A_SIDE × 2, and which outside ones mean anything.

    A side close to the picture's rim is looked at as far as there is picture; one on the rim proves nothing.
    """
    along = np.linspace(0.04, 0.96, POINTS_A_SIDE)[None, None, :, None]
    starts, ends = corners[:, :, None, :], np.roll(corners, -1, axis=1)[:, :, None, :]
    points = starts + (ends - starts) * along
    direction = (ends - starts) / (np.linalg.norm(ends - starts, axis=3, keepdims=True) + 1e-9)
    outward = np.concatenate([direction[..., 1:], -direction[..., :1]], axis=3)
    inside = points - OFFSET * outward
    outside = np.clip(points + OFFSET * outward, 0, [width - 1, height - 1])
    reached = (
        np.linalg.norm(outside - points, axis=3) * np.sign(np.sum((outside - points) * outward, axis=3)) >= 1.0
    )
    return inside.astype(np.float32), outside.astype(np.float32), reached


def _look_up(lab: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    flat = points.reshape(-1, POINTS_A_SIDE, 2)
    found = cv2.remap(
        lab,
        np.ascontiguousarray(flat[..., 0]),
        np.ascontiguousarray(flat[..., 1]),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(found, dtype=np.float32).reshape(*points.shape[:3], 3)

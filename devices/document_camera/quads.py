"""Quadrilaterals in a picture (四边形): order, overlap, sides. Points are x, y in pixels, arrays of 4 × 2."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import cv2

Quad: TypeAlias = NDArray[np.float64]
Points: TypeAlias = NDArray[np.float64]


def ordered(points: Points) -> Quad:
    """Clockwise as seen, beginning with the corner nearest to the picture's top left."""
    centre = points.mean(axis=0)
    angles = np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0])
    clockwise = points[np.argsort(angles)]
    first = int(np.argmin(clockwise.sum(axis=1)))
    return np.asarray(np.roll(clockwise, -first, axis=0), dtype=np.float64)


def area(quad: Quad) -> float:
    """Area in square pixels, positive when clockwise as seen."""
    x, y = quad[:, 0], quad[:, 1]
    return float(0.5 * np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def side_lengths(quad: Quad) -> NDArray[np.float64]:
    """Lengths of top, right, bottom and left side."""
    return np.asarray(np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1), dtype=np.float64)


def overlap(one: Quad, other: Quad) -> float:
    """Intersection over union of two convex quadrilaterals, 0 … 1."""
    common, _ = cv2.intersectConvexConvex(one.astype(np.float32), other.astype(np.float32))
    union = abs(area(one)) + abs(area(other)) - common
    return float(common / union) if union > 0 else 0.0


def corner_errors(found: Quad, true: Quad) -> NDArray[np.float64]:
    """Distance of each found corner from its true one, in pixels, whichever corner comes first."""
    turns = [np.linalg.norm(np.roll(found, turn, axis=0) - true, axis=1) for turn in range(4)]
    return np.asarray(min(turns, key=lambda errors: float(errors.sum())), dtype=np.float64)


def angles(quad: Quad) -> NDArray[np.float64]:
    """Inner angles in degrees."""
    before, after = np.roll(quad, 1, axis=0) - quad, np.roll(quad, -1, axis=0) - quad
    cos = np.sum(before * after, axis=1) / (np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1) + 1e-9)
    return np.asarray(np.rad2deg(np.arccos(np.clip(cos, -1, 1))), dtype=np.float64)


def is_plausible(quad: Quad, width: int, height: int, *, smallest: float = 0.015, margin: float = 0.03) -> bool:
    """Could it be a sheet of paper: convex, not too small, corners near 90°, not far outside the picture?"""
    if not np.all(np.isfinite(quad)) or area(quad) < smallest * width * height:
        return False
    edges = np.roll(quad, -1, axis=0) - quad
    following = np.roll(edges, -1, axis=0)
    turns = edges[:, 0] * following[:, 1] - edges[:, 1] * following[:, 0]
    if np.any(turns <= 0) or np.any(np.abs(angles(quad) - 90) > 32):
        return False
    sides = side_lengths(quad)
    if sides.min() < 0.12 * sides.max():
        return False
    low, high = quad.min(axis=0), quad.max(axis=0)
    reach = margin * max(width, height)
    return bool(low.min() > -reach and high[0] < width + reach and high[1] < height + reach)


def intersection(one: Points, other: Points) -> Points:
    """Where two lines meet, each given as point and direction (2 × 2); NaN when they are parallel."""
    matrix = np.column_stack([one[1], -other[1]])
    if abs(np.linalg.det(matrix)) < 1e-9:
        return np.full(2, np.nan)
    along = np.linalg.solve(matrix, other[0] - one[0])
    return np.asarray(one[0] + along[0] * one[1], dtype=np.float64)


def reduce_to_four(polygon: Points) -> Quad | None:
    """The quadrilateral around a convex polygon: drop the side that adds least area until four are left.

    Unlike an approximation by the polygon's own points it restores rounded, folded and hidden corners. In plain
    floats: for a dozen points that is several times faster than arrays.
    """
    points = [(float(x), float(y)) for x, y in polygon]
    while len(points) > 4:
        best: tuple[float, int, tuple[float, float]] | None = None
        for index in range(len(points)):
            after = (index + 1) % len(points)
            dropped = _without_side(
                points[index - 1], points[index], points[after], points[(index + 2) % len(points)]
            )
            if dropped is not None and (best is None or dropped[0] < best[0]):
                best = (dropped[0], index, dropped[1])
        if best is None:
            return None
        _, index, meet = best
        points[index] = meet
        del points[(index + 1) % len(points)]
    return ordered(np.array(points)) if len(points) == 4 else None


def _without_side(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> tuple[float, tuple[float, float]] | None:
    """Prolong a–b and d–c until they meet: the area this adds beyond b–c, and where; None when they do not."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], c[0] - d[0], c[1] - d[1]
    cross = ux * vy - uy * vx
    if abs(cross) < 1e-9:
        return None
    wx, wy = c[0] - b[0], c[1] - b[1]
    beyond_b, beyond_c = (wx * vy - wy * vx) / cross, (wx * uy - wy * ux) / cross
    if beyond_b < 0 or beyond_c < 0:
        return None
    meet = (b[0] + beyond_b * ux, b[1] + beyond_b * uy)
    return abs(wx * (meet[1] - b[1]) - wy * (meet[0] - b[0])) / 2, meet

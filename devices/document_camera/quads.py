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

    Unlike an approximation by the polygon's own points it restores rounded, folded and hidden corners.
    """
    points = [np.asarray(point, dtype=np.float64) for point in polygon]
    while len(points) > 4:
        best: tuple[float, int, Points] | None = None
        for index in range(len(points)):
            a, b = points[index - 1], points[index]
            c, d = points[(index + 1) % len(points)], points[(index + 2) % len(points)]
            meet = intersection(np.array([a, b - a]), np.array([d, c - d]))
            # It must lie beyond b and beyond c, or the side cannot be dropped.
            if not np.all(np.isfinite(meet)) or (meet - b) @ (b - a) < 0 or (meet - c) @ (c - d) < 0:
                continue
            added = abs((c[0] - b[0]) * (meet[1] - b[1]) - (c[1] - b[1]) * (meet[0] - b[0])) / 2
            if best is None or added < best[0]:
                best = (added, index, meet)
        if best is None:
            return None
        _, index, meet = best
        points[index] = meet
        del points[(index + 1) % len(points)]
    return ordered(np.array(points)) if len(points) == 4 else None

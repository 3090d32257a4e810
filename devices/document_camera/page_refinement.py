"""Exact outline of a page (边线精修): a line through each side, from the full picture.

Across each side the picture is read along short profiles. The edge is where the colour goes over from desk to
paper: the centroid of the gradient around its strongest place, not its outermost flank (which would put corners
some 4 pixels outside). A robust line through these points gives the side, two sides a corner.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, cv2
from devices.document_camera.quads import Points, Quad, intersection

POINTS_A_SIDE = 96


@dataclass(frozen=True, slots=True)
class Refined:
    """A refined outline.

    Attributes:
        quad: corners in pixels of the full picture.
        agreement: for each side, the part of its profiles whose edge lies on the line, 0 … 1.
        residual: for each side, median distance of these from the line, in pixels.
    """

    quad: Quad
    agreement: tuple[float, ...]
    residual: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    line: Points
    agreement: float
    residual: float


def refine(image: Image, quad: Quad, *, reach: float, points: int = POINTS_A_SIDE) -> Refined | None:
    """Refine a quadrilateral known to ``reach`` pixels; None when a side shows no edge at all.

    Args:
        image: full picture, BGR.
        quad: corners in pixels of that picture.
        points: profiles a side.
    """
    lines = []
    for index in range(4):
        line = _fit_side(image, quad[index], quad[(index + 1) % 4], reach, points)
        if line is None:
            return None
        lines.append(line)
    corners = np.array([intersection(lines[index - 1].line, lines[index].line) for index in range(4)])
    if not np.all(np.isfinite(corners)) or np.linalg.norm(corners - quad, axis=1).max() > 4 * reach:
        return None
    return Refined(corners, tuple(line.agreement for line in lines), tuple(line.residual for line in lines))


def _fit_side(image: Image, start: Points, end: Points, reach: float, points: int) -> _Line | None:
    length = float(np.linalg.norm(end - start))
    if length < 16:
        return None
    direction = (end - start) / length
    outward = np.array([direction[1], -direction[0]])
    # Corners are left out: they are rounded, folded, or show the neighbouring side.
    margin = min(0.06, max(0.02, 2 * reach / length))
    along = np.linspace(margin, 1 - margin, points) * length
    across = np.arange(-reach, reach + 0.25, 0.5)
    profiles = _profiles(image, start + along[:, None] * direction, outward, across)
    position, strength = _edge_positions(profiles, across)
    usable = strength > max(2.0, 0.25 * float(np.median(strength)))
    if usable.sum() < 0.25 * points:
        return None
    slope, offset = _robust_line(along[usable], position[usable], max(0.8, 0.0012 * length))
    distance = np.abs(position - (slope * along + offset))
    # Paper is never quite flat: what lies within 0.6 % of the side's length agrees with it.
    agreeing = usable & (distance <= max(1.6, 0.006 * length))
    point = start + offset * outward
    line = np.array([point, direction + slope * outward])
    residual = float(np.median(distance[agreeing])) if agreeing.any() else float("inf")
    return _Line(line, float(agreeing.mean()), residual)


def _profiles(image: Image, points: Points, outward: Points, across: NDArray[np.float64]) -> NDArray[np.float32]:
    """The picture along each profile, averaged over three neighbouring parallels: profiles × samples × 3."""
    place = points[:, None, :] + across[None, :, None] * outward
    along = np.array([-outward[1], outward[0]])
    total = np.zeros((len(points), len(across), 3), np.float32)
    for shift in (-1.0, 0.0, 1.0):
        moved = (place + shift * along).astype(np.float32)
        total += np.asarray(
            cv2.remap(
                image,
                np.ascontiguousarray(moved[..., 0]),
                np.ascontiguousarray(moved[..., 1]),
                cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            ),
            dtype=np.float32,
        )
    return np.asarray(total / 3, dtype=np.float32)


def _edge_positions(
    profiles: NDArray[np.float32], across: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each profile's edge is (pixels along ``across``) and how strong (grey levels)."""
    third = max(2, profiles.shape[1] // 3)
    # The colour axis from desk to paper, common to the side: text and shadows have another one.
    axis = np.median(profiles[:, :third], axis=(0, 1)) - np.median(profiles[:, -third:], axis=(0, 1))
    size = float(np.linalg.norm(axis))
    axis = axis / size if size > 3 else np.full(3, 1 / np.sqrt(3))
    values = cv2.GaussianBlur(np.asarray(profiles @ axis.astype(np.float32)), (5, 1), 1.0)
    gradient = np.maximum(-np.diff(np.asarray(values, dtype=np.float64), axis=1), 0)
    middles = (across[:-1] + across[1:]) / 2
    peaks = gradient.argmax(axis=1)
    strengths = gradient.max(axis=1)
    window = np.abs(middles[None, :] - middles[peaks][:, None]) <= 2.5
    weights = np.where(window, np.maximum(gradient - 0.25 * strengths[:, None], 0), 0)
    sums = weights.sum(axis=1) + 1e-9
    return (weights * middles).sum(axis=1) / sums, np.where(window, gradient, 0).sum(axis=1)


def _robust_line(x: NDArray[np.float64], y: NDArray[np.float64], tolerance: float) -> tuple[float, float]:
    """Slope and offset of the line that most points agree on, then least squares through those."""
    random = np.random.default_rng(7)  # the same picture must give the same corners
    pairs = random.integers(0, len(x), (120, 2))
    pairs = pairs[np.abs(x[pairs[:, 0]] - x[pairs[:, 1]]) > 0.2 * (x[-1] - x[0])]
    if not len(pairs):
        pairs = np.array([[0, len(x) - 1]])
    slopes = (y[pairs[:, 1]] - y[pairs[:, 0]]) / (x[pairs[:, 1]] - x[pairs[:, 0]])
    offsets = y[pairs[:, 0]] - slopes * x[pairs[:, 0]]
    distances = np.abs(y[None, :] - (slopes[:, None] * x[None, :] + offsets[:, None]))
    best = int(np.argmin(np.minimum(distances, 2 * tolerance).sum(axis=1)))
    inliers = distances[best] <= 2 * tolerance
    slope, offset = float(slopes[best]), float(offsets[best])
    for _ in range(3):
        if inliers.sum() < 2:
            break
        slope, offset = _least_squares(x[inliers], y[inliers])
        inliers = np.abs(y - (slope * x + offset)) <= 2 * tolerance
    return slope, offset


def _least_squares(x: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and offset; in closed form, which is many times faster than `numpy.polyfit`."""
    mean_x, mean_y = x.mean(), y.mean()
    spread = x - mean_x
    square = float(spread @ spread)
    slope = float(spread @ y) / square if square > 0 else 0.0
    return slope, float(mean_y - slope * mean_x)

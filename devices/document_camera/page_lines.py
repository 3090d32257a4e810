"""Quadrilaterals from long straight lines (直线组合): for an outline that is interrupted or merges with the desk.

Short segments (LSD) that lie on one line are added up; the longest lines of each of two roughly perpendicular
directions are combined two by two. Many wrong combinations come of it, so this is the last resort.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from devices.document_camera.cv import Image, cv2
from devices.document_camera.quads import Points, Quad, intersection, ordered

_LINES_A_DIRECTION = 7
_SHORTEST = 12.0
_SAME_ANGLE = 0.05
_SAME_OFFSET = 4.0
_APART = 0.12


def quads_of_lines(lab: Image) -> Iterator[Quad]:
    """Combine the longest lines of a small copy in L*a*b*."""
    height, width = lab.shape[:2]
    lines = _lines(_segments(lab), np.array([width / 2, height / 2]))
    if len(lines) < 4:
        return
    # The two directions of the page: along the longest line, and across it.
    main = lines[0][0]
    turned = np.abs((lines[:, 0] - main + np.pi / 2) % np.pi - np.pi / 2)
    along = lines[turned < 0.45][:_LINES_A_DIRECTION]
    across = lines[turned > np.pi / 2 - 0.45][:_LINES_A_DIRECTION]
    apart = _APART * min(height, width)
    for one, two in combinations(along, 2):
        if abs(one[1] - two[1] * np.cos(one[0] - two[0])) < apart:
            continue
        for three, four in combinations(across, 2):
            if abs(three[1] - four[1] * np.cos(three[0] - four[0])) < apart:
                continue
            corners = np.array(
                [
                    intersection(_as_line(first, width, height), _as_line(second, width, height))
                    for first, second in ((one, three), (one, four), (two, three), (two, four))
                ]
            )
            if np.all(np.isfinite(corners)):
                yield ordered(corners)


def _segments(lab: Image) -> NDArray[np.float64]:
    """Segments in lightness and both colours, n × 4 (x1 y1 x2 y2), not shorter than `_SHORTEST` pixels."""
    found = []
    for channel in range(3):
        plane = np.ascontiguousarray(lab[:, :, channel])
        segments = cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD).detect(plane)[0]
        if segments is not None:
            found.append(np.asarray(segments, dtype=np.float64).reshape(-1, 4))
    if not found:
        return np.empty((0, 4))
    together = np.concatenate(found)
    lengths = np.hypot(together[:, 2] - together[:, 0], together[:, 3] - together[:, 1])
    return np.asarray(together[lengths >= _SHORTEST], dtype=np.float64)


def _lines(segments: NDArray[np.float64], centre: Points) -> NDArray[np.float64]:
    """Lines as angle, signed distance of the centre, total length; longest first."""
    if not len(segments):
        return np.empty((0, 3))
    dx, dy = segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]
    angle = np.arctan2(dy, dx) % np.pi
    middle = np.stack([segments[:, 0] + segments[:, 2], segments[:, 1] + segments[:, 3]], axis=1) / 2 - centre
    offset = -np.sin(angle) * middle[:, 0] + np.cos(angle) * middle[:, 1]
    length = np.hypot(dx, dy)
    free = np.ones(len(segments), bool)
    lines = []
    for index in np.argsort(-length):
        if not free[index]:
            continue
        turn = (angle - angle[index] + np.pi / 2) % np.pi - np.pi / 2
        flipped = np.abs(angle - angle[index]) > np.pi / 2
        distance = np.where(flipped, -offset, offset) - offset[index]
        # A segment far along the line may be a little off when the line's own angle is.
        same = free & (np.abs(turn) < _SAME_ANGLE) & (np.abs(distance) < _SAME_OFFSET)
        free &= ~same
        lines.append((angle[index], offset[index], length[same].sum()))
    return np.array(sorted(lines, key=lambda line: line[2], reverse=True))


def _as_line(line: NDArray[np.float64], width: int, height: int) -> Points:
    """Point and direction, 2 × 2."""
    normal = np.array([-np.sin(line[0]), np.cos(line[0])])
    point = np.array([width / 2, height / 2]) + line[1] * normal
    return np.array([point, [np.cos(line[0]), np.sin(line[0])]])

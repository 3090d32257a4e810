"""The way from where one stands to a window or a zone (路线): the shortest along the walks, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from itertools import pairwise
from math import atan2, degrees

from hall.floor_map.plan import FloorPlan, Point

SAME = 0.3  # metres: points nearer than this are one
STRAIGHT = 30.0  # degrees: less is no turn
SHORTEST_STEP = 1.0  # metres: less is not worth a word

Graph = dict[Point, dict[Point, float]]


class Turn(StrEnum):
    """What to do before a stretch (转向)."""

    AHEAD = "ahead"  # 向前
    RIGHT = "right"  # 右转
    LEFT = "left"  # 左转
    BACK = "back"  # 转身


class Side(StrEnum):
    """Where the goal is at the end (位置)."""

    AHEAD = "ahead"
    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Step:
    """Turn, then walk so far; whole metres."""

    turn: Turn
    metres: int


@dataclass(frozen=True, slots=True)
class Route:
    """A way.

    Attributes:
        points: from the start to the goal, as it is drawn.
        steps: what to say of it.
        side: where the goal is, seen from the last step.
        metres: of the whole way.
    """

    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    side: Side
    metres: int


def find_route(plan: FloorPlan, start: Point, goal: Point, *, facing: int) -> Route | None:
    """The shortest way along the walks; None when they don't lead there.

    Args:
        facing: where the person looks at the start, degrees clockwise from up.
    """
    graph = _graph(plan)
    if not graph:
        return None
    enter, leave = _attach(graph, start), _attach(graph, goal)
    walked = _shortest(graph, enter, leave)
    if walked is None:
        return None
    points = _straightened([start, *walked, goal])
    legs = [(a, b) for a, b in pairwise(points) if a.distance(b) > SAME]
    if not legs:
        return Route((start, goal), (), Side.AHEAD, 0)
    # The last stretch from the walk to the counter is told as the side on which it lies.
    told = legs[:-1] if len(legs) > 1 and goal.distance(legs[-1][0]) < 6 else legs
    side = Side.AHEAD
    if told is not legs:
        turn = _turn(_bearing(*told[-1]), _bearing(*legs[-1]))
        side = {Turn.RIGHT: Side.RIGHT, Turn.LEFT: Side.LEFT}.get(turn, Side.AHEAD)
    steps: list[Step] = []
    heading = float(facing)
    for a, b in told:
        bearing = _bearing(a, b)
        turn, metres = _turn(heading, bearing), a.distance(b)
        heading = bearing
        if turn is Turn.AHEAD and steps:
            steps[-1] = Step(steps[-1].turn, round(steps[-1].metres + metres))
        elif metres >= SHORTEST_STEP or not steps:
            steps.append(Step(turn, max(round(metres), 1)))
    total = round(sum(a.distance(b) for a, b in legs))
    return Route(tuple(points), tuple(steps), side, total)


def unreachable(plan: FloorPlan) -> tuple[int, ...]:
    """Windows that no kiosk of the map has a way to; for checking a map."""
    kiosks = [p for p in plan.places if p.station or p.kind.value == "kiosk"]
    return tuple(
        window.number
        for window in plan.windows
        if any(find_route(plan, k.at, window.at, facing=k.facing) is None for k in kiosks)
    )


def _graph(plan: FloorPlan) -> Graph:
    """Points and the walks between them; where walks cross, they meet."""
    segments = [(a, b) for walk in plan.walks for a, b in pairwise(walk) if a.distance(b) > SAME]
    graph: Graph = {}
    for a, b in segments:
        cuts = {_near([a, b], a), _near([a, b], b)}
        for c, d in segments:
            crossing = _crossing(a, b, c, d)
            if crossing is not None:
                cuts.add(crossing)
        ordered = sorted(cuts, key=a.distance)
        for one, other in pairwise(ordered):
            _join(graph, one, other)
    return graph


def _join(graph: Graph, one: Point, other: Point) -> None:
    one, other = _near(graph, one), _near(graph, other)
    if one != other:
        length = one.distance(other)
        graph.setdefault(one, {})[other] = length
        graph.setdefault(other, {})[one] = length


def _near(known: Mapping[Point, object] | Sequence[Point], point: Point) -> Point:
    return next((k for k in known if k.distance(point) <= SAME), point)


def _attach(graph: Graph, point: Point) -> Point:
    """The nearest point of the walks; it becomes one of theirs."""
    best, edge = float("inf"), None
    for a, ends in graph.items():
        for b in ends:
            foot = _foot(a, b, point)
            if foot.distance(point) < best:
                best, edge = foot.distance(point), (a, b, foot)
    assert edge is not None, "the graph has a walk"
    a, b, foot = edge
    foot = _near([a, b], foot)
    if foot not in (a, b):
        _join(graph, a, foot)
        _join(graph, foot, b)
    return _near(graph, foot)


def _shortest(graph: Graph, start: Point, goal: Point) -> list[Point] | None:
    """Dijkstra's way through the graph."""
    queue: list[tuple[float, int, Point]] = [(0.0, 0, start)]
    came: dict[Point, Point] = {}
    known = {start: 0.0}
    serial = 0
    while queue:
        length, _, point = heappop(queue)
        if point == goal:
            way = [point]
            while way[-1] != start:
                way.append(came[way[-1]])
            return way[::-1]
        for near, more in graph[point].items():
            if length + more < known.get(near, float("inf")) - 1e-9:
                known[near], came[near] = length + more, point
                serial += 1
                heappush(queue, (length + more, serial, near))
    return None


def _straightened(points: Sequence[Point]) -> list[Point]:
    """Without points that stand on each other or on a straight line between their neighbours."""
    kept = [points[0]]
    for point in points[1:]:
        if point.distance(kept[-1]) <= SAME:
            continue
        if len(kept) > 1 and abs(_difference(_bearing(kept[-2], kept[-1]), _bearing(kept[-1], point))) < 5:
            kept[-1] = point
        else:
            kept.append(point)
    return kept


def _bearing(a: Point, b: Point) -> float:
    """Degrees clockwise from up."""
    return degrees(atan2(b.x - a.x, a.y - b.y)) % 360


def _difference(before: float, after: float) -> float:
    """From one bearing to another, -180 … 180, positive to the right."""
    return (after - before + 180) % 360 - 180


def _turn(before: float, after: float) -> Turn:
    by = _difference(before, after)
    if abs(by) <= STRAIGHT:
        return Turn.AHEAD
    if abs(by) >= 150:
        return Turn.BACK
    return Turn.RIGHT if by > 0 else Turn.LEFT


def _foot(a: Point, b: Point, p: Point) -> Point:
    """The point of the stretch a–b nearest to p."""
    dx, dy = b.x - a.x, b.y - a.y
    share = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)
    share = min(max(share, 0.0), 1.0)
    return Point(a.x + share * dx, a.y + share * dy)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the stretches a–b and c–d cross or touch; None when they don't, or lie along each other."""
    ux, uy, vx, vy = b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y
    cross = ux * vy - uy * vx
    if abs(cross) < 1e-9:
        return None
    s = ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross
    t = ((c.x - a.x) * uy - (c.y - a.y) * ux) / cross
    spare = 1e-6
    if -spare <= s <= 1 + spare and -spare <= t <= 1 + spare:
        return Point(a.x + s * ux, a.y + s * uy)
    return None

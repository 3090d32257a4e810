"""The way to what a ticket is for (号票去处): the window when one alone serves it, else the zone's waiting area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hall.floor_map.plan import FloorPlan, PlaceKind, Point
from hall.floor_map.route import Route, find_route
from hall.floor_map.words import CHINESE, Phrases, sentence_of


@dataclass(frozen=True, slots=True)
class Goal:
    """Where somebody is sent.

    Attributes:
        windows: drawn as meant on the map.
        zone: the same for a zone; empty for none.
        name: as people say it, such as “A区” or “3号窗口”.
    """

    at: Point
    windows: tuple[int, ...] = ()
    zone: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Guidance:
    """A goal and the way to it, None when the map knows no way from here."""

    goal: Goal
    route: Route | None


def goal_of(plan: FloorPlan, zone: str, windows: Sequence[int]) -> Goal | None:
    """Where a ticket's holder should go; None when the map shows neither the window nor the zone."""
    known = tuple(number for number in windows if plan.window(number) is not None)
    if len(windows) == 1 and known:
        return window_goal(plan, known[0])
    area = plan.area(zone)
    if area is None:
        return window_goal(plan, known[0]) if known else None
    waiting = [p.at for p in plan.places if p.kind is PlaceKind.WAITING and area.holds(p.at)]
    return Goal(waiting[0] if waiting else area.middle, known, zone, f"{zone}区")


def window_goal(plan: FloorPlan, number: int) -> Goal | None:
    """One window; None when the map does not show it."""
    spot = plan.window(number)
    return Goal(spot.at, (number,), name=f"{number}号窗口") if spot is not None else None


def guide(plan: FloorPlan, station: str, goal: Goal) -> Guidance:
    """The way from a kiosk to a goal."""
    here = plan.here(station)
    route = find_route(plan, here.at, goal.at, facing=here.facing) if here is not None else None
    return Guidance(goal, route)


def way_words(
    plan: FloorPlan | None, station: str, zone: str, windows: Sequence[int], phrases: Phrases = CHINESE
) -> str:
    """What a ticket says of the way; empty when there is no map, or no way on it."""
    goal = goal_of(plan, zone, windows) if plan is not None else None
    if plan is None or goal is None:
        return ""
    route = guide(plan, station, goal).route
    return sentence_of(route, goal.name, phrases) if route is not None else ""

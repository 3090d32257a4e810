"""The people who come (办事群众): who they are and how they will behave, drawn before the day begins.

Each draws from a source of its own, so that one person's luck never depends on another's.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from cli.simulate.plan import REASONS, DayPlan, arrival_minutes
from hall.catalogue.item import ServiceItem
from hall.identity import ANONYMOUS, Holder, HolderKind
from hall.queueing.ticket import PriorityClass
from hall.rating.rating import Level, Outcome

SURNAMES = "王李张刘陈杨赵黄周吴徐孙"
GIVEN = ("建国", "秀英", "伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "桂兰", "志强", "梅")
SLOT_MINUTES = 30
SPREAD = 0.55  # of the log-normal handling times


@dataclass(frozen=True, slots=True)
class Visitor:
    """One person's day.

    Attributes:
        arrives: minutes since the opening.
        at_kiosk: seconds at the kiosk.
        patience: minutes after which a number is given up while it waits; None for never.
        shows: comes when called first.
        comes_late: seconds after 过号 at which a person who was missed stands there after all; None for not.
        comes_back: minutes after 过号 to queue again; None for not.
        slot: minute of the day at which the booked slot begins; None without an appointment.
        next_items: codes of the items to go on to.
        work: how long the matter takes against the usual.
        ending: ``"finish"``, ``"transfer"``, ``"suspend"`` or ``"void"``.
    """

    index: int
    arrives: float
    item: ServiceItem
    holder: Holder
    priority: PriorityClass
    reason: str
    at_kiosk: float
    print_fails: bool
    walks_away: bool
    patience: float | None
    second_number: bool
    shows: bool
    walk: float
    comes_late: float | None
    comes_back: float | None
    work: float
    ending: str
    away: float
    outcome: Outcome
    level: Level | None
    slot: int | None
    next_items: tuple[str, ...]
    people: int


def visitors_of(plan: DayPlan, items: Sequence[ServiceItem]) -> list[Visitor]:
    """Everybody who will come, in order of arrival; popular items come first in ``items``' weights."""
    rng = random.Random(f"{plan.seed}:demand")
    weights = [rng.uniform(0.5, 2.0) for _ in items]
    return [
        _visitor(plan, index, minute, rng.choices(items, weights)[0], items)
        for index, minute in enumerate(arrival_minutes(plan))
    ]


def _visitor(plan: DayPlan, index: int, arrives: float, item: ServiceItem, items: Sequence[ServiceItem]) -> Visitor:
    rng, habits = random.Random(f"{plan.seed}:visitor:{index}"), plan.habits
    priority = PriorityClass.ORDINARY
    lot = rng.random()
    for each, share in habits.classes.items():
        if 0 <= lot < share:
            priority = each
        lot -= share
    ending = rng.choices(
        ("transfer", "suspend", "void", "finish"),
        (habits.transferred, habits.suspended, habits.ends_without, 1 - habits.transferred - habits.suspended),
    )[0]
    shows = rng.random() >= habits.no_show
    returns, back = rng.random() < habits.comes_late, rng.random() < habits.comes_back
    outcome = rng.choices(list(Outcome), (70, 8, 21, 1))[0]
    level = rng.choices(list(Level), (1, 1, 4, 24, 70))[0]
    other = rng.choice(items).code
    further = (other,) if rng.random() < habits.two_items and other != item.code else ()
    people = 2 if rng.random() < habits.group else 1
    booked, late = rng.random() < habits.booked, rng.random() < habits.late
    holder = _holder(plan, index, rng)
    can_book = booked and priority is PriorityClass.ORDINARY and bool(holder.key_source)
    return Visitor(
        index=index,
        arrives=arrives,
        item=item,
        holder=holder,
        priority=priority,
        reason=rng.choice(REASONS[priority]) if priority in REASONS else "",
        at_kiosk=rng.uniform(15, 45),
        print_fails=rng.random() < habits.print_fails,
        walks_away=rng.random() < habits.walks_away,
        patience=rng.uniform(5, 40) if rng.random() < habits.gives_up else None,
        second_number=rng.random() < habits.second_number,
        shows=shows,
        walk=rng.uniform(10, 50),
        comes_late=rng.uniform(5, 30) if returns else None,
        comes_back=rng.uniform(3, 15) if back and not returns else None,
        work=rng.lognormvariate(-0.5 * SPREAD**2, SPREAD),
        ending=ending,
        away=rng.uniform(4, 15),
        outcome=outcome,
        level=level if outcome is Outcome.RATED else None,
        slot=_slot(arrives, late=late) if can_book else None,
        next_items=further,
        people=people,
    )


def _holder(plan: DayPlan, index: int, rng: random.Random) -> Holder:
    lot = rng.random()
    if lot < plan.habits.anonymous:
        return ANONYMOUS
    if lot < plan.habits.anonymous + plan.habits.by_phone:
        return Holder(HolderKind.PHONE, phone=f"13{plan.seed % 10:d}{index:08d}")
    name = rng.choice(SURNAMES) + rng.choice(GIVEN)
    return Holder(HolderKind.ID_CARD, name=name, id_number=f"410211{plan.seed % 10_000:04d}{index:08d}")


def _slot(arrives: float, *, late: bool) -> int | None:
    """The half hour in which the person comes, or one that is over by then; None in the first ones of the day."""
    slot = int(arrives // SLOT_MINUTES) * SLOT_MINUTES - (2 * SLOT_MINUTES if late else 0)
    return slot if slot >= 0 else None

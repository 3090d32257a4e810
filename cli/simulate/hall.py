"""The simulated hall (模拟大厅): the sample catalogue, as many windows as wanted, made-up staff."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

import sqlalchemy as sa

from cli.output import CommandError
from cli.simulate.plan import FIRST_DAY
from db.import_catalogue import read_catalogue
from db.store import SqlStore
from db.tables import journal, tickets
from hall.catalogue.import_rows import Catalogue
from hall.catalogue.item import ServiceItem
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import PasswordHasher
from hall.staffing.clerk import Clerk
from hall.staffing.window import Window, WindowKind

PREPARED = "simulation.prepared"  # first record of a simulated hall's journal
BY = Actor("system", frozenset({Role.SYSTEM}), "simulation")
UNIVERSAL_EVERY = 6  # every sixth window serves everything
KINDS = {"A": WindowKind.MARKET, "B": WindowKind.SOCIAL, "C": WindowKind.CONSTRUCTION}


@dataclass(frozen=True, slots=True)
class Staffed:
    """A window's two clerks (AB岗): staff numbers, and the password of both."""

    a: str
    b: str
    password: str


def sample_catalogue() -> Catalogue:
    """The sample hall's items."""
    with resources.as_file(resources.files("db.sample").joinpath("catalogue.csv")) as file:
        return read_catalogue(Path(file))


def plan_windows(items: Sequence[ServiceItem], count: int) -> list[Window]:
    """Windows of the zones in proportion to their items' minutes, and some that serve everything."""
    every = frozenset(item.code for item in items)
    minutes: Mapping[str, float] = _by_zone(items)
    given = dict.fromkeys(minutes, 0)
    windows = []
    for number in range(1, count + 1):
        if number % UNIVERSAL_EVERY == 1:
            windows.append(Window(number, "无差别综合窗口", WindowKind.UNIVERSAL, "A", every))
            continue
        zone = max(sorted(minutes), key=lambda z: minutes[z] / (given[z] + 1))
        given[zone] += 1
        mine = sorted(item.code for item in items if item.zone == zone)
        special = frozenset({mine[number % len(mine)]})
        kind = KINDS.get(zone, WindowKind.SPECIAL)
        windows.append(Window(number, str(kind), kind, zone, frozenset(mine), special))
    return windows


def _by_zone(items: Sequence[ServiceItem]) -> Mapping[str, float]:
    minutes: dict[str, float] = defaultdict(float)
    for item in items:
        minutes[item.zone] += item.minutes
    return minutes


def staff_of(windows: Sequence[Window]) -> dict[int, Staffed]:
    """Who works at each window."""
    return {w.number: Staffed(f"3{w.number:03d}", f"4{w.number:03d}", f"sim-{w.number}") for w in windows}


def prepare(store: SqlStore, hasher: PasswordHasher, *, windows: int) -> list[Window]:
    """Write the simulated hall into an empty database, or find the one of an earlier simulation there.

    Raises:
        CommandError: a hall of its own is there, or a simulation with other windows, or one that was stopped.
    """
    catalogue = sample_catalogue()
    wanted = plan_windows(catalogue.items, windows)
    with store.reading() as uow:
        found = list(uow.windows.all())
        used = bool(found or uow.clerks.all())
    if used:
        return _found_again(store, found, wanted)
    clerks = _clerks(wanted, catalogue, hasher)
    with store.begin() as uow:
        uow.record(Event(PREPARED, "hall", {"windows": windows}), by=BY)
        uow.catalogue.replace(catalogue)
        for clerk in clerks:
            uow.clerks.put(clerk)
        for window in wanted:
            uow.windows.put(window)
        uow.commit()
    return wanted


def _clerks(windows: Sequence[Window], catalogue: Catalogue, hasher: PasswordHasher) -> list[Clerk]:
    department = catalogue.departments[0].code
    clerks = []
    for number, staffed in staff_of(windows).items():
        items = next(w.items for w in windows if w.number == number)
        hashed = hasher.hash(staffed.password)
        for post, clerk in (("A", staffed.a), ("B", staffed.b)):
            name = f"模拟{post}岗{number}"
            clerks.append(Clerk(clerk, name, department, frozenset({Role.CLERK}), hashed, items))
    return clerks


def _found_again(store: SqlStore, found: Sequence[Window], wanted: Sequence[Window]) -> list[Window]:
    with store.database.engine.connect() as connection:
        first = connection.scalar(sa.select(journal.c.kind).where(journal.c.seq == 1))
    if first != PREPARED:
        message = "数据库中已有真实大厅，模拟不能写入其中，请指定一个空数据库。"
        raise CommandError(message, "the database has a hall; give an empty one")
    if [(w.number, w.items) for w in found] != [(w.number, w.items) for w in wanted]:
        message = "数据库中是另一个规模的模拟大厅，请指定一个空数据库，或用相同的 --windows。"
        raise CommandError(message, "the database holds a simulation with other windows")
    if any(w.clerk for w in found):
        message = "数据库中的上一次模拟没有结束，请指定一个空数据库。"
        raise CommandError(message, "an earlier simulation there was stopped half-way")
    return list(found)


def free_day(store: SqlStore, wanted: date = FIRST_DAY) -> date:
    """The first day from ``wanted`` on that has no ticket yet."""
    with store.database.engine.connect() as connection:
        last = connection.scalar(sa.select(sa.func.max(tickets.c.day)))
    return wanted if last is None or last < wanted else last + timedelta(days=1)

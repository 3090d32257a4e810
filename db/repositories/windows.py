"""Windows with their authorised items (窗口)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert  # its ON CONFLICT compiles for SQLite as well

from db.crypto import Keys
from db.register_tables import delegations
from db.repositories.layout import Layout
from db.repositories.registers import SqlRegister
from db.revisions import Kept, Revisioned
from db.session import Session
from db.statement import Statement
from db.tables import window_items, windows
from hall.errors import Conflict, NotFound
from hall.staffing.delegation import Delegation, delegated_to
from hall.staffing.window import Pause, Post, Window, WindowKind, WindowState

COLUMNS = tuple(column.name for column in windows.c)
DELEGATIONS = Layout(delegations, Delegation)

ALL = Statement(sa.select(*windows.c).order_by(windows.c.number))
ALL_ITEMS = Statement(sa.select(window_items.c.window, window_items.c.item, window_items.c.special))
_put = insert(windows)
PUT = Statement(
    _put.on_conflict_do_update(
        index_elements=["number"], set_={name: _put.excluded[name] for name in COLUMNS if name != "number"}
    )
)
SAVE = Statement(
    sa.update(windows)
    .where(windows.c.number == sa.bindparam("which"), windows.c.version == sa.bindparam("seen"))
    .values({name: sa.bindparam(f"new_{name}", type_=windows.c[name].type) for name in COLUMNS if name != "number"})
)
FORGET_ITEMS = Statement(sa.delete(window_items).where(window_items.c.window == sa.bindparam("which")))
PUT_ITEM = Statement(sa.insert(window_items))


@dataclass(frozen=True, slots=True)
class WindowsSnapshot:
    """All windows and delegations at one revision."""

    windows: Mapping[int, Window]
    delegations: tuple[Delegation, ...]

    def on(self, day: date) -> Mapping[int, Window]:
        """The windows with what is delegated to them on a day."""
        holding = [delegation for delegation in self.delegations if delegation.holds_on(day)]
        if not holding:
            return self.windows
        return {
            number: replace(window, delegated=delegated_to(number, holding, day))
            for number, window in self.windows.items()
        }


class SqlWindows:
    """Fills `hall.ports.WindowRepository`."""

    def __init__(
        self, session: Session, kept: Kept[WindowsSnapshot], revision: int, keys: Keys, now: datetime, zone: tzinfo
    ) -> None:
        self._session = session
        self._keys = keys
        self._day = now.date()
        self._zone = zone
        self._every = Revisioned(kept, revision, self._load)

    @property
    def changed(self) -> bool:
        """True when this transaction changed a window."""
        return self._every.changed

    def all(self) -> Sequence[Window]:
        """All windows by number."""
        return tuple(self._every.get().on(self._day).values())

    def get(self, number: int) -> Window:
        """One window.

        Raises:
            NotFound: no such number.
        """
        found = self._every.get().on(self._day).get(number)
        if found is None:
            raise NotFound(f"window {number}")
        return found

    def save(self, before: Window, after: Window) -> Window:
        """Guarded by version, as with tickets.

        Raises:
            Conflict: the row changed in between.
        """
        after = replace(after, version=before.version + 1)
        change = {f"new_{name}": value for name, value in _to_row(after).items() if name != "number"}
        if self._session.change(SAVE, change | {"which": before.number, "seen": before.version}) != 1:
            raise Conflict(f"window {before.number}: version {before.version} is no longer current")
        self._every.changed = True
        if (before.items, before.specialities) != (after.items, after.specialities):
            self._put_items(after)
        return after

    def put(self, window: Window) -> None:
        """Add or replace a window, for set-up."""
        self._session.change(PUT, _to_row(window))
        self._every.changed = True
        self._put_items(window)

    def delegations(self) -> Sequence[Delegation]:
        """All delegations, by id."""
        return self._every.get().delegations

    def put_delegation(self, delegation: Delegation) -> Delegation:
        """Add a delegation (id 0) or replace one; returns it with its id.

        Raises:
            Conflict: it was changed in between.
        """
        register = self._delegations
        self._every.changed = True
        return register.save(delegation, delegation) if delegation.id else register.add(delegation)

    @property
    def _delegations(self) -> SqlRegister[Delegation]:
        return SqlRegister(DELEGATIONS, self._session, self._keys, self._zone)

    def _put_items(self, window: Window) -> None:
        self._session.change(FORGET_ITEMS, {"which": window.number})
        self._session.change_each(
            PUT_ITEM,
            [
                {"window": window.number, "item": item, "special": item in window.specialities}
                for item in sorted(window.items | window.specialities)
            ],
        )

    def _load(self) -> WindowsSnapshot:
        authorised: dict[int, set[str]] = defaultdict(set)
        special: dict[int, set[str]] = defaultdict(set)
        for number, item, is_special in self._session.all(ALL_ITEMS):
            authorised[number].add(item)
            if is_special:
                special[number].add(item)
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self._session.all(ALL)]
        windows = {
            row["number"]: self._to_window(
                row, frozenset(authorised[row["number"]]), frozenset(special[row["number"]])
            )
            for row in rows
        }
        return WindowsSnapshot(windows, tuple(self._delegations.where()))

    def _to_window(self, row: Mapping[str, Any], items: frozenset[str], specialities: frozenset[str]) -> Window:
        pause = None
        if row["pause_reason"] is not None:
            began, back_at = self._local(row["pause_since"]), self._local(row["pause_back_at"])
            pause = Pause(row["pause_reason"], row["pause_whereabouts"], began, back_at)
        since, until = row["temporary_from"], row["temporary_until"]
        return Window(
            number=row["number"],
            name=row["name"],
            kind=WindowKind(row["kind"]),
            zone=row["zone"],
            items=items,
            specialities=specialities,
            contact=row["contact"],
            state=WindowState(row["state"]),
            clerk=row["clerk"],
            post=None if row["post"] is None else Post(row["post"]),
            pause=pause,
            temporary_until=None if until is None else self._local(until),
            temporary_from=None if since is None else self._local(since),
            temporary_reason=row["temporary_reason"],
            branch=row["branch"],
            active=row["active"],
            version=row["version"],
        )

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone)


def _to_row(window: Window) -> dict[str, Any]:
    pause = window.pause
    return {
        "number": window.number,
        "name": window.name,
        "kind": str(window.kind),
        "zone": window.zone,
        "contact": window.contact,
        "state": str(window.state),
        "clerk": window.clerk,
        "post": None if window.post is None else str(window.post),
        "pause_reason": pause and pause.reason,
        "pause_whereabouts": pause and pause.whereabouts,
        "pause_since": pause and pause.since,
        "pause_back_at": pause and pause.back_at,
        "temporary_until": window.temporary_until,
        "temporary_from": window.temporary_from,
        "temporary_reason": window.temporary_reason,
        "branch": window.branch,
        "active": window.active,
        "version": window.version,
    }

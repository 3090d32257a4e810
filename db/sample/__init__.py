"""The sample hall (示例大厅): thirty real items, eight windows, made-up staff; for demos and for trying out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from db.import_catalogue import read_catalogue, write_catalogue
from db.import_synonyms import read_synonyms, write_synonyms
from hall.catalogue.import_rows import Catalogue
from hall.errors import Conflict
from hall.identity import Actor, Role
from hall.journal.record import Event
from hall.ports import PasswordHasher, Store
from hall.staffing.clerk import Clerk
from hall.staffing.window import Window, WindowKind


def sample_password(staff_number: str) -> str:
    """Password of a sample clerk, such as ``demo-1027``."""
    return f"demo-{staff_number}"


def seed_sample(store: Store, hasher: PasswordHasher, *, by: Actor) -> None:
    """Write the sample hall into a database that has no windows and no staff yet, in one transaction.

    Raises:
        NotAllowed: not an administrator.
        Conflict: the database has a hall; sample passwords must not get in there.
    """
    by.must_be(Role.ADMIN, Role.SYSTEM)
    with resources.as_file(resources.files(__name__).joinpath("catalogue.csv")) as file:
        catalogue = read_catalogue(Path(file))
    with resources.as_file(resources.files(__name__).joinpath("synonyms.csv")) as file:
        synonyms = read_synonyms(Path(file), catalogue.items)
    hall = tomllib.loads(resources.files(__name__).joinpath("hall.toml").read_text(encoding="utf-8"))
    windows = {raw["number"]: _window(raw, catalogue) for raw in hall["windows"]}
    # Before the transaction: hashing takes its time, on purpose.
    clerks = [_clerk(raw, catalogue, windows, hasher) for raw in hall["clerks"]]
    with store.begin() as uow:
        if uow.windows.all() or uow.clerks.all():
            raise Conflict("the database has a hall", message="数据库中已有窗口或人员，不能写入示例大厅。")
        write_catalogue(uow, catalogue)
        write_synonyms(uow, synonyms)
        for clerk in clerks:
            uow.clerks.put(clerk)
        for window in windows.values():
            uow.windows.put(window)
        facts = {"items": len(catalogue.items), "windows": len(windows), "clerks": len(clerks)}
        uow.record(Event("sample.seeded", "hall", facts), by=by)
        uow.commit()


def _window(raw: Mapping[str, Any], catalogue: Catalogue) -> Window:
    codes = {department.name: department.code for department in catalogue.departments}
    wanted = {codes[name] for name in raw["departments"]}
    special = set(raw.get("specialities", ()))
    return Window(
        number=raw["number"],
        name=raw["name"],
        kind=WindowKind(raw["kind"]),
        zone=raw["zone"],
        contact=raw["contact"],
        items=frozenset(item.code for item in catalogue.items if item.department in wanted),
        specialities=frozenset(item.code for item in catalogue.items if item.name in special),
    )


def _clerk(
    raw: Mapping[str, Any], catalogue: Catalogue, windows: Mapping[int, Window], hasher: PasswordHasher
) -> Clerk:
    codes = {department.name: department.code for department in catalogue.departments}
    trained: frozenset[str] = frozenset().union(*(windows[number].items for number in raw["windows"]))
    return Clerk(
        number=raw["number"],
        name=raw["name"],
        department=codes[raw["department"]],
        roles=frozenset(Role(role) for role in raw["roles"]),
        password_hash=hasher.hash(sample_password(raw["number"])),
        trained_items=trained,
    )

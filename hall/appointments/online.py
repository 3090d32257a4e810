"""Appointments made on the online platform (网上预约导入): read row by row, taken in without doubling.

A bad row is named and left out, the good ones are taken in: people come on the day whatever else is in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hall.appointments.appointment import AppointmentState
from hall.appointments.booking import BookingRequest, add_appointment, cancel, check_overlap
from hall.appointments.place import Place, PlaceKind
from hall.appointments.rules import Channel
from hall.catalogue.import_rows import RowProblem
from hall.errors import BadInput, HallError, NotFound
from hall.identity import Actor, Holder, HolderKind, Role
from hall.journal.record import Event
from hall.ports import UnitOfWork
from hall.profile import HallProfile

# Accepted headings -> field; JSON objects use the English ones.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "external_id": ("预约号", "external_id", "id"),
    "item": ("事项编码", "item", "code"),
    "at": ("预约时间", "at", "开始时间"),
    "name": ("姓名", "name"),
    "id_number": ("身份证号", "id_number"),
    "phone": ("手机号", "phone"),
    "state": ("状态", "state"),
}
REQUIRED = ("external_id", "item", "at")
STATES = {"": True, "已预约": True, "booked": True, "已取消": False, "cancelled": False}


@dataclass(frozen=True, slots=True)
class OnlineRow:
    """One checked row; ``booked`` is False when the platform took it back."""

    line: int
    external_id: str
    item: str
    at: datetime
    person: Holder
    booked: bool


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: new, known already, taken back, and the bad rows by line."""

    added: int
    known: int
    cancelled: int
    problems: tuple[RowProblem, ...]


def check_rows(
    rows: Iterable[tuple[int, Mapping[str, str]]], *, profile: HallProfile
) -> tuple[list[OnlineRow], list[RowProblem]]:
    """Check rows of text, each with its line; headings may be Chinese or English."""
    good: list[OnlineRow] = []
    problems: list[RowProblem] = []
    line_of: dict[str, int] = {}
    for line, raw in rows:
        lowered = {str(key).strip(" \ufeff").lower(): str(value or "").strip() for key, value in raw.items()}
        cells = {
            name: next((lowered[key] for key in accepted if lowered.get(key)), "")
            for name, accepted in COLUMNS.items()
        }
        reasons = _check(cells)
        at = _moment(cells["at"], profile)
        if cells["at"] and at is None:
            reasons.append(f"预约时间“{cells['at'][:20]}”应为 2025-03-10 10:00 的形式")
        if cells["external_id"] in line_of and cells["external_id"]:
            reasons.append(f"预约号与第{line_of[cells['external_id']]}行重复")
        line_of.setdefault(cells["external_id"], line)
        if reasons or at is None:
            problems += [RowProblem(line, reason) for reason in reasons]
            continue
        kind = HolderKind.ID_CARD if cells["id_number"] else HolderKind.PHONE
        person = Holder(kind, cells["name"], cells["id_number"].upper(), cells["phone"])
        good.append(OnlineRow(line, cells["external_id"], cells["item"], at, person, STATES[cells["state"]]))
    return good, problems


def import_online(
    uow: UnitOfWork, rows: Sequence[OnlineRow], problems: Sequence[RowProblem], *, by: Actor, profile: HallProfile
) -> ImportResult:
    """Take checked rows in (网上预约导入); what is known already by its number is not stored twice."""
    by.must_be(Role.ADMIN, Role.SYSTEM)
    added = known = cancelled = 0
    bad = list(problems)
    for row in rows:
        found = uow.registers.appointments.where(external_id=row.external_id)
        try:
            if not found and row.booked:
                _add(uow, row, by, profile)
                added += 1
            elif found and not row.booked and found[0].state is AppointmentState.BOOKED:
                cancel(uow, found[0].id, by=by, reason="网上取消")
                cancelled += 1
            elif found and found[0].at != row.at and row.booked:
                bad.append(RowProblem(row.line, f"预约号已用于{found[0].at:%m-%d %H:%M}，改期请先取消"))
            else:
                known += 1
        except HallError as error:
            bad.append(RowProblem(row.line, error.message))
    facts = {"added": added, "known": known, "cancelled": cancelled, "bad": len(bad)}
    uow.record(Event("appointment.imported", "appointments", facts), by=by)
    return ImportResult(added, known, cancelled, tuple(sorted(bad, key=lambda p: p.line)))


def _add(uow: UnitOfWork, row: OnlineRow, by: Actor, profile: HallProfile) -> None:
    rules = profile.appointments
    try:
        item = uow.catalogue.item(row.item)
    except NotFound:
        raise BadInput("unknown item", message=f"没有事项“{row.item[:20]}”") from None
    if not item.active:
        raise BadInput("item is off", message=f"事项“{item.name}”已停用")
    if row.at <= uow.now:
        raise BadInput("in the past", message="预约时间已过")
    ends = row.at + timedelta(minutes=rules.slot_minutes)
    place = Place(PlaceKind.APPOINTMENT, row.item, row.at, ends, rules.capacity)
    check_overlap(uow, place)
    request = BookingRequest(row.item, row.at, Channel.ONLINE, row.person)
    add_appointment(uow, request, place, by=by, external_id=row.external_id)


def _check(cells: Mapping[str, str]) -> list[str]:
    reasons = [f"“{COLUMNS[name][0]}”为空" for name in REQUIRED if not cells[name]]
    if not cells["id_number"] and not cells["phone"]:
        reasons.append("身份证号和手机号至少填一项")
    if cells["id_number"] and not re.fullmatch(r"[0-9]{17}[0-9Xx]|[0-9A-Za-z]{7,20}", cells["id_number"]):
        reasons.append("身份证号格式有误")
    if cells["phone"] and not re.fullmatch(r"1[0-9]{10}", cells["phone"]):
        reasons.append("手机号应为11位数字")
    if cells["state"] not in STATES:
        reasons.append(f"状态“{cells['state'][:20]}”不在 已预约、已取消 之列")
    if len(cells["external_id"]) > 64 or len(cells["name"]) > 60:
        reasons.append("预约号或姓名过长")
    return reasons


def _moment(text: str, profile: HallProfile) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.replace("/", "-"))
    except ValueError:
        return None
    return moment.replace(tzinfo=profile.zone) if moment.tzinfo is None else moment.astimezone(profile.zone)

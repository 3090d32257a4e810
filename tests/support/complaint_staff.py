"""Staff around complaints: a supervisor, discipline inspection, a department's chief and its clerk."""

from __future__ import annotations

from dataclasses import replace

from hall.complaints.complaint import Complaint, ComplaintKind, Tag
from hall.complaints.intake import ComplaintWish, file_complaint
from hall.identity import Actor, Holder, HolderKind, Role
from hall.ports import Store
from hall.staffing.clerk import Clerk
from tests.support.sample_hall import KIOSK, PROFILE, PlainHasher
from tests.unit.hall.business_calendar.test_calendar import CALENDAR

MEI = Holder(HolderKind.ID_CARD, "李梅", "11010519491231002X", "13812345678")
BY_PHONE = Holder(HolderKind.PHONE, phone="13900004321")
STAFF = {
    "2002": ("吴强", "zx", {Role.SUPERVISOR}),
    "2003": ("钱进", "zx", {Role.SUPERVISOR}),
    "4001": ("秦正", "jw", {Role.DISCIPLINE}),
    "1060": ("冯军", "scjg", {Role.CHIEF}),
    "1070": ("郭明", "mz", {Role.CHIEF}),
    "2001": ("周敏", "zx", {Role.GUIDE}),
}
WU, QIAN, QIN, FENG, GUO, GUIDE = (
    Actor(number, frozenset(roles), "office-1") for number, (_, _, roles) in STAFF.items()
)
RUDE = ComplaintWish(ComplaintKind.COMPLAINT, (Tag.ATTITUDE,), MEI, window=3)
STUCK = ComplaintWish(ComplaintKind.UNRESOLVED, (Tag.PASSED_AROUND,), MEI, item="SX002")


def add_staff(store: Store) -> None:
    """Put them into the sample hall."""
    with store.begin() as uow:
        for number, (name, department, roles) in STAFF.items():
            uow.clerks.put(Clerk(number, name, department, frozenset(roles), PlainHasher().hash(f"pw-{number}")))
        uow.commit()


def filed(store: Store, wish: ComplaintWish = RUDE, *, by: Actor = KIOSK, **changes: object) -> Complaint:
    """Taken down and committed."""
    with store.begin() as uow:
        wished = replace(wish, **changes)  # type: ignore[arg-type]
        made = file_complaint(uow, wished, by=by, profile=PROFILE, calendar=CALENDAR)
        uow.commit()
    return made

"""Today's windows and who sits there (今日窗口人员公示): 安康八3, 平桥§14."""

from __future__ import annotations

from dataclasses import dataclass

from hall.ports import UnitOfWork
from hall.staffing.window import Post, WindowState


@dataclass(frozen=True, slots=True)
class OnDuty:
    """A window with its clerk; what a hall shows of the clerk its plate rule says (`hall.profile.Plate`)."""

    window: int
    name: str
    zone: str
    state: WindowState
    clerk_name: str
    clerk_number: str
    post: Post | None


def read_on_duty(uow: UnitOfWork, branch: str = "") -> tuple[OnDuty, ...]:
    """The windows of a branch where somebody has signed in, by number."""
    names = {clerk.number: clerk.name for clerk in uow.clerks.all()}
    return tuple(
        OnDuty(w.number, w.name, w.zone, w.state, names.get(w.clerk, ""), w.clerk, w.post)
        for w in uow.windows.all()
        if w.branch == branch and w.clerk is not None
    )

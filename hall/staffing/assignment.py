"""Who holds a post from when to when (轮岗): 祥符§18, 安康四3, 开封§29, 平桥§4, W-06."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hall.errors import BadInput
from hall.staffing.window import Post

TERM_YEARS = 2  # 祥符§25, 安康四3


@dataclass(frozen=True, slots=True)
class Assignment:
    """A clerk at a post of a window (派驻记录).

    Attributes:
        starts, ends: first and last day; ``ends`` None while it lasts.
        filed_on: when it was filed with 人社局 and 政数局 (备案).
        approved_by: who approved the change.
    """

    id: int
    clerk: str
    window: int
    post: Post
    starts: date
    filed_on: date
    approved_by: str
    ends: date | None = None
    version: int = 0

    @property
    def term_ends(self) -> date:
        """The day the two years are full; a leap day moves to 03-01."""
        try:
            return self.starts.replace(year=self.starts.year + TERM_YEARS)
        except ValueError:
            return date(self.starts.year + TERM_YEARS, 3, 1)

    def term_is_full(self, today: date) -> bool:
        """True when the two years are served."""
        return today >= self.term_ends


def check_overlap(predecessors: Sequence[Assignment], successor: Assignment) -> None:
    """Check 先进后出: the new one comes before, or on the day, the old one goes.

    Raises:
        BadInput: there would be a day without anybody.
    """
    gone = [old for old in predecessors if old.ends is not None and old.ends < successor.starts]
    here = [old for old in predecessors if old.ends is None or old.ends >= successor.starts]
    if gone and not here:
        raise BadInput(
            f"post {successor.window}{successor.post} would be empty",
            message="更换窗口人员须先进后出：新人员到岗日不得晚于原人员离岗日。",
        )

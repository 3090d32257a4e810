"""What the hall sets about complaints (投诉规则, ⚙): 开封§15 and 安康六1 ask for 及时 without a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class ComplaintRules:
    """Limits (⚙).

    Attributes:
        assign_days: working days after the intake by which somebody is charged with it.
        answer_days: working days after the intake by which it is answered.
        feedback_days: working days after the answer by which the person was told.
        feedback_tries: calls in vain after which it may be closed without having reached the person.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    assign_days: int = 1
    answer_days: int = 5
    feedback_days: int = 2
    feedback_tries: int = 3

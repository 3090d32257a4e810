"""When a window serves beyond its hours (延时服务)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from hall.profile import Hours
from hall.queueing.overtime import in_extended_service
from tests.support.fake_store import ZONE

NOON_SERVICE = replace(Hours(), noon_service=True)


@pytest.mark.req("Q-14")
@pytest.mark.parametrize(
    ("clock", "hours", "extended"),
    [
        ("08:50", Hours(), False),  # staff are there early
        ("11:59", Hours(), False),
        ("12:00", Hours(), True),
        ("12:49", Hours(), True),
        ("12:50", Hours(), False),  # early for the afternoon
        ("16:59", Hours(), False),
        ("17:00", Hours(), True),
        ("23:59", Hours(), True),
        ("12:10", NOON_SERVICE, False),
        ("17:00", NOON_SERVICE, True),
    ],
)
def test_it_begins_with_a_closing_and_ends_before_the_next_opening(
    clock: str, hours: Hours, extended: bool
) -> None:
    now = datetime.fromisoformat(f"2025-03-03T{clock}").replace(tzinfo=ZONE)
    assert in_extended_service(hours, now) is extended

"""Panels that share an area: each page gets its time, and then it begins again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from display_app.screens.panel_screen.turns import Stay, turn_at

STAYS = st.lists(st.tuples(st.integers(1, 5), st.integers(2, 30)), min_size=1, max_size=4).map(
    lambda found: [Stay(str(n), pages, float(seconds)) for n, (pages, seconds) in enumerate(found)]
)


@given(STAYS, st.integers(0, 3))
def test_every_page_of_every_panel_has_its_seconds(stays: list[Stay], rounds: int) -> None:
    whole = int(sum(stay.pages * stay.seconds for stay in stays))
    seen = [turn_at(stays, rounds * whole + second + 0.5) for second in range(whole)]
    expected = [(s.panel, page) for s in stays for page in range(s.pages) for _ in range(int(s.seconds))]
    assert seen == expected


def test_without_panels_it_is_nobodys_turn() -> None:
    assert turn_at([], 5.0) is None

"""A board whose screen is unplugged, comes back, changes its mode; as X tells it, to the real process."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.demo.children import Children
from cli.demo.hall import make_hall, prepare_folder
from cli.demo.hand import Hand
from cli.demo.play import child_environment
from cli.demo.stations import Station, connect_hands, write_config
from tests.support.plugged_screens import FIRST, SECOND, Area, PluggedScreens, plugged_screens
from tests.support.rival_window import MAGENTA
from tests.support.window_manager import Rivals

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(os.name != "posix" or shutil.which("Xorg") is None, reason="needs Xorg's dummy driver"),
]
SLOW = 90.0
FIRST_AREA = (0, 0, 1920, 1080)


class Wall:
    """A board and the screens of its machine."""

    def __init__(self, screens: PluggedScreens, hand: Hand) -> None:
        self.screens, self.hand = screens, hand

    def fills(self, area: Area, what: str) -> None:
        """The board lies on that area and is painted there, from edge to edge; it follows its database."""
        self.hand.wait(
            lambda s: s["stale"] == "" and self.hand.where("main_board") == area and self._is_painted(area), what
        )

    def seen(self, area: Area) -> set[tuple[int, int, int]]:
        """Colours on that area, whoever drew them."""
        x, y, width, height = area
        across = [x + 1, x + width // 3, x + width // 2, x + width - 2]
        down = [y + 1, *(y + height * part // 7 for part in range(1, 7)), y + height - 2]
        return set(self.screens.colours(*((a, b) for a in across for b in down)))

    def _is_painted(self, area: Area) -> bool:
        seen = self.seen(area)
        return len(seen) > 2 and (0, 0, 0) not in seen


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[Wall]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    sections = f'[display]\nkind = "main"\nscreen = "{SECOND}"\n'
    config = write_config(Station("board-1", "display_app", sections), folder)
    with plugged_screens(tmp_path) as screens:
        screens.plug(SECOND, "1280x720", right_of=FIRST)
        environment = child_environment(folder, token, headless=False) | screens.environment
        with Children(folder.logs, environment) as children:
            child = children.start("board-1", "display_app", "--config", str(config))
            hand = connect_hands({"board-1": child}, token)["board-1"]
            hand.wait(lambda s: s["stale"] == "", "the board", timeout=SLOW)
            yield Wall(screens, hand)
            hand.close()


@pytest.mark.req("D-01")
def test_a_board_fills_its_own_screen_whenever_that_is_there_and_else_another_but_covers_nobody(wall: Wall) -> None:
    screens = wall.screens
    wall.fills((1920, 0, 1280, 720), "its own screen, not the first")
    screens.unplug(SECOND)
    wall.fills(FIRST_AREA, "the one that is left")
    screens.plug(SECOND, "1280x720", right_of=FIRST)
    wall.fills((1920, 0, 1280, 720), "back on its own")
    screens.plug(SECOND, "1024x768", right_of=FIRST)
    wall.fills((1920, 0, 1024, 768), "another mode, another ratio")
    screens.plug(FIRST, "1280x1024")
    screens.plug(SECOND, "1280x720", right_of=FIRST)
    wall.fills((1280, 0, 1280, 720), "moved, as its neighbour became smaller")
    screens.unplug(FIRST)
    wall.fills(screens.area(SECOND), "the first screen is off")
    screens.unplug(SECOND)
    screens.plug(FIRST, "1920x1080")
    wall.fills(FIRST_AREA, "all were off, another came back first")
    screens.plug(SECOND, "1280x720", right_of=FIRST)
    wall.fills((1920, 0, 1280, 720), "all are on again")

    neighbour = Rivals(screens)
    try:
        neighbour.open("full")
        wall.hand.wait(lambda _: wall.seen(FIRST_AREA) == {MAGENTA}, "another program on the first screen")
        screens.unplug(SECOND)
        wall.hand.wait(
            lambda _: wall.hand.where("main_board") == FIRST_AREA and wall.seen(FIRST_AREA) == {MAGENTA},
            "beneath whoever is there",
        )
        screens.plug(SECOND, "1280x720", right_of=FIRST)
        wall.fills((1920, 0, 1280, 720), "back on its own, after all")
        assert wall.seen(FIRST_AREA) == {MAGENTA}, "the neighbour is as it was"
    finally:
        neighbour.close()

"""Nobody gets past the kiosk where a window manager runs: its keys, its mouse, other programs, its restart."""

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
from tests.support.rival_window import MAGENTA
from tests.support.touch_screen import TouchScreen, touch_screen
from tests.support.window_manager import Rivals, WindowManager, a_desktop

pytestmark = [
    pytest.mark.timeout(240),
    pytest.mark.skipif(os.name != "posix" or shutil.which("openbox") is None, reason="needs X11 and openbox"),
]
SLOW = 90.0
SIZE = (1080, 1920)
PLACES = [(x, y) for x in (5, 300, 700, 1075) for y in (5, 500, 960, 1400, 1915)]
# What openbox and other desktops listen to: switch, close, minimise, menus, workspaces, the desktop, a terminal.
CHORDS = (
    *(
        "alt+Tab",
        "alt+shift+Tab",
        "alt+Escape",
        "ctrl+alt+Tab",
        "alt+F4",
        "alt+F3",
        "alt+F9",
        "alt+F10",
        "alt+space",
    ),
    *("super", "super+d", "super+e", "super+Tab", "super+F2", "ctrl+alt+Left", "ctrl+alt+Right", "ctrl+alt+Down"),
    *(
        "ctrl+alt+d",
        "ctrl+Escape",
        "ctrl+alt+t",
        "ctrl+alt+Delete",
        "ctrl+alt+BackSpace",
        "F11",
        "F12",
        "Menu",
        "Print",
    ),
)


class Guarded:
    """A locked kiosk on a desktop."""

    def __init__(self, screen: TouchScreen, manager: WindowManager, rivals: Rivals, hand: Hand) -> None:
        self.screen, self.manager, self.rivals, self.hand = screen, manager, rivals, hand

    @property
    def is_all_there_is(self) -> bool:
        """The kiosk from edge to edge, and nothing of anybody else."""
        seen = self.screen.colours(*PLACES)
        return MAGENTA not in seen and len(set(seen)) > 1 and self.hand.where("kiosk") == (0, 0, *SIZE)

    def stands(self, after: str) -> None:
        """Nothing has changed."""
        assert self.hand.state()["screen"] == "home", after
        assert self.is_all_there_is, after

    def comes_back(self, after: str) -> None:
        """At once, or as soon as it has looked around."""
        self.hand.wait(lambda s: self.is_all_there_is and s["screen"] == "home", after)

    def drag(self, start: tuple[int, int], end: tuple[int, int], *, key: str = "", button: int = 1) -> None:
        """With a key held down, as window managers move and resize windows."""
        held, freed = (["keydown", key], ["keyup", key]) if key else ([], [])
        moves = [["mousemove", str(x), str(y)] for x, y in (start, end)]
        words = [*held, *moves[0], "mousedown", str(button), *moves[1], "mouseup", str(button), *freed]
        self.screen.xdotool(*words)


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Guarded]:
    folder = prepare_folder(tmp_path / "hall")
    make_hall(folder)
    token = secrets.token_urlsafe(24)
    config = write_config(Station("kiosk-1", "kiosk_app", "[kiosk]\nfullscreen = true\n"), folder)
    with touch_screen(*SIZE) as screen, a_desktop(screen, tmp_path) as (manager, rivals):
        rivals.open("usual")
        environment = child_environment(folder, token, headless=False) | screen.environment
        with Children(folder.logs, environment) as children:
            child = children.start("kiosk-1", "kiosk_app", "--config", str(config))
            hand = connect_hands({"kiosk": child}, token)["kiosk"]
            hand.wait(lambda s: s["online"] and s["screen"] == "home" and manager.is_ready, "home", timeout=SLOW)
            yield Guarded(screen, manager, rivals, hand)
            hand.close()


def test_on_a_desktop_nothing_comes_in_front_of_the_kiosk_or_moves_it_away(guarded: Guarded) -> None:
    guarded.comes_back("start")
    for chord in CHORDS:
        guarded.screen.keys(chord)
        guarded.stands(chord)
    for held in ("alt", "super"):
        for button in (1, 2, 3, 4, 5):  # move, lower, resize, the wheel: another workspace
            guarded.drag((500, 900), (700, 1200), key=held, button=button)
            guarded.stands(f"{held} and button {button}")
    for start in ((0, 900), (SIZE[0] - 1, 900), (500, 0), (500, SIZE[1] - 1)):
        guarded.drag(start, (540, 600))
        guarded.stands(f"drag from {start}")
    for button in (2, 3):  # the menus of the background
        guarded.screen.touch_at(540, 5, button=button)
        guarded.stands(f"button {button}")

    for kind in ("dialog", "notice", "unmanaged", "full"):
        guarded.rivals.open(kind)
        guarded.comes_back(kind)
        guarded.screen.keys("1")

    guarded.manager.kill()
    guarded.comes_back("the window manager crashed")
    guarded.manager.start()
    guarded.hand.wait(lambda _: guarded.manager.is_ready, "the window manager is back")
    guarded.comes_back("a window manager started after the kiosk")
    for chord in ("alt+Tab", "alt+F4", "ctrl+alt+Right"):
        guarded.screen.keys(chord)
        guarded.stands(f"{chord} afterwards")
    guarded.screen.touch(guarded.hand, "door_take_number")
    guarded.hand.wait(lambda s: s["screen"] != "home", "the next page")
    assert guarded.rivals.keys == 0, "what is typed at the kiosk is nobody else's"

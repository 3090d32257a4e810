"""A day of a kiosk with 5,000 visits of all kinds (耐久): memory, objects, threads and handles stay flat.

    python -m benchmarks.kiosk_soak [--visits 5000]

The first tenth warms up; what is there then is compared with the end.
"""

from __future__ import annotations

import argparse
import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent

from benchmarks.kiosk_place import DEPARTMENT, ITEM, Place, kiosk_place

DAY = 24 * 3600 - 60
GROWTH = 1.05  # of memory and of Qt's objects
ENOUGH = 500
MORE_HANDLES = 7  # threads or descriptors: a connection of the pool is no leak


@dataclass(frozen=True, slots=True)
class Weight:
    """What the kiosk weighs.

    Attributes:
        memory: resident, in KiB.
        widgets: of Qt.
    """

    memory: int
    widgets: int
    threads: int
    handles: int


def weigh(place: Place) -> Weight:
    """Weigh it now, after what waits to be deleted is gone."""
    for _ in range(3):
        place.app.processEvents()
        place.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    handles = sum(1 for _ in Path("/proc/self/fd").iterdir())
    return Weight(memory, len(place.app.allWidgets()), threading.active_count(), handles)


def run(place: Place, visits: int, tell: Callable[[int, Weight], None] = lambda *_: None) -> tuple[Weight, Weight]:
    """Play the visits over a day; what it weighed when warm, and at the end."""
    warm = max(visits // 10, len(KINDS) * 2)
    first = None
    for number in range(visits):
        place.seconds = number * DAY / visits
        KINDS[number % len(KINDS)](place, number)
        place.arrives("home")
        place.serve_all()
        if number + 1 == warm:
            first = weigh(place)
            tell(number + 1, first)
        elif (number + 1) % max(visits // 10, 1) == 0:
            tell(number + 1, weigh(place))
    assert first is not None, "more visits than the warm-up"
    return first, weigh(place)


def complaints(first: Weight, last: Weight, visits: int) -> list[str]:
    """What grew; of memory nothing can be said before `ENOUGH` visits."""
    found = []
    if visits >= ENOUGH and last.memory > first.memory * GROWTH:
        found.append(f"memory {first.memory} → {last.memory} KiB")
    if last.widgets > first.widgets * GROWTH:
        found.append(f"widgets {first.widgets} → {last.widgets}")
    for name in ("threads", "handles"):
        before, after = getattr(first, name), getattr(last, name)
        if after > before + MORE_HANDLES:
            found.append(f"{name} {before} → {after}")
    return found


def _pick(place: Place, door: str = "door_take_number") -> None:
    place.press(door)
    place.press(f"department_{DEPARTMENT}")
    place.press(f"item_{ITEM}")


def _paper(place: Place) -> None:
    place.arrives("ticket", phase="paper")
    place.press("done")


def hurried(place: Place, _: int) -> None:
    """A number without registration."""
    _pick(place)
    place.press("without_registration")
    _paper(place)


def with_card(place: Place, number: int) -> None:
    """A number by ID card."""
    _pick(place)
    place.press("materials_ready")
    place.reader.do("lay_card", seed=number)
    place.arrives("ticket", phase="paper")
    place.reader.do("remove_card")
    place.press("done")


def by_phone(place: Place, number: int) -> None:
    """A number by telephone."""
    _pick(place)
    place.press("materials_ready")
    place.press("by_phone")
    for digit in f"138{number:08d}":
        place.press(f"key_{digit}")
    place.press("phone_submit")
    _paper(place)


def in_large_print(place: Place, _: int) -> None:
    """Large print, gone with the visitor."""
    place.press("elder")
    hurried(place, 0)


def reads_a_guide_in_english(place: Place, _: int) -> None:
    """English, the guide, home, and back to Chinese."""
    place.press("language")
    _pick(place, "door_guide")
    place.arrives("guide")
    place.press("home")
    place.press("language")


def looks_at_the_map(place: Place, _: int) -> None:
    """The way to a window."""
    place.press("door_map")
    place.press("map_window_3")
    place.press("map_another")
    place.press("home")


def walks_away(place: Place, _: int) -> None:
    """Leaves in the middle; the kiosk goes home by itself."""
    place.press("door_take_number")
    place.press(f"department_{DEPARTMENT}")
    place.arrives("items")
    for _second in range(61):
        place.kiosk.tick()


def searches(place: Place, _: int) -> None:
    """Looks for an item by letters and gives up."""
    place.press("door_take_number")
    place.press("search_items")
    for key in "SPJY":
        place.press(f"key_{key}")
    place.press("home")


def asks_in_vain(place: Place, _: int) -> None:
    """Asks for a number that nobody has."""
    place.press("door_progress")
    place.press("by_number")
    for key in "Z999":
        place.press(f"key_{key}")
    place.press("code_submit")
    place.arrives("notice")
    place.press("notice_home")


KINDS: tuple[Callable[[Place, int], None], ...] = (
    hurried,
    with_card,
    by_phone,
    reads_a_guide_in_english,
    in_large_print,
    looks_at_the_map,
    walks_away,
    searches,
    asks_in_vain,
)


def main() -> int:
    """Run it from the command line; 0 when nothing grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=5000)
    visits = parser.parse_args().visits
    with kiosk_place() as place:
        first, last = run(place, visits, lambda done, weight: print(done, weight, flush=True))
    grown = complaints(first, last, visits)
    print(f"memory {last.memory / first.memory - 1:+.1%}", *(grown or ["nothing grew"]), sep="; ")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())

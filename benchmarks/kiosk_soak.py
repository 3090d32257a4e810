"""A day of a kiosk with 5,000 visits of all kinds (耐久): memory, objects, threads and handles stay flat.

    python -m benchmarks.kiosk_soak [--visits 5000] [--traced] [--leak 0]

The first tenth warms up; what is there then is compared with the end. The devices and the rest of the hall are
other processes: what is weighed is the kiosk. A short run can't judge by resident memory, which goes in steps of
arenas and of what Qt keeps: ``--traced`` counts what Python's objects hold, and judges by bytes for each visit of
the second half. What `malloc` has given out is told beside it: Qt's and SQLite's growth shows there first.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import sys
import threading
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kiosk_place import Place, kiosk_place
from benchmarks.kiosk_visits import VISITS, day

DAY = 24 * 3600 - 60
GROWTH = 1.05  # of memory and of Qt's objects
ENOUGH = 500
MORE_HANDLES = 7  # threads or descriptors: a connection of the pool is no leak
LOOKS = 50  # at threads and descriptors: while something is spoken there are more of them for a moment
BYTES_A_VISIT = 1024  # of Python's objects


@dataclass(frozen=True, slots=True)
class Weight:
    """What the kiosk weighs.

    Attributes:
        memory: resident, in KiB.
        traced: what Python's objects hold, in bytes; 0 when it is not counted.
        given: by `malloc`, in bytes, without what it only keeps ready; 0 where it can't be asked.
        widgets: of Qt.
    """

    memory: int
    traced: int
    given: int
    widgets: int
    threads: int
    handles: int


def weigh(place: Place) -> Weight:
    """Weigh it now, after what waits to be deleted is gone."""
    threads, handles = [], []
    for _ in range(LOOKS):
        place.rest(0.02)
        threads.append(threading.active_count())
        handles.append(sum(1 for _ in Path("/proc/self/fd").iterdir()))
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    traced = tracemalloc.get_traced_memory()[0]
    return Weight(memory, traced, given_out(), len(place.app.allWidgets()), min(threads), min(handles))


class _MallocInfo(ctypes.Structure):
    """``struct mallinfo2`` of glibc 2.33 and later."""

    _fields_ = (
        *((f"before_{place}", ctypes.c_size_t) for place in range(7)),
        ("uordblks", ctypes.c_size_t),  # given out
        ("fordblks", ctypes.c_size_t),
        ("keepcost", ctypes.c_size_t),
    )


def given_out() -> int:
    """Bytes that `malloc` has given out: of Qt, SQLite and the larger of Python's objects."""
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if ask is None:
        return 0
    ask.restype = _MallocInfo
    return int(ask().uordblks)


def run(
    place: Place,
    visits: int,
    warm: int,
    tell: Callable[[int, Weight], None] = lambda *_: None,
    leak: int = 0,
) -> tuple[Weight, Weight]:
    """Play the visits over a day; what it weighed when warm, and at the end.

    Args:
        leak: bytes lost at each visit, to see that the judgement finds them.
    """
    lost: list[bytes] = []
    first = last = None
    for number, visit in enumerate(day(visits)):
        place.seconds = number * DAY / visits
        visit(place, number)
        place.arrives("home")
        place.serve_all()
        if leak:
            lost.append(bytes(leak))
        if number + 1 in (warm, visits) or (number + 1) % max(visits // 10, 1) == 0:
            last = weigh(place)
            tell(number + 1, last)
            first = last if number + 1 == warm else first
    assert first is not None and last is not None, "more visits than the warm-up"
    return first, last


def complaints(first: Weight, last: Weight, visits: int, warm: int) -> list[str]:
    """What grew; of resident memory nothing can be said before `ENOUGH` visits."""
    found = []
    each = (last.traced - first.traced) / max(visits - warm, 1)
    if each > BYTES_A_VISIT:
        found.append(f"{each:.0f} bytes of Python objects a visit")
    if visits >= ENOUGH and not last.traced and last.memory > first.memory * GROWTH:
        found.append(f"memory {first.memory} → {last.memory} KiB")
    if last.widgets > first.widgets * GROWTH:
        found.append(f"widgets {first.widgets} → {last.widgets}")
    for name in ("threads", "handles"):
        before, after = getattr(first, name), getattr(last, name)
        if after > before + MORE_HANDLES:
            found.append(f"{name} {before} → {after}")
    return found


def main() -> int:
    """Run it from the command line; 0 when nothing grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=5000)
    parser.add_argument("--traced", action="store_true", help="count Python's objects instead of resident memory")
    parser.add_argument("--leak", type=int, default=0, help="bytes to lose at each visit, as a trial of the judge")
    options = parser.parse_args()
    visits = options.visits
    warm = max(visits // 2 if options.traced else visits // 10, len(VISITS))
    with kiosk_place() as place:
        if options.traced:
            tracemalloc.start()
        first, last = run(place, visits, warm, lambda done, w: print(done, w, flush=True), options.leak)
    grown = complaints(first, last, visits, warm)
    each = (last.traced - first.traced) / max(visits - warm, 1)
    given = (last.given - first.given) / max(visits - warm, 1)
    print(f"memory {last.memory / first.memory - 1:+.1%}; a visit: {each:+.0f} traced, {given:+.0f} given bytes")
    print(*(grown or ["nothing grew"]), sep="; ")
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())

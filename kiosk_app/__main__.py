"""``python -m kiosk_app --config machine.toml``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

if __name__ == "__main__":
    gc.disable()  # before Qt is loaded: nothing of it is garbage; `CycleCollector` takes over

from qt_common.quick_start import start


def run(arguments: Sequence[str]) -> int:
    """The kiosk; its exit status."""
    return start("kiosk", arguments, stands_at_once=_home_is_known)


def _home_is_known(config: Path) -> bool:
    from kiosk_app.front_facts import FrontFile  # late: the program's words on a wrong command line need nothing
    from qt_common.state_folder import state_folder

    return FrontFile(state_folder(), config).load() is not None


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

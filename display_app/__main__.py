"""``python -m display_app``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from qt_common.quick_start import start


def run(arguments: Sequence[str]) -> int:
    """The display; its exit status."""
    return start("display", arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

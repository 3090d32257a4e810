"""``python -m counter_app``."""

from __future__ import annotations

import sys

from qt_common.quick_start import start

if __name__ == "__main__":
    sys.exit(start("counter", sys.argv[1:]))

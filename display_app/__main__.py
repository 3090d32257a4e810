"""``python -m display_app``."""

from __future__ import annotations

import sys

from qt_common.quick_start import start

if __name__ == "__main__":
    sys.exit(start("display", sys.argv[1:]))

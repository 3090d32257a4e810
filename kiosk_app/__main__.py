"""``python -m kiosk_app --config machine.toml``."""

from __future__ import annotations

import sys

from qt_common.quick_start import start

if __name__ == "__main__":
    sys.exit(start("kiosk", sys.argv[1:]))

"""``python -m kiosk_app --config machine.toml``."""

from __future__ import annotations

import sys

from kiosk_app.main import main

if __name__ == "__main__":
    sys.exit(main())

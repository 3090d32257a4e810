"""``python -m display_app``."""

from __future__ import annotations

import sys

from display_app.main import main

sys.exit(main())

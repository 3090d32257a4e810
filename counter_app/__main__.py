"""``python -m counter_app``."""

from __future__ import annotations

import sys

from counter_app.main import main

sys.exit(main())

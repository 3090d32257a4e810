"""``python -m cli.bench_window``."""

from __future__ import annotations

import sys

from cli.bench_window.main import main

sys.exit(main())

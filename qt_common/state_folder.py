"""Where a station keeps what must outlive a restart (状态目录)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "hallsuite"
PLATFORM: str = sys.platform


def state_folder() -> Path:
    """As ``platformdirs`` has it; on Linux without loading it: a station starts faster."""
    if PLATFORM == "linux":
        return Path(os.environ.get("XDG_STATE_HOME", "").strip() or Path.home() / ".local" / "state") / NAME
    import platformdirs

    return Path(platformdirs.user_state_dir(NAME, appauthor=False))

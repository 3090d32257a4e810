"""Writing a small file whole or not at all (整体写入): what a station keeps on its disk survives a pulled plug."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file's old content; its folder is made, nobody else may read the file.

    It is written under a temporary name, fsynced and renamed: a reader sees the old file or the new one.

    Raises:
        OSError: the disk does not take it; the old file is as it was.
    """
    fresh = path.with_suffix(".new")
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.touch(mode=0o600)
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)

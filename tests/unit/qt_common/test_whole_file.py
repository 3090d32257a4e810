"""A file is written whole or stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qt_common.whole_file import write_whole


def test_a_file_gets_its_new_content_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "notes.json"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    write_whole(path, b"content")
    assert path.stat().st_mode & 0o077 == 0


def test_a_disk_that_fails_in_the_middle_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.json"
    write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"

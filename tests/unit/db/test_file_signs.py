"""Signs that a file was written."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from db import file_signs
from db.file_signs import FileSigns

LONG = 60.0


def test_writing_the_file_wakes_and_writing_another_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "hall.db-wal"
    signs = FileSigns(file)
    assert signs.works
    (tmp_path / "other").write_text("x")
    assert not signs.wait(0.0)
    writer = threading.Timer(0.01, file.write_text, ["x"])
    writer.start()
    assert signs.wait(LONG)
    writer.join()
    while signs.wait(0.0):
        pass
    with file.open("a") as again:
        again.write("y")
    assert signs.wait(LONG)
    signs.close()
    signs.close()


def test_another_thread_can_end_the_wait(tmp_path: Path) -> None:
    signs = FileSigns(tmp_path / "hall.db-wal")
    waker = threading.Timer(0.01, signs.wake)
    waker.start()
    assert not signs.wait(LONG)
    assert not signs.wait(LONG)
    waker.join()
    signs.close()
    signs.wake()


def test_without_a_watch_it_is_a_timer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert file_signs._watch(tmp_path / "missing") == -1
    monkeypatch.setattr(file_signs, "_watch", lambda folder: -1)
    signs = FileSigns(tmp_path / "hall.db-wal")
    assert not signs.works
    (tmp_path / "hall.db-wal").write_text("x")
    assert not signs.wait(0.01)
    signs.close()

"""Signs that something was committed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from db import file_signs
from db.file_signs import FileSigns, give_sign, log_of

LONG = 60.0


def test_a_sign_wakes_and_neither_writing_nor_a_sign_on_another_file_does(tmp_path: Path) -> None:
    file = log_of(tmp_path / "hall.db")
    assert file == tmp_path / "hall.db-wal"
    signs = FileSigns(file)
    assert signs.works
    give_sign(file)  # there is nothing to give a sign on: nobody minds
    file.write_text("x")
    (tmp_path / "other").write_text("x")
    give_sign(tmp_path / "other")
    assert not signs.wait(0.0)
    writer = threading.Timer(0.01, give_sign, [file])
    writer.start()
    assert signs.wait(LONG)
    writer.join()
    assert not signs.wait(0.0)
    give_sign(file)
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
    give_sign(tmp_path / "hall.db-wal")
    assert not signs.wait(0.01)
    signs.close()

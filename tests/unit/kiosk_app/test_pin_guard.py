"""Tries of the staff PIN: counted before they are checked, on disk, longer locks for who goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk_app.pin_guard import LOCK_SECONDS, LONGEST_LOCK, TRIES, PinGuard


def fail(guard: PinGuard) -> int:
    """Wrong until it locks; how long it does."""
    for _ in range(TRIES):
        guard.count()
        guard.wrong()
    locked = guard.seconds_locked
    while guard.seconds_locked:
        if guard.tick():
            guard.keep()
    return locked


def test_each_round_of_wrong_tries_locks_longer_until_the_right_one(tmp_path: Path) -> None:
    path = tmp_path / "state" / "pin.json"
    assert [fail(PinGuard(path)) for _ in range(8)] == [min(LOCK_SECONDS * 2**n, LONGEST_LOCK) for n in range(8)], (
        "a restart between the rounds wins nothing"
    )
    guard = PinGuard(path)
    guard.count()
    guard.right()
    assert fail(PinGuard(path)) == LOCK_SECONDS


def test_the_plug_pulled_while_a_pin_is_checked_has_used_the_try(tmp_path: Path) -> None:
    path = tmp_path / "pin.json"
    for _ in range(TRIES):
        assert PinGuard(path).seconds_locked == 0
        PinGuard(path).count()
    assert PinGuard(path).seconds_locked == LOCK_SECONDS


@pytest.mark.parametrize("content", ["", "[]", '{"failures": "x"}', '{"failures": 1}', "\xff"])
def test_a_damaged_count_is_no_way_around_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / "pin.json"
    path.write_text(content, encoding="latin-1")
    assert PinGuard(path).seconds_locked == LOCK_SECONDS

"""A store that opens when first used: the app starts without its database and recovers."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.crypto import Keys
from db.late_store import LateStore
from db.store import open_store
from hall.errors import Unavailable
from tests.support.stores import make_sqlite


def test_a_database_that_appears_later_is_found_by_the_next_use(tmp_path: Path, hall_keys: Keys) -> None:
    store = LateStore(lambda: open_store(f"sqlite:///{tmp_path / 'hall.db'}", hall_keys))
    with pytest.raises(Unavailable):
        store.reading()
    with pytest.raises(Unavailable):
        store.feed()
    make_sqlite(tmp_path)
    with store.reading() as uow:
        assert not uow.windows.all()
    assert store.feed().head() == 0
    store.close()


def test_it_opens_once_however_often_it_is_used(tmp_path: Path, hall_keys: Keys) -> None:
    url, opened = make_sqlite(tmp_path), []

    def open_it() -> object:
        opened.append(url)
        return open_store(url, hall_keys)

    store = LateStore(open_it)  # type: ignore[arg-type]
    for _ in range(3):
        with store.reading():
            pass
    store.close()
    assert len(opened) == 1

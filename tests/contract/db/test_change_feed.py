"""The change feed on both databases: a sign lost, doubled or late must not matter."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from db.calls_now import calls_reader
from db.change_feed import SqliteFeed
from db.postgres_feed import PostgresFeed
from db.store import SqlStore
from hall.errors import Unavailable
from tests.contract.db.test_unit_of_work import record
from tests.support.stores import ZONE, OpenStore, make_sqlite

LONG = 60.0  # far beyond what a test takes: it only ends a test that fails


def test_a_reader_resumes_from_what_it_saw(any_store: SqlStore) -> None:
    feed = any_store.feed()
    assert (feed.head(), list(feed.after(0))) == (0, [])
    record(any_store, "a", "b", "c")
    assert feed.head() == 3
    assert [r.kind for r in feed.after(0)] == ["a", "b", "c"]
    assert [r.kind for r in feed.after(1, limit=1)] == ["b"]
    assert list(feed.after(3)) == []
    assert [r.kind for r in any_store.feed().after(2)] == ["c"]


def test_waiting_ends_at_once_when_there_is_something(any_store: SqlStore) -> None:
    record(any_store, "a")
    feed = any_store.feed()
    assert feed.wait(0, LONG)
    assert not feed.wait(1, 0.0)
    assert not feed.wait(1, 0.05)


def test_waiting_is_woken_by_another_applications_commit(any_url: str, open_test_store: OpenStore) -> None:
    store, other = open_test_store(any_url), open_test_store(any_url)
    feed = store.feed()
    assert not feed.wait(0, 0.0)  # it listens now
    seen: list[str] = []

    def read() -> None:
        last = 0
        while len(seen) < 20:
            if not feed.wait(last, LONG):
                return
            for found in feed.after(last):
                seen.append(found.kind)
                last = found.seq

    reader = threading.Thread(target=read)
    reader.start()
    kinds = [f"k{number}" for number in range(20)]
    for kind in kinds:
        record(other, kind)
    reader.join(LONG)
    assert seen == kinds


def test_a_commit_to_sqlite_gives_a_sign_and_a_feed_needs_no_look_of_its_own(
    tmp_path: Path, open_test_store: OpenStore
) -> None:
    url = make_sqlite(tmp_path)
    store, other = open_test_store(url), open_test_store(url)
    feed = SqliteFeed(store.database, calls_reader(store.database, ZONE), poll_s=LONG)
    assert not feed.wait(0, 0.0)
    writers = [threading.Timer(0.05, record, (other, kind)) for kind in ("a", "b")]
    for seen, writer in enumerate(writers):
        writer.start()
        assert feed.wait(seen, LONG / 2)
        writer.join()
    assert [change.kind for change in feed.after(0)] == ["a", "b"]
    feed.close()


def test_closing_ends_a_wait_in_another_thread(any_store: SqlStore) -> None:
    feed = any_store.feed()
    feed.head()
    answers: list[bool] = []
    reader = threading.Thread(target=lambda: answers.append(feed.wait(0, LONG)))
    reader.start()
    feed.close()
    reader.join(LONG)
    assert answers == [False]
    feed.close()
    with pytest.raises(Unavailable):
        feed.after(0)


def test_signs_without_records_and_doubled_signs_do_not_matter(
    postgres_url: str, open_test_store: OpenStore
) -> None:
    from tests.support.stores import make_database

    store = open_test_store(make_database(postgres_url))
    feed = store.feed()
    feed.head()
    with store.database.engine.begin() as connection:
        for _ in range(3):
            connection.execute(sa.text("SELECT pg_notify('hall_journal', '99')"))
    assert feed.wait(0, LONG)  # a sign is believed until the journal is read
    assert list(feed.after(0)) == []
    assert not feed.wait(0, 0.2)
    record(store, "a")
    assert feed.wait(0, LONG)
    assert [r.kind for r in feed.after(0)] == ["a"]
    assert not feed.wait(1, 0.2)


def test_a_notification_is_enough_and_the_journal_is_not_asked(
    postgres_url: str, open_test_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.support.stores import make_database

    store = open_test_store(make_database(postgres_url))
    feed = store.feed()
    feed.head()
    monkeypatch.setattr(feed, "_ask", lambda seq, limit: pytest.fail("the journal was asked"))
    for first, kinds in ((1, ("a", "b")), (3, ("c",)), (4, ("d",))):
        record(store, *kinds)
        assert feed.wait(first - 1, LONG)
        assert [(r.seq, r.kind) for r in feed.after(first - 1)] == list(enumerate(kinds, first))
        assert not feed.wait(first + len(kinds) - 1, 0.0)


@pytest.mark.parametrize("lie", ["1 z", "2 y z", "99 z", "2", "null", "1 a"])
def test_what_a_notification_makes_up_doubles_or_leaves_out_hides_nothing(
    lie: str, postgres_url: str, open_test_store: OpenStore
) -> None:
    from tests.support.stores import make_database

    store = open_test_store(make_database(postgres_url))
    feed = store.feed()
    seen, kinds = feed.head(), set()

    def follow(until: str) -> None:
        nonlocal seen
        while until not in kinds and feed.wait(seen, LONG):
            for found in feed.after(seen):
                seen, _ = found.seq, kinds.add(found.kind)

    def notify(text: str) -> None:
        with store.database.engine.begin() as connection:
            connection.execute(sa.text("SELECT pg_notify('hall_journal', :text)"), {"text": text})

    notify(lie)
    if feed.wait(seen, LONG):
        for found in feed.after(seen):
            seen = found.seq
    kinds.clear()
    for kind in ("a", "b", "c"):
        record(store, kind)
        follow(kind)
    notify("3 c")
    record(store, "d")
    follow("d")
    assert kinds == {"a", "b", "c", "d"}
    assert (seen, feed.head()) == (4, 4)


def test_a_sign_lost_is_made_good_by_looking_again(postgres_url: str, open_test_store: OpenStore) -> None:
    from tests.support.stores import make_database

    store = open_test_store(make_database(postgres_url))
    feed = PostgresFeed(store.database, calls_reader(store.database, ZONE), look_again_s=0.05)
    feed.head()
    feed._use(lambda connection: connection.execute("UNLISTEN *"))
    reader_ended = threading.Event()

    def read() -> None:
        if feed.wait(0, LONG):
            reader_ended.set()

    reader = threading.Thread(target=read)
    reader.start()
    record(store, "a")
    assert reader_ended.wait(LONG)
    reader.join()
    feed.close()


def test_a_broken_connection_is_told_once_and_then_reopened(postgres_url: str, open_test_store: OpenStore) -> None:
    from tests.support.stores import make_database

    store = open_test_store(make_database(postgres_url))
    feed = store.feed()
    assert isinstance(feed, PostgresFeed)
    record(store, "a")
    assert feed.head() == 1
    throw_everybody_out(store)
    with pytest.raises(Unavailable):
        feed.wait(1, LONG)
    record(store, "b")  # the pool's connection was thrown out too, and is replaced without a word
    assert feed.wait(1, LONG)
    assert [r.kind for r in feed.after(1)] == ["b"]


def throw_everybody_out(store: SqlStore) -> None:
    engine = sa.create_engine(store.database.engine.url)
    with engine.connect() as connection:
        connection.execute(
            sa.text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    engine.dispose()


def test_more_records_than_one_answer_holds_are_read_to_the_end(any_store: SqlStore) -> None:
    feed = any_store.feed()
    assert not feed.wait(0, 0.0)
    record(any_store, "a", "b", "c")
    assert feed.wait(0, LONG)
    assert [r.kind for r in feed.after(0, limit=2)] == ["a", "b"]
    assert feed.wait(2, LONG)
    assert [r.kind for r in feed.after(2, limit=2)] == ["c"]
    assert not feed.wait(3, 0.0)


def test_a_journal_that_ends_earlier_is_told(any_store: SqlStore) -> None:
    record(any_store, "a")
    feed = any_store.feed()
    assert feed.wait(7, LONG)  # a backup was put back: what was seen is not there any more
    assert (feed.head(), list(feed.after(7))) == (1, [])


def test_another_file_in_the_place_of_the_database_is_noticed(tmp_path: Path, open_test_store: OpenStore) -> None:
    store = open_test_store(make_sqlite(tmp_path))
    record(store, "a")
    feed = store.feed()
    assert feed.head() == 1
    (tmp_path / "backup").mkdir()
    backup = open_test_store(make_sqlite(tmp_path / "backup"))
    record(backup, "b", "c")
    backup.close()
    for name in ("hall.db-wal", "hall.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "backup" / "hall.db").replace(tmp_path / "hall.db")
    with pytest.raises(Unavailable):
        feed.wait(1, 0.0)
    feed.close()
    again = store.feed()
    assert [r.kind for r in again.after(0)] == ["b", "c"]
    (tmp_path / "hall.db").unlink()
    with pytest.raises(Unavailable):
        again.wait(2, 0.0)

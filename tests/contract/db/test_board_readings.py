"""What a board reads, on both databases: the short reading of the calls agrees with the whole one."""

from __future__ import annotations

from db.store import SqlStore
from hall.queueing.board import read_board, read_public_cases
from hall.queueing.calling import call_next, finish_service, mark_missed, recall, start_service
from hall.queueing.moves import suspend
from hall.staffing.service import sign_out
from tests.support.sample_hall import LI, MARRIAGE, PROFILE, WANG, ZHANG, fill, open_window, take_ticket


def test_the_short_reading_of_the_calls_completes_the_whole_one(any_store: SqlStore) -> None:
    fill(any_store)
    open_window(any_store, 3, ZHANG.name)
    open_window(any_store, 5, LI.name)
    for holder in (WANG, None, None, None):
        take_ticket(any_store, holder=holder)
    take_ticket(any_store, MARRIAGE)
    with any_store.begin() as uow:
        call_next(uow, 3, by=ZHANG, profile=PROFILE)
        start_service(uow, 3, by=ZHANG)
        finish_service(uow, 3, by=ZHANG)
        call_next(uow, 3, by=ZHANG, profile=PROFILE)
        uow.commit()
    feed = any_store.feed()
    assert [line.window for line in feed.calls_now().calls] == [3]
    assert feed.calls_now("东城").calls == ()
    with any_store.reading() as uow:
        before = read_board(uow, calls=64)
        assert [case.holder for case in read_public_cases(uow)] == ["王*国"]
        assert [case for case in read_public_cases(uow, branch="东城")] == []
    with any_store.begin() as uow:
        for _ in range(PROFILE.tickets.calls_before_missed - 1):
            recall(uow, 3, by=ZHANG)
        mark_missed(uow, 3, by=ZHANG, profile=PROFILE)
        call_next(uow, 3, by=ZHANG, profile=PROFILE)
        call_next(uow, 5, by=LI, profile=PROFILE)
        uow.commit()
    now = feed.calls_now()
    with any_store.reading() as uow:
        after = read_board(uow, calls=64)
    assert before.knows(now)
    quick = before.with_calls(now, 64)
    assert [(c.label, c.window, c.awaited) for c in quick.calls] == [
        (c.label, c.window, c.awaited) for c in after.calls
    ]
    assert [c for c in quick.calls if c.awaited] == [c for c in after.calls if c.awaited]
    assert quick.windows == after.windows
    assert [(zone.zone, zone.waiting) for zone in after.zones] == [("A", 1), ("B", 0)]
    assert len(before.with_calls(now, 2).calls) == 2


def test_a_call_to_a_window_that_the_board_knows_as_closed_needs_the_whole_reading(any_store: SqlStore) -> None:
    fill(any_store)
    with any_store.reading() as uow:
        closed = read_board(uow)
    open_window(any_store, 3, ZHANG.name)
    take_ticket(any_store)
    with any_store.begin() as uow:
        call_next(uow, 3, by=ZHANG, profile=PROFILE)
        uow.commit()
    feed = any_store.feed()
    assert not closed.knows(feed.calls_now())
    with any_store.reading() as uow:
        assert read_board(uow).knows(feed.calls_now())
    with any_store.begin() as uow:
        start_service(uow, 3, by=ZHANG)
        suspend(uow, 3, by=ZHANG, reason="复印材料")
        sign_out(uow, 3, by=ZHANG)
        uow.commit()
    assert feed.calls_now().calls == ()


def test_the_lines_of_the_past_are_the_last_of_their_kind(any_store: SqlStore) -> None:
    fill(any_store)
    open_window(any_store, 3, ZHANG.name)
    labels = []
    for _ in range(3):
        labels.append(take_ticket(any_store).label)
        with any_store.begin() as uow:
            call_next(uow, 3, by=ZHANG, profile=PROFILE)
            start_service(uow, 3, by=ZHANG)
            finish_service(uow, 3, by=ZHANG)
            uow.commit()
    with any_store.reading() as uow:
        day = uow.now.date()
        assert [t.label for t in uow.tickets.last_called(day, "", 2)] == labels[:0:-1]
        assert [t.label for t in uow.tickets.last_finished(day, "", 2)] == labels[:0:-1]
        assert list(uow.tickets.last_called(day, "东城", 2)) == []
        assert list(uow.tickets.at_windows(day)) == []

"""The public board on a real database: 办件公示, 政务公开, staff on duty, satisfaction, as they come about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.store import SqlStore
from devices.core.registry import default_registry
from display_app.layouts.reader import LayoutError
from display_app.main import Display
from hall.identity import Actor, system_at
from hall.queueing.calling import call_next, finish_service, start_service
from hall.rating.rating import Level, Outcome
from hall.rating.service import record_rating
from qt_common.machine_config import ConfigError, MachineConfig
from tests.support.sample_hall import PROFILE, WANG, fill, open_window, take_ticket


def configuration(**display: object) -> MachineConfig:
    return MachineConfig.model_validate(
        {
            "station": {"name": "board-2", "profile": "xiangfu"},
            "database": {"url": "sqlite:///unused", "keys": "unused"},
            "display": display,
            "profile_overrides": {"rating": {"fewest_published": 2}},
        }
    )


def serve(store: SqlStore, clerk: Actor, outcome: Outcome, level: Level | None, **who: Any) -> None:
    ticket = take_ticket(store, **who)
    with store.begin() as uow:
        call_next(uow, 3, by=clerk, profile=PROFILE)
        start_service(uow, 3, by=clerk)
        finish_service(uow, 3, by=clerk)
        record_rating(uow, ticket.id, outcome, level, by=system_at("counter-3"))
        uow.commit()


@pytest.fixture
def board(sqlite_store: SqlStore, qtbot: QtBot) -> Iterator[Display]:
    fill(sqlite_store)
    clerk = open_window(sqlite_store, 3, "1027")
    serve(sqlite_store, clerk, Outcome.RATED, Level.VERY_GOOD)
    serve(sqlite_store, clerk, Outcome.RATED, Level.BAD)
    serve(sqlite_store, clerk, Outcome.SILENT, None, holder=WANG)
    config = configuration(kind="main", layout="public")
    display = Display(config, sqlite_store, sqlite_store.feed, default_registry())
    display.app.view.resize(1280, 720)
    display.app.view.show()
    display.start()
    yield display
    display.close()


def words(display: Display, panel: str) -> Any:
    return dict(display.app.model.state.panels)[panel]


@pytest.mark.req("D-02", "D-03", "D-04", "R-04", "W-02")
def test_the_public_board_tells_what_the_database_holds(
    qtbot: QtBot, sqlite_store: SqlStore, board: Display
) -> None:
    qtbot.waitUntil(lambda: words(board, "guides") is not None and len(words(board, "cases").rows) == 3)
    newest = words(board, "cases").rows[0]
    assert (newest.who, newest.item) == ("王*国", "食品经营许可")
    food = next(row for row in words(board, "guides").rows if row.item == "食品经营许可")
    assert (food.days, food.where) == ("10 个工作日", "3号")
    assert [(row.who, row.share, row.counts) for row in words(board, "by_person").rows] == [
        ("张伟", "50.0%", "评价 2 次，未评价 1 次")
    ]
    assert [(row.number, row.who) for row in words(board, "duty").rows] == [("3号", "张伟")]
    open_window(sqlite_store, 5, "1031")
    qtbot.waitUntil(lambda: [row.number for row in words(board, "duty").rows] == ["3号", "5号"])
    assert WANG.name not in str(board.app.model.state)


def test_a_layout_for_the_other_kind_of_display_is_refused_in_words(
    sqlite_store: SqlStore, qtbot: QtBot, tmp_path: Path
) -> None:
    for display, words_of_it in (
        ({"kind": "window", "window": 3, "layout": "main"}, "不能用于窗口屏"),
        ({"kind": "main", "layout": "citizen"}, "display.kind = window"),
    ):
        with pytest.raises(ConfigError) as refused:
            Display(configuration(**display), sqlite_store, sqlite_store.feed, default_registry())
        assert words_of_it in refused.value.message
    with pytest.raises(LayoutError) as unreadable:
        gone = configuration(kind="main", layout=str(tmp_path / "gone.toml"))
        Display(gone, sqlite_store, sqlite_store.feed, default_registry())
    assert "文件无法读取" in unreadable.value.message

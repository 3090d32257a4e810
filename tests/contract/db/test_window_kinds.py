"""Every kind of window the regulations name (窗口类别) can be set up, opened and shown, on both databases."""

from __future__ import annotations

import pytest

from db.store import SqlStore
from hall.queueing.board import read_board, read_window_screen
from hall.staffing.window import Window, WindowKind, WindowState
from tests.support.sample_hall import FOOD, fill, open_window

# 平桥§2, 祥符§35(一)4 §39, 安康五4 七1, 卫东19
NAMED = {
    "市场准入综合窗口",
    "不动产登记综合窗口",
    "建设工程综合窗口",
    "社会事务综合窗口",
    "无差别综合窗口",
    "专项综合窗口",
    "发证窗口",
    "银行窗口",
    "政策咨询窗口",
    "办不成事反映窗口",
    "导办台",
}
WITHOUT_ITEMS = {WindowKind.ISSUING, WindowKind.BANK, WindowKind.POLICY, WindowKind.UNRESOLVED, WindowKind.GUIDE}


@pytest.mark.req("Q-05")
def test_each_kind_serves_under_its_own_name(any_store: SqlStore) -> None:
    assert {str(kind) for kind in WindowKind} == NAMED
    fill(any_store)
    with any_store.begin() as uow:
        for number, kind in enumerate(WindowKind, start=40):
            items = frozenset() if kind in WITHOUT_ITEMS else frozenset({FOOD.code})
            uow.windows.put(Window(number, str(kind), kind, "A", items))
        uow.commit()
    for number, _ in enumerate(WindowKind, start=40):
        open_window(any_store, number, "1027")
    with any_store.reading() as uow:
        board = {line.number: line for line in read_board(uow).windows}
        for number, kind in enumerate(WindowKind, start=40):
            assert uow.windows.get(number).kind is kind
            assert (board[number].name, board[number].state) == (str(kind), WindowState.OPEN)
            assert read_window_screen(uow, number).name == str(kind)

"""What the displays ask of the rules (用例): one function, one snapshot."""

from __future__ import annotations

from hall.ports import Store
from hall.queueing.board import Board, WindowScreen, read_board, read_window_screen
from hall.queueing.outlook import Outlook

# Far more than a board shows, so that calls pressed at once at many windows are all announced.
CALLS_READ = 64


def read_for_board(store: Store, outlook: Outlook | None = None, branch: str = "") -> Board:
    """Read what a board shows.

    Args:
        outlook, branch: as in `read_board`.

    Raises:
        Unavailable: the database can't be reached.
    """
    with store.reading() as uow:
        return read_board(uow, calls=CALLS_READ, outlook=outlook, branch=branch)


def read_for_window(store: Store, number: int) -> WindowScreen:
    """Read what a window screen shows.

    Raises:
        Unavailable: the database can't be reached.
        NotFound: the hall has no such window.
    """
    with store.reading() as uow:
        return read_window_screen(uow, number)

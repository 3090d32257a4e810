"""What PostgreSQL's NOTIFY says of a commit (提交通知): the newest record's number and the kinds of all of them.

``"42 ticket.issued ticket.waiting"``: records 41 and 42 were committed. A reader that has seen 40 need not ask the
journal. It is a hint and no more: what reads as nothing of the kind, or does not follow on what is known, makes the
reader ask.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hall.journal.record import Change

CHANNEL = "hall_journal"
MOST = 7000  # bytes; PostgreSQL takes fewer than 8000
KIND = r"[a-z][a-z0-9_.]{0,63}"
SIGN = re.compile(rf"([1-9][0-9]{{0,17}})((?: {KIND})+)", re.ASCII)


def sign_of(newest: int, kinds: Sequence[str]) -> str:
    """The payload for records of these kinds that end with ``newest``.

    Too many kinds, or one that would not be read again, are left out altogether; then readers ask.
    """
    told = " ".join([str(newest), *kinds])
    return told if [change.kind for change in changes_of(told)] == list(kinds) else str(newest)


def changes_of(sign: str) -> Sequence[Change]:
    """The records that a payload tells of, by seq; none when it tells of none, is garbage, or can't be true."""
    found = SIGN.fullmatch(sign) if len(sign) <= MOST else None
    if found is None:
        return ()
    newest, kinds = int(found[1]), found[2].split()
    first = newest - len(kinds) + 1
    return [Change(seq, kind) for seq, kind in enumerate(kinds, first)] if first >= 1 else ()

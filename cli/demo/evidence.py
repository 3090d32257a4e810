"""What is left after the visit (凭据): read back from paper, voice and database, and compared."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cli.demo.hall import Folder
from cli.demo.stations import WINDOW

LABEL = re.compile(r"(?<![A-Z0-9])([A-Z]{1,3}[0-9]{3,4})(?![0-9])")
SPOKEN = re.compile(r"请([A-Z]{1,3}[0-9]{3,4})号到([0-9]{1,3})号窗口")


@dataclass(slots=True)
class Ticket:
    """The ticket's number as each place names it; empty where it was not found."""

    paper: str = ""
    board: str = ""
    window_screen: str = ""
    voice: str = ""
    database: str = ""

    def reply(self) -> dict[str, str]:
        """As it stands in the JSON line."""
        return {name: str(text) for name, text in asdict(self).items()}

    @property
    def agrees(self) -> bool:
        """True when all five name the same number."""
        return bool(self.paper) and len(set(self.reply().values())) == 1


def label_on_paper(text: list[str] | str) -> str:
    """The ticket number that stands on the paper, by the printer's own account.

    Raises:
        ValueError: none, or several.
    """
    whole = text if isinstance(text, str) else "\n".join(text)
    found = set(LABEL.findall(whole))
    if len(found) != 1:
        raise ValueError(f"the paper names {sorted(found) or 'no number'}")
    return str(found.pop())


def spoken_calls(folder: Folder) -> list[tuple[str, int]]:
    """Number and window of each call that was spoken, in order."""
    return [
        (match[1], int(match[2])) for line in spoken_texts(folder) if (match := SPOKEN.search(line)) is not None
    ]


def spoken_texts(folder: Folder) -> list[str]:
    """Every text that was spoken, in order."""
    file = folder.voice / "spoken.jsonl"
    if not file.exists():
        return []
    return [str(json.loads(line)["text"]) for line in file.read_text(encoding="utf-8").splitlines()]


@dataclass(slots=True)
class Records:
    """What the database holds of the visit; `problems` names what is not as it should be, in English."""

    label: str = ""
    state: str = ""
    clerk: str = ""
    holder: str = ""
    calls: int = 0
    rating: str = ""
    level: int | None = None
    pages: int = 0
    straightened: int = 0
    codes: int = 0
    journal: int = 0
    problems: list[str] = field(default_factory=list)


def read_records(folder: Folder, label: str) -> Records:
    """Read the visit's ticket, rating and pages, open the stored pages, check the journal's chain."""
    from db.crypto import load_keys
    from db.documents import FileDocuments
    from db.store import open_store
    from db.verify import verify_database

    keys = load_keys(folder.keys)
    documents = FileDocuments(str(folder.documents), keys)
    store = open_store(folder.url, keys)
    records = Records()
    try:
        with store.reading() as uow:
            ticket = uow.tickets.by_label(uow.now.date(), label)
            if ticket is None:
                records.problems.append(f"no ticket {label} today")
                return records
            rating, pages = uow.ratings.of_ticket(ticket.id), uow.pages.of_ticket(ticket.id)
        records.label, records.state, records.holder = ticket.label, str(ticket.state), ticket.holder
        records.clerk, records.calls = ticket.clerk or "", ticket.calls
        if ticket.window != WINDOW:
            records.problems.append(f"served at window {ticket.window}")
        if rating is not None:
            records.rating, records.level = str(rating.outcome), rating.level and int(rating.level)
        records.pages = len(pages)
        for page in pages:
            records.codes += page.codes
            records.straightened += page.straightened is not None
            for file in filter(None, (page.original, page.straightened)):
                if not documents.get(file.digest).startswith(b"\xff\xd8"):
                    records.problems.append(f"{file.digest[:8]} is no JPEG")
        verdict = verify_database(store.database, keys)
        records.journal = verdict.records
        if not verdict.ok:
            records.problems.append(f"journal: {verdict.reason}")
    finally:
        store.close()
    return records


def first_broken_after_tampering(folder: Folder, seq: int) -> int | None:
    """Change one journal row in a copy of the database, and ask which record the check names.

    Args:
        seq: the record to change.
    """
    from db.crypto import load_keys
    from db.engine import connect
    from db.verify import verify_database

    copy = folder.path / "tampered.db"
    with closing(sqlite3.connect(folder.database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute(
            "UPDATE journal SET payload = replace(payload, '\"window\":3', '\"window\":5') WHERE seq = ?", (seq,)
        )
        target.commit()
    database = connect(f"sqlite:///{copy}")
    try:
        return verify_database(database, load_keys(folder.keys)).first_broken
    finally:
        database.engine.dispose()
        for file in folder.path.glob("tampered.db*"):
            file.unlink()


def journal_seq(folder: Folder, kind: str) -> int:
    """Seq of the first journal record of a kind.

    Raises:
        ValueError: there is none.
    """
    with closing(sqlite3.connect(folder.database)) as connection:
        row: Any = connection.execute("SELECT min(seq) FROM journal WHERE kind = ?", (kind,)).fetchone()
    if row is None or row[0] is None:
        raise ValueError(f"no {kind} in the journal")
    return int(row[0])


def collect(folder: Folder, paper_png: str | None) -> dict[str, str]:
    """Put the ticket's picture and the first spoken WAV where a visitor finds them; names of the files."""
    files = {}
    if paper_png and Path(paper_png).exists():
        shutil.copyfile(paper_png, folder.path / "ticket.png")
        files["ticket"] = "ticket.png"
    spoken = sorted(folder.voice.glob("*.wav"))
    if spoken:
        shutil.copyfile(spoken[0], folder.path / "call.wav")
        files["voice"] = "call.wav"
    files["database"] = folder.database.name
    return files

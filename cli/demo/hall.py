"""The demo's hall (演示大厅): a folder with a fresh database, its keys, the sample catalogue, windows and staff."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from cli.output import CommandError
from hall.errors import HallError
from hall.identity import Actor, Role

MARK = ".hall-demo"  # only a folder with this file is emptied
BY = Actor("system", frozenset({Role.SYSTEM}), "demo")


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the demo puts things."""

    path: Path

    @property
    def database(self) -> Path:
        return self.path / "hall.db"

    @property
    def url(self) -> str:
        """Address of the database."""
        return f"sqlite:///{self.database}"

    @property
    def keys(self) -> Path:
        """Beside the database, where ``hallctl verify`` looks for it."""
        return self.path / "keys.toml"

    @property
    def documents(self) -> Path:
        return self.path / "documents"

    @property
    def voice(self) -> Path:
        """What the hall's voice has said: WAV files and ``spoken.jsonl``."""
        return self.path / "voice"

    @property
    def shots(self) -> Path:
        return self.path / "screens"

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def stations(self) -> Path:
        """One ``machine.toml`` a station."""
        return self.path / "stations"


def prepare_folder(path: Path) -> Folder:
    """Make the folder, or empty that of an earlier demo.

    Raises:
        CommandError: it holds something else, or can't be written.
    """
    folder = Folder(path.expanduser().resolve())
    try:
        if folder.path.exists():
            if any(folder.path.iterdir()) and not (folder.path / MARK).exists():
                message = f"文件夹 {folder.path} 里已有其他内容，请换一个空文件夹。"
                raise CommandError(message, f"{folder.path} is not empty and not from an earlier demo")
            shutil.rmtree(folder.path)
        folder.path.mkdir(parents=True)
        (folder.path / MARK).write_text("made by hallctl demo, emptied by the next one\n", encoding="utf-8")
        for part in (folder.stations, folder.shots, folder.logs):
            part.mkdir()
    except OSError as error:
        raise CommandError(f"文件夹 {folder.path} 无法写入。", str(error)) from error
    return folder


def make_hall(folder: Folder) -> None:
    """Make keys and tables and write the sample hall.

    Raises:
        CommandError: it could not be done.
    """
    from db import sample, schema
    from db.crypto import load_keys, new_keys, save_keys
    from db.engine import connect
    from db.passwords import Argon2Passwords
    from db.store import open_store

    try:
        save_keys(new_keys(), folder.keys)
        folder.database.touch(mode=0o600)
        database = connect(folder.url)
        try:
            schema.upgrade(database)
        finally:
            database.engine.dispose()
        store = open_store(folder.url, load_keys(folder.keys))
        try:
            sample.seed_sample(store, Argon2Passwords(), by=BY)
        finally:
            store.close()
    except HallError as error:
        raise CommandError(error.message, error.detail) from error

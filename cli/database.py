"""Which database, keys and document store a command works on."""

from __future__ import annotations

import argparse
import getpass
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.output import CommandError
from hall.errors import HallError

KEY_FILE = "keys.toml"
APPLICATION = "hallsuite"


@dataclass(frozen=True, slots=True)
class Place:
    """Address of the database, path of the key file, address of the document store."""

    url: str
    keys: Path
    documents: str


def add_database_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--database``, ``--keys``, ``--documents`` and ``--config``."""
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="工作站配置 / take the rest from a machine.toml"
    )
    parser.add_argument("--database", metavar="URL", help="sqlite:///PATH, PATH, or postgresql://USER@HOST/NAME")
    parser.add_argument("--keys", type=Path, metavar="FILE", help="密钥文件 / key file (keys.toml)")
    parser.add_argument("--documents", metavar="URL", help="材料存储 / folder or address of the document store")


def place_of(options: argparse.Namespace) -> Place:
    """What the options name; else a machine.toml; else this user's own database.

    The key file of a SQLite database is looked for beside it first, then among the user's settings.

    Raises:
        CommandError: the configuration can't be used.
    """
    url, keys, documents = options.database, options.keys, options.documents
    if options.config is not None:
        from qt_common.machine_config import load

        with told():
            section = load(options.config).database
        url, keys, documents = url or section.url, keys or section.keys, documents or section.documents
    url = _as_url(url or str(_data_folder() / "hall.db"))
    return Place(url, keys or _find_keys(url), documents or _beside(url))


def _data_folder() -> Path:
    import platformdirs  # here: help must work before the packages are installed

    return platformdirs.user_data_path(APPLICATION)


def _settings_folder() -> Path:
    import platformdirs

    return platformdirs.user_config_path(APPLICATION)


def _as_url(text: str) -> str:
    return text if "://" in text else f"sqlite:///{Path(text).expanduser().resolve()}"


def sqlite_path(url: str) -> Path | None:
    """File of a SQLite address, None for PostgreSQL."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def _find_keys(url: str) -> Path:
    mine = _settings_folder() / KEY_FILE
    file = sqlite_path(url)
    if file is None:
        return mine
    beside = file.with_name(KEY_FILE)
    default = _data_folder() / "hall.db"
    return mine if file == default and not beside.exists() else beside


def _beside(url: str) -> str:
    file = sqlite_path(url)
    folder = _data_folder() if file is None else file.parent
    return str(folder / "documents")


@contextmanager
def told() -> Iterator[None]:
    """Turn expected failures into words for the person at the terminal.

    Raises:
        CommandError: for every `HallError`.
    """
    try:
        yield
    except HallError as error:
        raise CommandError(error.message, error.detail) from error


def open_place(place: Place) -> Any:
    """The store of a place; close it after use."""
    from db.crypto import load_keys
    from db.store import open_store

    return open_store(place.url, load_keys(place.keys))


def administrator() -> Any:
    """Who runs the command, as the journal names them."""
    from hall.identity import Actor, Role

    return Actor(f"admin:{getpass.getuser()}", frozenset({Role.ADMIN}), socket.gethostname()[:40])

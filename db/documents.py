"""Documents (材料影像) as encrypted, content-addressed files outside the database.

Where they lie is a URL of fsspec: ``file:///srv/hall/documents`` by default; smb, sftp or s3 for a hall. A file is
written under a temporary name, made durable and renamed, then referenced in the same use case; a file that no page
refers to is an orphan and is swept later.

The name is HMAC-SM3 of the digest, so that who sees the folder can't tell whether a known document is in it.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

import fsspec
from fsspec.implementations.local import LocalFileSystem

from db.crypto import Keys, WrongKey, hmac_sm3, sm3
from hall.documents.page import StoredFile
from hall.errors import BadInput, NotFound, Unavailable

MAX_BYTES = 50_000_000
TEMPORARY = ".tmp"
HEX = frozenset("0123456789abcdef")
UNWRITABLE = "材料影像无法保存到文件存储，请重试或联系管理员。"
UNREADABLE = "材料影像无法读取或已被改动，请联系管理员核查。"


class FileDocuments:
    """Fills `hall.ports.DocumentStore`."""

    def __init__(self, url: str, keys: Keys) -> None:
        """``url``: a folder, as an fsspec address or a plain path.

        Raises:
            BadInput: no such kind of address, or its driver is not installed.
        """
        try:
            self._files, self._root = fsspec.core.url_to_fs(url)
        except (ValueError, ImportError) as error:
            raise BadInput(f"document store: {error}", message="材料存储地址有误或缺少驱动。") from error
        self._keys = keys
        self._is_local = isinstance(self._files, LocalFileSystem)

    def put(self, content: bytes, media_type: str) -> StoredFile:
        """Write durably (temporary name, fsync, rename); the same content is stored once.

        Raises:
            BadInput: larger than 50 MB.
            Unavailable: the store can't be written.
        """
        if len(content) > MAX_BYTES:
            raise BadInput(f"{len(content)} bytes", message="文件过大，无法保存。")
        digest = sm3(content)
        path = self._path(digest)
        try:
            if not self._renewed(path, digest):
                self._write(path, self._keys.encrypt(content, f"document/{digest}"))
        except OSError as error:
            raise Unavailable(f"document store: {type(error).__name__}", message=UNWRITABLE) from error
        return StoredFile(digest, len(content), media_type)

    def get(self, digest: str) -> bytes:
        """The plain content, its digest checked.

        Raises:
            NotFound: no such file.
            Unavailable: it can't be read, or it was changed.
        """
        if len(digest) != 64 or not HEX.issuperset(digest):
            raise NotFound("not a digest")
        try:
            content = self._keys.decrypt(self._files.cat_file(self._path(digest)), f"document/{digest}")
        except FileNotFoundError as error:
            raise NotFound(f"document {digest}") from error
        except (OSError, WrongKey) as error:
            raise Unavailable(f"document {digest}: {error}", message=UNREADABLE) from error
        if sm3(content) != digest:
            raise Unavailable(f"document {digest} does not fit its digest", message=UNREADABLE)
        return bytes(content)

    def sweep(
        self, referenced: Collection[str], *, older_than_s: float, now: Callable[[], float] = time.time
    ) -> int:
        """Remove files that nothing refers to and that are older than ``older_than_s`` seconds; return how many.

        The age keeps a file whose page is just being written. ``referenced``: digests.

        Raises:
            Unavailable: the store can't be read.
        """
        kept = {self._path(digest) for digest in referenced}
        swept = 0
        try:
            for path in self._files.find(self._root):
                if path not in kept and now() - self._age_mark(path) > older_than_s:
                    self._files.rm_file(path)
                    swept += 1
        except OSError as error:
            raise Unavailable(f"document store: {error}", message=UNREADABLE) from error
        return swept

    def _renewed(self, path: str, digest: str) -> bool:
        # A whole file is kept and made young, so that no sweep takes it before its page is stored.
        if not self._is_local or not self._files.exists(path):
            return False
        try:
            self.get(digest)
        except (NotFound, Unavailable):
            return False
        self._files.touch(path, truncate=False)
        return True

    def _age_mark(self, path: str) -> float:
        modified: datetime = self._files.modified(path)
        return modified.timestamp()

    def _path(self, digest: str) -> str:
        name = hmac_sm3(self._keys.lookup, f"document/{digest}".encode()).hex()
        return f"{self._root.rstrip('/')}/{name[:2]}/{name}"

    def _write(self, path: str, sealed: bytes) -> None:
        folder = path.rpartition("/")[0]
        self._files.makedirs(folder, exist_ok=True)
        temporary = f"{path}.{secrets.token_hex(6)}{TEMPORARY}"
        try:
            with self._files.open(temporary, "wb") as file:
                file.write(sealed)
                if self._is_local:
                    file.flush()
                    os.fsync(file.fileno())
            self._files.mv(temporary, path)
        except BaseException:
            self._remove_quietly(temporary)
            raise
        if self._is_local:
            for changed in (Path(folder), Path(folder).parent):
                _sync_folder(changed)

    def _remove_quietly(self, path: str) -> None:
        try:
            self._files.rm_file(path)
        except OSError:
            pass


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

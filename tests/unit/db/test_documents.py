"""The document store: encrypted, content-addressed, durable, swept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from db.crypto import Keys, new_keys, sm3
from db.documents import MAX_BYTES, FileDocuments
from hall.errors import BadInput, NotFound, Unavailable

PAGE = b"\xff\xd8\xff\xe0 a page of paper \x00" * 50


@pytest.fixture
def documents(tmp_path: Path, hall_keys: Keys) -> FileDocuments:
    return FileDocuments(f"file://{tmp_path}/documents", hall_keys)


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.req("C-25")
def test_content_comes_back_and_lies_encrypted(documents: FileDocuments, tmp_path: Path) -> None:
    stored = documents.put(PAGE, "image/jpeg")
    assert (stored.digest, stored.size, stored.media_type) == (sm3(PAGE), len(PAGE), "image/jpeg")
    assert documents.get(stored.digest) == PAGE
    [file] = files_in(tmp_path)
    assert b"page of paper" not in file.read_bytes()
    assert stored.digest not in str(file)


def test_the_same_content_is_stored_once(documents: FileDocuments, tmp_path: Path) -> None:
    assert documents.put(PAGE, "image/jpeg") == documents.put(PAGE, "image/jpeg")
    documents.put(b"", "text/plain")
    assert len(files_in(tmp_path)) == 2
    assert documents.get(sm3(b"")) == b""


def test_unknown_digests_are_not_found(documents: FileDocuments) -> None:
    for digest in ("0" * 64, "", "../../etc/passwd", "Z" * 64):
        with pytest.raises(NotFound):
            documents.get(digest)


def test_a_changed_file_is_not_believed_and_is_replaced_by_the_next_put(
    documents: FileDocuments, tmp_path: Path
) -> None:
    stored = documents.put(PAGE, "image/jpeg")
    [file] = files_in(tmp_path)
    for damage in (file.read_bytes()[:-1], b"", file.read_bytes()[:-1] + b"\0"):
        file.write_bytes(damage)
        with pytest.raises(Unavailable):
            documents.get(stored.digest)
    documents.put(PAGE, "image/jpeg")
    assert documents.get(stored.digest) == PAGE


def test_another_halls_keys_open_nothing(documents: FileDocuments, tmp_path: Path) -> None:
    stored = documents.put(PAGE, "image/jpeg")
    with pytest.raises(NotFound):
        FileDocuments(str(tmp_path / "documents"), new_keys()).get(stored.digest)


def test_a_store_that_cannot_be_written_is_unavailable(tmp_path: Path, hall_keys: Keys) -> None:
    (tmp_path / "documents").write_text("a file where the folder should be")
    with pytest.raises(Unavailable):
        FileDocuments(str(tmp_path / "documents"), hall_keys).put(PAGE, "image/jpeg")


def test_too_large_and_unknown_places_are_refused(documents: FileDocuments, hall_keys: Keys) -> None:
    with pytest.raises(BadInput):
        documents.put(bytes(MAX_BYTES + 1), "image/jpeg")
    with pytest.raises(BadInput):
        FileDocuments("nowhere://x", hall_keys)


def test_orphans_are_swept_when_they_are_old(documents: FileDocuments, tmp_path: Path) -> None:
    kept, orphan = documents.put(PAGE, "image/jpeg"), documents.put(b"orphan", "image/jpeg")
    assert documents.sweep({kept.digest}, older_than_s=3600) == 0
    later = time.time() + 7200
    assert documents.sweep({kept.digest}, older_than_s=3600, now=lambda: later) == 1
    assert documents.get(kept.digest) == PAGE
    with pytest.raises(NotFound):
        documents.get(orphan.digest)
    assert len(files_in(tmp_path)) == 1


def test_a_store_elsewhere_works_the_same(hall_keys: Keys) -> None:
    documents = FileDocuments("memory://hall-documents", hall_keys)
    stored = documents.put(PAGE, "image/jpeg")
    assert documents.put(PAGE, "image/jpeg") == stored
    assert documents.get(stored.digest) == PAGE
    assert documents.sweep(set(), older_than_s=0, now=lambda: time.time() + 10) == 1

"""``hallctl db set-photo``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cli.__main__ import main
from db.crypto import Keys, save_keys
from db.documents import FileDocuments
from db.store import open_store
from hall.staffing.photo import photo_digest
from tests.support.photos import encoded
from tests.support.sample_hall import fill
from tests.support.stores import make_sqlite


@pytest.mark.req("W-02")
def test_a_photo_is_checked_stored_encrypted_put_on_record_and_kept_by_a_sweep(
    tmp_path: Path, hall_keys: Keys, capsys: pytest.CaptureFixture[str]
) -> None:
    url, keys, file, folder = (
        make_sqlite(tmp_path),
        tmp_path / "keys.toml",
        tmp_path / "zhang-wei.png",
        tmp_path / "documents",
    )
    save_keys(hall_keys, keys)
    store = open_store(url, hall_keys)
    fill(store)
    place = ["--database", url, "--keys", str(keys), "--documents", str(folder), "--json"]

    def run(number: str) -> tuple[int, str]:
        code = main(["db", "set-photo", number, str(file), *place])
        out = capsys.readouterr()
        return code, out.out + out.err

    assert "无法读取" in run("1027")[1]
    file.write_bytes(b"GIF89a")
    code, words = run("1027")
    assert code != 0 and "JPEG" in words
    content = encoded("#c81e1e", 300, 400)
    file.write_bytes(content)
    assert run("9999")[0] != 0
    assert not folder.exists(), "nothing is stored for a refused picture or an unknown clerk"

    code, words = run("1027")
    assert code == 0 and json.loads(words.splitlines()[-1]) == {"ok": True, "clerk": "1027"}
    with store.reading() as uow:
        clerk = uow.clerks.get("1027")
    digest = photo_digest(clerk.photo)
    assert FileDocuments(str(folder), hall_keys).get(digest) == content
    (sealed,) = (path for path in folder.rglob("*") if path.is_file())
    assert b"PNG" not in sealed.read_bytes()
    with store.database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT subject, payload FROM journal WHERE kind = 'clerk.photo'").all()
    assert [(subject, json.loads(payload)) for subject, payload in rows] == [("clerk:1027", {"clerk": "1027"})]
    os.utime(sealed, (0, 0))
    assert main(["db", "sweep", *place]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["swept"] == 0
    store.close()

"""``hallctl appointments import``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.__main__ import main
from db.crypto import Keys, save_keys
from db.store import open_store
from tests.support.sample_hall import fill
from tests.support.stores import make_sqlite

ROWS = "预约号,事项编码,预约时间,姓名,手机号\nw-1,SX002,2099-03-10 10:00,王五,13811112222\nw-2,SX404,明天,王五,1\n"


def test_a_file_is_taken_in_once_and_its_bad_rows_are_named(
    tmp_path: Path, hall_keys: Keys, capsys: pytest.CaptureFixture[str]
) -> None:
    url, keys, file = make_sqlite(tmp_path), tmp_path / "keys.toml", tmp_path / "rows.csv"
    save_keys(hall_keys, keys)
    store = open_store(url, hall_keys)
    fill(store)
    store.close()
    file.write_text(ROWS, encoding="gb18030")
    command = ["appointments", "import", str(file), "--database", url, "--keys", str(keys), "--json"]
    assert main(command) == 1
    first = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (first["ok"], first["added"], first["known"]) == (False, 1, 0)
    assert {problem["line"] for problem in first["problems"]} == {3}
    listed = [{"external_id": "w-1", "item": "SX002", "at": "2099-03-10 10:00", "phone": 13811112222}]
    file.write_text(json.dumps(listed), encoding="utf-8")
    assert main(command) == 0
    second = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (second["added"], second["known"], second["problems"]) == (0, 1, [])
    for broken in ("[1]", "[{", "[" * 5000):
        file.write_text(broken, encoding="utf-8")
        assert main(command) != 0

"""``hallctl db import-synonyms`` and ``export-synonyms``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.__main__ import main
from db.crypto import Keys, save_keys
from db.store import open_store
from tests.support.sample_hall import fill
from tests.support.stores import make_sqlite


def test_a_list_goes_in_and_out_and_its_bad_rows_are_named(
    tmp_path: Path, hall_keys: Keys, capsys: pytest.CaptureFixture[str]
) -> None:
    url, keys, file, out = (
        make_sqlite(tmp_path),
        tmp_path / "keys.toml",
        tmp_path / "words.csv",
        tmp_path / "out.csv",
    )
    save_keys(hall_keys, keys)
    store = open_store(url, hall_keys)
    fill(store)
    store.close()

    def run(action: str, path: Path) -> tuple[int, list[str]]:
        code = main(["db", action, str(path), "--database", url, "--keys", str(keys), "--json"])
        return code, capsys.readouterr().out.splitlines()

    file.write_text("词,事项编码或名称\n开店,个体工商户设立登记\n领证,SX404\n", encoding="gb18030")
    code, lines = run("import-synonyms", file)
    assert code == 1 and lines[0] == "第3行：没有在办事项“SX404”"
    assert json.loads(lines[-1])["problems"] == [{"line": 3, "reason": "没有在办事项“SX404”"}]
    file.write_text("词,事项编码或名称\n开店,个体工商户设立登记\n领证,SX015\n", encoding="gb18030")
    code, lines = run("import-synonyms", file)
    assert code == 0 and json.loads(lines[-1]) == {"ok": True, "words": 2, "before": 0}
    code, lines = run("export-synonyms", out)
    assert code == 0 and json.loads(lines[-1])["words"] == 2
    assert out.read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "开店,SX001,个体工商户设立登记",
        "领证,SX015,结婚登记",
    ]
    assert run("import-synonyms", out)[0] == 0
    file.write_bytes(b"PK\x03\x04broken")
    assert run("import-synonyms", file)[0] == 1

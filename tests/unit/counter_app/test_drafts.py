"""Drafts survive a crash and never keep the app from starting."""

from __future__ import annotations

from pathlib import Path

from counter_app.drafts import Drafts


def test_a_draft_is_there_for_the_next_run_and_gone_when_dropped(tmp_path: Path) -> None:
    path = tmp_path / "state" / "drafts.json"
    first = Drafts(path)
    first.put("form.pause", {"reason": "开会"})
    first.put("form.void", {"reason": "离开"})
    first.drop("form.void")
    first.close()
    again = Drafts(path)
    assert again.get("form.pause") == {"reason": "开会"}
    assert again.get("form.void") == {}
    again.close()
    assert path.stat().st_mode & 0o077 == 0


def test_a_broken_file_is_put_aside_and_counts_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "drafts.json"
    path.write_text('{"form.pau', encoding="utf-8")
    drafts = Drafts(path)
    assert drafts.get("form.pause") == {}
    drafts.close()
    assert path.with_suffix(".broken").exists()


def test_a_folder_that_cannot_be_written_loses_the_draft_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    drafts = Drafts(tmp_path / "file" / "drafts.json")
    drafts.put("form.pause", {"reason": "开会"})
    drafts.close()
    assert drafts.get("form.pause") == {"reason": "开会"}

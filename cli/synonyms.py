"""Everyday words in and out of the database (俗称表), for ``hallctl db``."""

from __future__ import annotations

import argparse

from cli.database import administrator, open_place, place_of, told
from cli.output import finish


def import_file(options: argparse.Namespace) -> int:
    """Import a list whole, or name every bad row and import nothing."""
    from db.import_synonyms import import_synonyms
    from hall.catalogue.import_rows import CatalogueRefused
    from hall.catalogue.synonym import SynonymsRefused

    with told():
        store = open_place(place_of(options))
        try:
            done = import_synonyms(store, options.file, by=administrator())
        except (SynonymsRefused, CatalogueRefused) as refusal:
            for problem in refusal.problems:
                print(f"第{problem.line}行：{problem.reason}")
            print("俗称表未导入。 / Nothing was imported.")
            problems = [{"line": problem.line, "reason": problem.reason} for problem in refusal.problems]
            return finish({"ok": False, "problems": problems}, ok=False, as_json=options.json)
        finally:
            store.close()
    print(f"已导入 {done.words} 个俗称，替换原有的 {done.before} 个。")
    return finish({"ok": True, "words": done.words, "before": done.before}, ok=True, as_json=options.json)


def export_file(options: argparse.Namespace) -> int:
    """Write the list, ready to be edited and imported again."""
    from db.import_synonyms import export_synonyms

    with told():
        store = open_place(place_of(options))
        try:
            words = export_synonyms(store, options.file)
        finally:
            store.close()
    print(f"已导出 {words} 个俗称：{options.file}")
    return finish({"ok": True, "words": words}, ok=True, as_json=options.json)

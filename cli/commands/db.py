"""``hallctl db …``: make, bring up and fill the database (数据库管理)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli import synonyms
from cli.database import Place, add_database_options, administrator, open_place, place_of, sqlite_path, told
from cli.output import CommandError, add_json_option, finish

SWEEP_AGE_HOURS = 24


def add_parser(commands: Any) -> None:
    """Add the command and its actions to ``commands``."""
    parser = commands.add_parser(
        "db", help="数据库：建库、升级、导入目录、俗称、照片、示例、校验点、清理 / manage the database"
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    texts = {
        "init": ("建库并生成密钥文件 / make the tables and, when there is none, the key file", init),
        "upgrade": ("升级表结构（先备份）/ bring the tables up to this program", upgrade),
        "import-catalogue": ("导入事项目录 CSV/XLSX / replace the catalogue by a file's", import_catalogue),
        "import-synonyms": ("导入俗称表 CSV/XLSX / replace the everyday words by a file's", synonyms.import_file),
        "export-synonyms": ("导出俗称表以便修改 / write the everyday words to a file", synonyms.export_file),
        "set-photo": ("设置公示牌照片 / store the photo of a member of staff for the plate", set_photo),
        "seed-sample": ("写入示例大厅（仅供试用）/ write the sample hall, for trying out", seed_sample),
        "checkpoint": ("把留痕链头写入校验点文件 / add the journal's head to a file kept elsewhere", checkpoint),
        "sweep": ("清理无人引用的材料文件 / remove document files that nothing refers to", sweep),
        "rotate-key": ("启用新的字段密钥 / encrypt with a new key from now on", rotate_key),
    }
    for name, (text, run) in texts.items():
        action = actions.add_parser(name, help=text)
        add_database_options(action)
        add_json_option(action)
        action.set_defaults(run=run)
        if name == "set-photo":
            action.add_argument("number", metavar="NUMBER")
        if name in ("import-catalogue", "import-synonyms", "export-synonyms", "checkpoint", "set-photo"):
            action.add_argument("file", type=Path, metavar="FILE")
        if name in ("init", "rotate-key"):
            action.add_argument("--algorithm", choices=("AES-256-GCM", "SM4-GCM"), default="AES-256-GCM")


def init(options: argparse.Namespace) -> int:
    """Make the key file if there is none, then the tables."""
    from db.crypto import Algorithm, load_keys, new_keys, save_keys

    place = place_of(options)
    file = sqlite_path(place.url)
    with told():
        if place.keys.exists():
            load_keys(place.keys)
            made = False
        else:
            _refuse_lost_keys(place, file)
            place.keys.parent.mkdir(parents=True, exist_ok=True)
            save_keys(new_keys(Algorithm(options.algorithm)), place.keys)
            made = True
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)  # SQLite gives its -wal and -shm files the same mode
        _upgrade(place)
    print(f"数据库已就绪。密钥文件：{place.keys}{'（新建，请另行备份）' if made else ''}")
    return finish({"ok": True, "keys": str(place.keys), "keys_made": made}, ok=True, as_json=options.json)


def _refuse_lost_keys(place: Place, file: Path | None) -> None:
    # New keys over an old database would leave its personal data closed and its journal unproven.
    from db.engine import connect
    from db.schema import current_revision

    if file is not None and not file.exists():
        return
    database = connect(place.url)
    try:
        with database.engine.connect() as connection:
            if current_revision(connection) is not None:
                detail = f"{place.keys} is missing and the database is not new"
                raise CommandError(f"数据库已存在，但找不到它的密钥文件：{place.keys}。", detail)
    finally:
        database.engine.dispose()


def _upgrade(place: Place) -> None:
    from db import schema
    from db.engine import connect

    database = connect(place.url)
    try:
        schema.upgrade(database)
    finally:
        database.engine.dispose()


def upgrade(options: argparse.Namespace) -> int:
    """Bring the tables up."""
    with told():
        _upgrade(place_of(options))
    print("表结构已是最新。")
    return finish({"ok": True}, ok=True, as_json=options.json)


def import_catalogue(options: argparse.Namespace) -> int:
    """Import a file whole, or name every bad row and import nothing."""
    from db.import_catalogue import import_catalogue as run_import
    from hall.catalogue.import_rows import CatalogueRefused

    with told():
        store = open_place(place_of(options))
        try:
            done = run_import(store, options.file, by=administrator())
        except CatalogueRefused as refusal:
            for problem in refusal.problems:
                print(f"第{problem.line}行：{problem.reason}")
            print("目录未导入。 / Nothing was imported.")
            problems = [{"line": problem.line, "reason": problem.reason} for problem in refusal.problems]
            return finish({"ok": False, "problems": problems}, ok=False, as_json=options.json)
        finally:
            store.close()
    print(f"已导入 {done.departments} 个部门、{done.items} 个事项，停用 {done.switched_off} 个。")
    document = {
        "ok": True,
        "departments": done.departments,
        "items": done.items,
        "switched_off": done.switched_off,
    }
    return finish(document, ok=True, as_json=options.json)


def set_photo(options: argparse.Namespace) -> int:
    """Check a picture, store it encrypted, put it on a clerk's plate."""
    from db.crypto import load_keys
    from db.documents import FileDocuments
    from hall.staffing.photo import MAX_BYTES
    from hall.staffing.photo import set_photo as put_on_plate
    from qt_common.photo_decoder import decode_photo, media_type

    place = place_of(options)
    with told():
        try:
            with options.file.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError as error:
            raise CommandError(f"照片文件无法读取：{options.file}", str(error)) from error
        decode_photo(content)
        documents = FileDocuments(place.documents, load_keys(place.keys))
        store = open_place(place)
        try:
            with store.reading() as uow:
                uow.clerks.get(options.number)  # before a file is stored for nobody
            stored = documents.put(content, media_type(content))
            with store.begin() as uow:
                put_on_plate(uow, options.number, stored.digest, by=administrator())
                uow.commit()
        finally:
            store.close()
    print(f"工号 {options.number} 的公示牌照片已更新。")
    return finish({"ok": True, "clerk": options.number}, ok=True, as_json=options.json)


def seed_sample(options: argparse.Namespace) -> int:
    """Write the sample hall."""
    from db import sample
    from db.passwords import Argon2Passwords

    with told():
        store = open_place(place_of(options))
        try:
            sample.seed_sample(store, Argon2Passwords(), by=administrator())
        finally:
            store.close()
    print("示例大厅已写入；示例口令如 demo-1027，仅供试用。")
    return finish({"ok": True}, ok=True, as_json=options.json)


def checkpoint(options: argparse.Namespace) -> int:
    """Add the journal's head to a checkpoint file."""
    from db.crypto import load_keys
    from db.verify import take_checkpoint

    place = place_of(options)
    with told():
        store = open_place(place)
        try:
            seq = take_checkpoint(store.database, load_keys(place.keys), options.file)
        except OSError as error:
            raise CommandError(f"校验点文件无法写入：{options.file}", str(error)) from error
        finally:
            store.close()
    print(f"校验点：第 {seq} 条。请将文件保存到本机以外。")
    return finish({"ok": True, "seq": seq}, ok=True, as_json=options.json)


def sweep(options: argparse.Namespace) -> int:
    """Remove orphaned document files older than a day."""
    from db.crypto import load_keys
    from db.documents import FileDocuments
    from hall.staffing.photo import photo_digests

    place = place_of(options)
    with told():
        documents = FileDocuments(place.documents, load_keys(place.keys))
        store = open_place(place)
        try:
            with store.reading() as uow:
                referenced = {*uow.pages.digests(), *photo_digests(uow.clerks.all())}
        finally:
            store.close()
        swept = documents.sweep(referenced, older_than_s=SWEEP_AGE_HOURS * 3600)
    print(f"已清理 {swept} 个无人引用的文件。")
    return finish({"ok": True, "swept": swept}, ok=True, as_json=options.json)


def rotate_key(options: argparse.Namespace) -> int:
    """Add a new active field key; older values stay readable."""
    from db.crypto import Algorithm, load_keys, save_keys

    place = place_of(options)
    with told():
        keys = load_keys(place.keys).rotated(Algorithm(options.algorithm))
        save_keys(keys, place.keys)
    print(f"新密钥 {keys.active} 已启用；各工作站更换密钥文件后请重启程序。")
    return finish({"ok": True, "active": keys.active}, ok=True, as_json=options.json)

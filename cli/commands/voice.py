"""``hallctl voice``: the clips that a hall has to record, and an announcement to try (语音播报)."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.database import add_database_options, place_of, told
from cli.output import CommandError, add_json_option, finish

if TYPE_CHECKING:
    from hall.announcements import Announcements

MOST_WINDOWS = 999
SPOKEN = re.compile(r"[A-Z]{0,3}[0-9]{1,6}")


def add_parser(commands: Any) -> None:
    """Add the command to ``commands``."""
    parser = commands.add_parser("voice", help="录音清单与试播 / clips to record, an announcement to try")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    clips = actions.add_parser("clips", help="列出并检查大厅所需的录音 / list and check the clips a hall needs")
    clips.add_argument("--profile", metavar="NAME", help="大厅配置，默认取自 --config / hall profile")
    clips.add_argument("--out", type=Path, metavar="FILE", help="清单 CSV / write the list")
    clips.add_argument("--check", type=Path, metavar="FOLDER", help="检查目录中的录音 / check these clips")
    clips.add_argument("--windows", default="1-30", metavar="LIST", help="窗口号，如 1-12,15 / without a database")
    clips.add_argument("--letters", default="ABCDEF", metavar="ABC", help="号码字母 / without a database")
    clips.add_argument("--english", action="store_true", help="包括英文 / English too, where it is off")
    add_database_options(clips)
    add_json_option(clips)
    clips.set_defaults(run=list_clips)
    say = actions.add_parser("say", help="试播一次叫号 / announce a call to try it")
    say.add_argument("number", help="号码，如 A023 / ticket number")
    say.add_argument("window", type=int, help="窗口号 / window number")
    say.add_argument("--profile", default="xiangfu", metavar="NAME", help="大厅配置 / hall profile")
    say.add_argument("--config", type=Path, metavar="FILE", help="工作站配置 / take profile and voice from it")
    say.add_argument("--voice", metavar="URL", help="播报设备地址，默认 voice+espeak:// / address of the voice")
    say.add_argument("--wav", type=Path, metavar="FILE", help="存为 WAV 而不播放 / write it instead of playing it")
    say.add_argument("--english", action="store_true", help="加播英文 / in English too")
    add_json_option(say)
    say.set_defaults(run=say_call)


def list_clips(options: argparse.Namespace) -> int:
    """List what is needed; with ``--check`` 0 only when nothing is missing or wrong."""
    from cli.voice_clips import Checked, check, needed_clips, write_csv

    rules = _rules(options)
    if options.config is not None or options.database is not None:
        letters, windows = _of_database(options)
    else:
        letters, windows = _letters(options.letters), _numbers(options.windows)
    needed = needed_clips(rules, letters=letters, windows=windows)
    if options.check is not None and not options.check.is_dir():
        raise CommandError(f"没有文件夹 {options.check}。", f"{options.check} is no folder")
    if options.check is not None:
        checked = check(needed, options.check)
    else:
        checked = tuple(Checked(clip, False) for clip in needed)
    if options.out is not None:
        with _writing(options.out):
            write_csv(options.out, checked, looked=options.check is not None)
    missing = [one.clip.says for one in checked if not one.there] if options.check is not None else []
    wrong = {one.clip.says: one.faults for one in checked if one.faults}
    print(f"需要 {len(needed)} 段录音。")
    if options.check is not None:
        print(f"缺 {len(missing)} 段{'：' + '、'.join(missing) if missing else ''}。")
        for says, faults in wrong.items():
            print(f"“{says}”：{'；'.join(faults)}。")
    if options.out is not None:
        print(f"清单：{options.out}")
    elif options.check is None:
        print("、".join(clip.says for clip in needed))
    ok = not missing and not wrong
    document = {"ok": ok, "needed": len(needed), "missing": missing, "wrong": wrong}
    return finish(document, ok=ok, as_json=options.json)


def say_call(options: argparse.Namespace) -> int:
    """Speak a call as the board would, or write it to a file."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from devices.core.errors import DeviceError
    from devices.voice.speaking import programme
    from devices.voice.wav import read_wav, write_wav
    from display_app.wording import utterance_of
    from hall.queueing.board import CallLine
    from qt_common.qt_drivers import qt_registry

    number = options.number.upper()
    if not SPOKEN.fullmatch(number) or not 1 <= options.window <= MOST_WINDOWS:
        raise CommandError("号码应如 A023，窗口号应为 1 到 999。", "a number such as A023, a window 1 … 999")
    rules, url = _rules(options), options.voice
    if options.config is not None and url is None:
        from qt_common.machine_config import load

        with told():
            url = load(options.config).devices.voice
    line = CallLine(0, number, options.window, datetime.now(UTC), 1, serving=False)
    utterance = utterance_of(line, replace(rules, english=rules.english or options.english), chime=rules.chime)
    try:
        voice: Any = qt_registry().make_driver("voice", url or "voice+espeak://")
        voice.open()
        try:
            if options.wav is None:
                voice.say(utterance)
                seconds = 0.0
            else:
                sound = programme([read_wav(voice.synthesise(phrase)) for phrase in utterance.phrases], utterance)
                with _writing(options.wav):
                    options.wav.write_bytes(write_wav(sound))
                seconds = round(sound.seconds, 2)
        finally:
            voice.close()
    except DeviceError as error:
        raise CommandError(error.message, str(error)) from error
    texts = [phrase.text for phrase in utterance.phrases]
    print(" / ".join(texts) + (f"：{options.wav}，{seconds} 秒" if options.wav is not None else ""))
    return finish({"ok": True, "texts": texts, "seconds": seconds}, ok=True, as_json=options.json)


def _rules(options: argparse.Namespace) -> Announcements:
    from dataclasses import replace

    from qt_common.machine_config import load, load_profile

    with told():
        if options.config is not None:
            rules = load(options.config).hall.announcements
        else:
            rules = load_profile(options.profile or "xiangfu").announcements
    return replace(rules, english=rules.english or options.english)


def _of_database(options: argparse.Namespace) -> tuple[list[str], list[int]]:
    """The letters and windows that a hall really uses."""
    from zoneinfo import ZoneInfo

    from db.crypto import load_keys
    from db.store import open_store

    place = place_of(options)
    with told():
        store = open_store(place.url, load_keys(place.keys), zone=ZoneInfo("Asia/Shanghai"))
        try:
            with store.reading() as uow:
                letters = {letter for item in uow.catalogue.items() for letter in item.prefix}
                return sorted(letters), sorted(window.number for window in uow.windows.all())
        finally:
            store.close()


def _letters(text: str) -> list[str]:
    if not re.fullmatch(r"[A-Za-z]+", text):
        raise CommandError("--letters 只能是字母，如 ABC。", "--letters are letters")
    return sorted(set(text.upper()))


def _numbers(text: str) -> list[int]:
    """``1-12,15`` → 1 … 12 and 15."""
    found: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,3})(?:-(\d{1,3}))?\s*", part)
        if match is None:
            raise CommandError("--windows 应如 1-12,15。", f"--windows {text!r} is no list of numbers")
        first, last = int(match[1]), int(match[2] or match[1])
        found.update(range(first, last + 1))
    if not found or not min(found) >= 1:
        raise CommandError("--windows 应为 1 到 999。", "--windows must be 1 … 999")
    return sorted(found)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CommandError(f"文件 {path} 无法写入。", str(error)) from error

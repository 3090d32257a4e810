"""``hallctl devices test KIND URL``: a short self-test that a person can see or hear (自检)."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the action to ``commands``."""
    parser = commands.add_parser("test", help="设备自检：打印、读卡、按键等 / print, read, ask … once")
    parser.add_argument("kind", help="设备类别 / kind, see list")
    parser.add_argument("url", help="设备地址 / its address")
    add_test_options(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def add_test_options(parser: argparse.ArgumentParser) -> None:
    """What a self-test wants to know; for capture too."""
    parser.add_argument(
        "--wait", type=float, default=20.0, metavar="SECONDS", help="等待人操作的秒数 / for the person"
    )
    parser.add_argument("--yes", action="store_true", help="不询问即打印 / use paper without asking")


def run(options: argparse.Namespace) -> int:
    """Test; 0 only when it went well."""
    from cli.device_tools import session

    driver = session.make_driver(options.kind, options.url)
    outcome = session.run(driver, prepared(options))
    print(f"{options.kind}: {session.say(outcome)}", flush=True)
    return finish({"kind": options.kind, "url": options.url, **outcome}, ok=outcome["ok"], as_json=options.json)


def prepared(options: argparse.Namespace) -> Any:
    """The kind's test, after asking for paper and telling the person what to do.

    Raises:
        CommandError: nobody agreed to using paper.
    """
    from cli.device_tools.self_tests import SELF_TESTS

    test = SELF_TESTS[options.kind]
    if test.uses_paper and not options.yes and not agreed():
        raise CommandError("已取消：未同意打印。", "not agreed to print; --yes prints without asking")
    if test.asks:
        print(test.asks, flush=True)
    return lambda driver: test.run(driver, options.wait)


def agreed() -> bool:
    """Ask at the terminal; nobody there is a no."""
    print("将打印一页测试内容，是否继续？ [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")

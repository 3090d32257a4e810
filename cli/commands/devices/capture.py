"""``hallctl devices capture KIND URL --out FILE``: record the wire as JSON lines (线路抓取)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.commands.devices.test import add_test_options, prepared
from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the action to ``commands``."""
    parser = commands.add_parser("capture", help="自检或监听并记录线路 / record the wire of a self-test or a tap")
    parser.add_argument("kind", help="设备类别 / kind, see list")
    parser.add_argument("url", help="设备地址 / its address")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="记录文件（不得已存在）/ a new file"
    )
    parser.add_argument("--seconds", type=float, help="只监听这么多秒，不自检 / listen instead of testing")
    add_test_options(parser)
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Record; 0 only when the device worked meanwhile. Cards and codes are masked by their drivers."""
    from cli.device_tools import session
    from devices.core.trace import TracingTransport
    from devices.core.transports import wires_through

    if options.out.exists():
        raise CommandError(f"文件 {options.out} 已存在。", f"{options.out} exists")
    wires: list[TracingTransport] = []

    def traced(inner: Any, mask: Any) -> TracingTransport:
        wires.append(TracingTransport(inner, options.out, mask=mask))
        return wires[-1]

    with wires_through(traced):
        driver = session.make_driver(options.kind, options.url)
    if not wires:
        raise CommandError("该设备不经字节线路通信，无法抓取。", f"{options.url}: no wire of bytes to record")
    tapped = options.seconds is not None
    work = session.tap(options.seconds) if tapped else prepared(options)
    about = {"work": "tap" if tapped else "test", "wait": options.seconds if tapped else options.wait}
    wires[0].note(kind=options.kind, url=options.url, **about)
    outcome = session.run(driver, work)
    wires[0].note(outcome=outcome)
    print(f"{options.kind}: {session.say(outcome)} → {options.out}", flush=True)
    document = {"kind": options.kind, "file": str(options.out), **outcome}
    return finish(document, ok=outcome["ok"], as_json=options.json)

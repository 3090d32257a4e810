"""``hallctl devices probe``: open a device, or all of a station's, and ask how it is (探测)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the action to ``commands``."""
    parser = commands.add_parser("probe", help="连接设备并读取状态 / open a device and ask for its status")
    parser.add_argument("kind", nargs="?", help="设备类别 / kind, see list")
    parser.add_argument("url", nargs="?", help="设备地址，如 serial://1a86:7523（按VID:PID查找）/ its address")
    parser.add_argument("--config", type=Path, help="machine.toml：探测该工作站的全部设备 / all of a station's")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Probe; 0 only when every device is ready."""
    from cli.device_tools import session

    outcomes = {}
    for kind, url in chosen(options).items():
        outcomes[kind] = {"url": url, **session.run(session.make_driver(kind, url), session.probe)}
        print(f"{kind} {url}: {session.say(outcomes[kind])}", flush=True)
    well = all(outcome["ok"] for outcome in outcomes.values())
    return finish({"ok": well, "devices": outcomes}, ok=well, as_json=options.json)


def chosen(options: argparse.Namespace) -> dict[str, str]:
    """Kind → address.

    Raises:
        CommandError: neither a device nor a configuration is named, or both are, or it names no device.
    """
    if options.config is None:
        if not options.kind or not options.url:
            raise CommandError("请给出设备类别和地址，或 --config machine.toml。", "name KIND URL or --config")
        return {options.kind: options.url}
    if options.kind:
        raise CommandError("设备地址与 --config 只能二选一。", "either KIND URL or --config")
    from qt_common.machine_config import ConfigError, load

    try:
        section = load(options.config).devices
    except ConfigError as error:
        raise CommandError(error.message, str(error)) from error
    found = {kind: url for kind, url in section.model_dump().items() if url is not None}
    if not found:
        raise CommandError("配置文件中没有任何设备。", f"{options.config}: no devices")
    return found

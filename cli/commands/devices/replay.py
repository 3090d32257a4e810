"""``hallctl devices replay FILE KIND``: run the driver on a recorded wire and compare (线路回放)."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from cli.output import CommandError, add_json_option, finish


def add_parser(commands: Any) -> None:
    """Add the action to ``commands``."""
    parser = commands.add_parser("replay", help="用记录回放驱动并比较 / run the driver on a trace and compare")
    parser.add_argument("file", type=Path, help="capture 的记录 / what capture recorded")
    parser.add_argument("kind", help="设备类别 / kind, see list")
    add_json_option(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Replay; 0 only when the driver behaves as it did, whether that was well or not."""
    from cli.device_tools.replaying import replay

    try:
        document = replay(options.file, options.kind)
    except OSError as error:
        raise CommandError(f"无法读取 {options.file}。", str(error)) from error
    except (json.JSONDecodeError, KeyError, UnicodeDecodeError, StopIteration) as error:
        raise CommandError(f"{options.file} 不是完整的线路记录。", f"{options.file}: {error!r}") from error
    same = bool(document["same"])
    verdict: Any = "表现相同 / behaves the same" if same else f"表现不同 / differs: {document['difference']}"
    print(f"{options.kind}: {verdict}", flush=True)
    return finish(document, ok=same, as_json=options.json)

"""How commands end: one JSON object on the last line of standard output for programs, Chinese words for people."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any


class CommandError(Exception):
    """A command could not do its work for a reason it can name.

    ``message`` is Chinese, for the person at the terminal; the detail is English, for the log and the JSON line.
    """

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(detail or message)
        self.message = message


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--json`` as every command offers it."""
    parser.add_argument("--json", action="store_true", help="end with one JSON object on the last line of output")


def finish(document: Mapping[str, Any], *, ok: bool, as_json: bool) -> int:
    """Print ``document`` as the last line when ``as_json``; return the exit status, 0 only when ``ok``.

    Escaped to ASCII: the line must survive a terminal that is not set to UTF-8.
    """
    sys.stderr.flush()
    if as_json:
        print(json.dumps(document, ensure_ascii=True), flush=True)
    return 0 if ok else 1

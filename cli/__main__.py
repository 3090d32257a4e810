"""``python -m cli COMMAND …``: what the ``hallctl`` script runs once the environment stands."""

from __future__ import annotations

import argparse
import io
import sys
import traceback
from collections.abc import Sequence

import cli.commands
from cli.discovery import add_commands
from cli.output import CommandError, finish

INTERRUPTED = 130  # the shell's convention for a command ended by Ctrl-C


def build_parser() -> argparse.ArgumentParser:
    """Build the parser from the modules of ``cli.commands``."""
    parser = argparse.ArgumentParser(
        prog="hallctl",
        description="政务大厅硬件套件 / hardware suite of a government service hall",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    add_commands(cli.commands, commands)
    return parser


def parse(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """Parse; a command that sets ``passes_on`` gets what it doesn't know as the list ``options.passed_on``."""
    options, unknown = parser.parse_known_args(arguments)
    if unknown and not getattr(options, "passes_on", False):
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    options.passed_on = unknown
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal in another encoding must not stop the work
            stream.reconfigure(errors="replace")
    parser = build_parser()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        parser.print_help()
        return 2
    options = parse(parser, given)
    as_json = bool(getattr(options, "json", False))
    try:
        return int(options.run(options))
    except CommandError as error:
        print(error.message, file=sys.stderr)
        return finish({"ok": False, "error": str(error)}, ok=False, as_json=as_json)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge of the program: whoever reads JSON must still get its line
        traceback.print_exc()
        return finish({"ok": False, "error": f"{type(error).__name__}: {error}"}, ok=False, as_json=as_json)


if __name__ == "__main__":
    sys.exit(main())
